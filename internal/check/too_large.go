package check

import "milepost/internal/diag"

var tooLarge = Rule{
	Name:     "too-large",
	Group:    Form,
	Severity: diag.Warning,
	Summary:  "a text stays within what a page can show",
	Doc: `Of a file above one MiB only the beginning is read. Quotes and lists nested dozens deep, and tables of
thousands of cells, are shown as plain text: no reader needs them, and they can keep a program busy
for minutes. Split the file or the table, or keep the material in a file of its own and link to it.`,
	Bad: `
-- content/backlog/search.md --
# Search

> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > nested too deep
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotes and lists are nested too deep from here on, so they are shown as text
                                                                                                        = write it flat
`,
	Good: `
-- content/backlog/search.md --
# Search

> > nested as deep as anyone needs
`,
}
