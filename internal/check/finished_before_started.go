package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var finishedBeforeStarted = Rule{
	Name:     "finished-before-started",
	Group:    Flow,
	Severity: diag.Error,
	Summary:  "an item is finished after it was started",
	Doc: `One of the two days is wrong. The forecast, the age of other work and the charts are made from them, so
one slip spoils all three. To start and finish on one day is fine. Days that lie ahead have a rule of
their own, future-date.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
status: done
started: 2026-10-22
finished: 2026-10-12
          ^^^^^^^^^^ "search" was finished on 2026-10-12, before it was started on 2026-10-22
                   = put the wrong one of the two days right
---
`,
	Good: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
status: done
started: 2026-10-12
finished: 2026-10-12
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, i := range p.Items {
			if i.Started == 0 || i.Finished == 0 || i.Finished >= i.Started || r.ahead(i.Started) {
				continue
			}
			r.Report(diag.New(r.Rule, i.At("finished"), "%q was finished on %s, before it was started on %s", i.ID, i.Finished, i.Started).
				WithHint("put the wrong one of the two days right").
				WithRelated(i.At("started"), "it was started"))
		}
	},
}
