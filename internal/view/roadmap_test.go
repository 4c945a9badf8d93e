package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/view"
)

func TestTheRoadmapSaysWhyAndWhatNext(t *testing.T) {
	page := data[view.RoadmapPage](t, site(t, tintype), "index.html")
	if page.Heading != "Findable in fifty years." || page.Next == nil || page.Next.Text != "1.3 Home before dinner" || page.Next.Href != "releases/1.3.html" {
		t.Errorf("heading %q, next %+v", page.Heading, page.Next)
	}
	if got := plain(page.Behind); got != "1.2 Solid ground, released 18 November 2025." {
		t.Errorf("behind us: %s", got)
	}
	outcomes := []view.OutcomeRow{
		{Anchor: "at.outcome-safe", Number: 1, Title: "Safe the same evening", Target: "95 %", Gauge: &view.Gauge{Percent: 35}, Now: "71 %", Words: "was 58 %"},
		{Anchor: "at.outcome-found", Number: 2, Title: "Found in thirty seconds", Words: "Not measured yet."},
	}
	if diff := cmp.Diff(outcomes, page.Outcomes); diff != "" {
		t.Errorf("outcomes (-want +got):\n%s", diff)
	}
	if len(page.Horizons) != 1 || page.Horizons[0].Title != "Now" || len(page.Horizons[0].Themes) != 1 {
		t.Fatalf("horizons %+v", page.Horizons)
	}
	card := page.Horizons[0].Themes[0]
	var facts []string
	for _, f := range card.Facts {
		facts = append(facts, f.Term+": "+plain(f.Parts))
	}
	want := []string{"Ships next: Resume an upload", "Target: 1.3, the first quarter of 2026", "Outcome: 1. Safe the same evening"}
	if diff := cmp.Diff(want, facts); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
	if card.Progress != "1 of 3 items done, 1 in progress" || len(card.Segments.Parts) != 3 {
		t.Errorf("progress %q %+v", card.Progress, card.Segments)
	}
}

func TestTheFartherTheFainter(t *testing.T) {
	const theme = "-- content/themes/%[1]s.md --\n---\nhorizon: %[1]s\nsummary: S\n---\n"
	page := data[view.RoadmapPage](t, site(t, fmt.Sprintf(theme, "now")+fmt.Sprintf(theme, "next")+fmt.Sprintf(theme, "later")+
		"-- content/themes/done.md --\n---\nstatus: achieved\nhorizon: now\n---\n-- content/themes/gone.md --\n---\nstatus: dropped\n---\n"), "index.html")
	var got []string
	for _, band := range page.Horizons {
		for _, c := range band.Themes {
			got = append(got, fmt.Sprintf("%s: %s progress=%q line=%q", band.Class, c.Shield.Title, c.Progress, plain(c.Line)))
		}
	}
	want := []string{
		`now: Now progress="No items yet" line=""`,
		`next: Next progress="" line="No items yet."`,
		`later: Later progress="" line=""`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if plain(page.Achieved) != "Achieved: Done." {
		t.Errorf("achieved %+v", page.Achieved)
	}
}

func TestARoadmapWithHolesLooksIntended(t *testing.T) {
	empty := data[view.RoadmapPage](t, site(t, ""), "index.html")
	if !empty.Begin || empty.Heading != "Milepost" || empty.Next != nil || empty.Horizons != nil || empty.Behind != nil || len(empty.Thread) != 1 {
		t.Errorf("of nothing: %+v", empty)
	}
	items := data[view.RoadmapPage](t, site(t, "-- content/backlog/a.md --\n-- content/backlog/b.md --\n---\nstatus: done\n---\n"), "index.html")
	if items.Begin || len(items.First) != 1 || items.All.Text != "The whole backlog, 1 item" || plain(items.Behind) != "Done so far: 1 item." {
		t.Errorf("of items alone: first %+v, behind %q", items.First, plain(items.Behind))
	}
	noNow := data[view.RoadmapPage](t, site(t, "-- content/themes/t.md --\n-- content/backlog/a.md --\n"), "index.html")
	if noNow.Horizons[0].Empty == "" || plain(noNow.Unaligned) != "1 item in the backlog without a theme." {
		t.Errorf("without a theme that is now: %+v, %q", noNow.Horizons[0], plain(noNow.Unaligned))
	}
}

func TestTheGoalStandsBeforeTheFirstParagraph(t *testing.T) {
	with := data[view.RoadmapPage](t, site(t, "-- content/_index.md --\n---\ngoal: The goal.\n---\nFirst.\n\nSecond.\n"), "index.html")
	if with.Lede != "The goal." || with.Lead != "" || !strings.HasPrefix(string(with.Body), "<p>First.</p>\n<p>Second.</p>") {
		t.Errorf("%q, %q, %q", with.Lede, with.Lead, with.Body)
	}
	without := data[view.RoadmapPage](t, site(t, "-- content/_index.md --\nFirst.\n\nSecond.\n"), "index.html")
	if without.Lede != "" || without.Lead != "First." || strings.Contains(string(without.Body), "First.") {
		t.Errorf("%q, %q, %q", without.Lede, without.Lead, without.Body)
	}
}

func TestManyItemsAreOneBar(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("-- content/themes/t.md --\n---\nhorizon: now\n---\n")
	for i := range 30 {
		fmt.Fprintf(&archive, "-- content/backlog/i-%d.md --\n---\ntheme: t\nstatus: %s\n---\n", i, map[bool]string{true: "done", false: "ready"}[i < 20])
	}
	s := data[view.RoadmapPage](t, site(t, archive.String()), "index.html").Horizons[0].Themes[0].Segments
	if diff := cmp.Diff([]view.Segment{{State: "done", Size: 20}, {State: "ready", Size: 10}}, s.Parts); !s.Bar || diff != "" {
		t.Errorf("bar %v (-want +got):\n%s", s.Bar, diff)
	}
}
