package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var wrongKind = Rule{
	Name:     "wrong-kind",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "a reference must name a thing of the right kind",
	Doc: `An item depends on items, serves a theme and belongs to a release. A dependency on a whole theme
would never say when it is met: name the items that are really needed.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/backlog/search.md --
---
title: Search
depends_on: [growth]
             ^^^^^^ "growth" is a theme, not an item
                  = name the items that must be done before this one
---
`,
	Good: `
-- content/themes/growth.md --
# Growth
-- content/backlog/index.md --
# Index the texts
-- content/backlog/search.md --
---
title: Search
theme: growth
depends_on: [index]
---
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for _, ref := range r.refs {
			kind := ref.kind()
			if ref.again() || kind == "" || kind == ref.Want {
				continue
			}
			r.Report(diag.New(r.Rule, ref.Span, "%q is %s, not %s", ref.Text, article(kind), article(ref.Want)).
				WithHint("%s", r.otherKindHint(ref)))
		}
	},
}

// otherKindHint says what the field takes, in the words of its purpose.
func (s *survey) otherKindHint(ref reference) string {
	if ref.Field == "depends_on" {
		return "name the items that must be done before this one"
	}
	if ids := s.directory(ref.Want).ids; len(ids) > 0 && len(ids) <= fewIDs {
		return "it takes " + or(ids)
	}
	return "it takes the id of " + article(ref.Want)
}
