package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var noOutcomePath = Rule{
	Name:     "no-outcome-path",
	Group:    Work,
	Severity: diag.Info,
	Summary:  "near work leads to an outcome",
	Doc: `Items of the theme are now or next, and the theme serves no outcome: it may be good work, but the plan
cannot say what for. A Later theme need not name an outcome, but then its work should not be near
either. Let the theme name one, or move the work.

It is said once for a theme. Where the theme itself is now or next it is a matter of
theme-without-outcome, where the work is under way of working-ahead, and where an item has no theme at
all of unaligned. A plan in which no theme serves an outcome is not asked.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: safe, title: Photos are safe the same evening, baseline: 58, target: 95, current: 71}
---
-- content/themes/backup.md --
---
title: Effortless backup
outcomes: [safe]
---
-- content/themes/albums.md --
# Albums
  ^^^^^^ the theme "albums" serves no outcome, and work for it is near: "share"
       = name an outcome, or move the work to later
-- content/themes/albums/share.md --
---
title: Share an album
horizon: next
---
`,
	Good: `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: safe, title: Photos are safe the same evening, baseline: 58, target: 95, current: 71}
---
-- content/themes/backup.md --
---
title: Effortless backup
outcomes: [safe]
---
-- content/themes/albums.md --
# Albums
-- content/themes/albums/share.md --
# Share an album
`,
	Run: func(p *plan.Plan, r *Reporter) {
		if !threaded(p) {
			return
		}
		for _, t := range p.Themes {
			if t.Status != plan.ThemeOpen || pursued(t) || !aimsAtNothing(p, t) {
				continue
			}
			if ahead := r.aheadOf(t); len(ahead) > 0 {
				r.Report(diag.New(r.Rule, titleAt(t), "the theme %q serves no outcome, and work for it is near: %s", t.ID, several(ahead)).
					WithHint("name an outcome, or move the work to later").
					WithRelated(fieldAt(ahead[0], "horizon"), "%q is %s", ahead[0].ID, ahead[0].Horizon))
			}
		}
	},
}

// aheadOf lists the items of a Later theme that are up next and nearer than it.
func (s *survey) aheadOf(t *plan.Theme) []*plan.Item {
	var ahead []*plan.Item
	for _, i := range t.Items {
		if s.upNext(i) && i.Horizon < t.Horizon {
			ahead = append(ahead, i)
		}
	}
	return ahead
}
