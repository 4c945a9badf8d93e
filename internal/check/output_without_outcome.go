package check

import (
	"milepost/internal/calendar"
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// shippedShare, movedShare and settleDays are when much output should have moved
// the outcome: so much of the effort with people, in percent; so little of the way
// gone, in percent; and so many days to show.
const (
	shippedShare = 80
	movedShare   = 20
	settleDays   = 30
)

var outputWithoutOutcome = Rule{
	Name:     "output-without-outcome",
	Group:    Strategy,
	Severity: diag.Warning,
	Summary:  "work that is done moves its outcome",
	Doc: `Most of the work was done and has reached people, and what it was done for has hardly moved. More of the
same will not help: look again at how this work was meant to lead to that outcome.

It is said when 80 % of the effort of a theme has shipped, the last of it 30 days ago or more, and each
of its outcomes that is measured is less than a fifth of the way to its target. A number that was last
checked before those 30 days were over says nothing yet. A theme some of whose shipped work has no day
is judged by the days that are known.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: found, title: Photos are found in moments, baseline: 140, target: 20, current: 134, checked: 2026-11-20}
---
-- content/releases/summer.md --
---
title: Summer
released: 2026-08-31
---
-- content/themes/search.md --
---
title: Search
outcomes: [found]
          ^^^^^^^ 100 % of the work on the theme "search" has shipped, and the outcome "found" has gone 5 % of its way
                = look again at how this work should move it
---
-- content/themes/search/index.md --
---
title: Index the texts
status: done
release: summer
---
`,
	Good: `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: found, title: Photos are found in moments, baseline: 140, target: 20, current: 70, checked: 2026-11-20}
---
-- content/releases/summer.md --
---
title: Summer
released: 2026-08-31
---
-- content/themes/search.md --
---
title: Search
outcomes: [found]
---
-- content/themes/search/index.md --
---
title: Index the texts
status: done
release: summer
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, t := range p.Themes {
			o := r.futile(t)
			if o == nil {
				continue
			}
			shipped, all, _ := shipped(t)
			r.Report(diag.New(r.Rule, fieldAt(t, "outcomes"), "%s of the work on the theme %q has shipped, and the outcome %q has gone %s of its way",
				below(shipped, all), t.ID, o.ID.Text, below(o.Progress, 1)).
				WithHint("look again at how this work should move it").
				WithRelated(o.ID.Span, "the outcome"))
		}
	},
}

// futile gives, for a theme whose work has not moved any of its outcomes, the one
// that has gone farthest; else nil.
func (s *survey) futile(t *plan.Theme) *plan.Outcome {
	shipped, all, last := shipped(t)
	if t.Status == plan.ThemeDropped || t.OtherWork || all == 0 || 100*shipped < shippedShare*all || last == 0 || s.ago(last) < settleDays {
		return nil
	}
	var best *plan.Outcome
	for _, o := range t.Outcomes {
		if o.Progress < 0 || o.Checked != 0 && o.Checked < last+settleDays {
			continue
		}
		if best == nil || o.Progress > best.Progress {
			best = o
		}
	}
	if best == nil || 100*best.Progress >= movedShare {
		return nil
	}
	return best
}

// shipped is the effort of a theme that people have, all of its effort, and the
// last day on which some of it reached people, where that is known.
func shipped(t *plan.Theme) (part, all float64, last calendar.Day) {
	for _, i := range t.Items {
		if i.Status == plan.Dropped || i.State == plan.StateWont {
			continue
		}
		all += i.Size
		if !i.Shipped() {
			continue
		}
		part += i.Size
		day := i.Finished
		if i.Release != nil {
			day = i.Release.Released
		}
		last = max(last, day)
	}
	return part, all, last
}
