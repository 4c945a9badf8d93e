package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// stillDays is for how long nothing need be heard of work that is under way.
const stillDays = 14

var notMoving = Rule{
	Name:     "not-moving",
	Group:    Flow,
	Severity: diag.Info,
	Summary:  "of what is under way something is heard",
	Doc: `The item is under way, and for two weeks nothing was written into it. It may go well; but it may also be
stuck, and whoever waits for it cannot tell. An entry under "Updates" says which.

What counts is the newest day in the file: started, or an update. Where half of all items take longer
than two weeks from start to end, that time is the limit. Once the item is old, aging speaks of it, and
where the whole plan is old page-stale does. An item without any day is not judged.`,
	Bad: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
---
-- content/themes/growth/search.md --
---
title: Search
status: in-progress
started: 2026-11-08
         ^^^^^^^^^^ "search" is in progress, and no day in it is newer than 2026-11-08, 16 days ago
                  = say how it goes under "## Updates", or put it back to ready
---
`,
	Good: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
---
-- content/themes/growth/search.md --
---
title: Search
status: in-progress
started: 2026-11-08
---

## Updates

### 2026-11-20

All texts are in the index; the words with a slip are left.
`,
	Run: func(p *plan.Plan, r *Reporter) {
		limit := stillDays
		if median, ok := r.cycleTime(50); ok {
			limit = max(limit, median)
		}
		old, _ := r.oldAge()
		for _, i := range p.Backlog {
			if !i.Status.Started() {
				continue
			}
			since := r.changed(i)
			if since == 0 {
				r.Undated()
				continue
			}
			aged := i.Started != 0 && r.ago(i.Started) > old
			if r.ago(since) <= limit || aged || r.neglected() {
				continue
			}
			r.Report(diag.New(r.Rule, dayAt(i, since), "%q is %s, and no day in it is newer than %s, %s ago", i.ID, inWords(i.Status), since, counted(r.ago(since), "day")).
				WithHint(`say how it goes under "## Updates", or put it back to ready`))
		}
	},
}
