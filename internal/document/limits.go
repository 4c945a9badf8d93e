package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Some texts of a few kilobytes keep a Markdown parser busy for minutes, or
// become megabytes of HTML. What makes them dangerous is cut off here, inside
// the parser, at bounds no honest text reaches (the fullest of 1,200 Ethereum
// proposals comes to a sixth of them); the rest of the file is read as usual.
// Beyond a bound text is shown as it is written, and a finding says so.
const (
	maxNesting = 24       // quotes, lists and notes within each other, counting a list twice
	maxMarks   = 1000     // characters in a paragraph, or on a line of a table, that may be mark-up
	maxBlock   = 64 << 10 // bytes of a paragraph
	maxLines   = 5000     // lines of a paragraph
	maxColumns = 100      // of a table
	maxPadding = 5000     // cells of all tables that stand in no row but are needed to fill it
	maxNotes   = 300      // footnotes
	maxBlank   = 2 << 20  // blank lines, times the depth at which they may stand
)

// guard notes which bounds a file hit, each once, at the first place.
type guard struct {
	hit     [bounds]int // offset in the body plus one; 0 for not hit
	nesting int         // how deep blocks may be nested in this body
	padding int
	notes   int
}

// newGuard makes the guard for body. The parser looks at every open block on
// every blank line, so a body that is mostly blank lines may be less deep.
func newGuard(body []byte) *guard {
	g := &guard{nesting: maxNesting}
	if len(body) > maxBlank/maxNesting {
		blank := 0
		for i := 0; i < len(body); i = nextLine(body, i) {
			if len(bytes.TrimSpace(body[i:lineEnd(body, i)])) == 0 {
				blank++
			}
		}
		g.nesting = min(maxNesting, max(4, maxBlank/max(1, blank)))
	}
	return g
}

// bound names what is bounded.
type bound int

const (
	boundNesting bound = iota
	boundTable
	boundMarks
	boundNotes
	bounds // how many there are
)

func (g *guard) note(b bound, at int) {
	if g.hit[b] == 0 {
		g.hit[b] = at + 1
	}
}

// report turns what the guard noted into findings.
func (g *guard) report(r *reading) {
	for b, at := range g.hit {
		if at == 0 {
			continue
		}
		start := r.base + at - 1
		var message, hint string
		switch bound(b) {
		case boundNesting:
			message, hint = "quotes and lists are nested too deep from here on, so they are shown as text", "write it flat"
		case boundTable:
			message, hint = "this table is too large, so it is shown as text", "split it, or link to a file"
		case boundMarks:
			message, hint = "this paragraph has too much mark-up, so it is shown as text", "split it, or put it in a block of code"
		case boundNotes:
			message, hint = "there are too many footnotes, so those from here on are shown as text", "split the page"
		}
		r.find(ruleTooLarge, start, min(lineEnd(r.data, start), start+80), "%s", message).Hint = hint
	}
}

func (m *markdown) guard(pc parser.Context) *guard { return pc.Get(m.guardKey).(*guard) }

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
