package check

import (
	"slices"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

var outcomeOrphan = Rule{
	Name:     "outcome-orphan",
	Group:    Strategy,
	Severity: diag.Warning,
	Summary:  "an outcome that is not reached has a theme",
	Doc: `The roadmap promises a change in the world, and no open theme is there to bring it about. Name the
outcome in the theme that serves it, write that theme, or take the outcome off the roadmap.

An outcome whose number has come to its target needs no theme, and one without numbers counts as not
reached. While a plan has no themes at all nothing is said.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: safe, title: Photos are safe the same evening, baseline: 58, target: 95, current: 71}
  - {id: found, title: Photos are found in moments}
         ^^^^^ no open theme serves the outcome "found"
             = name it in a theme: outcomes: [found], or remove it
---
-- content/themes/backup.md --
---
title: Effortless backup
outcomes: [safe]
---
-- content/themes/search.md --
---
title: Search
outcomes: [found]
status: dropped
---
`,
	Good: `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: safe, title: Photos are safe the same evening, baseline: 58, target: 95, current: 71}
  - {id: found, title: Photos are found in moments, baseline: 140, target: 20, current: 20}
---
-- content/themes/backup.md --
---
title: Effortless backup
outcomes: [safe]
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		if len(p.Themes) == 0 {
			return
		}
		for _, o := range p.Outcomes {
			if o.ID.Text == "" || o.Progress == 1 || served(o) || r.hidden.serves[o.ID.Text] || duplicate(p, o) {
				continue
			}
			r.Report(diag.New(r.Rule, o.ID.Span, "no open theme serves the outcome %q", o.ID.Text).
				WithHint("name it in a theme: outcomes: [%s], or remove it", o.ID.Text))
		}
	},
}

// served reports whether an open theme serves an outcome.
func served(o *plan.Outcome) bool {
	return slices.ContainsFunc(o.Themes, func(t *plan.Theme) bool { return t.Status == plan.ThemeOpen })
}
