package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var caseMismatch = Rule{
	Name:     "case-mismatch",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "upper and lower case must be as in the id or the file",
	Doc: `On a Mac or on Windows a file is found whatever the case of its letters; on the server that
publishes the site, and on GitHub, it is not. So what differs in case is wrong everywhere.`,
	Bad: `
-- content/backlog/search.md --
# Search
-- content/backlog/filter.md --
---
title: Filter what was found
depends_on: [Search]
             ^^^^^^ "Search" is spelt "search"
---
It narrows what [the search](Search.md) gives.
                             ^^^^^^^^^ "Search.md" is spelt "search.md"
`,
	Good: `
-- content/backlog/search.md --
# Search
-- content/backlog/filter.md --
---
title: Filter what was found
depends_on: [search]
---
It narrows what [the search](search.md) gives.
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for _, ref := range r.refs {
			if !ref.Found.OnlyCase || ref.again() || ref.Outcome != nil {
				continue
			}
			d := diag.New(r.Rule, ref.Span, "%q is spelt %q", ref.Text, ref.Found.Near)
			r.Report(respell(d, ref.Text, ref.Found.Near))
		}
		for l := range r.leading(plan.OtherCase) {
			written := linkPath(l.Link)
			d := diag.New(r.Rule, start(l.Span, written), "%q is spelt %q", written, l.Target.Near)
			r.Report(respell(d, written, l.Target.Near))
		}
	},
}
