package check

import "milepost/internal/diag"

var badID = Rule{
	Name:     "bad-id",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "an id is made of letters, digits, hyphens, underscores and dots",
	Doc: `An id is part of addresses and of file names on every system, so it takes letters, digits, -, _ and .,
and does not begin or end with a dot. Without an id field it is the name of the file without .md.`,
	Bad: `
-- content/backlog/search.md --
---
id: ../search
    ^^^^^^^^^ "../search" cannot be an id
            = an id takes letters, digits, -, _ and ., and does not begin with .
title: Search
---
-- content/backlog/find it.md --
# Find it
^ "find it" cannot be an id
= rename the file, or write an id; an id takes letters, digits, -, _ and ., and does not begin with .
`,
	Good: `
-- content/backlog/search.md --
---
id: search
title: Search
---
-- content/backlog/find-it.md --
# Find it
`,
}
