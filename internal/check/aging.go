package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// agedDays is when an item is old as long as the team's own times are not known,
// and agedAtLeast the least age that is old however fast the team is.
const (
	agedDays    = 21
	agedAtLeast = 7
)

var aging = Rule{
	Name:     "aging",
	Group:    Flow,
	Severity: diag.Warning,
	Summary:  "what is begun is done about as soon as other work",
	Doc: `The item has been under way for longer than 85 of 100 items take from start to end. Such an item is
rarely just slow: it is larger than was thought, or stuck, or forgotten. Ask what holds it up, and
finish it before anything new.

The team's own times are those of what was finished in the last year with a day under started and one
under finished. With less than eight of them the limit is three weeks, and it is never less than one. An
item without a day under started is not judged.`,
	Bad: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
---
-- content/themes/growth/search.md --
---
title: Search
status: in-progress
started: 2026-10-12
         ^^^^^^^^^^ "search" has been in progress for 43 days; more than 21 are long
                  = finish it before anything new, split off what is left, or put it back to ready
---
`,
	Good: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
---
-- content/themes/growth/search.md --
---
title: Search
status: in-progress
started: 2026-11-16
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		limit, known := r.oldAge()
		than := "more than %s are long"
		if known {
			than = "85 of 100 items are done within %s"
		}
		for _, i := range p.Backlog {
			if !i.Status.Started() {
				continue
			}
			if i.Started == 0 {
				r.Undated()
				continue
			}
			if age := r.ago(i.Started); age > limit {
				r.Report(diag.New(r.Rule, i.At("started"), "%q has been %s for %s; "+than, i.ID, inWords(i.Status), counted(age, "day"), amount(float64(limit))).
					WithHint("finish it before anything new, split off what is left, or put it back to ready"))
			}
		}
	},
}

// oldAge is the age in days beyond which work that is under way is old, and
// whether it is the team's own.
func (s *survey) oldAge() (days int, known bool) {
	if days, known = s.cycleTime(85); known {
		return max(days, agedAtLeast), true
	}
	return agedDays, false
}
