package check

import (
	"slices"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

// manyOpen are so many open items that a plan is more than a beginning.
const manyOpen = 10

var nextEmpty = Rule{
	Name:     "next-empty",
	Group:    Flow,
	Severity: diag.Info,
	Summary:  "something is next",
	Doc: `Work is Now, and nothing is Next: when it is done, whoever has a free hand takes what comes to mind, or
something of Now is kept there until something else turns up. Prepare the next few items.

A plan of less than ten open items is not asked. A next theme without items is a matter of theme-empty,
and a public plan that leaves internal work out is not judged.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
       ^^^^^^^ 10 items are now, and none is next
             = prepare what comes after them: horizon: next
---
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
---
-- content/themes/growth/search-{1..10}.md --
---
title: Search, part {n}
status: ready
---
`,
	Good: `
-- content/_index.md --
---
title: Tintype
---
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
---
-- content/themes/growth/search-{1..9}.md --
---
title: Search, part {n}
status: ready
---
-- content/themes/growth/albums.md --
---
title: Albums
horizon: next
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		var now []*plan.Item
		open, next := 0, 0
		for _, i := range p.Backlog {
			if !planned(i) {
				continue
			}
			open++
			switch nearness(i) {
			case plan.Now:
				now = append(now, i)
			case plan.Next:
				next++
			}
		}
		if open < manyOpen || len(now) == 0 || next > 0 || r.hidden.work || slices.ContainsFunc(p.Themes, isNext) {
			return
		}
		r.Report(diag.New(r.Rule, wholeAt(p, "title", now[0]), "%s %s now, and none is next", counted(len(now), "item"), is(len(now))).
			WithHint("prepare what comes after them: horizon: next"))
	},
}

func isNext(t *plan.Theme) bool { return pursued(t) && t.Horizon == plan.Next && t.Progress.All == 0 }
