package check

import "milepost/internal/diag"

var badUTF8 = Rule{
	Name:     "bad-utf8",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "a file is text in UTF-8",
	Doc: `A byte that is no UTF-8 is shown as a question mark in a diamond. Save the file as UTF-8, which every
editor offers. A file that is no text at all does not belong among the Markdown files.`,
	Bad: `
-- content/backlog/cafe.md --
# Open the caf` + "\xe9" + `
              ^ this byte is not UTF-8 text
              = save the file as UTF-8
`,
	Good: `
-- content/backlog/cafe.md --
# Open the café
`,
}
