package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/view"
)

// laid is the backlog as it lies on the road: signs, surfaces, ids.
func laid(page view.BacklogPage) string {
	var out strings.Builder
	for _, run := range page.Runs {
		for _, end := range run.Ends {
			fmt.Fprintf(&out, "-- %s; %s\n", plain(end.Note), plain(end.Sign))
		}
		if run.Horizon != "" {
			fmt.Fprintf(&out, "== %s\n", run.Horizon)
		}
		if len(run.Rows) == 0 {
			continue
		}
		fmt.Fprintf(&out, "%s (%s):", run.Surface, run.Label)
		for _, r := range run.Rows {
			out.WriteString(" " + r.ID)
			if r.Next {
				out.WriteString("*")
			}
		}
		out.WriteString("\n")
	}
	for _, r := range page.Wont {
		out.WriteString("wont: " + r.ID + "\n")
	}
	return out.String()
}

func TestTheBacklogLiesOnTheRoad(t *testing.T) {
	pages := site(t, `
-- content/releases/1.0.md --
---
title: First
date: 2026-03
---
-- content/releases/someday.md --
-- content/backlog/begun.md --
---
status: in-progress
horizon: later
release: 1.0
---
-- content/backlog/waits.md --
---
status: ready
horizon: now
depends_on: [pulled]
release: 1.0
---
-- content/backlog/pulled.md --
---
status: ready
horizon: later
release: someday
---
-- content/backlog/next.md --
---
status: ready
horizon: next
---
-- content/backlog/later.md --
---
horizon: later
release: 1.0
---
-- content/backlog/not.md --
---
priority: wont
---
`)
	// What is begun, and what a nearer item needs, is as near as that.
	want := `== Now
now (Positions 1 to 3): begun pulled* waits
== Next
dashed (Position 4): next
== Later
dotted (Position 5): later
-- 1.0 First ends here; Meant for March 2026
wont: not
`
	page := data[view.BacklogPage](t, pages, "backlog.html")
	if diff := cmp.Diff(want, laid(page)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if page.Without != "theme value owner" {
		t.Errorf("empty columns: %q", page.Without)
	}
	if r := page.Runs[0].Rows[2]; plain(r.Why) == "" || !strings.Contains(plain(r.Why), "after pulled, which it needs") {
		t.Errorf("reason of waits: %q", plain(r.Why))
	}
}

func TestTheOrderGoesOnOverPages(t *testing.T) {
	var archive strings.Builder
	for i := range 430 {
		fmt.Fprintf(&archive, "-- content/backlog/i-%d.md --\n---\nstatus: ready\n%s---\n", i, map[bool]string{true: "priority: wont\n"}[i >= 405])
	}
	pages := site(t, archive.String())
	first := data[view.BacklogPage](t, pages, "backlog.html")
	if first.Pager.Words != "Positions 1 to 200 of 430" || first.Pager.Prev != nil || first.Pager.Next.Href != "backlog/2.html" || first.Pager.Last.Href != "backlog/3.html" {
		t.Errorf("the first pager: %+v", first.Pager)
	}
	if !first.Whole || first.Count != "405 items" {
		t.Errorf("the filter is over the whole: %v, of %q", first.Whole, first.Count)
	}
	second := data[view.BacklogPage](t, pages, "backlog/2.html")
	if second.Root != "../" || second.Pager.Prev.Href != "../backlog.html" || second.Runs[0].Rows[0].Position != 201 || second.Runs[0].Rows[0].Href != "../items/i-200.html" {
		t.Errorf("the second page: root %q, pager %+v, first row %+v", second.Root, second.Pager, second.Runs[0].Rows[0])
	}
	if second.Runs[0].Horizon != "" {
		t.Error("the sign of a horizon stands twice")
	}
	third := data[view.BacklogPage](t, pages, "backlog/3.html")
	if n := len(third.Runs[0].Rows); n != 5 || len(third.Wont) != 25 {
		t.Errorf("the third page has %d rows and %d that will not be done", n, len(third.Wont))
	}
	if second.Title == first.Title {
		t.Error("two pages have one title")
	}
}

func TestTheChainIsSaidInWords(t *testing.T) {
	for order, want := range map[string]string{
		"":                                "What is begun, then what is near, then what is ranked by hand, then what belongs to an earlier release, then what has the higher priority; among equals, the most value for its effort. What an item needs always stands before it.",
		"order_by: [priority, rank]":      "What has the higher priority, then what is ranked by hand; among equals, the most value for its effort. What an item needs always stands before it.",
		"order_by: [score]":               "The most value for its effort comes first. What an item needs always stands before it.",
		"order_by: [nonsense, horizon]\n": "What is near; among equals, the most value for its effort. What an item needs always stands before it.",
	} {
		page := data[view.BacklogPage](t, site(t, "-- milepost.yaml --\n"+order+"\n-- content/backlog/x.md --\n"), "backlog.html")
		if page.Chain != want {
			t.Errorf("%s\n got %s\nwant %s", order, page.Chain, want)
		}
	}
}

func TestFiltersOfferOnlyWhatWouldFindSomething(t *testing.T) {
	f := data[view.BacklogPage](t, site(t, tintype), "backlog.html").Filters
	var types, states []string
	for _, m := range f.Types {
		types = append(types, m.Class)
	}
	for _, m := range f.States {
		states = append(states, m.Class)
	}
	if diff := cmp.Diff([]string{"story", "task"}, types); diff != "" {
		t.Errorf("types (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"doing", "idea"}, states); diff != "" {
		t.Errorf("states (-want +got):\n%s", diff)
	}
	if len(f.Themes) != 0 { // a choice of one is none
		t.Errorf("themes %+v", f.Themes)
	}
}

func TestABacklogWithoutItemsSaysSo(t *testing.T) {
	page := data[view.BacklogPage](t, site(t, ""), "backlog.html")
	if !page.Empty || page.Lede != "Nothing is waiting to be done." || len(page.Runs) != 0 || page.Pager != nil {
		t.Errorf("%+v", page)
	}
}
