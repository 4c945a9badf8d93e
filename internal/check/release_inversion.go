package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var releaseInversion = Rule{
	Name:     "release-inversion",
	Group:    Dependencies,
	Severity: diag.Warning,
	Summary:  "a release does not wait for a later one",
	Doc: `The item is promised for one release and needs something that is promised for a later one, so one of
the two promises cannot be kept. Move one of the items. A release without a date counts as
later than one with a date, and two without are not compared.`,
	Bad: `
-- content/releases/autumn.md --
---
title: Autumn
goal: Everybody finds everything.
date: 2030-10
---
-- content/releases/winter.md --
---
title: Winter
goal: Nobody waits.
date: 2030-12
---
-- content/backlog/index.md --
---
title: Index the texts
release: winter
---
-- content/backlog/search.md --
---
title: Search
release: autumn
depends_on: [index]
             ^^^^^ "search" comes with "autumn" (2030-10), but needs "index", which comes with "winter" (2030-12)
                 = move "index" to "autumn", or "search" to "winter"
---
`,
	Good: `
-- content/releases/autumn.md --
---
title: Autumn
goal: Everybody finds everything.
date: 2030-10
---
-- content/releases/winter.md --
---
title: Winter
goal: Nobody waits.
date: 2030-12
---
-- content/backlog/index.md --
---
title: Index the texts
release: autumn
---
-- content/backlog/search.md --
---
title: Search
release: winter
depends_on: [index]
---
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for need := range r.needs() {
			i, on := need.item, need.on
			if !planned(i) || !on.Status.Open() || !laterRelease(on.Release, i.Release) {
				continue
			}
			r.Report(diag.New(r.Rule, need.Span, "%q comes with %s, but needs %q, which comes with %s", i.ID, dated(i.Release), on.ID, dated(on.Release)).
				WithHint("move %q to %q, or %q to %q", on.ID, i.Release.ID, i.ID, on.Release.ID))
		}
	},
}

// laterRelease reports whether a planned release is meant to come after another
// one. Of dates that overlap, the one that begins and ends later counts as later:
// "2030-Q3" and a day in August may be either way round.
func laterRelease(a, b *plan.Release) bool {
	if a == nil || b == nil || a.Status != plan.Planned || b.Status != plan.Planned || b.Date.IsZero() {
		return false
	}
	return a.Date.IsZero() || a.Date.First >= b.Date.First && a.Date.Last > b.Date.Last
}

// dated names a release with its date.
func dated(r *plan.Release) string {
	if r.Date.IsZero() {
		return quote(r.ID) + " (no date)"
	}
	return quote(r.ID) + " (" + r.Date.Text + ")"
}
