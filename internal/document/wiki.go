package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// idLink is a link that names an id: [[id]], [[id|words]] or #id.
type idLink struct {
	ast.BaseInline
	kind       LinkKind
	start, end int    // of the id in the body
	words      []byte // as shown
}

func (*idLink) Kind() ast.NodeKind { return ast.KindString }
func (*idLink) Inline()            {}

func (n *idLink) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// maxID bounds what is looked at as an id, and maxWords the words behind it.
const (
	maxID    = 200
	maxWords = 1000
)

// wikiParser reads [[id]] and [[id|words]]. In a table the bar is written \|.
type wikiParser struct{}

func (wikiParser) Trigger() []byte { return []byte{'['} }

func (wikiParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	if len(line) < 5 || line[1] != '[' || at.Padding > 0 {
		return nil
	}
	inner := line[2:min(len(line), maxID+maxWords)]
	end := bytes.IndexAny(inner, "[]\n")
	if end <= 0 || end+1 >= len(inner) || inner[end] != ']' || inner[end+1] != ']' {
		return nil
	}
	if next := end + 2; next < len(inner) && (inner[next] == '(' || inner[next] == '[') { // [[1]](https://…): a link whose words are "[1]"
		return nil
	}
	id, words, _ := bytes.Cut(inner[:end], []byte{'|'})
	id = bytes.TrimSuffix(id, []byte{'\\'})
	left := util.TrimLeftSpaceLength(id)
	id = bytes.TrimSpace(id)
	if len(id) == 0 || len(id) > maxID {
		return nil
	}
	if _, ok := pc.Reference(util.ToLinkReference(inner[:end])); ok { // [[1]], and a line "[1]: https://…" below
		return nil
	}
	if words = bytes.TrimSpace(words); len(words) == 0 {
		words = id
	}
	start := at.Start + 2 + left
	n := &idLink{kind: Wiki, start: start, end: start + len(id), words: words}
	n.SetPos(at.Start)
	block.Advance(end + 4)
	return n
}

// hashParser reads #id where the option is set.
type hashParser struct{ on parser.ContextKey }

func (hashParser) Trigger() []byte { return []byte{'#'} }

func (p hashParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if pc.Get(p.on) == nil || pc.IsInLinkLabel() {
		return nil
	}
	if c := block.PrecendingCharacter(); !util.IsSpaceRune(c) && c != '(' && c != '\n' {
		return nil
	}
	line, at := block.PeekLine()
	end := 1
	for end < len(line) && (util.IsAlphaNumeric(line[end]) || bytes.IndexByte([]byte("-_."), line[end]) >= 0 || line[end] >= 0x80) {
		end++
	}
	for end > 1 && bytes.IndexByte([]byte("-_."), line[end-1]) >= 0 { // a full stop ends the sentence
		end--
	}
	if end == 1 || end > maxID || at.Padding > 0 {
		return nil
	}
	n := &idLink{kind: Reference, start: at.Start + 1, end: at.Start + end, words: line[:end]}
	n.SetPos(at.Start)
	block.Advance(end)
	return n
}
