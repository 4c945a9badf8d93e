package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var allocationOver = Rule{
	Name:     "allocation-over",
	Group:    Allocation,
	Severity: diag.Error,
	Summary:  "the shares of the themes are parts of one whole",
	Doc: `Together the themes are meant to take more than all of the effort, so at least one of them will get less
than its share says. Take something away from one of them.

The themes that are open, and now or next, count; what is later takes its share later. It is said at the
theme with which the sum goes over 100.`,
	Bad: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: next
allocation: 60
---
-- content/themes/growth/search.md --
# Search
-- content/themes/trust.md --
---
title: Trust
why: Nobody buys from a stranger.
horizon: next
allocation: 50
            ^^ together the themes are meant to take 110 % of the effort
             = lower the share of one of them
---
-- content/themes/trust/reviews.md --
# Reviews
`,
	Good: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: next
allocation: 60
---
-- content/themes/growth/search.md --
# Search
-- content/themes/trust.md --
---
title: Trust
why: Nobody buys from a stranger.
horizon: next
allocation: 40
---
-- content/themes/trust/reviews.md --
# Reviews
`,
	Run: func(p *plan.Plan, r *Reporter) {
		var shares []*plan.Theme
		var over *plan.Theme
		sum := 0.0
		for _, t := range p.Themes {
			if !pursued(t) || t.Allocation <= 0 {
				continue
			}
			shares = append(shares, t)
			sum += t.Allocation
			if more(sum, 100) && over == nil {
				over = t
			}
		}
		if over == nil {
			return
		}
		d := diag.New(r.Rule, over.At("allocation"), "together the themes are meant to take %s %% of the effort", amount(sum)).
			WithHint("lower the share of one of them")
		for _, t := range shares {
			d = d.WithRelated(t.At("allocation"), "%q is meant to take %s %%", t.ID, amount(t.Allocation))
		}
		r.Report(d)
	},
}
