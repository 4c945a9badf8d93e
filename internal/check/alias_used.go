package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/source"
)

var aliasUsed = Rule{
	Name:     "alias-used",
	Group:    Links,
	Severity: diag.Info,
	Summary:  "an old id is better written as the present one",
	Doc: `An old id still leads to its thing, and it always will while it is among the aliases. The present
id tells readers of the file more, and search finds it.`,
	Bad: `
-- content/backlog/search.md --
---
title: Search
aliases: [find]
---
-- content/backlog/filter.md --
---
title: Filter what was found
depends_on: [find]
             ^^^^ "find" is now called "search"
                = write "search" (content/backlog/search.md)
---
It narrows what [[find]] gives.
                  ^^^^ "find" is now called "search"
                     = write "search" (content/backlog/search.md)
`,
	Good: `
-- content/backlog/search.md --
---
title: Search
aliases: [find]
---
-- content/backlog/filter.md --
---
title: Filter what was found
depends_on: [search]
---
It narrows what [[search]] gives.
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for _, ref := range r.refs {
			if ref.Found.ViaAlias && !ref.again() {
				r.oldID(ref.Span, ref.Text, ref.Found.Entity)
			}
		}
		for _, l := range r.links {
			if id := linkPath(l.Link); l.Target.ViaAlias {
				r.oldID(start(l.Span, id), id, l.Target.Entity)
			}
		}
	},
}

func (r *Reporter) oldID(at source.Span, old string, e plan.Entity) {
	d := diag.New(r.Rule, at, "%q is now called %q", old, e.Base().ID).WithHint("write %s", named(e))
	r.Report(respell(d, old, e.Base().ID))
}
