package view_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/view"
)

// axis tells where the parts of a timeline stand, a line each.
func axis(page view.TimelinePage) []string {
	var out []string
	for _, r := range page.Releases {
		out = append(out, fmt.Sprintf("release %s at %d row %d: %s", r.Text, r.X, r.Row, r.When))
	}
	for _, t := range page.Themes {
		out = append(out, fmt.Sprintf("theme %s: %v; %v; %s", t.Title, t.Bars, t.Notches, t.Words))
	}
	return out
}

func TestTheTimelineIsExactBehindUsAndFadesAhead(t *testing.T) {
	page := data[view.TimelinePage](t, site(t, steady(12, 6)), "timeline.html")
	var quarters []string
	for _, q := range page.Quarters {
		quarters = append(quarters, q.Name+" "+q.Year)
	}
	if diff := cmp.Diff([]string{"Q4 2025", "Q1 2026", "Q2 2026", "Q3 2026", "Later "}, quarters); diff != "" {
		t.Errorf("quarters (-want +got):\n%s", diff)
	}
	if page.Today != 286 { // 39 of the 90 days of the second quarter drawn
		t.Errorf("today is at %d", page.Today)
	}
	want := []view.Bar{{Class: "past", X: 102, End: 286}, {Class: "sure", X: 286, End: 331}, {Class: "fuzzy", X: 331, End: 339}}
	if diff := cmp.Diff(want, page.Themes[0].Bars); diff != "" || len(page.Themes[0].Notches) < 12 {
		t.Errorf("(-want +got):\n%s%q", diff, axis(page))
	}
	if len(page.Table) != 4 || page.Table[0].Likely != "by 1 March 2026" || page.Table[0].Planned != "February 2026" {
		t.Errorf("the table: %+v", page.Table)
	}
}

func TestATimelineWithoutAForecastShowsWhatIsPlanned(t *testing.T) {
	page := data[view.TimelinePage](t, site(t, `
-- content/themes/a.md --
---
title: Alpha
horizon: now
---
-- content/themes/b.md --
---
title: Beta
---
-- content/releases/1.md --
---
title: One
date: 2026-Q2
---
-- content/backlog/T-1.md --
---
theme: a
release: 1
---
-- content/backlog/T-2.md --
---
theme: b
---
`), "timeline.html")
	want := []string{
		"release 1 One at 200 row 0: The second quarter of 2026",
		"theme Alpha: [{sure 86 200} {fuzzy 200 397}]; []; the second quarter of 2026",
		"theme Beta: [{fuzzy 800 1000}]; []; no dates",
	}
	if diff := cmp.Diff(want, axis(page)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if page.Ground != "" || len(page.Missing) == 0 {
		t.Errorf("it does not say why there are no dates")
	}
}

func TestReleasesOnOneDayStandBelowEachOther(t *testing.T) {
	page := data[view.TimelinePage](t, site(t, `
-- content/releases/1.md --
---
title: One
date: 2026-05-01
---
-- content/releases/2.md --
---
title: Two
date: 2026-05-02
---
-- content/releases/3.md --
---
title: Three
---
-- content/releases/4.md --
---
title: Gone
status: dropped
---
`), "timeline.html")
	if len(page.Releases) != 3 || page.Releases[0].Row != 0 || page.Releases[1].Row != 1 || page.Releases[2].X < 800 || page.Rows != 2 {
		t.Errorf("%q", axis(page))
	}
}
