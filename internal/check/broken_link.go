package check

import (
	"milepost/internal/diag"
	"milepost/internal/document"
	"milepost/internal/plan"
)

var brokenLink = Rule{
	Name:     "broken-link",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "a link must lead to something",
	Doc: `A reader who follows the link finds nothing. A link leads to a file, as seen from the file it
stands in, or to an id in double brackets, which holds wherever the file is moved. The
entries of menu in milepost.yaml are links too.`,
	Bad: `
-- content/backlog/search.md --
# Search
-- content/themes/growth.md --
# Growth

It begins with [the search](search.md)
                            ^^^^^^^^^ there is no file content/themes/search.md
                                    = did you mean ../backlog/search.md?
and goes on with [[filters]].
                   ^^^^^^^ nothing has the id "filters"
`,
	Good: `
-- content/backlog/search.md --
# Search
-- content/themes/growth.md --
# Growth

It begins with [the search](../backlog/search.md), that is with [[search]].
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for l := range r.leading(plan.NoFile) {
			if l.Kind != document.Image {
				r.Report(r.deadLink(l))
			}
		}
		for _, ref := range r.refs {
			if ref.Field == "menu" && !ref.known() && !ref.Found.OnlyCase {
				r.Report(diag.New(r.Rule, ref.Span, "no page has the id %q", ref.Text).WithHint("%s", r.hint(ref)))
			}
		}
	},
}

func (r *Reporter) deadLink(l link) diag.Diagnostic {
	written := linkPath(l.Link)
	id := r.directory("").meant(written)
	at := start(l.Span, written)
	if l.Target.Path == "" {
		d := diag.New(r.Rule, at, "nothing has the id %q", written)
		if id != "" {
			d = d.WithHint("did you mean %q (%s)?", id, r.directory("").files[id])
		}
		return d
	}
	d := diag.New(r.Rule, at, "there is no file %s", l.Target.Path)
	if id != "" {
		d = d.WithHint("did you mean %s?", relative(l.From.Base().Doc.File.Path, r.directory("").files[id]))
	}
	return d
}
