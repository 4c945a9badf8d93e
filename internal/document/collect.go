package document

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// collect walks over the body once, in the order of the text, and records its
// headings and links; then it looks at its sections.
func (r *reading) collect() {
	r.markAlerts(r.root)
	anchors := slugger{}
	var headings []*ast.Heading
	_ = ast.Walk(r.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Heading:
			if !entering {
				return ast.WalkContinue, nil
			}
			if id := ownAnchor(n); id != "" && !anchors.take(id) {
				n.RemoveAttributes() // another heading has it
			}
			headings = append(headings, n)
		case *ast.HTMLBlock:
			if entering {
				r.checkComment(n)
			}
		case *ast.Link, *ast.Image, *ast.AutoLink, *idLink:
			if entering {
				r.addLink(n)
			}
		}
		return ast.WalkContinue, nil
	})
	for _, n := range headings {
		r.addHeading(n, anchors)
	}
	r.sections()
}

// mark remembers i for n.
func (r *reading) mark(n ast.Node, i int) {
	if r.marks == nil {
		r.marks = make(map[ast.Node]int)
	}
	r.marks[n] = i
}

func (r *reading) addHeading(n *ast.Heading, anchors slugger) {
	h := Heading{Level: n.Level, Text: r.plain(n)}
	if h.Anchor = ownAnchor(n); h.Anchor == "" {
		h.Anchor = anchors.slug(strings.TrimSpace(string(r.appendPlain(nil, n, true))))
	}
	start, end := max(0, n.Pos()), max(0, n.Pos())
	if lines := n.Lines(); lines.Len() > 0 {
		last := lines.At(lines.Len() - 1)
		last = last.TrimRightSpace(r.body)
		start, end = lines.At(0).Start, last.Stop
	}
	h.Span = r.span(start, max(start, end))
	r.mark(n, len(r.doc.Headings))
	r.doc.Headings = append(r.doc.Headings, h)
}

// ownAnchor is the anchor an author gives a heading: ## Words {#anchor}.
func ownAnchor(n *ast.Heading) string {
	v, ok := n.AttributeString("id")
	if !ok {
		return ""
	}
	id, _ := v.([]byte)
	if len(id) == 0 || len(id) > 100 || slugOf(string(id)) != strings.ToLower(string(id)) {
		return ""
	}
	return string(id)
}

// heading is what collect found for a heading.
func (r *reading) heading(n *ast.Heading) *Heading { return &r.doc.Headings[r.marks[n]] }
