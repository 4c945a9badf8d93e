package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/plan"
	"milepost/internal/view"
)

const changing = `
-- content/themes/growth.md --
---
title: Growth
horizon: now
---
-- content/releases/r.md --
---
title: Spring
version: 1.3
date: 2026-Q3
---
-- content/backlog/a.md --
---
title: Resume
theme: growth
status: done
finished: 2026-02-03
release: r
---
-- content/backlog/secret.md --
---
title: Hush
visibility: internal
---
`

func changingHistory() map[string]plan.History {
	step := func(on, field, before, after string) plan.Step {
		return plan.Step{Day: day(on), Field: field, Before: before, After: after}
	}
	return map[string]plan.History{
		"content/backlog/a.md": {Created: day("2026-01-20"), Steps: []plan.Step{
			step("2026-01-29", "status", "ready", "in-progress"), step("2026-01-29", "effort", "5", "3"),
			step("2026-01-30", "release", "hush-release", "r"), step("2026-02-02", "release", "", "r"), step("2026-02-03", "status", "in-progress", "done"),
		}},
		"content/themes/growth.md":   {Created: day("2026-01-02"), Steps: []plan.Step{step("2026-02-02", "horizon", "next", "now")}},
		"content/releases/r.md":      {Created: day("2030-01-01"), Steps: []plan.Step{step("2026-02-04", "date", "2026-Q2", "2026-Q3"), step("2030-01-01", "date", "2026-Q3", "")}},
		"content/backlog/secret.md":  {Created: day("2026-01-05"), Steps: []plan.Step{step("2026-01-06", "status", "ready", "in-progress")}},
		"content/backlog/deleted.md": {Created: day("2026-01-05")},
	}
}

func changesOf(t *testing.T, history map[string]plan.History) (map[string]view.Page, string) {
	t.Helper()
	pages := map[string]view.Page{}
	for _, p := range view.Pages(planWith(t, changing, history)) {
		pages[p.Path] = p
	}
	var out strings.Builder
	for _, m := range data[view.ChangesPage](t, pages, "changes.html").Months {
		fmt.Fprintf(&out, "%s\n", m.Title)
		for _, w := range m.Weeks {
			fmt.Fprintf(&out, " %s\n", w.Title)
			for _, c := range w.Changes {
				fmt.Fprintf(&out, "  %s: %s (%s)\n", c.Day, c.Link.Text, c.Icon)
			}
		}
	}
	return pages, out.String()
}

// TestChangesTellWhatHappened: week by week, nothing of what is not published or
// still to come, and a date that moved with the old one beside it.
func TestChangesTellWhatHappened(t *testing.T) {
	pages, got := changesOf(t, changingHistory())
	want := `February 2026
 Week of 2 Feb
  4 Feb: the second quarter of 2026 → the third quarter of 2026: 1.3 Spring (arrow)
  3 Feb: Done: Resume (check)
  2 Feb: Planned for 1.3 Spring: Resume (arrow)
  2 Feb: Next → Now: Growth (up)
January 2026
 Week of 26 Jan
  29 Jan: Begun: Resume (arrow)
  29 Jan: Effort 5 → 3: Resume (arrow)
 Week of 19 Jan
  20 Jan: New: Resume (plus)
 Week of 29 Dec 2025
  2 Jan: New: Growth (plus)
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var past []string
	for _, c := range data[view.ItemPage](t, pages, "items/a.html").Past {
		past = append(past, c.Day+" "+c.Link.Text)
	}
	if got := strings.Join(past, ", "); got != "3 Feb Done, 2 Feb Planned for 1.3 Spring, 29 Jan Begun, 29 Jan Effort 5 → 3, 20 Jan New" {
		t.Errorf("the item says %s", got)
	}
}

// TestAHistoryThatBeginsLateSaysSo: a shallow clone shows files of which nobody knows
// when they came.
func TestAHistoryThatBeginsLateSaysSo(t *testing.T) {
	whole, _ := changesOf(t, changingHistory())
	cut := changingHistory()
	cut["content/backlog/a.md"] = plan.History{Changed: day("2026-02-03")}
	pages, _ := changesOf(t, cut)
	if ground := data[view.ChangesPage](t, whole, "changes.html").Ground; ground != "" {
		t.Errorf("of a whole history it says %q", ground)
	}
	if data[view.ChangesPage](t, pages, "changes.html").Ground == "" {
		t.Error("it does not say that something is missing")
	}
}

// TestWithoutHistoryOnlyWhatThePlanSays: no day is invented, and the reader is told.
func TestWithoutHistoryOnlyWhatThePlanSays(t *testing.T) {
	pages, got := changesOf(t, nil)
	if got != "February 2026\n Week of 2 Feb\n  3 Feb: Done: Resume (check)\n" || data[view.ChangesPage](t, pages, "changes.html").Ground == "" {
		t.Errorf("it says\n%s", got)
	}
}
