package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var tooLargeNearTop = Rule{
	Name:     "too-large-near-top",
	Group:    Order,
	Severity: diag.Warning,
	Summary:  "near work is cut small",
	Doc: `A large item hides what it holds: it is estimated badly, takes weeks during which nothing is done, and
whatever is unimportant in it comes along. Before its turn comes it should be split into parts each of
which is worth having.

It is said of what is Now, and of the ten items at the top of the backlog, while nobody has begun them
and unless they are Later while other work is nearer. More than 5 is large; ready_max in milepost.yaml
changes that.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
horizon: next
effort: 13
        ^^ "search" is number 1 of the backlog with an effort of 13; the most is 5
         = split it, or change ready_max in milepost.yaml
---
`,
	Good: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search-by-name.md --
---
title: Search by name
horizon: next
effort: 5
---
-- content/themes/growth/search-by-face.md --
---
title: Search by face
horizon: later
effort: 8
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, i := range p.Backlog {
			if !r.upNext(i) || !r.tooLarge(i) {
				continue
			}
			r.Report(diag.New(r.Rule, i.At("effort"), "%q %s with an effort of %s; the most is %s", i.ID, whereabouts(i), amount(i.Effort), amount(p.Config.ReadyMax)).
				WithHint("split it, or change ready_max in milepost.yaml"))
		}
	},
}

func (s *survey) tooLarge(i *plan.Item) bool { return i.Effort > s.plan.Config.ReadyMax }
