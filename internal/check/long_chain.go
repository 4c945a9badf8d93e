package check

import (
	"cmp"
	"slices"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

// longChainItems is how many items make a chain a long one.
const longChainItems = 4

var longChain = Rule{
	Name:     "long-chain",
	Group:    Dependencies,
	Severity: diag.Warning,
	Summary:  "near work does not stand at the end of a long chain",
	Doc: `Four items or more must be done one after the other until this one can be. More hands do not help, and a
delay anywhere is a delay of the end. See whether each need is real; often only a part of an item is
needed, and can be split off.

It is said of what is Now, and of what is Next and among the ten items at the top of the backlog; and of
each chain only once, at its end. A chain that closes in a circle is a matter of dependency-cycle.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/store.md --
---
title: Store the texts
horizon: next
---
-- content/themes/growth/index.md --
---
title: Index the texts
horizon: next
depends_on: [store]
---
-- content/themes/growth/search.md --
---
title: Search
horizon: next
depends_on: [index]
---
-- content/themes/growth/filter.md --
---
title: Filter what was found
horizon: next
depends_on: [search]
             ^^^^^^ "filter" is number 4 of the backlog, at the end of a chain of 4: "filter" needs "search" needs "index" needs "store"
                  = see whether each need is real, or split off the part that is needed
---
`,
	Good: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/store.md --
---
title: Store the texts
horizon: next
---
-- content/themes/growth/index.md --
---
title: Index the texts
horizon: next
depends_on: [store]
---
-- content/themes/growth/filter.md --
---
title: Filter what was found
horizon: next
depends_on: [store]
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		ways := longestWays(p, func(*plan.Item) int { return 1 })
		told := make([]bool, len(p.Backlog))
		for _, end := range longEnds(p, ways) {
			if !ways.tell(end, told) {
				continue
			}
			way := ways.from(end)
			r.Report(diag.New(r.Rule, needAt(p, end, way[1]), "%q %s, at the end of a chain of %d: %s", end.ID, whereabouts(end), len(way), abridged(way)).
				WithHint("see whether each need is real, or split off the part that is needed"))
		}
	},
}

// longEnds lists the near items that stand at the end of a long chain, those of
// the longest first.
func longEnds(p *plan.Plan, w ways) []*plan.Item {
	var ends []*plan.Item
	for n, i := range p.Backlog {
		if w.weight[n] >= longChainItems && near(i) && nearness(i) < plan.Later {
			ends = append(ends, i)
		}
	}
	slices.SortStableFunc(ends, func(a, b *plan.Item) int { return cmp.Compare(w.weight[b.Position-1], w.weight[a.Position-1]) })
	return ends
}
