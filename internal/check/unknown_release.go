package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var unknownRelease = Rule{
	Name:     "unknown-release",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "a release that is named must be there",
	Doc: `An item that is promised for a release that does not exist is promised to nobody. Write the id of
a release, which is the name of its file in content/releases without .md, or write that file.`,
	Bad: `
-- content/releases/autumn.md --
# Autumn
-- content/releases/spring.md --
# Spring
-- content/backlog/search.md --
---
title: Search
release: v2
         ^^ no release has the id "v2"
          = it takes "autumn" or "spring"
---
`,
	Good: `
-- content/releases/autumn.md --
# Autumn
-- content/backlog/search.md --
---
title: Search
release: autumn
---
`,
	Run: func(_ *plan.Plan, r *Reporter) { r.unknown("release") },
}
