package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var unestimatedNearTop = Rule{
	Name:     "unestimated-near-top",
	Group:    Order,
	Severity: diag.Warning,
	Summary:  "near work has an effort",
	Doc: `Without an effort the item takes its place by a guess (the median of its kind), and so do the forecast
and every sum it is part of. Estimate it before its turn comes; if nobody can, a spike comes first.

It is said of what is Now, and of the ten items at the top of the backlog, while nobody has begun them
and unless they are Later while other work is nearer. And it is said only where estimating is the
custom: where three items have an effort, and half of all that are near, under way or done.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/index-{1..3}.md --
---
title: Index the texts, part {n}
horizon: next
effort: 3
---
-- content/themes/growth/search.md --
---
title: Search
       ^^^^^^ "search" is number 4 of the backlog and has no effort
            = estimate it: effort: XS, S, M, L, XL, or a number
horizon: next
---
`,
	Good: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/index-{1..3}.md --
---
title: Index the texts, part {n}
horizon: next
effort: 3
---
-- content/themes/growth/search.md --
---
title: Search
horizon: later
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		if !r.estimates() {
			return
		}
		for _, i := range p.Backlog {
			if i.Effort != 0 || !r.upNext(i) {
				continue
			}
			r.Report(diag.New(r.Rule, titleAt(i), "%q %s and has no effort", i.ID, whereabouts(i)).
				WithHint("estimate it: effort: XS, S, M, L, XL, or a number"))
		}
	},
}
