package view_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/calendar"
	"milepost/internal/view"
)

// steady is a plan of which two items of effort 3 were finished in each of the
// last weeks before 9 February 2026, so that its forecast is certain: six a week.
// Its open items are of effort 6, a week each.
func steady(weeks, open int) string {
	var b strings.Builder
	b.WriteString(`
-- content/_index.md --
---
vision: V
outcomes: [{id: safe, title: Safe}]
---
-- content/themes/a.md --
---
horizon: now
outcomes: [safe]
---
-- content/themes/b.md --
---
horizon: next
---
-- content/releases/1.0.md --
---
title: First
date: 2026-02
capacity: 10
---
-- content/releases/2.0.md --
---
title: Second
---
`)
	for w := range weeks {
		for n := range 2 {
			finished := day("2026-02-08") - calendar.Day(7*w+6*n)
			fmt.Fprintf(&b, "-- content/backlog/D-%d%d.md --\n---\ntheme: a\nstatus: done\neffort: 3\nrelease: 1.0\ncreated: %s\nfinished: %s\n---\n", w, n, finished-20, finished)
		}
	}
	for n := range open {
		theme, release, need := "a", "1.0", ""
		if n >= 3 {
			theme, release = "b", "2.0"
		}
		if n%3 > 0 {
			need = fmt.Sprintf("depends_on: [O-%d]\n", n-1)
		}
		fmt.Fprintf(&b, "-- content/backlog/O-%d.md --\n---\ntitle: Open %d\ntheme: %s\nstatus: ready\neffort: 6\ncreated: 2025-12-01\nrelease: %q\n%s---\nText.\n", n, n, theme, release, need)
	}
	return b.String()
}

func TestAReleaseIsForeseenAsARange(t *testing.T) {
	r := data[view.ReleasePage](t, site(t, steady(12, 6)), "releases/1.0.html")
	want := view.Expected{
		Range:  "by 1 March 2026",
		Even:   view.ByDay{Words: "1 March", ISO: "2026-03-01"},
		Likely: view.ByDay{Words: "1 March", ISO: "2026-03-01"},
		Sure:   view.ByDay{Words: "1 March", ISO: "2026-03-01"},
		Bar:    view.RangeBar{From: 92, Size: 4, Dark: 100},
	}
	if diff := cmp.Diff(want, r.Expected); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if r.Chance == nil || r.Chance.Odds != "less than 1\u00a0%" || plain(r.Chance.Words) != "Aimed at February 2026, which is unlikely: less than 1\u00a0%." || !r.Chance.Poor {
		t.Errorf("the chance to be ready in February: %+v", r.Chance)
	}
	if r.Base == nil || len(r.Base.Words) == 0 || r.Base.Words[0] != "The dates come from 24 items finished in 12 weeks, 72 effort in all, as of 9 February 2026; they hold if nothing is put in front." {
		t.Errorf("the base: %+v", r.Base)
	}
	second := data[view.ReleasePage](t, site(t, steady(12, 6)), "releases/2.0.html")
	if second.Expected.Range != "by 22 March 2026" || second.Chance != nil {
		t.Errorf("the second: %+v, chance %+v", second.Expected, second.Chance)
	}
}

