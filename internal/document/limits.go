package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Some texts of a few kilobytes keep a Markdown parser busy for minutes, or
// become megabytes of HTML. What makes them dangerous is cut off here, inside
// the parser, at bounds no honest text reaches; the rest of the file is read as
// usual. Beyond a bound a mark-up character is a character.
const (
	maxNesting = 40     // quotes, lists and notes within each other, counting a list twice
	maxColumns = 100    // of a table
	maxCells   = 20_000 // of a table
)

// guard notes which bounds a file hit, each once, at the first place.
type guard struct {
	nesting, table int // offset in the body plus one; 0 for not hit
}

// report turns what the guard noted into findings.
func (g *guard) report(r *reading) {
	note := func(at int, message, hint string) {
		if at > 0 {
			start := r.base + at - 1
			r.find(ruleTooLarge, start, min(lineEnd(r.data, start), start+80), "%s", message).Hint = hint
		}
	}
	note(g.nesting, "quotes and lists are nested too deep to be read: from here on they are shown as text", "write it flat")
	note(g.table, "this table is too large to be read: it is shown as text", "split it, or link to a file")
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
	if depth <= maxNesting {
		return p.BlockParser.Open(parent, reader, pc)
	}
	if g := p.m.guard(pc); g.nesting == 0 {
		_, at := reader.PeekLine()
		g.nesting = at.Start + 1
	}
	return nil, parser.NoChildren
}

// tableGuard keeps paragraphs from becoming tables of more cells than a page
// can show: a row has as many cells as the first one, however short it is.
type tableGuard struct{ m *markdown }

func (t tableGuard) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		columns := bytes.Count(line.Value(reader.Source()), []byte{'|'})
		if columns <= maxColumns && columns*lines.Len() <= maxCells {
			continue
		}
		if !isDelimiterRow(line.Value(reader.Source())) {
			continue
		}
		if g := t.m.guard(pc); g.table == 0 {
			g.table = lines.At(0).Start + 1
		}
		plain := &plainBlock{}
		plain.SetLines(lines)
		node.Parent().ReplaceChild(node.Parent(), node, plain)
		return
	}
}

// isDelimiterRow reports whether line is the second line of a table.
func isDelimiterRow(line []byte) bool {
	return len(bytes.Trim(line, " \t\r\n|:-")) == 0 && bytes.IndexByte(line, '-') >= 0
}

// plainBlock is text that is shown as it is written.
type plainBlock struct{ ast.BaseBlock }

func (*plainBlock) IsRaw() bool        { return true }
func (*plainBlock) Kind() ast.NodeKind { return ast.KindCodeBlock }

func (n *plainBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }
