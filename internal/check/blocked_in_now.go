package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var blockedInNow = Rule{
	Name:     "blocked-in-now",
	Group:    Dependencies,
	Severity: diag.Warning,
	Summary:  "what is now waits for nothing that cannot be begun",
	Doc: `The item is ready and now, but it waits for something that is still an idea, so neither can be begun.
Make the idea ready first, or move the item away from now.

To wait for what is ready or under way is no more than an order of work, and not spoken of. Where the
other item is farther away, horizon-inversion says so; where it will not be done at all,
priority-inversion; where the waiting item was begun all the same, started-while-blocked.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
status: ready
horizon: now
depends_on: [index]
             ^^^^^ "search" is now and waits for "index", which is still an idea
                 = make "index" ready, or move "search" to next
---
-- content/themes/growth/index.md --
---
title: Index the texts
horizon: now
---
`,
	Good: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
status: ready
horizon: now
depends_on: [index]
---
-- content/themes/growth/index.md --
---
title: Index the texts
status: ready
horizon: now
---
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for need := range r.needs() {
			i, on := need.item, need.on
			if i.Status != plan.Ready || !planned(i) || nearness(i) != plan.Now {
				continue
			}
			if on.Status != plan.Proposed || !planned(on) || nearness(on) != plan.Now {
				continue
			}
			r.Report(diag.New(r.Rule, need.Span, "%q is now and waits for %q, which is still an idea", i.ID, on.ID).
				WithHint("make %q ready, or move %q to next", on.ID, i.ID).
				WithRelated(fieldAt(on, "status"), "%q is an idea", on.ID))
		}
	},
}
