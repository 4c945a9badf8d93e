package check

import (
	"slices"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

var themeIdle = Rule{
	Name:     "theme-idle",
	Group:    Strategy,
	Severity: diag.Warning,
	Summary:  "a theme that is now has work that can be done now",
	Doc: `Now is a commitment to work on the theme, and nothing in it is under way or could be picked up: all of
it is a mere proposal, waits for something that nobody has begun, or is done. Make the next item ready,
move the theme, or say that it is achieved.

A theme without any items is a matter of theme-empty, and one whose work is done and has moved nothing
of output-without-outcome. A plan in which nothing was ever made ready or begun is still a sketch, and
not spoken of.`,
	Bad: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
         ^^^ the theme "growth" is now, and nothing in it is ready or under way
           = make "search" ready, or say horizon: next
---
-- content/themes/growth/search.md --
# Search
-- content/themes/growth/index.md --
---
title: Index the texts
status: done
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
status: ready
---
-- content/themes/growth/index.md --
---
title: Index the texts
status: done
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		if sketched(p) {
			return
		}
		for _, t := range p.Themes {
			if !idle(t) || r.futile(t) != nil {
				continue
			}
			r.Report(r.idle(t))
		}
	},
}

// sketched reports whether no item of a plan was ever made ready or begun.
func sketched(p *plan.Plan) bool {
	return !slices.ContainsFunc(p.Items, func(i *plan.Item) bool { return i.Status != plan.Proposed && i.Status != plan.Dropped })
}

// idle reports whether a theme is now, has items, and none of them can be worked
// on. What waits only for work that is under way will go on by itself.
func idle(t *plan.Theme) bool {
	if t.Status != plan.ThemeOpen || t.Horizon != plan.Now || t.Progress.All == 0 || t.OtherWork {
		return false
	}
	return !slices.ContainsFunc(t.Items, func(i *plan.Item) bool {
		return i.Status.Started() || planned(i) && i.Status == plan.Ready && allStarted(i.Waits)
	})
}

func allStarted(items []*plan.Item) bool {
	return !slices.ContainsFunc(items, func(i *plan.Item) bool { return !i.Status.Started() })
}

func (r *Reporter) idle(t *plan.Theme) diag.Diagnostic {
	at := t.At("horizon")
	if t.Progress.Open == 0 {
		return diag.New(r.Rule, at, "the theme %q is now, and all of its items are done", t.ID).
			WithHint("write what comes next, or say status: achieved once its outcome is reached")
	}
	first := t.Items[0] // open items come first, in the order of the backlog
	d := diag.New(r.Rule, at, "the theme %q is now, and nothing in it is ready or under way", t.ID)
	if first.Status == plan.Ready && len(first.Waits) > 0 {
		return d.WithHint("see to what %q waits for, %s, or say horizon: next", first.ID, several(first.Waits))
	}
	return d.WithHint("make %q ready, or say horizon: next", first.ID)
}
