package check

import "milepost/internal/diag"

var unknownKey = Rule{
	Name:     "unknown-key",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "every key must be one Milepost knows",
	Doc: `A key that is not known does nothing: it is most often a slip for another. Keys of your own begin with
x_ and reach the templates of your site theme.`,
	Bad: `
-- content/backlog/search.md --
---
titel: Search
^^^^^ an item has no key "titel"
    = did you mean "title"?
efort: 3
^^^^^ an item has no key "efort"
    = did you mean "effort"?
---
`,
	Good: `
-- content/backlog/search.md --
---
title: Search
effort: 3
x_sponsor: the library
---
`,
}
