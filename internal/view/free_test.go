package view_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"milepost/internal/render"
	"milepost/internal/sitetheme"
	"milepost/internal/view"
	"milepost/internal/words"
)

// hostile is a plan in which every text tries to become something else.
const hostile = `
-- milepost.yaml --
title: '</title><script>alert(1)</script>'
repository: https://github.com/example/plan
-- content/_index.md --
---
vision: '"><img src=x onerror=alert(1)>'
outcomes: [{id: o, title: '<script>alert(1)</script>', baseline: '1 <b>', current: 2, target: '3 "><i>'}]
---
-- content/themes/t.md --
---
title: '</a><script>alert(1)</script>'
why: '<style>*{display:none}</style>'
outcomes: [o]
owner: '<svg onload=alert(1)>'
---
-- content/releases/r.md --
---
title: '</h1><script>alert(1)</script>'
version: '<b>1'
goal: '<iframe src=javascript:alert(1)>'
tags: ['"><script>alert(1)</script>', 'x']
links: [{title: '<script>', url: 'https://example.org/"><script>alert(1)</script>'}]
date: 2026-01
capacity: 1
---
<script>alert(1)</script> [x](javascript:alert(1)) <p onclick="alert(1)">unclosed <div>
-- content/backlog/a.md --
---
title: '</script><script>alert(1)</script>'
theme: t
release: r
priority: must
effort: 3
owner: ['<svg onload=alert(1)>', 'بحث']
tags: ['"><script>alert(1)</script>']
titel: '"><script>alert(1)</script>'
depends_on: ['"><script>alert(1)</script>']
---
-- content/backlog/b.md --
---
title: '</script><script>alert(1)</script>'
theme: t
release: r
status: done
finished: 2026-01-01
ignore: {unknown-key: '<script>alert(1)</script>'}
titel: x
---
-- content/pages/p.md --
---
title: '</h1><script>alert(1)</script>'
owner: x
---
<a href="data:text/html,x">x</a>
`

// ours are the layouts whose pages are held to the rules below.
var ours = []string{"releases", "release", "shipped", "health", "people", "person", "tags", "tag", "free", "notfound"}

// eachPage renders the pages of our layouts.
func eachPage(t *testing.T, archive string, do func(page view.Page, root *html.Node, text string)) {
	t.Helper()
	r, err := render.New(words.Of("en"), sitetheme.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range site(t, archive) {
		if !slices.Contains(ours, page.Layout) {
			continue
		}
		text, err := r.Page(page)
		if err != nil {
			t.Error(err)
			continue
		}
		root, err := html.Parse(strings.NewReader(string(text)))
		if err != nil {
			t.Errorf("%s: %v", page.Path, err)
			continue
		}
		do(page, root, string(text))
	}
}

func TestPagesAreWholeWhateverThePlanHolds(t *testing.T) {
	for name, archive := range map[string]string{"nothing": "", "a plan": tintype, "dirt": unhealthy, "hostile": hostile} {
		eachPage(t, archive, func(page view.Page, root *html.Node, text string) {
			if open := unbalanced(text); open != "" {
				t.Errorf("%s: %s: %s", name, page.Path, open)
			}
			count := map[string]int{}
			for n := range root.Descendants() {
				if n.Type == html.ElementNode {
					count[n.Data]++
				}
			}
			if count["h1"] != 1 || count["main"] != 1 || count["title"] != 1 {
				t.Errorf("%s: %s has %d h1, %d main, %d title", name, page.Path, count["h1"], count["main"], count["title"])
			}
			if strings.Contains(text, "ZgotmplZ") {
				t.Errorf("%s: %s has an address that was refused", name, page.Path)
			}
		})
	}
}

func TestNothingAnAuthorWritesRuns(t *testing.T) {
	eachPage(t, hostile, func(page view.Page, root *html.Node, _ string) {
		for n := range root.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if slices.Contains([]string{"iframe", "style", "object", "embed", "img"}, n.Data) || n.Data == "script" && n.FirstChild != nil {
				t.Errorf("%s holds a <%s>", page.Path, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(a.Val, "javascript:") || a.Key == "href" && strings.HasPrefix(a.Val, "data:text") {
					t.Errorf("%s: <%s %s=%q>", page.Path, n.Data, a.Key, a.Val)
				}
			}
		}
	})
}

// TestHeadingsSkipNoLevel also holds for pages whose lists are empty.
func TestHeadingsSkipNoLevel(t *testing.T) {
	for _, archive := range []string{"", tintype, unhealthy} {
		eachPage(t, archive, func(page view.Page, root *html.Node, _ string) {
			last := 0
			for n := range root.Descendants() {
				if n.Type != html.ElementNode || len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
					continue
				}
				level := int(n.Data[1] - '0')
				if level > last+1 {
					t.Errorf("%s: an h%d follows an h%d", page.Path, level, last)
				}
				last = level
			}
		})
	}
}

// unbalanced finds the first tag that is not closed where it should be.
func unbalanced(text string) string {
	var open []string
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				return "never closed: " + strings.Join(open, " ")
			}
			return ""
		case html.StartTagToken:
			name, _ := z.TagName()
			if !slices.Contains([]string{"meta", "link", "br", "hr", "img", "input", "source"}, string(name)) {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				return "</" + string(name) + "> closes " + strings.Join(open, " ")
			}
			open = open[:len(open)-1]
		}
	}
}
