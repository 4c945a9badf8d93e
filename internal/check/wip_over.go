package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var wipOver = Rule{
	Name:     "wip-over",
	Group:    Flow,
	Severity: diag.Warning,
	Summary:  "little is in progress at once",
	Doc: `Each item that is begun makes all the others take longer, and nothing that is begun is worth anything to
anybody until it is done. Finish something before the next thing is started.

Five may be under way, in progress or in review; wip in milepost.yaml is that limit. It is said once for
the plan.`,
	Bad: `
-- milepost.yaml --
wip: 2
-- content/_index.md --
---
title: Tintype
       ^^^^^^^ 3 items are in progress; the limit is 2
             = finish one before the next is begun, or change wip in milepost.yaml
---
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
---
-- content/themes/growth/search-{1..3}.md --
---
title: Search, part {n}
status: in-progress
---
`,
	Good: `
-- milepost.yaml --
wip: 2
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
-- content/themes/growth/search-{1..2}.md --
---
title: Search, part {n}
status: in-progress
---
-- content/themes/growth/search-3.md --
---
title: Search, part 3
status: ready
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		var begun []*plan.Item
		for _, i := range p.Backlog {
			if i.Status.Started() {
				begun = append(begun, i)
			}
		}
		if len(begun) <= p.Config.WIP {
			return
		}
		d := diag.New(r.Rule, wholeAt(p, "title", begun[0]), "%d items are in progress; the limit is %d", len(begun), p.Config.WIP).
			WithHint("finish one before the next is begun, or change wip in milepost.yaml")
		for _, i := range begun[:min(len(begun), mostRelated)] {
			d = d.WithRelated(i.At("status"), "%q is %s", i.ID, inWords(i.Status))
		}
		r.Report(d)
	},
}
