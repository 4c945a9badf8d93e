package check

import (
	"strconv"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

// deepWeeks and deepItems are how much a backlog may hold.
const (
	deepWeeks = 52
	deepItems = 200
)

var backlogTooDeep = Rule{
	Name:     "backlog-too-deep",
	Group:    Order,
	Severity: diag.Info,
	Summary:  "the backlog holds what will be done within a year",
	Doc: `What stands below a year of work will not be done as it is written, and until then it is read, ordered
and asked about. Drop it: what matters comes back, in the words of that day.

It is said once for the plan, when more than 200 items are open or all of them together take more than
52 weeks at the pace of the last weeks. Without enough finished work there is no pace, and only the
items are counted.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
       ^^^^^^^ 75 items are open, 63 weeks of work at the present pace
             = drop what will not be done within a year
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/done-{10..30}.md --
---
title: Done {n}
status: done
effort: 2
finished: 2026-10-{n}
---
-- content/themes/growth/wish-{1..75}.md --
---
title: Wish {n}
effort: 5
---
`,
	Good: `
-- content/_index.md --
---
title: Tintype
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/done-{10..30}.md --
---
title: Done {n}
status: done
effort: 2
finished: 2026-10-{n}
---
-- content/themes/growth/search.md --
---
title: Search
effort: 5
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		var open []*plan.Item
		var last int64 // what is ahead until the last is done
		for _, i := range p.Backlog {
			if planned(i) {
				open, last = append(open, i), i.Outlook.Ahead
			}
		}
		weeks, ok := p.Forecast.WeeksFor(last)
		if len(open) <= deepItems && (!ok || weeks <= deepWeeks) {
			return
		}
		pace := "; more than " + strconv.Itoa(deepItems) + " cannot be kept in view"
		if ok {
			pace = ", " + counted(int(weeks), "week") + " of work at the present pace"
		}
		r.Report(diag.New(r.Rule, wholeAt(p, "title", open[0]), "%s %s open%s", counted(len(open), "item"), is(len(open)), pace).
			WithHint("drop what will not be done within a year"))
	},
}
