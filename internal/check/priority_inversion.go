package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var priorityInversion = Rule{
	Name:     "priority-inversion",
	Group:    Dependencies,
	Severity: diag.Info,
	Summary:  "what an item needs is no less important than the item",
	Doc: `The release cannot do without the item, so it cannot do without what the item needs: the order
pulls that up, but whoever reads its priority thinks it may be left out. Priorities speak within a
release and a horizon, so only items of the same are compared, and work under way is not. What
will not be done at all is reported wherever it is needed.`,
	Bad: `
-- content/backlog/index.md --
---
title: Index the texts
priority: could
---
-- content/backlog/search.md --
---
title: Search
priority: must
depends_on: [index]
             ^^^^^ "search" is must, but waits for "index", which is could
                 = raise "index" to must
---
`,
	Good: `
-- content/backlog/index.md --
---
title: Index the texts
priority: must
---
-- content/backlog/search.md --
---
title: Search
priority: should
depends_on: [index]
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for need := range r.needs() {
			i, on := need.item, need.on
			if !planned(i) || !on.Status.Open() || on.Priority <= i.Priority || !comparePriority(i, on) {
				continue
			}
			words := p.Config.Priorities
			r.Report(diag.New(r.Rule, need.Span, "%q is %s, but waits for %q, which is %s", i.ID, words[i.Priority], on.ID, words[on.Priority]).
				WithHint("raise %q to %s", on.ID, words[i.Priority]))
		}
	},
}

// comparePriority reports whether the priorities of an item and of one it needs
// speak of the same time. A need that comes sooner anyway is fine, and one that
// comes later has rules of its own.
func comparePriority(i, on *plan.Item) bool {
	if on.Priority == plan.Wont {
		return true
	}
	sameRelease := on.Release == nil || on.Release == i.Release
	return sameRelease && on.Horizon == i.Horizon && !on.Status.Started()
}
