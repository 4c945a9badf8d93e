package check

import (
	"slices"

	"milepost/internal/calendar"
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// stalledDays is for how long nothing may be started or finished in a theme.
const stalledDays = 28

var themeStalled = Rule{
	Name:     "theme-stalled",
	Group:    Strategy,
	Severity: diag.Warning,
	Summary:  "a theme that is now moves",
	Doc: `The theme is now and has work that could be picked up, but for four weeks nothing in it was started or
finished. Either something else took its place, and then the roadmap should say so, or nobody noticed.

The days are those that items give as started and finished; a theme with an item that is done on an
unknown day is not judged. Where something is under way, aging and not-moving look at that very item;
where nothing can be picked up, theme-idle says so; and where the whole plan is old, page-stale does.`,
	Bad: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
         ^^^ nothing in the theme "growth" was started or finished since 2026-10-20, 35 days ago
           = pick up "search", or say horizon: next
---
-- content/themes/growth/index.md --
---
title: Index the texts
status: done
started: 2026-10-12
finished: 2026-10-20
---
-- content/themes/growth/search.md --
---
title: Search
status: ready
---
`,
	Good: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
---
-- content/themes/growth/index.md --
---
title: Index the texts
status: done
started: 2026-10-12
finished: 2026-10-20
---
-- content/themes/growth/search.md --
---
title: Search
status: in-progress
started: 2026-11-18
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, t := range p.Themes {
			switch last, known := lastMove(t); {
			case r.stalled[t]:
				r.Report(diag.New(r.Rule, t.At("horizon"), "nothing in the theme %q was started or finished since %s, %s ago", t.ID, last, counted(r.ago(last), "day")).
					WithHint("pick up %q, or say horizon: next", firstReady(t).ID))
			case !known && canStall(t):
				r.Undated()
			}
		}
	},
}

// canStall reports whether a theme is one that should move, and stands.
func canStall(t *plan.Theme) bool {
	return t.Status == plan.ThemeOpen && t.Horizon == plan.Now && t.Progress.Open > 0 && t.Progress.Started == 0 && !t.OtherWork && !idle(t)
}

// stalledThemes are those that could move and are known not to have moved for four
// weeks. In a plan that nobody looks after there are none: there it is the plan.
func (s *survey) stalledThemes() map[*plan.Theme]bool {
	stalled := map[*plan.Theme]bool{}
	for _, t := range s.plan.Themes {
		last, known := lastMove(t)
		if known && canStall(t) && s.ago(last) > stalledDays && !s.neglected() {
			stalled[t] = true
		}
	}
	return stalled
}

// lastMove is the last day on which an item of a theme was started or finished. It
// is not known where none was, nor where one was finished on an unknown day.
func lastMove(t *plan.Theme) (last calendar.Day, known bool) {
	for _, i := range t.Items {
		if i.Status == plan.Done && i.Finished == 0 {
			return 0, false
		}
		last = max(last, i.Started, i.Finished)
	}
	return last, last != 0
}

// firstReady is the item of a theme to be picked up first, of one that has an open
// item.
func firstReady(t *plan.Theme) *plan.Item {
	if n := slices.IndexFunc(t.Items, func(i *plan.Item) bool { return i.State == plan.StateReady }); n >= 0 {
		return t.Items[n]
	}
	return t.Items[0]
}
