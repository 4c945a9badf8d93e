package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/view"
)

// outline is a page of what has shipped in a few words for each line.
func outline(page view.ShippedPage) []string {
	var out []string
	for _, g := range page.Groups {
		out = append(out, strings.TrimSpace(g.Title+" | "+g.When+" "+map[bool]string{true: "continued"}[g.Continued]))
		for _, theme := range g.Themes {
			name := "no theme"
			if theme.Theme != nil {
				name = theme.Theme.Title + ": " + theme.Why
			}
			out = append(out, "  "+name)
			for _, line := range theme.Run.Lines {
				out = append(out, strings.TrimRight("    "+line.Title+" "+line.Note, " "))
			}
		}
	}
	return out
}

func TestWhatHasShippedStandsUnderItsReleaseOrMonth(t *testing.T) {
	page := data[view.ShippedPage](t, site(t, `
-- content/themes/a.md --
---
title: Alpha
why: Because of a.
---
-- content/releases/1.md --
---
title: One
released: 2026-01-15
---
-- content/releases/2.md --
---
title: Two
---
-- content/backlog/T-1.md --
---
title: In release one
release: 1
status: done
theme: a
finished: 2025-12-01
---
-- content/backlog/T-2.md --
---
title: Done, but its release is not out
release: 2
status: done
---
-- content/backlog/T-3.md --
---
title: On its own in January
status: done
finished: 2026-01-30
---
-- content/backlog/T-4.md --
---
title: On its own in February
status: done
theme: a
finished: 2026-02-01
---
-- content/backlog/T-5.md --
---
title: Long ago
status: done
---
-- content/backlog/T-6.md --
---
title: Also in release one
release: 1
status: done
---
-- content/backlog/T-7.md --
---
title: Still open
release: 1
---
`), "shipped.html")
	want := []string{
		"February 2026 | Outside any release",
		"  Alpha: Because of a.",
		"    On its own in February 1 February 2026",
		"1 One | 15 January 2026",
		"  Alpha: Because of a.",
		"    In release one",
		"  no theme",
		"    Also in release one",
		"January 2026 | Outside any release",
		"  no theme",
		"    On its own in January 30 January 2026",
		"Earlier | On a day nobody wrote down",
		"  no theme",
		"    Long ago",
	}
	if diff := cmp.Diff(want, outline(page)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNothingShippedIsSaidInWords(t *testing.T) {
	page := data[view.ShippedPage](t, site(t, ""), "shipped.html")
	if len(page.Groups) != 0 || !strings.HasPrefix(page.Lede, "Nothing has been delivered yet.") {
		t.Errorf("%+v", page)
	}
}

func TestALongListOfWhatHasShippedGoesOnOverPages(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("-- content/releases/1.md --\n---\nreleased: 2026-01-01\n---\n# One\n")
	for i := range 450 {
		fmt.Fprintf(&archive, "-- content/backlog/T-%d.md --\n---\nrelease: 1\nstatus: done\n---\n# Item %d\n", i, i)
	}
	pages := site(t, archive.String())
	for _, path := range []string{"shipped/2.html", "shipped/3.html"} {
		page := data[view.ShippedPage](t, pages, path)
		if len(page.Groups) != 1 || !page.Groups[0].Continued || page.Groups[0].Href != "../releases/1.html" {
			t.Errorf("%s: %+v", path, page.Groups)
		}
	}
	if got := data[view.ShippedPage](t, pages, "shipped/3.html").Pager.Words; got != "Items 401 to 450 of 450" {
		t.Errorf("the last page says %q", got)
	}
}
