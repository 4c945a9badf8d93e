package check

import (
	"slices"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

// fewStale are so many stale items that each is worth a remark. More of them are
// one mistake: a backlog that nobody weeds.
const fewStale = 10

var stale = Rule{
	Name:     "stale",
	Group:    Order,
	Severity: diag.Warning,
	Summary:  "open items are looked at now and then",
	Doc: `Nothing in the item tells that anyone has thought of it for a long time, so nobody knows whether it is
still wanted, or still true. Drop it, or confirm it with an entry under "Updates", whose heading is the
day.

An item is stale after 90 days where it is Now, 180 where it is Next and 365 where it is Later; stale in
milepost.yaml changes that. What counts is the newest day in it: created, started, finished or an
update; an item without any is not judged. When more than ten items are stale it is said once for the
plan. What is under way is a matter of aging and not-moving, and a theme of theme-stalled.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
created: 2025-11-02
         ^^^^^^^^^^ "search" is later, and no day in it is newer than 2025-11-02, 387 days ago
                  = drop it, or confirm it with a day under "## Updates"
---
-- content/themes/growth/index.md --
---
title: Index the texts
created: 2026-11-02
---
`,
	Good: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
created: 2025-11-02
---

## Updates

### 2026-10-12

Three people asked for it this month.
-- content/themes/growth/index.md --
---
title: Index the texts
created: 2026-11-02
---
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		var forgotten []*plan.Item
		for _, i := range r.plan.Backlog {
			if !planned(i) || i.Status.Started() {
				continue
			}
			switch since := r.changed(i); {
			case since == 0:
				r.Undated()
			case r.ago(since) <= r.plan.Config.StaleDays[i.Horizon-plan.Now]:
			case r.stalled[i.Theme]:
			default:
				forgotten = append(forgotten, i)
			}
		}
		r.stale(forgotten)
	},
}

// stale reports each of a few items, and of many how many they are. Those whose
// files silence the rule are always reported one by one, to be silenced.
func (r *Reporter) stale(forgotten []*plan.Item) {
	heap := slices.DeleteFunc(slices.Clone(forgotten), func(i *plan.Item) bool { return ignores(i, r.Rule) })
	if len(heap) > fewStale {
		oldest := slices.MinFunc(heap, func(a, b *plan.Item) int { return int(r.changed(a) - r.changed(b)) })
		r.Report(diag.New(r.Rule, wholeAt(r.plan, "title", oldest), "%d open items carry no recent day; the newest in the oldest of them, %q, is %s", len(heap), oldest.ID, r.changed(oldest)).
			WithHint("drop what nobody will miss, and confirm the rest; stale in milepost.yaml is the limit").
			WithRelated(titleAt(oldest), "the oldest"))
		forgotten = slices.DeleteFunc(forgotten, func(i *plan.Item) bool { return !ignores(i, r.Rule) })
	}
	for _, i := range forgotten {
		since := r.changed(i)
		r.Report(diag.New(r.Rule, dayAt(i, since), "%q is %s, and no day in it is newer than %s, %s ago", i.ID, i.Horizon, since, counted(r.ago(since), "day")).
			WithHint(`drop it, or confirm it with a day under "## Updates"`))
	}
}
