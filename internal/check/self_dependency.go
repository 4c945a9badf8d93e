package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var selfDependency = Rule{
	Name:     "self-dependency",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "an item cannot depend on itself",
	Doc: `An item that waits for itself waits for ever. Most often another id was meant: look at the ids
beside it.`,
	Bad: `
-- content/backlog/index.md --
# Index the texts
-- content/backlog/search.md --
---
title: Search
depends_on: [index, search]
                    ^^^^^^ "search" depends on itself
                         = remove it, or name the item that was meant
---
`,
	Good: `
-- content/backlog/index.md --
# Index the texts
-- content/backlog/search.md --
---
title: Search
depends_on: [index]
---
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for _, ref := range r.refs {
			if ref.Field != "depends_on" || ref.Found.Entity != ref.From || ref.again() {
				continue
			}
			r.Report(diag.New(r.Rule, ref.Span, "%q depends on itself", ref.Text).
				WithHint("remove it, or name the item that was meant"))
		}
	},
}
