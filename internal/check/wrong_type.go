package check

import "milepost/internal/diag"

var wrongType = Rule{
	Name:     "wrong-type",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "a field takes a value of its own type",
	Doc: `A value of another type cannot be read, and the field counts as not written. The hint says what the
field takes. A list also takes a single value.`,
	Bad: `
-- content/backlog/search.md --
---
title: Search
effort: three
        ^^^^^ effort cannot be "three"
            = it takes a number above 0, or XS, S, M, L, XL
draft: maybe
       ^^^^^ draft cannot be "maybe"
           = it takes true or false
---
`,
	Good: `
-- content/backlog/search.md --
---
title: Search
effort: 3
draft: false
---
`,
}
