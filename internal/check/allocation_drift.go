package check

import (
	"math"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

// spentWeeks is how far back finished work counts as the present use of effort,
// and enoughWork how many items a share is taken of at least: in a handful each
// one moves it by a fifth.
const (
	spentWeeks = 12
	enoughWork = 10
)

var allocationDrift = Rule{
	Name:     "allocation-drift",
	Group:    Allocation,
	Severity: diag.Warning,
	Summary:  "effort goes where it was meant to go",
	Doc: `The theme was given a share of the effort, and the work tells another story. Where it gets less,
something else was more important: say so, or plan its work. Where it gets more, other themes pay for
it.

Two shares are compared with allocation: that of the effort planned, which is what is open and now or
next, and that of the effort spent, which is what was finished in the last twelve weeks. Each is taken
of ten items at least. They may be 15 points off; allocation_drift in milepost.yaml changes that. Themes
that are later are not looked at, and a public plan that leaves internal work out is not judged.`,
	Bad: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: next
allocation: 60
            ^^ the theme "growth" is meant to take 60 % of the effort; it has 16 % of what is planned
             = plan its work, or change the share; allocation_drift in milepost.yaml is the slack
---
-- content/themes/growth/search-{1..2}.md --
# Search, part {n}
-- content/themes/trust.md --
---
title: Trust
why: Nobody buys from a stranger.
horizon: next
---
-- content/themes/trust/reviews-{1..10}.md --
# Reviews, part {n}
`,
	Good: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: next
allocation: 60
---
-- content/themes/growth/search-{1..6}.md --
# Search, part {n}
-- content/themes/trust.md --
---
title: Trust
why: Nobody buys from a stranger.
horizon: next
---
-- content/themes/trust/reviews-{1..6}.md --
# Reviews, part {n}
`,
	Run: func(p *plan.Plan, r *Reporter) {
		if r.hidden.work {
			return
		}
		planned, spent := effortPlanned(p), effortSpent(p)
		for _, t := range p.Themes {
			if !pursued(t) || t.Allocation < 0 {
				continue
			}
			var off []string
			off = planned.drift(off, t, p.Config.AllocationDrift, "%s of what is planned")
			off = spent.drift(off, t, p.Config.AllocationDrift, "%s of what was finished in 12 weeks")
			if len(off) > 0 {
				r.Report(diag.New(r.Rule, t.At("allocation"), "the theme %q is meant to take %s %% of the effort; it has %s", t.ID, amount(t.Allocation), strings.Join(off, " and ")).
					WithHint("plan its work, or change the share; allocation_drift in milepost.yaml is the slack"))
			}
		}
	},
}

// effort is a sum of work, and the part of each theme in it.
type effort struct {
	all   float64
	items int
	of    map[*plan.Theme]float64
}

func (e *effort) add(i *plan.Item) {
	e.all += i.Size
	e.items++
	e.of[i.Theme] += i.Size
}

// effortPlanned is the work that is open, and now or next.
func effortPlanned(p *plan.Plan) effort {
	e := effort{of: map[*plan.Theme]float64{}}
	for _, i := range p.Backlog {
		if planned(i) && nearness(i) < plan.Later {
			e.add(i)
		}
	}
	return e
}

// effortSpent is the work that was finished of late.
func effortSpent(p *plan.Plan) effort {
	e := effort{of: map[*plan.Theme]float64{}}
	for _, i := range p.Items {
		ago := int(p.Facts.Today - i.Finished)
		if i.Status == plan.Done && i.Finished != 0 && ago >= 0 && ago < 7*spentWeeks {
			e.add(i)
		}
	}
	return e
}

// drift adds, in the words of format, the share of a theme if it is too far from
// the one that was meant.
func (e effort) drift(off []string, t *plan.Theme, slack float64, format string) []string {
	if e.items < enoughWork {
		return off
	}
	share := 100 * e.of[t] / e.all
	if !more(math.Abs(share-t.Allocation), slack) {
		return off
	}
	text := below(e.of[t], e.all)
	if share > t.Allocation {
		text = above(e.of[t], e.all)
	}
	return append(off, strings.Replace(format, "%s", text, 1))
}
