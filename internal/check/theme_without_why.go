package check

import (
	"slices"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/document"
	"milepost/internal/plan"
)

var themeWithoutWhy = Rule{
	Name:     "theme-without-why",
	Group:    Strategy,
	Severity: diag.Warning,
	Summary:  "a theme that is now or next says why",
	Doc: `Whoever reads the roadmap meets a direction and no reason, and whoever works on it cannot tell a good
idea from one that misses the point. One or two sentences about the need behind it are enough.

A heading that begins with "Why" in the body counts as well. A Later theme may leave it open.`,
	Bad: `
-- content/themes/growth.md --
---
title: Growth
       ^^^^^^ the theme "growth" is next and does not say why
            = write why: the need behind it, in one or two sentences
horizon: next
---
-- content/themes/growth/search.md --
# Search
`,
	Good: `
-- content/themes/growth.md --
---
title: Growth
why: Those who need it do not find it.
horizon: next
---
-- content/themes/growth/search.md --
# Search
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, t := range p.Themes {
			if !pursued(t) || t.Why != "" || slices.ContainsFunc(t.Doc.Headings, saysWhy) {
				continue
			}
			r.Report(diag.New(r.Rule, titleAt(t), "the theme %q is %s and does not say why", t.ID, t.Horizon).
				WithHint("write why: the need behind it, in one or two sentences"))
		}
	},
}

func saysWhy(h document.Heading) bool {
	return h.Level > 1 && strings.HasPrefix(strings.ToLower(h.Text), "why")
}
