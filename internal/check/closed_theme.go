package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var closedTheme = Rule{
	Name:     "closed-theme",
	Group:    Work,
	Severity: diag.Warning,
	Summary:  "work for a theme ends with the theme",
	Doc: `The theme was achieved or dropped, so the reason for this item is gone. Drop the item and say why,
give it to another theme, or open the theme again.`,
	Bad: `
-- content/themes/growth.md --
---
title: Growth
status: achieved
---
-- content/backlog/search.md --
---
title: Search
theme: growth
       ^^^^^^ "search" is open, but its theme "growth" is achieved
            = drop it, or give it to another theme
---
`,
	Good: `
-- content/themes/growth.md --
---
title: Growth
status: achieved
---
-- content/backlog/search.md --
---
title: Search
theme: growth
status: done
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, i := range p.Items {
			if !planned(i) || i.Theme == nil || i.Theme.Status == plan.ThemeOpen {
				continue
			}
			r.Report(diag.New(r.Rule, fieldAt(i, "theme"), "%q is open, but its theme %q is %s", i.ID, i.Theme.ID, i.Theme.Status).
				WithHint("drop it, or give it to another theme").
				WithRelated(fieldAt(i.Theme, "status"), "the theme"))
		}
	},
}
