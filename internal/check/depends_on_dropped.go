package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var dependsOnDropped = Rule{
	Name:     "depends-on-dropped",
	Group:    Dependencies,
	Severity: diag.Warning,
	Summary:  "an open item does not wait for what was dropped",
	Doc: `What was dropped will not come, so the item either does not need it or cannot be done as it is
planned. Remove the dependency, name what takes its place, or drop the item too.`,
	Bad: `
-- content/backlog/index.md --
---
title: Index the texts
status: dropped
---
-- content/backlog/search.md --
---
title: Search
depends_on: [index]
             ^^^^^ "search" depends on "index", which was dropped
                 = remove it, or name what takes its place
---
`,
	Good: `
-- content/backlog/index.md --
---
title: Index the texts
status: dropped
---
-- content/backlog/search.md --
# Search
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for need := range r.needs() {
			if !planned(need.item) || need.on.Status != plan.Dropped {
				continue
			}
			r.Report(diag.New(r.Rule, need.Span, "%q depends on %q, which was dropped", need.item.ID, need.on.ID).
				WithHint("remove it, or name what takes its place"))
		}
	},
}
