package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var linkToDraft = Rule{
	Name:     "link-to-draft",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "what is published cannot lead to a draft",
	Doc: `A draft has no page and no place in the order, so a link to it leads nowhere and a dependency on it
holds nothing back. Publish the draft, or take the reference out until it is ready.`,
	Bad: `
-- content/backlog/index.md --
---
title: Index the texts
draft: true
---
-- content/backlog/search.md --
---
title: Search
depends_on: [index]
             ^^^^^ "index" is a draft
                 = remove draft: true there, or this reference
---
It needs [[index]].
           ^^^^^ "index" is a draft
               = remove draft: true there, or this reference
`,
	Good: `
-- content/backlog/index.md --
# Index the texts
-- content/backlog/search.md --
---
title: Search
depends_on: [index]
---
It needs [[index]].
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		const hint = "remove draft: true there, or this reference"
		for _, ref := range r.refs {
			if ref.Found.Hidden == plan.IsDraft && !ref.again() {
				r.Report(diag.New(r.Rule, ref.Span, "%q is a draft", ref.Text).WithHint(hint))
			}
		}
		for l := range r.leading(plan.ToHidden) {
			if l.Target.Hidden == plan.IsDraft {
				r.Report(diag.New(r.Rule, l.Span, "%q is a draft", l.Link.Target).WithHint(hint))
			}
		}
	},
}
