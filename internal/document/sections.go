package document

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	ext "github.com/yuin/goldmark/extension/ast"
)

// A plan reads some sections of a body: the acceptance criteria, the dated log,
// the reason for which something was dropped.

// section is a heading that stands at the top level, and what stands below it.
type section struct {
	heading *ast.Heading
	blocks  []ast.Node
}

// sections reads the sections that mean something to a plan. A section reaches
// to the next heading that is not below its own.
func (r *reading) sections() {
	blocks := children(r.root)
	r.layout = layout{body: blocks}
	r.findTitle(blocks)
	for i := 0; i < len(blocks); i++ {
		h, ok := blocks[i].(*ast.Heading)
		if !ok {
			continue
		}
		s := section{heading: h}
		read := r.readerOf(s)
		if read == nil {
			continue
		}
		s.blocks = blocks[i+1 : i+1+sectionLength(blocks[i+1:], h.Level)]
		read(s)
		i += len(s.blocks) // a section within it is part of it
	}
	r.sortUpdates()
	r.findSummary()
}

// readerOf is what reads a section with this heading, or nil.
func (r *reading) readerOf(s section) func(section) {
	switch strings.ToLower(strings.TrimRight(r.heading(s.heading).Text, " :")) {
	case "acceptance criteria", "done when":
		return r.addCriteria
	case "updates":
		return r.addUpdates
	case "why dropped":
		return r.addDropped
	}
	return nil
}

func (r *reading) addDropped(s section) {
	if r.doc.Dropped == "" {
		r.doc.Dropped = r.plainBlocks(s.blocks)
	}
	r.layout.setAside(s.blocks)
}

// sectionLength is how many blocks stand before the next heading of at most
// this level.
func sectionLength(blocks []ast.Node, level int) int {
	for i, n := range blocks {
		if h, ok := n.(*ast.Heading); ok && h.Level <= level {
			return i
		}
		if _, ok := n.(*ext.FootnoteList); ok {
			return i
		}
	}
	return len(blocks)
}

func children(n ast.Node) []ast.Node {
	var out []ast.Node
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = append(out, c)
	}
	return out
}

// layout says which blocks are rendered where.
type layout struct {
	title   ast.Node   // the heading that is the title
	lead    ast.Node   // the first paragraph, when the body begins with one
	body    []ast.Node // without the blocks in left
	left    map[ast.Node]bool
	updates [][]ast.Node      // the blocks of Doc.Updates[i]
	tally   ast.Node          // the heading that shows how many criteria are met
	aside   map[ast.Node]bool // blocks that say nothing about the whole
}

func (l *layout) leave(blocks ...ast.Node) {
	if l.left == nil {
		l.left = make(map[ast.Node]bool)
	}
	for _, n := range blocks {
		l.left[n] = true
	}
}

func (l *layout) setAside(blocks []ast.Node) {
	if l.aside == nil {
		l.aside = make(map[ast.Node]bool)
	}
	for _, n := range blocks {
		l.aside[n] = true
	}
}

// findTitle finds the title heading and the lead, which must stand above
// everything else.
func (r *reading) findTitle(blocks []ast.Node) {
	blocks = slices.DeleteFunc(slices.Clone(blocks), r.invisible)
	if len(blocks) == 0 {
		return
	}
	if h, ok := blocks[0].(*ast.Heading); ok && h.Level == 1 {
		r.doc.Title, r.doc.TitleAt = r.heading(h).Text, r.heading(h).Span
		r.layout.title = h
		r.layout.leave(h)
		blocks = blocks[1:]
	}
	if len(blocks) == 0 {
		return
	}
	if p, ok := blocks[0].(*ast.Paragraph); ok && r.plain(p) != "" {
		r.layout.lead = p
		r.layout.leave(p)
	}
}

// invisible reports whether a block shows nothing: a definition, a comment.
func (r *reading) invisible(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.LinkReferenceDefinition:
		return true
	case *ast.HTMLBlock:
		return n.HTMLBlockType == ast.HTMLBlockType2 && r.htmlText(n) == ""
	}
	return false
}

// findSummary takes the text of the first paragraph that stays in the body.
func (r *reading) findSummary() {
	if r.layout.lead != nil {
		r.doc.Summary = r.plain(r.layout.lead)
		return
	}
	for _, n := range r.layout.body {
		if p, ok := n.(*ast.Paragraph); ok && !r.layout.left[p] && !r.layout.aside[n] {
			if r.doc.Summary = r.plain(p); r.doc.Summary != "" {
				return
			}
		}
	}
}

// addCriteria records the check boxes of an acceptance section.
func (r *reading) addCriteria(s section) {
	before := len(r.doc.Criteria)
	for _, b := range s.blocks {
		_ = ast.Walk(b, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if box, ok := n.(*ext.TaskCheckBox); ok && entering {
				line := box.Parent().Lines().At(0)
				line = line.TrimRightSpace(r.body)
				r.doc.Criteria = append(r.doc.Criteria, Criterion{
					Text: r.plain(box.Parent()), Done: box.IsChecked, Span: r.span(line.Start, line.Stop),
				})
			}
			return ast.WalkContinue, nil
		})
	}
	r.layout.setAside(s.blocks)
	if len(r.doc.Criteria) > before && r.layout.tally == nil {
		r.layout.tally = s.heading
	}
}
