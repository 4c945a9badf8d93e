package check

import "milepost/internal/diag"

var duplicateID = Rule{
	Name:     "duplicate-id",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "an id belongs to one thing",
	Doc: `Links and dependencies name things by their ids, over all kinds: what two of them share can mean either.
Give one of the two another id, and where links to it exist keep the old one as an alias of the
other.`,
	Bad: `
-- content/backlog/search.md --
# Search
^ the id "search" is taken
= give one of the two another id
-- content/themes/search.md --
# Search and find
`,
	Good: `
-- content/backlog/search.md --
# Search
-- content/themes/finding.md --
# Search and find
`,
}
