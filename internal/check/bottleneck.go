package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// bottleneckWaits is how many items wait for a bottleneck.
const bottleneckWaits = 3

var bottleneck = Rule{
	Name:     "bottleneck",
	Group:    Dependencies,
	Severity: diag.Info,
	Summary:  "what much waits for is begun early",
	Doc: `Three items or more wait for this one, and nobody has begun it although it waits for nothing itself.
What it costs to delay it is the sum of what they cost. Take it up early, or split off the part that
they need.

Only items that are Now or Next count as waiting, as long as the plan has such; and only what they name
themselves in depends_on, not what stands behind that.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/index.md --
---
title: Index the texts
       ^^^^^^^^^^^^^^^ 3 items wait for "index", and nobody has begun it: "search-1", "search-2" and "search-3"
                     = take it up early, or split off the part that they need
horizon: next
---
-- content/themes/growth/search-{1..3}.md --
---
title: Search, part {n}
horizon: next
depends_on: [index]
---
`,
	Good: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: next
---
-- content/themes/growth/index.md --
---
title: Index the texts
status: in-progress
---
-- content/themes/growth/search-{1..3}.md --
---
title: Search, part {n}
depends_on: [index]
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, i := range p.Backlog {
			if i.Status.Started() || len(i.Waits) > 0 || i.OtherWork || len(i.Blocks) < bottleneckWaits {
				continue
			}
			waiting := r.waitingFor(i)
			if len(waiting) < bottleneckWaits {
				continue
			}
			r.Report(diag.New(r.Rule, titleAt(i), "%d items wait for %q, and nobody has begun it: %s", len(waiting), i.ID, several(waiting)).
				WithHint("take it up early, or split off the part that they need"))
		}
	},
}

// waitingFor lists the items that wait for one and are not far away. One that was
// begun all the same has a rule of its own.
func (s *survey) waitingFor(i *plan.Item) []*plan.Item {
	var waiting []*plan.Item
	for _, b := range i.Blocks {
		if planned(b) && !b.Status.Started() && !s.far(b) {
			waiting = append(waiting, b)
		}
	}
	return waiting
}
