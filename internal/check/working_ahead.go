package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var workingAhead = Rule{
	Name:     "working-ahead",
	Group:    Work,
	Severity: diag.Info,
	Summary:  "what is under way is not for later",
	Doc: `The roadmap says that the theme comes later, and somebody works on it now. There may be a good reason,
and then the theme is nearer than the roadmap says. Or a nearer theme waits for these hands.`,
	Bad: `
-- content/themes/growth.md --
---
title: Growth
horizon: later
---
-- content/themes/growth/search.md --
---
title: Search
status: in-progress
        ^^^^^^^^^^^ "search" is in progress, but its theme "growth" is later
                  = bring the theme nearer, or take up nearer work first
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
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, i := range p.Items {
			t := i.Theme
			if !i.Status.Started() || t == nil || t.Status != plan.ThemeOpen || t.Horizon != plan.Later {
				continue
			}
			r.Report(diag.New(r.Rule, i.At("status"), "%q is %s, but its theme %q is later", i.ID, inWords(i.Status), t.ID).
				WithHint("bring the theme nearer, or take up nearer work first").
				WithRelated(fieldAt(t, "horizon"), "the theme"))
		}
	},
}
