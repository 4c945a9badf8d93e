package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var duplicateReference = Rule{
	Name:     "duplicate-reference",
	Group:    Links,
	Severity: diag.Warning,
	Summary:  "a list names a thing once",
	Doc: `The second mention does nothing; in the hand order it is a place the item does not have. It is
often what is left of a merge, or a slip for another id.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
order: [search, index, search]
                       ^^^^^^ "search" stands in this list already
                            = remove it, or name what was meant
---
-- content/backlog/index.md --
# Index the texts
-- content/backlog/search.md --
# Search
`,
	Good: `
-- content/_index.md --
---
title: Tintype
order: [search, index]
---
-- content/backlog/index.md --
# Index the texts
-- content/backlog/search.md --
# Search
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for _, ref := range r.refs {
			if !ref.again() {
				continue
			}
			r.Report(diag.New(r.Rule, ref.Span, "%q stands in this list already", ref.Text).
				WithHint("remove it, or name what was meant").
				WithRelated(ref.Before.Span, "its first place"))
		}
	},
}
