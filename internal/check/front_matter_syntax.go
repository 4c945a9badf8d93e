package check

import "milepost/internal/diag"

var frontMatterSyntax = Rule{
	Name:     "front-matter-syntax",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "front matter must be readable as YAML, TOML or JSON",
	Doc: `A field that cannot be read is lost, and where the mistake is large, so are those below it. The usual
causes are a colon or a quote in an unquoted text, tabs for indentation, and a bracket or quote that
is never closed. Put texts with signs in them between quotes.`,
	Bad: `
-- content/backlog/search.md --
---
title: Search: the first version
       ^^^^^^^^^^^^^^^^^^^^^^^^^ the text of "title" has a colon in it
                               = put the text in quotes: "Search: the first version"
effort: 3
---
`,
	Good: `
-- content/backlog/search.md --
---
title: "Search: the first version"
effort: 3
---
`,
}
