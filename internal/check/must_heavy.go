package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// heavyItems is how many items the share of must is taken of at least.
const heavyItems = 5

var mustHeavy = Rule{
	Name:     "must-heavy",
	Group:    Releases,
	Severity: diag.Info,
	Summary:  "a release has something it could go without",
	Doc: `When nearly everything in a release is a must, its date is all that can give when something takes
longer. Ask of each item what would happen if the release went out without it: if the answer is that
people would grumble, it is no must.

It is said of planned releases with five items or more, when more than 60 % of their effort is of the
highest priority; must_max in milepost.yaml changes that. What is done counts too.`,
	Bad: `
-- content/releases/winter.md --
---
title: Winter
       ^^^^^^ 80 % of the effort of the release "winter" is must; the limit is 60 %
            = see what it could go out without, or change must_max in milepost.yaml
goal: Everybody finds everything.
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search-{1..4}.md --
---
title: Search, part {n}
priority: must
release: winter
---
-- content/themes/growth/albums.md --
---
title: Albums
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
-- content/themes/growth/search-{1..3}.md --
---
title: Search, part {n}
priority: must
release: winter
---
-- content/themes/growth/albums-{1..2}.md --
---
title: Albums, part {n}
release: winter
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, rel := range p.Releases {
			top := 0.0
			for _, i := range rel.Items {
				if i.Priority == plan.Must {
					top += i.Size
				}
			}
			if rel.Status != plan.Planned || rel.Progress.All < heavyItems || !more(100*top, p.Config.MustMax*rel.Load) {
				continue
			}
			must := p.Config.Priorities[plan.Must]
			r.Report(diag.New(r.Rule, titleAt(rel), "%s of the effort of the release %q is %s; the limit is %s %%", above(top, rel.Load), rel.ID, must, amount(p.Config.MustMax)).
				WithHint("see what it could go out without, or change must_max in milepost.yaml"))
		}
	},
}
