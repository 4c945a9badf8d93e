package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// contributing is how many items a release has at least to be asked for an outcome.
const contributing = 3

var noContribution = Rule{
	Name:     "no-contribution",
	Group:    Releases,
	Severity: diag.Info,
	Summary:  "a release brings some outcome nearer",
	Doc: `None of the work in the release leads to an outcome, so the roadmap does not tell why it is made.
Perhaps it serves an outcome that nobody has written down; perhaps it is in the way of one that has.

Planned releases with three items or more are looked at, in a plan some of whose themes serve an
outcome. Where all of its work belongs to themes of which theme-without-outcome speaks, that is enough;
and where unpublished work belongs to it nothing is said.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: safe, title: Photos are safe the same evening, baseline: 58, target: 95, current: 71}
---
-- content/releases/winter.md --
---
title: Winter
       ^^^^^^ none of the 3 items of the release "winter" serves an outcome
            = see what it is made for, and let a theme say so
goal: A new look.
---
-- content/themes/backup.md --
---
title: Effortless backup
outcomes: [safe]
---
-- content/themes/look.md --
# A new look
-- content/themes/look/colours-{1..3}.md --
---
title: New colours, part {n}
release: winter
---
`,
	Good: `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: safe, title: Photos are safe the same evening, baseline: 58, target: 95, current: 71}
---
-- content/releases/winter.md --
---
title: Winter
goal: A new look.
---
-- content/themes/backup.md --
---
title: Effortless backup
outcomes: [safe]
---
-- content/themes/backup/upload.md --
---
title: Upload at night
release: winter
---
-- content/themes/look.md --
# A new look
-- content/themes/look/colours-{1..2}.md --
---
title: New colours, part {n}
release: winter
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		if !threaded(p) {
			return
		}
		for _, rel := range p.Releases {
			if rel.Status != plan.Planned || rel.Progress.All < contributing || r.hidden.carries[rel] || !r.leadsNowhere(rel) {
				continue
			}
			r.Report(diag.New(r.Rule, titleAt(rel), "none of the %d items of the release %q serves an outcome", rel.Progress.All, rel.ID).
				WithHint("see what it is made for, and let a theme say so"))
		}
	},
}

// leadsNowhere reports whether nothing in a release serves an outcome, not even by
// a theme that has been closed since, and no other rule asks all of it why.
func (s *survey) leadsNowhere(rel *plan.Release) bool {
	asked := true
	for _, i := range rel.Items {
		t := i.Theme
		if i.State == plan.StateWont {
			continue
		}
		if !themeIsKnown(s.plan, i) || t != nil && len(t.OutcomeRefs) > 0 {
			return false
		}
		asked = asked && t != nil && pursued(t)
	}
	return !asked
}
