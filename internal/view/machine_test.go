package view_test

import (
	"bytes"
	"encoding/xml"
	"image/png"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/view"
)

const dated = `
-- milepost.yaml --
title: Tin, type
base_url: https://example.org/plan/
-- content/_index.md --
---
vision: A vision
---
-- content/themes/a.md --
---
title: Alpha
horizon: now
---
-- content/releases/1.md --
---
title: "One; the \\ first, with a goal that is long enough to be folded, twice, déjà vu"
version: "1.0"
goal: Something, at last
released: 2026-01-15
---
-- content/releases/2.md --
---
title: Two
date: 2026-Q2
fixed: true
---
-- content/releases/3.md --
---
title: Never
date: 2026-05-01
status: dropped
---
-- content/backlog/T-1.md --
---
title: Inside
theme: a
release: 1
status: done
finished: 2026-01-10
---
-- content/backlog/T-2.md --
---
title: Outside
status: done
finished: 2026-01-20
---
`

// events reads a calendar: folded lines are joined, each event is its lines.
func events(t *testing.T, text string) [][]string {
	t.Helper()
	if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		t.Error("a line does not end in CR LF")
	}
	var out [][]string
	for _, line := range strings.Split(strings.ReplaceAll(text, "\r\n ", ""), "\r\n") {
		switch line {
		case "BEGIN:VEVENT":
			out = append(out, nil)
		case "END:VEVENT", "END:VCALENDAR", "":
		default:
			if len(out) > 0 {
				out[len(out)-1] = append(out[len(out)-1], line)
			}
		}
	}
	return out
}

func TestReleasesAreACalendar(t *testing.T) {
	text := raw(t, site(t, dated), "releases.ics")
	for _, line := range strings.Split(text, "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line of %d bytes: %s", len(line), line)
		}
	}
	want := [][]string{
		{
			"UID:release-1@example.org/plan", "DTSTAMP:20260209T000000Z", "DTSTART;VALUE=DATE:20260115", "DTEND;VALUE=DATE:20260116",
			`SUMMARY:Tin\, type 1.0 One\; the \\ first\, with a goal that is long enough to be folded\, twice\, déjà vu`,
			`DESCRIPTION:Something\, at last`, "URL:https://example.org/plan/releases/1.html", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
		},
		{
			"UID:release-2@example.org/plan", "DTSTAMP:20260209T000000Z", "DTSTART;VALUE=DATE:20260401", "DTEND;VALUE=DATE:20260701",
			`SUMMARY:Tin\, type 2 Two`, "URL:https://example.org/plan/releases/2.html", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
		},
	}
	if diff := cmp.Diff(want, events(t, text)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEveryThemeAndReleaseHasAFeed(t *testing.T) {
	pages := site(t, dated)
	for path, want := range map[string][]string{
		"feed.xml":       {"Done: Outside", "Released: 1.0 One; the \\ first, with a goal that is long enough to be folded, twice, déjà vu", "Done: Inside"},
		"shipped.xml":    {"Done: Outside", "Released: 1.0 One; the \\ first, with a goal that is long enough to be folded, twice, déjà vu", "Done: Inside"},
		"themes/a.xml":   {"Done: Inside"},
		"releases/2.xml": nil,
	} {
		var feed struct {
			Title   string `xml:"title"`
			Entries []struct {
				Title string `xml:"title"`
			} `xml:"entry"`
			Links []struct {
				Rel  string `xml:"rel,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
		}
		if err := xml.Unmarshal([]byte(raw(t, pages, path)), &feed); err != nil {
			t.Fatal(path, err)
		}
		var got []string
		for _, e := range feed.Entries {
			got = append(got, e.Title)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
		if feed.Links[0].Href != "https://example.org/plan/"+path {
			t.Errorf("%s says it is at %s", path, feed.Links[0].Href)
		}
	}
	if got := data[view.ThemePage](t, pages, "themes/a.html").Feed; got != "../themes/a.xml" {
		t.Errorf("the theme's page names the feed %q", got)
	}
}

func TestTheWayToAPageIsToldToMachines(t *testing.T) {
	pages := site(t, dated)
	want := []view.Crumb{
		{Position: "1", Name: "Tin, type", Href: "https://example.org/plan/"},
		{Position: "2", Name: "Alpha", Href: "https://example.org/plan/themes/a.html"},
		{Position: "3", Name: "Inside · T-1", Href: "https://example.org/plan/items/T-1.html"},
	}
	if diff := cmp.Diff(want, data[view.ItemPage](t, pages, "items/T-1.html").Crumbs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	without := site(t, "-- content/backlog/a.md --\n# A\n")
	page := data[view.ItemPage](t, without, "items/a.html")
	if page.Crumbs != nil || page.Image != nil || page.Feed != "" {
		t.Errorf("a site that does not know its address has %+v", page.Frame)
	}
	for _, path := range []string{"feed.xml", "releases.ics", "assets/social/roadmap.index.png", "sitemap.xml"} {
		if _, ok := without[path]; ok {
			t.Errorf("a site that does not know its address has %s", path)
		}
	}
}

func TestSocialImagesAreImages(t *testing.T) {
	pages := site(t, dated)
	for _, path := range []string{"index.html", "themes/a.html", "releases/1.html"} {
		var image *view.Image
		switch page := pages[path].Data().(type) {
		case view.RoadmapPage:
			image = page.Image
		case view.ThemePage:
			image = page.Image
		case view.ReleasePage:
			image = page.Image
		}
		file := strings.TrimPrefix(image.Href, "https://example.org/plan/")
		if _, err := png.Decode(bytes.NewReader([]byte(raw(t, pages, file)))); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func TestLanguageModelsGetAnOutline(t *testing.T) {
	text := raw(t, site(t, dated), "llms.txt")
	for _, line := range []string{"# Tin, type", "> A vision", "## Themes", "- [Alpha](https://example.org/plan/themes/a.html)", "- [1.0 One; the \\ first, with a goal that is long enough to be folded, twice, déjà vu](https://example.org/plan/releases/1.html): Something, at last"} {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("no line %q in\n%s", line, text)
		}
	}
}
