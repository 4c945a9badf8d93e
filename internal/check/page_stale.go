package check

import (
	"slices"

	"milepost/internal/calendar"
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var pageStale = Rule{
	Name:     "page-stale",
	Group:    Honesty,
	Severity: diag.Warning,
	Summary:  "a plan is looked after",
	Doc: `Nothing in the plan has a day of the last weeks, so readers cannot know whether any of it still holds.
Bring it up to date, or write an update that says it still is.

What counts is the newest day in any file: created, started, finished, released, checked or an update,
of unpublished work as well. The limit is 45 days; page_stale in milepost.yaml changes that. A plan
without any day is not judged, and one with nothing left to do need not change. While this is said,
theme-stalled, not-moving and health-mismatch do not say the same of each theme and item.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
       ^^^^^^^ no day in the plan is newer than 2026-09-14, 71 days ago
             = bring it up to date, or say in an update that it is; page_stale in milepost.yaml is the limit
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
created: 2026-09-14
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
---

## Updates

### 2026-11-16

We still mean it.
-- content/themes/growth/search.md --
---
title: Search
created: 2026-09-14
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		first := slices.IndexFunc(p.Backlog, planned)
		if first < 0 {
			return
		}
		last, stale := r.pageStale()
		if last == 0 {
			r.Undated()
		}
		if stale {
			r.Report(diag.New(r.Rule, wholeAt(p, "title", p.Backlog[first]), "no day in the plan is newer than %s, %s ago", last, counted(r.ago(last), "day")).
				WithHint("bring it up to date, or say in an update that it is; page_stale in milepost.yaml is the limit"))
		}
	},
}

// pageStale is the last day on which anything is known to have happened in the
// plan, 0 where no day is known, and whether that is too long ago.
func (s *survey) pageStale() (last calendar.Day, stale bool) {
	return s.last, s.last != 0 && s.ago(s.last) > s.plan.Config.PageStaleDays
}

// neglected reports whether the whole plan is said to be old: what follows from
// that need not be said of each thing in it.
func (s *survey) neglected() bool {
	_, stale := s.pageStale()
	return stale && s.heeds("page-stale", s.plan.Roadmap)
}

// lastChange is the newest day on which anything changed.
func (s *survey) lastChange() calendar.Day {
	var last calendar.Day
	for _, e := range slices.Concat(s.plan.Entities(), s.plan.Hidden()) {
		last = max(last, s.changed(e))
	}
	return last
}
