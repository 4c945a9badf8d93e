package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// flatShare is how much of the effort may be of the highest priority, in percent,
// and flatItems how many items that is taken of at least.
const (
	flatShare = 60
	flatItems = 10
)

var priorityFlat = Rule{
	Name:     "priority-flat",
	Group:    Order,
	Severity: diag.Info,
	Summary:  "few things are of the highest priority",
	Doc: `Where most of the work is a must, the word no longer tells anything apart, and the order is left to
chance and to whoever asks loudest. Keep it for what the product cannot do without.

It is said once for the plan, when more than 60 % of the open effort is of the highest priority, of ten
items at least. Work that belongs to a planned release does not count: must-heavy looks there.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
       ^^^^^^^ 67 % of the open effort is must
             = keep must for what the product cannot do without
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search-{1..8}.md --
---
title: Search, part {n}
priority: must
---
-- content/themes/growth/albums-{1..4}.md --
---
title: Albums, part {n}
---
`,
	Good: `
-- content/_index.md --
---
title: Tintype
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search-{1..4}.md --
---
title: Search, part {n}
priority: must
---
-- content/themes/growth/albums-{1..8}.md --
---
title: Albums, part {n}
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		var top, all float64
		var items []*plan.Item
		for _, i := range p.Backlog {
			if !planned(i) || i.Release != nil && i.Release.Status == plan.Planned {
				continue
			}
			items = append(items, i)
			all += i.Size
			if i.Priority == plan.Must {
				top += i.Size
			}
		}
		if len(items) < flatItems || !more(100*top, flatShare*all) {
			return
		}
		must := p.Config.Priorities[plan.Must]
		r.Report(diag.New(r.Rule, wholeAt(p, "title", items[0]), "%s of the open effort is %s", above(top, all), must).
			WithHint("keep %s for what the product cannot do without", must))
	},
}
