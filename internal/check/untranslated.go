package check

import "milepost/internal/diag"

var untranslated = Rule{
	Name:     "untranslated",
	Group:    Form,
	Severity: diag.Info,
	Summary:  "the interface speaks the language of the site",
	Doc: `The words around the plan, the names of pages and states and the forms of dates, come from a table for
each language. For a language without one they are English, while the site goes on to tell browsers
that its texts are in the language you named.`,
	Bad: `
-- milepost.yaml --
title: Tintype
language: nl
          ^^ there are no words for "nl" yet, so the interface is in English
             = there are words for de, en, fr, ja
`,
	Good: `
-- milepost.yaml --
title: Tintype
language: de-AT
`,
}
