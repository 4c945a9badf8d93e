package check

import (
	"math"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

// unalignedShare is how much of the open effort may be without a theme, in percent.
const unalignedShare = 20

var unaligned = Rule{
	Name:     "unaligned",
	Group:    Work,
	Severity: diag.Warning,
	Summary:  "work that is near serves a theme",
	Doc: `Without a theme nobody can say what an item is done for, and no page of the roadmap shows it.
Near is what is Now, and the ten items at the top of the backlog. Farther work may wait for
its theme until it is more than a fifth of the open effort; that is said once for the whole plan,
as it is where there are no themes yet.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
effort: 5
---
-- content/backlog/dark-mode.md --
---
title: Dark mode
       ^^^^^^^^^ "dark-mode" is number 2 of the backlog and serves no theme
               = name one: "growth"
effort: 1
---
`,
	Good: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
# Search
-- content/backlog/dark-mode.md --
---
title: Dark mode
theme: growth
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		if len(p.Themes) > 0 {
			for _, i := range p.Backlog {
				if aimless(i) && near(i) {
					r.aimless(i)
				}
			}
		}
		r.aimlessShare(p)
	},
}

// aimless reports whether an item names no theme at all. One that is unknown, or
// not published, is no matter of this rule.
func aimless(i *plan.Item) bool { return i.ThemeRef.Text == "" }

func (r *Reporter) aimless(i *plan.Item) {
	d := diag.New(r.Rule, titleAt(i), "%q %s and serves no theme", i.ID, whereabouts(i))
	if ids := r.directory("theme").ids; len(ids) <= fewIDs {
		d = d.WithHint("name one: %s", or(ids))
	}
	r.Report(d)
}

// aimlessShare speaks of the plan as a whole, at its roadmap, or where there is
// no file of it at the first item it means.
func (r *Reporter) aimlessShare(p *plan.Plan) {
	var without, all float64
	var first *plan.Item
	for _, i := range p.Backlog {
		if !planned(i) {
			continue
		}
		all += i.Size
		if aimless(i) {
			without += i.Size
			if first == nil {
				first = i
			}
		}
	}
	if without*100 <= all*unalignedShare {
		return
	}
	d := diag.New(r.Rule, wholeAt(p, "themes", first), "%.0f %% of the open effort serves no theme", math.Floor(100*without/all))
	if len(p.Themes) == 0 {
		d = d.WithHint("write the first theme: content/themes/<id>.md")
	}
	r.Report(d)
}
