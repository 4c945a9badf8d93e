package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var datePassed = Rule{
	Name:     "date-passed",
	Group:    Releases,
	Severity: diag.Warning,
	Summary:  "a planned release lies ahead",
	Doc: `The date has passed and the release is still planned: readers of the roadmap see a promise that was
not kept and no new one. Write released: with the day on which it went out, a new date, or
status: dropped. A date such as 2026-Q3 has passed when its last day has.`,
	Bad: `
-- content/releases/autumn.md --
---
title: Autumn
date: 2001-10
      ^^^^^^^ "autumn" was planned for 2001-10, and that has passed
            = write released: and the day, or a new date
---
`,
	Good: `
-- content/releases/autumn.md --
---
title: Autumn
date: 2001-10
released: 2001-10-31
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, rel := range p.Releases {
			if !r.overdue(rel) {
				continue
			}
			r.Report(diag.New(r.Rule, rel.At("date"), "%q was planned for %s, and that has passed", rel.ID, rel.Date.Text).
				WithHint("write released: and the day, or a new date"))
		}
	},
}

// overdue reports whether a release is still planned although its date has passed.
func (s *survey) overdue(rel *plan.Release) bool {
	return rel.Status == plan.Planned && !rel.Date.IsZero() && rel.Date.Last < s.plan.Facts.Today
}
