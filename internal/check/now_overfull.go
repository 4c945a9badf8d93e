package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var nowOverfull = Rule{
	Name:     "now-overfull",
	Group:    Flow,
	Severity: diag.Warning,
	Summary:  "now holds what can be done now",
	Doc: `Readers take what is Now for something they will soon have. At the pace of the last weeks it takes
longer than Now is meant to last, so some of it is really next. Move what nobody has begun and what is
worth least.

Now is meant to last six weeks; horizon_weeks in milepost.yaml changes that. It is said once for the
plan, from one week too much on, and only where enough was finished of late to know the pace.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
       ^^^^^^^ what is now takes about 9 weeks at the present pace; it is meant to last 6
             = move something to next, or change horizon_weeks in milepost.yaml
---
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
---
-- content/themes/growth/done-{10..30}.md --
---
title: Done {n}
status: done
effort: 2
finished: 2026-10-{n}
---
-- content/themes/growth/search-{1..10}.md --
---
title: Search, part {n}
status: ready
effort: 5
---
-- content/themes/growth/albums.md --
---
title: Albums
effort: 5
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
-- content/themes/growth/done-{10..30}.md --
---
title: Done {n}
status: done
effort: 2
finished: 2026-10-{n}
---
-- content/themes/growth/search-{1..5}.md --
---
title: Search, part {n}
status: ready
effort: 5
---
-- content/themes/growth/albums.md --
---
title: Albums
effort: 5
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		var first *plan.Item
		var ahead int64
		before := int64(0) // what is ahead of the item before
		for _, i := range p.Backlog {
			own := i.Outlook.Ahead - before
			before = i.Outlook.Ahead
			if !planned(i) || nearness(i) != plan.Now {
				continue
			}
			ahead += own
			if first == nil {
				first = i
			}
		}
		limit := int64(p.Config.HorizonWeeks[0])
		weeks, ok := p.Forecast.WeeksFor(ahead)
		if !ok || weeks <= limit+1 {
			return
		}
		r.Report(diag.New(r.Rule, wholeAt(p, "title", first), "what is now takes about %s at the present pace; it is meant to last %d", counted(int(weeks), "week"), limit).
			WithHint("move something to next, or change horizon_weeks in milepost.yaml"))
	},
}
