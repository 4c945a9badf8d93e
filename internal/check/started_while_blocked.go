package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var startedWhileBlocked = Rule{
	Name:     "started-while-blocked",
	Group:    Dependencies,
	Severity: diag.Warning,
	Summary:  "work begins when what it needs is done",
	Doc: `Work that was begun too early stands still later, half done. Finish first what it waits for, or
remove a dependency that is not real.`,
	Bad: `
-- content/backlog/index.md --
---
title: Index the texts
horizon: now
---
-- content/backlog/search.md --
---
title: Search
status: in-progress
        ^^^^^^^^^^^ "search" is in progress and waits for "index"
                  = finish that first, or remove a dependency that is not real
depends_on: [index]
---
`,
	Good: `
-- content/backlog/index.md --
---
title: Index the texts
status: done
---
-- content/backlog/search.md --
---
title: Search
status: in-progress
depends_on: [index]
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, i := range p.Items {
			if !i.Status.Started() || len(i.Waits) == 0 {
				continue
			}
			d := diag.New(r.Rule, i.At("status"), "%q is %s and waits for %s", i.ID, inWords(i.Status), and(idsOf(i.Waits)))
			d = d.WithHint("finish that first, or remove a dependency that is not real")
			for _, w := range i.Waits {
				d = d.WithRelated(titleAt(w), "%q is %s", w.ID, inWords(w.Status))
			}
			r.Report(d)
		}
	},
}