func TestAReleaseSaysWhatWaitsForWhat(t *testing.T) {
	r := data[view.ReleasePage](t, site(t, steady(12, 6)), "releases/1.0.html")
	if r.Chain == nil || r.Chain.Words != "3 items, 18 effort, one after another" {
		t.Fatalf("the chain: %+v", r.Chain)
	}
	var titles []string
	for _, l := range r.Chain.Links {
		titles = append(titles, l.Title+l.Elsewhere)
	}
	if diff := cmp.Diff([]string{"Open 0", "Open 1", "Open 2"}, titles); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAReleaseIsDrawnAsItWasFinished(t *testing.T) {
	b := data[view.ReleasePage](t, site(t, steady(12, 6)), "releases/1.0.html").BurnUp
	if b == nil {
		t.Fatal("no burn-up")
	}
	if b.DoneHead != "Done, effort" || !strings.HasSuffix(b.Label, "Done so far: 72 of 90 effort. All of it is done by 1 March 2026 in 50 to 85 of 100 simulated futures.") {
		t.Errorf("%s: %s", b.DoneHead, b.Label)
	}
	last := b.Rows[len(b.Rows)-1]
	if diff := cmp.Diff(view.BurnRow{Day: "By 1 March 2026", ISO: "2026-03-01", Scope: "90", Done: "90, 95\u00a0% likely"}, last); diff != "" {
		t.Errorf("the last row (-want +got):\n%s", diff)
	}
	if today := b.Rows[len(b.Rows)-4]; today.ISO != "2026-02-09" || today.Scope != "90" || today.Done != "72" {
		t.Errorf("today: %+v", today)
	}
	if b.Fan == "" || b.Today == "" {
		t.Errorf("fan %q, today %q", b.Fan, b.Today)
	}
}

func TestSignsStandAcrossTheBacklog(t *testing.T) {
	page := data[view.BacklogPage](t, site(t, steady(12, 20)), "backlog.html")
	var got []string
	at := 0
	for _, run := range page.Runs {
		for _, e := range run.Ends {
			got = append(got, fmt.Sprintf("%d: %s; %s", at, plain(e.Note), plain(e.Sign)))
		}
		if run.Sign != nil {
			got = append(got, fmt.Sprintf("%d: %s %s", at, plain(run.Sign.By), run.Sign.Note))
		}
		at += len(run.Rows)
	}
	// The sign of four weeks would stand beside the end of the release.
	want := []string{"3: 1.0 First ends here, meant for February 2026; About here by 1 March, 85\u00a0% likely", "13: About here by 10 May, 85\u00a0% likely ", "20: 2.0 Second ends here; About here by late June, 85\u00a0% likely"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRangesStandWhereverSomethingIsOpen(t *testing.T) {
	pages := site(t, steady(12, 6))
	fact := func(facts []view.Fact, term string) string {
		for _, f := range facts {
			if f.Term == term {
				return plain(f.Parts)
			}
		}
		return ""
	}
	if got := fact(data[view.ItemPage](t, pages, "items/O-1.html").Facts, "Forecast"); got != "Likely by 22 February 2026" {
		t.Errorf("an item: %q", got)
	}
	if got := fact(data[view.ItemPage](t, pages, "items/D-00.html").Facts, "Forecast"); got != "" {
		t.Errorf("what is done: %q", got)
	}
	if got := fact(data[view.ThemePage](t, pages, "themes/b.html").Facts, "Complete"); got != "Likely by 22 March 2026" {
		t.Errorf("a theme: %q", got)
	}
	next := data[view.RoadmapPage](t, pages, "index.html").Next
	if next.Likely != "by 1 March 2026" || next.Meant != "Meant for February 2026, less than 1\u00a0% likely" {
		t.Errorf("the roadmap: %+v", next)
	}
	card := data[view.ReleasesPage](t, pages, "releases.html").Planned[1]
	if card.Likely != "Likely by 22 March 2026" || card.Meant != "" {
		t.Errorf("the releases: %+v", card)
	}
}

func TestEachThemeSaysWhatToPickUp(t *testing.T) {
	page := data[view.ThemePage](t, site(t, steady(12, 6)), "themes/b.html")
	var got []string
	for _, leg := range page.Legs {
		for _, r := range leg.Rows {
			if r.NextHere {
				got = append(got, r.ID)
			}
		}
	}
	if diff := cmp.Diff([]string{"O-3"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMachinesReadTheForecast(t *testing.T) {
	type dates struct{ P50, P85, P95 string }
	var record struct {
		Items, Themes, Releases []struct {
			ID       string
			Forecast *dates
			Chance   *int
		}
		Forecast *struct {
			Unit    string
			Weeks   int
			Amount  float64
			Silence []string
		}
	}
	if err := json.Unmarshal([]byte(raw(t, site(t, steady(12, 6)), "milepost.json")), &record); err != nil {
		t.Fatal(err)
	}
	for _, r := range record.Releases {
		if r.ID == "1.0" && (r.Forecast == nil || *r.Forecast != dates{"2026-03-01", "2026-03-01", "2026-03-01"} || r.Chance == nil || *r.Chance != 0) {
			t.Errorf("the release: %+v", r)
		}
	}
	if f := record.Forecast; f == nil || f.Unit != "effort" || f.Weeks != 12 || f.Amount != 72 || len(f.Silence) != 0 {
		t.Errorf("the base: %+v", f)
	}
	for _, it := range record.Items {
		if (it.Forecast == nil) != strings.HasPrefix(it.ID, "D") {
			t.Errorf("%s: %+v", it.ID, it.Forecast)
		}
	}
}

// A young plan has no history. Nothing is made up, and it is said what is missing.
func TestAYoungPlanSaysWhatAForecastNeeds(t *testing.T) {
	for weeks, want := range map[int]string{
		0: "A forecast needs 6 weeks of finished items; so far: 0.",
		1: "A forecast needs 6 weeks of finished items; so far: 1.",
		4: "A forecast needs 6 weeks of finished items; so far: 4.",
	} {
		pages := site(t, steady(weeks, 6))
		page := data[view.BacklogPage](t, pages, "backlog.html")
		if page.Base == nil || page.Base.Words[0] != want {
			t.Errorf("%d weeks: %+v", weeks, page.Base)
			continue
		}
		for _, run := range page.Runs {
			if run.Sign != nil || len(run.Ends) > 0 && strings.Contains(plain(run.Ends[0].Sign), "likely") {
				t.Errorf("%d weeks: a sign tells a day", weeks)
			}
		}
		r := data[view.ReleasePage](t, pages, "releases/1.0.html")
		if weeks < 3 && r.BurnUp != nil && r.BurnUp.Fan != "" || weeks == 0 && r.BurnUp != nil {
			t.Errorf("%d weeks: a drawing of nothing", weeks)
		}
		if r.Expected.Range != "" || r.Expected.Silent != want || r.Chance != nil || r.Base != nil {
			t.Errorf("%d weeks: %+v", weeks, r.Expected)
		}
	}
	if page := data[view.BacklogPage](t, site(t, ""), "backlog.html"); page.Base != nil {
		t.Errorf("an empty plan: %+v", page.Base)
	}
}

func TestItemsAreCountedWhereEffortsAreMissing(t *testing.T) {
	page := data[view.BacklogPage](t, site(t, strings.NewReplacer("effort: 3\n", "", "effort: 6\n", "").Replace(steady(12, 6))), "backlog.html")
	if len(page.Base.Doubts) == 0 || !strings.HasPrefix(page.Base.Doubts[0], "Items are counted, because only 0 of 30 have an effort.") {
		t.Errorf("%+v", page.Base)
	}
}

func TestHealthTracesTheThreadBothWays(t *testing.T) {
	traces := data[view.HealthPage](t, site(t, steady(12, 6)), "health.html").Traces
	if len(traces) != 2 {
		t.Fatalf("%+v", traces)
	}
	up, down := traces[0], traces[1]
	if up.Main != "50\u00a0%" || up.Words != "of the effort near at hand reaches an outcome: 3 of 6 items, 18 of 36 effort." || plain(up.Outside) != "Leads to no outcome: O-3, O-4 and O-5." {
		t.Errorf("up: %+v", up)
	}
	if down.Main != "2 of 2" || down.Outside != nil {
		t.Errorf("down: %+v", down)
	}
	if empty := data[view.HealthPage](t, site(t, ""), "health.html").Traces; empty != nil {
		t.Errorf("of nothing: %+v", empty)
	}
}
