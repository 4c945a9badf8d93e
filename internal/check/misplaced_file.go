package check

import "milepost/internal/diag"

var misplacedFile = Rule{
	Name:     "misplaced-file",
	Group:    Form,
	Severity: diag.Warning,
	Summary:  "a Markdown file lies in a folder of the plan",
	Doc: `The folder says what a file describes: content/themes, content/backlog, content/releases or content/pages.
A file anywhere else in content is not read as a part of the plan, and has no page.`,
	Bad: `
-- content/search.md --
# Search
^ content/search.md is in no folder of the plan
= themes go to content/themes, items to content/backlog or below a theme's folder, releases to content/releases, other pages to content/pages
`,
	Good: `
-- content/backlog/search.md --
# Search
`,
}
