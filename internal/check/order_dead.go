package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var orderDead = Rule{
	Name:     "order-dead",
	Group:    Order,
	Severity: diag.Info,
	Summary:  "the hand order names only what is still to be done",
	Doc: `What is done or dropped has no place in the backlog, so its entry in the order does nothing and makes
the list longer to read. Remove it.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
order: [index, search]
        ^^^^^ "index" is done and needs no place in the order
            = remove it
---
-- content/backlog/index.md --
---
title: Index the texts
status: done
---
-- content/backlog/search.md --
# Search
`,
	Good: `
-- content/_index.md --
---
title: Tintype
order: [search]
---
-- content/backlog/index.md --
---
title: Index the texts
status: done
---
-- content/backlog/search.md --
# Search
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for _, ref := range r.refs {
			i, ok := ref.Found.Entity.(*plan.Item)
			if !ok || ref.Field != "order" || ref.again() || i.Status.Open() {
				continue
			}
			r.Report(diag.New(r.Rule, ref.Span, "%q is %s and needs no place in the order", ref.Text, i.Status).
				WithHint("remove it"))
		}
	},
}
