package check

import (
	"slices"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

// rhythm is how many releases make one, and gapAtLeast the least number of days
// that is a gap: teams that release every day also go on holiday.
const (
	rhythm     = 3
	gapAtLeast = 14
)

var deliveryGap = Rule{
	Name:     "delivery-gap",
	Group:    Releases,
	Severity: diag.Info,
	Summary:  "releases keep coming",
	Doc: `More than twice the usual time has passed since the last release. Each further day makes the next one
larger and riskier, and people see nothing of what is done. Better a small release than a late one.

The usual time is the median between the releases that are out, on different days; it takes three of
them to know it, and two weeks are never a gap. A plan with nothing left to do is not spoken of, nor a
public one that leaves releases out.`,
	Bad: `
-- content/releases/spring.md --
---
title: Spring
released: 2026-04-06
---
-- content/releases/may.md --
---
title: May
released: 2026-05-11
---
-- content/releases/summer.md --
---
title: Summer
released: 2026-06-15
          ^^^^^^^^^^ nothing was released since "summer", 162 days ago; the usual time is 35 days
                   = release what is done, if it is only a little
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
created: 2026-11-16
---
`,
	Good: `
-- content/releases/spring.md --
---
title: Spring
released: 2026-04-06
---
-- content/releases/summer.md --
---
title: Summer
released: 2026-07-13
---
-- content/releases/autumn.md --
---
title: Autumn
released: 2026-10-19
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
created: 2026-11-16
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		var out []*plan.Release // one for each day, in order
		for _, rel := range p.Releases {
			if rel.Status != plan.Released || rel.Released == 0 || rel.Released > p.Facts.Today {
				continue
			}
			if len(out) == 0 || out[len(out)-1].Released != rel.Released {
				out = append(out, rel)
			}
		}
		if len(out) < rhythm || r.hidden.releases || !slices.ContainsFunc(p.Backlog, planned) {
			return
		}
		last, usual := out[len(out)-1], medianInterval(out)
		gap := r.ago(last.Released)
		if gap <= 2*usual || gap <= gapAtLeast {
			return
		}
		r.Report(diag.New(r.Rule, last.At("released"), "nothing was released since %q, %s ago; the usual time is %s", last.ID, counted(gap, "day"), counted(usual, "day")).
			WithHint("release what is done, if it is only a little"))
	},
}

// medianInterval is the median of the days between releases, the longer of two in
// the middle.
func medianInterval(releases []*plan.Release) int {
	var days []int
	for n, rel := range releases[1:] {
		days = append(days, int(rel.Released-releases[n].Released))
	}
	slices.Sort(days)
	return days[len(days)/2]
}
