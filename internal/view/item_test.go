package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/view"
)

// rungs are the sentences of a thread, one in a line, each with its class.
func rungs(thread []view.Rung) string {
	var out strings.Builder
	for _, r := range thread {
		fmt.Fprintf(&out, "%s: %s", r.Class, plain(r.Words))
		if r.Note != "" {
			out.WriteString(" " + r.Note)
		}
		out.WriteString("\n")
	}
	return out.String()
}

func TestTheThreadStandsInSentencesWhateverIsMissing(t *testing.T) {
	const item = "-- content/backlog/x.md --\n---\ntype: bug\ntheme: t\n---\n# X\n"
	const theme = "-- content/themes/t.md --\n---\ntitle: Backup\n"
	const vision = "-- content/_index.md --\n---\nvision: findable in fifty years\n"
	const outcomes = "outcomes: [{id: o, title: Safe the same evening, current: 71 %, target: 95 %}, {id: n, title: New}]\n"
	for name, tc := range map[string]struct{ archive, want string }{
		"all of it": {
			vision + outcomes + "---\n" + theme + "why: a photo nobody saved is lost\noutcomes: [o, n]\n---\n" + item,
			"vision: Findable in fifty years.\noutcome: We will know by outcome 1: Safe the same evening. 71 % now, 95 % wanted.\n" +
				"outcome: We will know by outcome 2: New. Not measured yet.\ntheme: Backup: A photo nobody saved is lost.\nitem: This bug is a step on that road.\n",
		},
		"no outcome of the theme": {
			vision + outcomes + "---\n" + theme + "summary: Photos come home\n---\n" + item,
			"vision: Findable in fifty years.\nhole: The theme names no outcome yet that would show it.\ntheme: Backup: Photos come home.\nitem: This bug is a step on that road.\n",
		},
		"no outcomes at all": {
			vision + "---\n" + theme + "---\n" + item,
			"vision: Findable in fifty years.\ntheme: Backup leads there.\nitem: This bug is a step on that road.\n",
		},
		"no theme": {
			vision + "---\n-- content/backlog/x.md --\n# X\n",
			"vision: Findable in fifty years.\nitem: It serves no theme yet.\n",
		},
		"nothing": {"-- content/backlog/x.md --\n# X\n", "item: It serves no theme yet.\n"},
		"finished": {
			theme + "---\n" + strings.Replace(item, "type: bug", "status: done\nfinished: 2026-01-02", 1),
			"theme: Backup leads there.\nitem: It was a step on that road, finished on 2 January 2026.\n",
		},
		"dropped": {
			theme + "---\n" + strings.Replace(item, "type: bug", "status: dropped", 1),
			"theme: Backup leads there.\nitem: It was meant as a step on that road, and was dropped.\n",
		},
	} {
		page := data[view.ItemPage](t, site(t, tc.archive), "items/x.html")
		if diff := cmp.Diff(tc.want, rungs(page.Thread)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestAnItemSaysWhereItStandsAndWhy(t *testing.T) {
	pages := site(t, `
-- content/_index.md --
---
order: [a]
---
-- content/releases/1.0.md --
---
title: First
date: 2026-03
---
-- content/backlog/a.md --
---
title: Listed
status: ready
depends_on: [b]
value: 4
effort: 2
release: 1.0
---
-- content/backlog/b.md --
---
title: Needed
status: ready
value: 1
---
-- content/backlog/c.md --
---
title: Last
---
-- content/backlog/d.md --
---
title: Finished
status: done
finished: 2026-01-05
started: 2026-01-04
release: 1.0
---
-- content/backlog/e.md --
---
title: Not this
priority: wont
---
`)
	b := data[view.ItemPage](t, pages, "items/b.html").Standing
	if b.Title != "Why it stands at number 1" || b.Prev != nil || b.Next == nil || b.Next.Text != "Listed" || b.Next.Href != "../items/a.html" {
		t.Errorf("standing of b: %+v", b)
	}
	if got := plain(b.Why); !strings.HasPrefix(got, "a, ranked 1 by hand, needs it") {
		t.Errorf("reason of b: %s", got)
	}
	facts := map[string]string{}
	for _, f := range b.Facts {
		facts[f.Term] = plain(f.Parts)
	}
	want := map[string]string{
		"Rank by hand": "1", "Because of": "Listed", "Bundle": "2 items, together 5 value for 4 effort = 1.2", "Wanted in": "1.0", "Unblocks": "1 item",
		"Score": "0.5, worth 1 for effort 2, which is assumed", "Not ready": "It has no theme, its effort is not known and it has no acceptance criteria.",
	}
	if diff := cmp.Diff(want, facts); diff != "" {
		t.Errorf("facts of b (-want +got):\n%s", diff)
	}
	a := data[view.ItemPage](t, pages, "items/a.html").Standing
	if a.Prev == nil || a.Prev.Position != 1 || a.Next == nil || a.Next.Position != 3 {
		t.Errorf("neighbours of a: %+v, %+v", a.Prev, a.Next)
	}
	d := data[view.ItemPage](t, pages, "items/d.html")
	if d.Standing.Title != "Done on 5 January 2026" || plain(d.Standing.Why) != "It will reach people with 1.0 First." || d.Standing.Prev != nil {
		t.Errorf("standing of d: %+v", d.Standing)
	}
	if last := d.Facts[len(d.Facts)-1]; last.Term != "Finished" || last.Note != "in 2 days" {
		t.Errorf("the last fact of d: %+v", last)
	}
	if e := data[view.ItemPage](t, pages, "items/e.html").Standing; e.Title != "Not in the backlog" {
		t.Errorf("standing of e: %+v", e)
	}
}

func TestALongFirstParagraphIsNoLede(t *testing.T) {
	pages := site(t, "-- content/backlog/a.md --\nShort *words*.\n\nMore.\n-- content/backlog/b.md --\n"+strings.Repeat("Long words. ", 40)+"\n")
	a, b := data[view.ItemPage](t, pages, "items/a.html"), data[view.ItemPage](t, pages, "items/b.html")
	if a.Lede != "Short <em>words</em>." || a.Lead != "" || strings.Contains(string(a.Body), "Short") {
		t.Errorf("a: lede %q, lead %q, body %q", a.Lede, a.Lead, a.Body)
	}
	if b.Lede != "" || !strings.HasPrefix(string(b.Lead), "Long words.") {
		t.Errorf("b: lede %q, lead %q", b.Lede, b.Lead)
	}
}

func TestManyDependenciesAreFoldedAway(t *testing.T) {
	var archive, needs strings.Builder
	for i := range 40 {
		fmt.Fprintf(&archive, "-- content/backlog/n-%d.md --\n# N %d\n", i, i)
		fmt.Fprintf(&needs, "n-%d, ", i)
	}
	fmt.Fprintf(&archive, "-- content/backlog/x.md --\n---\ndepends_on: [%s]\n---\n", needs.String())
	pages := site(t, archive.String())
	g := data[view.ItemPage](t, pages, "items/x.html").Graph
	if len(g.Needs) != 8 || len(g.MoreNeeds) != 32 || g.Needs[0].ID != "n-0" || g.MoreNeeds[31].ID != "n-39" {
		t.Errorf("%d needs are shown and %d folded", len(g.Needs), len(g.MoreNeeds))
	}
	if g := data[view.ItemPage](t, pages, "items/n-3.html").Graph; len(g.Blocks) != 1 || len(g.Needs) != 0 {
		t.Errorf("the graph of n-3: %+v", g)
	}
	if alone := data[view.ItemPage](t, site(t, "-- content/backlog/x.md --\n"), "items/x.html").Graph; alone != nil {
		t.Errorf("an item alone has the graph %+v", alone)
	}
}

func TestALinkWithAnAddressThatIsNotAllowedIsNoLink(t *testing.T) {
	pages := site(t, "-- content/backlog/x.md --\n---\nlinks: [{title: bad, url: 'javascript:alert(1)'}, {title: good, url: 'https://example.org/'}]\n---\n")
	var got []view.Part
	for _, f := range data[view.ItemPage](t, pages, "items/x.html").Facts {
		if f.Term == "See also" {
			got = append(got, f.Parts...)
		}
	}
	for _, p := range got {
		if strings.HasPrefix(p.Href, "javascript:") {
			t.Errorf("%q leads to %q", p.Text, p.Href)
		}
	}
}

func TestHiddenWorkIsOtherWork(t *testing.T) {
	pages := site(t, "-- content/backlog/secret.md --\n---\nvisibility: internal\n---\n# Secret\n-- content/backlog/x.md --\n---\nstatus: ready\ndepends_on: [secret]\n---\n# X\n")
	page := data[view.ItemPage](t, pages, "items/x.html")
	if page.Graph == nil || !page.Graph.Other || len(page.Graph.Needs) != 0 || page.State.Class != "waiting" {
		t.Errorf("graph %+v, state %+v", page.Graph, page.State)
	}
	for _, f := range page.Standing.Facts {
		if f.Term == "Waits for" && plain(f.Parts) != "other work" {
			t.Errorf("it waits for %s", plain(f.Parts))
		}
	}
}
