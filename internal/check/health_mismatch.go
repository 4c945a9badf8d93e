package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/source"
)

// wordDays is for how long a word about the health of a theme holds.
const wordDays = 30

var healthMismatch = Rule{
	Name:     "health-mismatch",
	Group:    Honesty,
	Severity: diag.Warning,
	Summary:  "what a theme says of its health is true",
	Doc: `Health is the author's own word, and readers believe it. Here the plan says something else: the theme is
on-track by its word while it stands still, waits for farther work, or has open work in a release that
is overcommitted or whose date has passed. Or the word is old: it is more than 30 days since the last
entry under "Updates", whatever it says. Change the word, or confirm it with an update.

What it names is reported in its own right as well, there to be mended and here to be told. It leaves
out what is switched off or silenced with a reason. A theme without updates has no day, and its word is
not called old; nor is it where page-stale speaks of the whole plan.`,
	Bad: `
-- content/releases/autumn.md --
---
title: Autumn
goal: Everybody finds everything.
date: 2026-10
---
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: next
health: on-track
        ^^^^^^^^ the theme "growth" is on-track by its own word, but the date of its release "autumn" has passed
               = mend that, or say at-risk or off-track
---
-- content/themes/growth/search.md --
---
title: Search
release: autumn
---
`,
	Good: `
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: next
health: at-risk
---

## Updates

### 2026-11-16

Autumn has come and gone without us.
-- content/themes/growth/search.md --
# Search
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, t := range p.Themes {
			if t.Status != plan.ThemeOpen || t.Health == "" {
				continue
			}
			if c := r.contradiction(t); c.text != "" && t.Health == "on-track" {
				r.Report(diag.New(r.Rule, t.At("health"), "the theme %q is on-track by its own word, but %s", t.ID, c.text).
					WithHint("mend that, or say at-risk or off-track").
					WithRelated(c.at, "see here"))
				continue
			}
			since := r.changed(t)
			if since == 0 {
				r.Undated()
				continue
			}
			if r.ago(since) > wordDays && !r.neglected() {
				r.Report(diag.New(r.Rule, t.At("health"), "the theme %q is %s by its own word, and that is %s old", t.ID, t.Health, counted(r.ago(since), "day")).
					WithHint("confirm it with a day under \"## Updates\", or change it"))
			}
		}
	},
}

// contradiction is what speaks against a theme that is on-track.
type contradiction struct {
	text string
	at   source.Span
}

// contradiction finds the first one, the gravest kind first.
func (r *Reporter) contradiction(t *plan.Theme) (c contradiction) {
	if r.stalled[t] && r.heeds("theme-stalled", t) {
		last, _ := lastMove(t)
		return contradiction{"nothing in it was started or finished since " + last.String(), t.At("horizon")}
	}
	for _, i := range t.Items {
		rel := i.Release
		if !planned(i) || rel == nil {
			continue
		}
		if r.overdue(rel) && r.heeds("date-passed", rel) {
			return contradiction{"the date of its release " + quote(rel.ID) + " has passed", rel.At("date")}
		}
		if r.overcommitted(rel) && r.heeds("overcommitted", rel) {
			return contradiction{"its release " + quote(rel.ID) + " is overcommitted", fieldAt(rel, "capacity")}
		}
	}
	for _, i := range t.Items {
		if !planned(i) || !r.heeds("horizon-inversion", i) {
			continue
		}
		if way := r.wayToFarther(i); way != nil {
			far := way[len(way)-1]
			return contradiction{quote(i.ID) + " is " + nearness(i).String() + " and waits for " + quote(far.ID) + ", which is " + far.Horizon.String(), needAt(r.plan, i, way[1])}
		}
	}
	return c
}
