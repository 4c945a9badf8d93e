package check

import "milepost/internal/diag"

var idDiffersInCase = Rule{
	Name:     "id-differs-in-case",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "ids differ in more than upper and lower case",
	Doc: `On a Mac and on Windows two files whose names differ only in case are one file, and so are the pages made
of them. Give one of the two another id.`,
	Bad: `
-- content/backlog/MP-1.md --
# Index the texts
-- content/backlog/mp-1.md --
# Search
^ the id "mp-1" differs from "MP-1" only in upper and lower case
= give one of the two another id
`,
	Good: `
-- content/backlog/MP-1.md --
# Index the texts
-- content/backlog/MP-2.md --
# Search
`,
}
