package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Each guard stands before or around a parser of goldmark's and keeps from it
// what would take too long; limits.go says what that is.

// shallow makes a block parser refuse to open a block that lies too deep.
func (m *markdown) shallow(p parser.BlockParser) parser.BlockParser { return shallowParser{p, m} }

type shallowParser struct {
	parser.BlockParser
	m *markdown
}

func (p shallowParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for n := parent; n != nil; n = n.Parent() {
		depth++
	}
	if g := p.m.guard(pc); depth > g.nesting {
		_, at := reader.PeekLine()
		g.note(boundNesting, at.Start)
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// few makes a parser of footnotes stop after so many: each reference to one is
// looked for among all of them.
func (m *markdown) few(p parser.BlockParser) parser.BlockParser { return fewParser{p, m} }

type fewParser struct {
	parser.BlockParser
	m *markdown
}

func (p fewParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	g := p.m.guard(pc)
	_, at := reader.PeekLine()
	if g.notes >= maxNotes {
		g.note(boundNotes, at.Start)
		return nil, parser.NoChildren
	}
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n != nil {
		g.notes++
	}
	return n, state
}

// calm makes a parser of headings refuse a line with too much mark-up; it then
// is a paragraph, which is looked at by paragraphGuard.
func calm(p parser.BlockParser) parser.BlockParser { return calmParser{p} }

type calmParser struct{ parser.BlockParser }

func (p calmParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if line, _ := reader.PeekLine(); len(line) > maxMarks && marksIn(line) > maxMarks {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// marksIn counts the characters of text at which a parser of mark-up may look
// far ahead or back.
func marksIn(text []byte) int {
	n := 0
	for _, c := range text {
		switch c {
		case '[', ']', '(', '*', '_', '~', '\'', '"', '`', '<':
			n++
		}
	}
	return n
}

// tableGuard keeps paragraphs from becoming tables that are too large: a row has
// as many cells as the first one, however short it is written. It also refuses
// single lines with too much mark-up, which a table would hide from
// paragraphGuard.
type tableGuard struct{ m *markdown }

func (t tableGuard) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	source := reader.Source()
	delimiters, pipes, columns := false, 0, 0
	for i := range lines.Len() {
		line := lines.At(i)
		value := line.Value(source)
		if len(value) > maxMarks && marksIn(value) > maxMarks {
			t.m.plain(node, boundMarks, pc)
			return
		}
		n := bytes.Count(value, []byte{'|'})
		pipes += n
		if n > 0 && isDelimiterRow(value) {
			delimiters = true
			columns = max(columns, n)
		}
	}
	if !delimiters {
		return
	}
	g := t.m.guard(pc)
	padding := max(0, columns*lines.Len()-pipes)
	if columns > maxColumns || g.padding+padding > maxPadding {
		t.m.plain(node, boundTable, pc)
		return
	}
	g.padding += padding
}

// isDelimiterRow reports whether line may be the second line of a table.
func isDelimiterRow(line []byte) bool {
	return len(bytes.Trim(line, " \t\r\n|:-")) == 0 && bytes.IndexByte(line, '-') >= 0
}

// paragraphGuard keeps paragraphs with too much mark-up from being parsed.
type paragraphGuard struct{ m *markdown }

func (t paragraphGuard) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	size := 0
	for i := range lines.Len() {
		line := lines.At(i)
		size += line.Len()
	}
	if size <= maxMarks {
		return
	}
	marks := 0
	for i := range lines.Len() {
		line := lines.At(i)
		marks += marksIn(line.Value(reader.Source()))
	}
	if marks > maxMarks || size > maxBlock || lines.Len() > maxLines {
		t.m.plain(node, boundMarks, pc)
	}
}

// definitionGuard keeps a paragraph of very many lines from being searched for
// link definitions, each of which moves all lines below it.
type definitionGuard struct{ m *markdown }

func (t definitionGuard) Transform(node *ast.Paragraph, _ text.Reader, pc parser.Context) {
	if node.Lines().Len() > maxLines {
		t.m.plain(node, boundMarks, pc)
	}
}

// plain puts text that is shown as it is written in place of a paragraph.
func (m *markdown) plain(node *ast.Paragraph, why bound, pc parser.Context) {
	m.guard(pc).note(why, node.Lines().At(0).Start)
	n := &plainBlock{}
	n.SetLines(node.Lines())
	n.SetBlankPreviousLines(node.HasBlankPreviousLines())
	node.Parent().ReplaceChild(node.Parent(), node, n)
}

// plainBlock is text that is shown as it is written.
type plainBlock struct{ ast.BaseBlock }

// IsRaw keeps mark-up in it from being parsed.
func (*plainBlock) IsRaw() bool { return true }

// Kind is that of code, which is the nearest.
func (*plainBlock) Kind() ast.NodeKind { return ast.KindCodeBlock }

// Dump is for goldmark's own debugging.
func (n *plainBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }
