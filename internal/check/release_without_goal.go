package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var releaseWithoutGoal = Rule{
	Name:     "release-without-goal",
	Group:    Releases,
	Severity: diag.Info,
	Summary:  "a release says what it is for",
	Doc: `Without a goal a release is a date with a list. One sentence about the value it brings tells readers why
to look forward to it, and tells the team what belongs in it and what can be moved.

Releases that are out or dropped, and those nothing belongs to yet, are not asked.`,
	Bad: `
-- content/releases/winter.md --
---
title: Winter
       ^^^^^^ the release "winter" does not say what it is for
            = write goal: the value it brings, in one sentence
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
release: winter
---
`,
	Good: `
-- content/releases/winter.md --
---
title: Winter
goal: Everybody finds everything.
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
release: winter
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, rel := range p.Releases {
			if rel.Status != plan.Planned || rel.Goal != "" || rel.Progress.All == 0 {
				continue
			}
			r.Report(diag.New(r.Rule, titleAt(rel), "the release %q does not say what it is for", rel.ID).
				WithHint("write goal: the value it brings, in one sentence"))
		}
	},
}
