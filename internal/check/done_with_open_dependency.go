package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var doneWithOpenDependency = Rule{
	Name:     "done-with-open-dependency",
	Group:    Flow,
	Severity: diag.Warning,
	Summary:  "what is done needed only what is done",
	Doc: `Either the item was done without the other one, and the dependency is not real: remove it. Or the
other one is done as well and nobody said so.`,
	Bad: `
-- content/backlog/index.md --
# Index the texts
-- content/backlog/search.md --
---
title: Search
status: done
depends_on: [index]
             ^^^^^ "search" is done, but depends on "index", which is proposed
                 = remove it if it was not needed, or mark "index" as done
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
status: done
depends_on: [index]
---
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for need := range r.needs() {
			if need.item.Status != plan.Done || !need.on.Status.Open() {
				continue
			}
			r.Report(diag.New(r.Rule, need.Span, "%q is done, but depends on %q, which is %s", need.item.ID, need.on.ID, inWords(need.on.Status)).
				WithHint("remove it if it was not needed, or mark %q as done", need.on.ID))
		}
	},
}
