package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var releasedWithOpen = Rule{
	Name:     "released-with-open",
	Group:    Releases,
	Severity: diag.Warning,
	Summary:  "a release that is out holds nothing open",
	Doc: `The release went out, so the item is either done and nobody said so, or it was left out and comes with
another release. Readers of the release's page would think it is there.`,
	Bad: `
-- content/releases/autumn.md --
---
title: Autumn
released: 2026-10-31
---
-- content/backlog/search.md --
---
title: Search
release: autumn
         ^^^^^^ "search" is proposed, but its release "autumn" is out since 2026-10-31
              = mark it as done, or give it to another release
---
`,
	Good: `
-- content/releases/autumn.md --
---
title: Autumn
released: 2026-10-31
---
-- content/backlog/search.md --
---
title: Search
release: autumn
status: done
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, i := range p.Items {
			if !planned(i) || i.Release == nil || i.Release.Status != plan.Released {
				continue
			}
			since := ""
			if day := i.Release.Released; day != 0 {
				since = " since " + day.String()
			}
			r.Report(diag.New(r.Rule, i.At("release"), "%q is %s, but its release %q is out%s", i.ID, inWords(i.Status), i.Release.ID, since).
				WithHint("mark it as done, or give it to another release"))
		}
	},
}
