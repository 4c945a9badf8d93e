package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var unknownTheme = Rule{
	Name:     "unknown-theme",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "a theme that is named must be there",
	Doc: `A theme is the reason why an item is done: where the name leads nowhere, the item hangs in
the air and the theme's page does not count it. Write the id of a theme, which is the
name of its file in content/themes without .md, or its id field.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/backlog/search.md --
---
title: Search
theme: grwoth
       ^^^^^^ no theme has the id "grwoth"
            = did you mean "growth" (content/themes/growth.md)?
---
`,
	Good: `
-- content/themes/growth.md --
# Growth
-- content/backlog/search.md --
---
title: Search
theme: growth
---
`,
	Run: func(_ *plan.Plan, r *Reporter) { r.unknown("theme") },
}
