package check

import (
	"milepost/internal/calendar"
	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/source"
)

var futureDate = Rule{
	Name:     "future-date",
	Group:    Flow,
	Severity: diag.Error,
	Summary:  "what has happened does not lie ahead",
	Doc: `Nothing was started, finished, released or checked on a day that is still to come, so it is a slip,
often in the year. A day on which something is meant to happen is the date of a release, or the by of an
outcome.

Tomorrow is let pass: where the plan is read the day may be another than where it was written.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
status: done
finished: 2027-10-12
          ^^^^^^^^^^ "search" cannot have been finished on 2027-10-12, which is still to come
                   = put the day right, or remove it
---
`,
	Good: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
status: done
finished: 2026-11-24
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, i := range p.Items {
			r.past(quote(i.ID), "started", i.Started, i.At("started"))
			r.past(quote(i.ID), "finished", i.Finished, i.At("finished"))
		}
		for _, rel := range p.Releases {
			r.past(quote(rel.ID), "released", rel.Released, rel.At("released"))
		}
		for _, o := range p.Outcomes {
			at := o.ID.Span
			if at.IsZero() {
				at = o.At
			}
			r.past("the outcome "+quote(o.ID.Text), "checked", o.Checked, at)
		}
	},
}

// past reports a day of something that has happened if it lies ahead.
func (r *Reporter) past(thing, verb string, day calendar.Day, at source.Span) {
	if !r.ahead(day) {
		return
	}
	r.Report(diag.New(r.Rule, at, "%s cannot have been %s on %s, which is still to come", thing, verb, day).
		WithHint("put the day right, or remove it"))
}

// ahead reports whether a day is still to come, wherever the plan was written. Of a
// plan that is read on no day nothing can be said.
func (s *survey) ahead(day calendar.Day) bool {
	today := s.plan.Facts.Today
	return today != 0 && day > today+1
}
