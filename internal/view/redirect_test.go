package view_test

import (
	"strings"
	"testing"
)

func TestAnOldAddressLeadsToTheNewOne(t *testing.T) {
	page := raw(t, site(t, tintype), "items/T-0.html")
	for _, want := range []string{
		`<meta http-equiv="refresh" content="0; url=./T-1.html">`,
		`<link rel="canonical" href="https://example.org/tintype/items/T-1.html">`,
		`<meta name="robots" content="noindex">`,
		`<a href="./T-1.html">Resume an upload</a>`,
		`<title>Resume an upload</title>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is missing in\n%s", want, page)
		}
	}
}

func TestARedirectStandsInNobodysWay(t *testing.T) {
	pages := site(t, `
-- content/pages/about.md --
---
aliases: [HEALTH, index, ../x, .hidden, "a b", backlog, us]
---
# About
-- content/pages/team.md --
---
aliases: [US]
---
# Team
-- content/backlog/b.md --
---
aliases: [a, A]
title: '"><script>alert(1)</script>'
---
-- content/backlog/a.md --
# A
`)
	for path, page := range pages {
		if page.Raw == nil || !strings.HasSuffix(path, ".html") {
			continue
		}
		if text := string(page.Raw()); strings.Contains(text, "<script>") || strings.Contains(text, "canonical") {
			t.Errorf("%s says\n%s", path, text)
		}
		if path != "us.html" {
			t.Errorf("there is a redirect at %s", path)
		}
	}
	if !strings.Contains(raw(t, pages, "us.html"), "./about.html") {
		t.Error("the first to claim an address does not have it")
	}
}

func TestNothingLeadsToHiddenWork(t *testing.T) {
	for path := range site(t, hidden) {
		if strings.HasPrefix(path, "items/") && path != "items/T-1.html" {
			t.Errorf("there is a page %s", path)
		}
	}
}
