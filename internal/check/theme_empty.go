package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var themeEmpty = Rule{
	Name:     "theme-empty",
	Group:    Strategy,
	Severity: diag.Warning,
	Summary:  "a theme that is now or next has items",
	Doc: `A theme without items is a wish: nothing in the backlog brings it nearer. Write its first items,
also as mere proposals, or say later. Items that were dropped, or will not be done, do not count.`,
	Bad: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
         ^^^ the theme "growth" is now, and no item serves it
           = write its first items, or say horizon: later
---
-- content/themes/trust.md --
# Trust
`,
	Good: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
---
-- content/themes/growth/search.md --
# Search
-- content/themes/trust.md --
# Trust
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, t := range p.Themes {
			if t.Status != plan.ThemeOpen || t.Horizon == plan.Later || t.Progress.All > 0 || t.OtherWork {
				continue
			}
			r.Report(diag.New(r.Rule, t.At("horizon"), "the theme %q is %s, and no item serves it", t.ID, t.Horizon).
				WithHint("write its first items, or say horizon: later"))
		}
	},
}
