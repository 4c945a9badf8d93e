package check

import (
	"strings"

	"milepost/internal/diag"
	"milepost/internal/document"
	"milepost/internal/plan"
	"milepost/internal/source"
)

var brokenAnchor = Rule{
	Name:     "broken-anchor",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "a link to a heading must name one that is there",
	Doc: `The link leads to the right page and then to its top, where the reader must search. A heading's
anchor is its text as GitHub writes it: in lower case, with hyphens for spaces, without
punctuation.`,
	Bad: `
-- content/backlog/search.md --
# Search

## Limits of length
-- content/themes/growth.md --
# Growth

See [how long a text may be](../backlog/search.md#limit-of-length).
                                                  ^^^^^^^^^^^^^^^ "search" has no heading #limit-of-length
                                                                = did you mean #limits-of-length?
`,
	Good: `
-- content/backlog/search.md --
# Search

## Limits of length
-- content/themes/growth.md --
# Growth

See [how long a text may be](../backlog/search.md#limits-of-length).
`,
	Run: func(_ *plan.Plan, r *Reporter) {
		for l := range r.leading(plan.NoAnchor) {
			r.Report(r.deadAnchor(l))
		}
	},
}

func (r *Reporter) deadAnchor(l link) diag.Diagnostic {
	to, where := l.From, "this page"
	if l.Target.Entity != nil && l.Target.Entity != l.From {
		to, where = l.Target.Entity, quote(l.Target.Entity.Base().ID)
	}
	d := diag.New(r.Rule, anchorSpan(l), "%s has no heading #%s", where, l.Target.Anchor)
	near := l.Target.Near
	if near == "" {
		near = diag.Nearest(l.Target.Anchor, anchors(to.Base().Doc))
	}
	if near == "" {
		return d
	}
	return d.WithHint("did you mean #%s?", near)
}

func anchors(doc *document.Doc) []string {
	out := make([]string, len(doc.Headings))
	for i, h := range doc.Headings {
		out[i] = h.Anchor
	}
	return out
}

// anchorSpan narrows a link's place to what follows its "#".
func anchorSpan(l link) (at source.Span) {
	at = l.Span
	if i := strings.IndexByte(at.Text(), '#'); i >= 0 {
		at.Start += i + 1
	}
	return at
}
