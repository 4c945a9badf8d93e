package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var tooManyNow = Rule{
	Name:     "too-many-now",
	Group:    Strategy,
	Severity: diag.Info,
	Summary:  "few themes are now",
	Doc: `A strategy is also a list of what we do not do yet. When many themes are now each gets a little, and
none is finished soon. Three are plenty for most teams; now_themes in milepost.yaml says how many may be
now. It is said once for the plan.`,
	Bad: `
-- milepost.yaml --
now_themes: 1
-- content/_index.md --
---
title: Tintype
themes: [growth, trust]
        ^^^^^^^^^^^^^^^ 2 themes are now; the limit is 1
                       = say horizon: next for what can wait, or change now_themes in milepost.yaml
---
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
---
-- content/themes/growth/search.md --
# Search
-- content/themes/trust.md --
---
title: Trust
why: Nobody buys from a stranger.
horizon: now
---
-- content/themes/trust/reviews.md --
# Reviews
`,
	Good: `
-- milepost.yaml --
now_themes: 1
-- content/_index.md --
---
title: Tintype
themes: [growth, trust]
---
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
---
-- content/themes/growth/search.md --
# Search
-- content/themes/trust.md --
---
title: Trust
why: Nobody buys from a stranger.
horizon: next
---
-- content/themes/trust/reviews.md --
# Reviews
`,
	Run: func(p *plan.Plan, r *Reporter) {
		var now []*plan.Theme
		for _, t := range p.Themes {
			if t.Status == plan.ThemeOpen && t.Horizon == plan.Now {
				now = append(now, t)
			}
		}
		limit := p.Config.NowThemes
		if len(now) <= limit {
			return
		}
		d := diag.New(r.Rule, wholeAt(p, "themes", now[limit]), "%s are now; the limit is %d", counted(len(now), "theme"), limit).
			WithHint("say horizon: next for what can wait, or change now_themes in milepost.yaml")
		for _, t := range now[:min(len(now), mostRelated)] {
			d = d.WithRelated(t.At("horizon"), "%q is now", t.ID)
		}
		r.Report(d)
	},
}
