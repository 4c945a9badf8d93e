package check

import "milepost/internal/diag"

var emptyFile = Rule{
	Name:     "empty-file",
	Group:    Form,
	Severity: diag.Warning,
	Summary:  "a file says something",
	Doc:      `An empty file makes an item that has a name and nothing else. Write at least a heading, or delete it.`,
	Bad: `
-- content/backlog/search.md --
^ the file is empty
= write a heading, or delete the file
`,
	Good: `
-- content/backlog/search.md --
# Search
`,
}
