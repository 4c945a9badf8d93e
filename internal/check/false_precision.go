package check

import (
	"fmt"
	"slices"
	"time"

	"milepost/internal/calendar"
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var falsePrecision = Rule{
	Name:     "false-precision",
	Group:    Releases,
	Severity: diag.Info,
	Summary:  "a date is as fine as what is known",
	Doc: `A day that nobody can know reads like a promise, and will be moved; a quarter that holds is worth more.
Write the date as coarse as it is known, or fixed: true where an outside deadline makes it exact.

It is said of a planned release that names a day or a week while all of its open work is Later; and of
one whose date is less than half as wide as what the forecast leaves open, from the day by which its
work is done in 50 of 100 futures to that of 95. A date within the weeks that Now lasts (horizon_weeks
in milepost.yaml, 6) is a decision and not a guess, and one that is kept in 85 of 100 futures is known
well enough.`,
	Bad: `
-- content/releases/winter.md --
---
title: Winter
goal: Everybody finds everything.
date: 2027-03-15
      ^^^^^^^^^^ the release "winter" names a day, but all of its work is later
               = write it as coarse as it is known, such as 2027-Q1, or fixed: true where a deadline binds
---
-- content/themes/growth.md --
---
title: Growth
horizon: later
---
-- content/themes/growth/search.md --
---
title: Search
release: winter
---
`,
	Good: `
-- content/releases/winter.md --
---
title: Winter
goal: Everybody finds everything.
date: 2027-Q1
---
-- content/themes/growth.md --
---
title: Growth
horizon: later
---
-- content/themes/growth/search.md --
---
title: Search
release: winter
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, rel := range p.Releases {
			if !r.guessed(rel) {
				continue
			}
			unit := rel.Date.Unit
			switch width := leftOpen(rel); {
			case unit >= calendar.Week && isLater(rel):
				r.imprecise(rel, "all of its work is later", unitDays[calendar.Quarter])
			case width >= 2*unitDays[unit]:
				dates := rel.Outlook.Dates
				r.imprecise(rel, "the forecast goes from "+plan.Day(dates.P50.Day).String()+" to "+plan.Day(dates.P95.Day).String(), width)
			}
		}
	},
}

// sureChance is the chance of a date that may be announced without a doubt, in
// percent.
const sureChance = 85

// guessed reports whether nobody can know yet that a release will keep its date,
// nor can simply decide it.
func (s *survey) guessed(rel *plan.Release) bool {
	soon := s.plan.Facts.Today + calendar.Day(7*s.plan.Config.HorizonWeeks[0])
	return rel.Status == plan.Planned && !rel.Fixed && rel.Date.Last > soon && rel.Chance < sureChance
}

// imprecise reports a date that should be about as wide as so many days.
func (r *Reporter) imprecise(rel *plan.Release, why string, width int) {
	r.Report(diag.New(r.Rule, rel.At("date"), "the release %q names a %s, but %s", rel.ID, unitNames[rel.Date.Unit], why).
		WithHint("write it as coarse as it is known, such as %s, or fixed: true where a deadline binds", coarse(rel.Date.Last, width)))
}

var (
	unitNames = [...]string{calendar.Year: "year", calendar.Half: "half-year", calendar.Quarter: "quarter", calendar.Month: "month", calendar.Week: "week", calendar.OneDay: "day"}
	unitDays  = [...]int{calendar.Year: 365, calendar.Half: 182, calendar.Quarter: 91, calendar.Month: 30, calendar.Week: 7, calendar.OneDay: 1}
)

// isLater reports whether the horizon of everything open in a release is Later,
// and somebody has said so.
func isLater(rel *plan.Release) bool {
	return rel.Progress.Open > 0 && !slices.ContainsFunc(rel.Items, func(i *plan.Item) bool {
		return planned(i) && (nearness(i) != plan.Later || !horizonIsSaid(i))
	})
}

// leftOpen is how many days the forecast leaves open for a release; 0 where there
// is none.
func leftOpen(rel *plan.Release) int {
	if !rel.Outlook.Known {
		return 0
	}
	return rel.Outlook.Dates.P95.Day - rel.Outlook.Dates.P50.Day
}

// coarse is a date around day that is about as wide as so many days.
func coarse(day calendar.Day, width int) string {
	t := day.Time()
	year, month := t.Year(), t.Month()
	switch {
	case width < 2*unitDays[calendar.Week]:
		year, week := t.ISOWeek()
		return fmt.Sprintf("%d-W%02d", year, week)
	case width < 2*unitDays[calendar.Month]:
		return fmt.Sprintf("%d-%02d", year, month)
	case width < 2*unitDays[calendar.Quarter]:
		return fmt.Sprintf("%d-Q%d", year, (month-time.January)/3+1)
	case width < 2*unitDays[calendar.Half]:
		return fmt.Sprintf("%d-H%d", year, (month-time.January)/6+1)
	}
	return fmt.Sprint(year)
}
