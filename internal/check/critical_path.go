package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var criticalPath = Rule{
	Name:     "critical-path",
	Group:    Dependencies,
	Severity: diag.Warning,
	Summary:  "the longest chain of a release fits into the time that is left",
	Doc: `The items must be done one after the other, and at the usual pace that takes longer than there is until
the date. It is the shape of the work and not its amount: other work moved out does not help, and
neither do more hands. Cut the chain, begin it first, or change the date.

What usually is the time of an item is the median from start to end of what was finished in the last
year, and it takes eight such items to know it. Of what is under way the days that have passed count. A
chain that fits is shown on the page of its release, and is nothing to warn of.`,
	Bad: `
-- content/releases/winter.md --
---
title: Winter
goal: Everybody finds everything.
date: 2026-12-06
      ^^^^^^^^^^ the longest chain of "winter", 3 items, takes about 42 days, and 12 are left: "search" needs "index" needs "store"
               = cut the chain, begin it first, or change the date
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/done-{01..08}.md --
---
title: Done {n}
status: done
started: 2026-10-{n}
finished: 2026-10-19
---
-- content/themes/growth/store.md --
# Store the texts
-- content/themes/growth/index.md --
---
title: Index the texts
depends_on: [store]
---
-- content/themes/growth/search.md --
---
title: Search
depends_on: [index]
release: winter
---
`,
	Good: `
-- content/releases/winter.md --
---
title: Winter
goal: Everybody finds everything.
date: 2027-Q1
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/done-{01..08}.md --
---
title: Done {n}
status: done
started: 2026-10-{n}
finished: 2026-10-19
---
-- content/themes/growth/store.md --
# Store the texts
-- content/themes/growth/index.md --
---
title: Index the texts
depends_on: [store]
---
-- content/themes/growth/search.md --
---
title: Search
depends_on: [index]
release: winter
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		usual, ok := r.cycleTime(50)
		if !ok {
			return
		}
		ways := longestWays(p, func(i *plan.Item) int { return r.daysToGo(i, usual) })
		for _, rel := range p.Releases {
			if rel.Status != plan.Planned || rel.Date.IsZero() || r.overdue(rel) {
				continue
			}
			end := longestOf(rel, ways)
			left := int(rel.Date.Last - p.Facts.Today)
			if end == nil || ways.weight[end.Position-1] <= left {
				continue
			}
			if way := ways.from(end); len(way) > 1 {
				r.Report(diag.New(r.Rule, rel.At("date"), "the longest chain of %q, %s, takes about %s, and %d are left: %s",
					rel.ID, counted(len(way), "item"), counted(ways.weight[end.Position-1], "day"), left, abridged(way)).
					WithHint("cut the chain, begin it first, or change the date"))
			}
		}
	},
}

// daysToGo is how many days an item will take if it takes as long as usual.
func (s *survey) daysToGo(i *plan.Item, usual int) int {
	if i.Status.Started() && i.Started != 0 {
		return max(0, usual-max(0, s.ago(i.Started)))
	}
	return usual
}

// longestOf is the item of a release with the longest chain below it.
func longestOf(rel *plan.Release, w ways) *plan.Item {
	var end *plan.Item
	for _, i := range rel.Items {
		if i.Position > 0 && (end == nil || w.weight[i.Position-1] > w.weight[end.Position-1]) {
			end = i
		}
	}
	return end
}
