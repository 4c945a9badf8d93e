package check

import "milepost/internal/diag"

var duplicateKey = Rule{
	Name:     "duplicate-key",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "a key stands once",
	Doc: `Only one of the two values can count, and nobody sees which: remove the other. It is often what is left
of a merge.`,
	Bad: `
-- content/backlog/search.md --
---
title: Search
effort: 3
effort: 5
^^^^^^ the key "effort" is given twice
     = keep one of them; the first counts
---
`,
	Good: `
-- content/backlog/search.md --
---
title: Search
effort: 5
---
`,
}
