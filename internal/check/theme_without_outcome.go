package check

import (
	"slices"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

var themeWithoutOutcome = Rule{
	Name:     "theme-without-outcome",
	Group:    Strategy,
	Severity: diag.Info,
	Summary:  "a theme that is now or next serves an outcome",
	Doc: `The theme says what is done and not what changes by it, so nobody can tell when it has done enough. Name
the outcome it serves; if there is none, ask whether the outcome or the theme is missing.

A Later theme may leave that open, and a plan without any outcomes is not asked for them. Where no theme
at all serves an outcome, outcome-orphan says so of each outcome, and that is enough.`,
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
---
title: Albums
       ^^^^^^ the theme "albums" is next and serves no outcome
            = name one: "safe"
why: People like to share.
horizon: next
---
-- content/themes/albums/share.md --
# Share an album
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
why: A photo nobody saved is lost.
horizon: next
outcomes: [safe]
---
-- content/themes/backup/upload.md --
# Upload at night
-- content/themes/albums.md --
---
title: Albums
horizon: later
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		if !threaded(p) {
			return
		}
		for _, t := range p.Themes {
			if !pursued(t) || !aimsAtNothing(p, t) {
				continue
			}
			d := diag.New(r.Rule, titleAt(t), "the theme %q is %s and serves no outcome", t.ID, t.Horizon)
			if ids := r.directory("outcome").ids; len(ids) <= fewIDs {
				d = d.WithHint("name one: %s", or(ids))
			}
			r.Report(d)
		}
	},
}

// threaded reports whether any theme serves an outcome.
func threaded(p *plan.Plan) bool {
	return slices.ContainsFunc(p.Themes, func(t *plan.Theme) bool { return len(t.Outcomes) > 0 })
}

// aimsAtNothing reports whether a theme names no outcome although there are some.
// One that is unknown has a rule of its own.
func aimsAtNothing(p *plan.Plan, t *plan.Theme) bool {
	return len(p.Outcomes) > 0 && len(t.OutcomeRefs) == 0
}
