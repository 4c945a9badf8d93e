package check

import "milepost/internal/diag"

var duplicateOutput = Rule{
	Name:     "duplicate-output",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "a page has one source",
	Doc: `Two things would be published at one address, so one of them could not be read. Give one of them another
id or name. Some names at the root of the site are taken by the pages Milepost makes itself.`,
	Bad: `
-- content/pages/backlog.md --
# How we work with the backlog
^ two sources would be published as backlog.html
= milepost makes a page of this name itself; choose another
`,
	Good: `
-- content/pages/how-we-work.md --
# How we work with the backlog
`,
}
