package compare

import (
	"fmt"

	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/source"
)

// findings tells which findings came and which went.
func (c *comparison) findings(base, head []diag.Diagnostic) {
	inHead, inBase := byFile(c.head), byFile(c.base)
	for _, d := range NewFindings(base, head) {
		c.finding(Found, inHead, d, "", d.Message)
	}
	for _, d := range NewFindings(head, base) {
		c.finding(Resolved, inBase, d, d.Message, "")
	}
}

func byFile(p *plan.Plan) map[string]plan.Entity {
	out := map[string]plan.Entity{}
	for _, e := range p.Entities() {
		out[e.Base().Doc.File.Path] = e
	}
	return out
}

// finding is about the entity whose file it was found in.
func (c *comparison) finding(kind string, files map[string]plan.Entity, d diag.Diagnostic, before, after string) {
	ch := Change{Kind: kind, Title: d.Rule, Before: before, After: after, Because: placeOf(d.Span)}
	if e := files[d.Span.Path()]; e != nil {
		ch.Of, ch.ID = e.Base().Kind, e.Base().ID
	}
	c.changes = append(c.changes, ch)
}

func placeOf(s source.Span) string {
	if s.IsZero() {
		return ""
	}
	from := s.From()
	return fmt.Sprintf("%s:%d:%d", s.Path(), from.Line, from.Column)
}

// NewFindings are those of head that base does not have. Two findings are the
// same when they have the same rule and words and lie in the same file; where a
// file was moved, the same rule and words are enough. Places do not count,
// because a line further up moves them all.
func NewFindings(base, head []diag.Diagnostic) []diag.Diagnostic {
	type key struct{ rule, message, path string }
	in, anywhere := map[key]int{}, map[key]int{}
	paths := map[string]bool{}
	for _, d := range head {
		paths[d.Span.Path()] = true
	}
	for _, d := range base {
		in[key{d.Rule, d.Message, d.Span.Path()}]++
		if !paths[d.Span.Path()] { // its file may have moved
			anywhere[key{d.Rule, d.Message, ""}]++
		}
	}
	var out []diag.Diagnostic
	for _, d := range head {
		here, moved := key{d.Rule, d.Message, d.Span.Path()}, key{d.Rule, d.Message, ""}
		switch {
		case in[here] > 0:
			in[here]--
		case anywhere[moved] > 0:
			anywhere[moved]--
		default:
			out = append(out, d)
		}
	}
	return out
}
