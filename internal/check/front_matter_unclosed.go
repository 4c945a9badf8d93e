package check

import "milepost/internal/diag"

var frontMatterUnclosed = Rule{
	Name:     "front-matter-unclosed",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "front matter ends with the line it began with",
	Doc: `Without the closing line the fields would be shown as text. What looks like a field is read as one; close
the front matter so that nobody has to guess.`,
	Bad: `
-- content/backlog/search.md --
---
^^^ the front matter is never closed
  = write --- on a line of its own below the last field
title: Search
effort: 3

A word finds every text that holds it.
`,
	Good: `
-- content/backlog/search.md --
---
title: Search
effort: 3
---

A word finds every text that holds it.
`,
}
