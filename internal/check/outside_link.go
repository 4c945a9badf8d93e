package check

import (
	"milepost/internal/diag"
	"milepost/internal/document"
	"milepost/internal/plan"
)

var outsideLink = Rule{
	Name:     "outside-link",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "a link cannot leave the plan unless the repository is known",
	Doc: `The site holds what lies in content and static, nothing else. With repository in milepost.yaml a link
to any other file leads into the repository; an image must be moved into the plan.`,
	Bad: `
-- content/backlog/search.md --
# Search

As in [the prototype](../../prototypes/search/main.go).
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypes/search/main.go is outside content
                                                    = set repository in milepost.yaml, and the link leads there
`,
	Good: `
-- milepost.yaml --
repository: https://github.com/example/plan
-- content/backlog/search.md --
# Search

As in [the prototype](../../prototypes/search/main.go).
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for l := range r.leading(plan.Outside) {
			hint := "set repository in milepost.yaml, and the link leads there"
			if l.Kind == document.Image || p.Config.Repository != "" {
				hint = "move it below content or static"
			}
			r.Report(diag.New(r.Rule, l.Span, "%s is outside content", l.Target.Path).WithHint("%s", hint))
		}
	},
}
