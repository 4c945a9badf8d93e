package check

import (
	"slices"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

var outcomeUnmeasured = Rule{
	Name:     "outcome-unmeasured",
	Group:    Strategy,
	Severity: diag.Info,
	Summary:  "an outcome that is worked on has its numbers",
	Doc: `Without a baseline and a target nobody can say whether the outcome is reached, and each will have a
different opinion. Write both as soon as a theme serves the outcome. The current number may wait until
work has begun: before that it is the baseline.

An outcome that no open theme serves is a matter of outcome-orphan, or already in the past.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: safe, title: Photos are safe the same evening}
         ^^^^ the outcome "safe" has no baseline and no target
            = write them, so that everyone can tell when it is reached
  - {id: found, title: Photos are found in moments, baseline: 140, target: 20}
         ^^^^^ the outcome "found" has no current number, and work on it has begun
             = measure it, and write current: and checked:
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
---
-- content/themes/search/index.md --
---
title: Index the texts
status: done
---
`,
	Good: `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: safe, title: Photos are safe the same evening, baseline: 58, target: 95, current: 71}
  - {id: found, title: Photos are found in moments, baseline: 140, target: 20}
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
---
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for _, o := range r.plan.Outcomes {
			if o.Progress >= 0 || !served(o) {
				continue
			}
			if d, found := r.unmeasured(o); found {
				r.Report(d)
			}
		}
	},
}

func (r *Reporter) unmeasured(o *plan.Outcome) (d diag.Diagnostic, found bool) {
	var missing []string
	for _, number := range []struct{ key, text string }{{"baseline", o.Baseline.Text}, {"target", o.Target.Text}} {
		if number.text == "" {
			missing = append(missing, "no "+number.key)
		}
	}
	switch {
	case len(missing) > 0:
		them := map[int]string{1: "it", 2: "them"}[len(missing)]
		return diag.New(r.Rule, o.ID.Span, "the outcome %q has %s", o.ID.Text, strings.Join(missing, " and ")).
			WithHint("write %s, so that everyone can tell when it is reached", them), true
	case begun(o):
		return diag.New(r.Rule, o.ID.Span, "the outcome %q has no current number, and work on it has begun", o.ID.Text).
			WithHint("measure it, and write current: and checked:"), true
	}
	return d, false
}

// begun reports whether any work that serves an outcome was started.
func begun(o *plan.Outcome) bool {
	return slices.ContainsFunc(o.Themes, func(t *plan.Theme) bool { return t.Progress.Started+t.Progress.Done > 0 })
}
