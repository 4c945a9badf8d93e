package document

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark-emoji/ast"
	gm "github.com/yuin/goldmark/ast"
	ext "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// appendText appends what Markdown text means: backslashes before punctuation
// are dropped and character references resolved.
func appendText(dst, text []byte) []byte {
	for len(text) > 0 {
		i := bytes.IndexAny(text, "\\&")
		if i < 0 {
			break
		}
		dst = append(dst, text[:i]...)
		text = text[i:]
		if text[0] == '\\' {
			if len(text) > 1 && util.IsPunct(text[1]) {
				text = text[1:]
			}
			dst, text = append(dst, text[0]), text[1:]
			continue
		}
		char, size := reference(text)
		dst, text = append(dst, char...), text[size:]
	}
	return append(dst, text...)
}

// appendReferences appends text with its character references resolved, as HTML
// has it: a backslash means nothing there.
func appendReferences(dst []byte, text string) []byte {
	for {
		before, _, found := strings.Cut(text, "&")
		dst = append(dst, before...)
		if !found {
			return dst
		}
		char, size := reference([]byte(text[len(before):min(len(text), len(before)+40)]))
		dst = append(dst, char...)
		text = text[len(before)+size:]
	}
}

// reference resolves the character reference at the beginning of text; what is
// none is an ampersand.
func reference(text []byte) (char string, size int) {
	end := bytes.IndexByte(text[:min(len(text), 40)], ';')
	if end < 2 {
		return "&", 1
	}
	name := string(text[1:end])
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(e.Characters), end + 1
		}
		return "&", 1
	}
	digits, base := name[1:], 10
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > 7 {
		return "&", 1
	}
	if n == 0 || !utf8.ValidRune(rune(n)) {
		n = utf8.RuneError
	}
	return string(rune(n)), end + 1
}

// plain is the plain text of the children of n, on one line.
func (r *reading) plain(n gm.Node) string {
	text := r.appendPlain(nil, n, false)
	out := text[:0]
	for i, c := range text { // what was hidden or dropped leaves blanks behind
		if c == '\t' || c == '\n' {
			c = ' '
		}
		if c != ' ' || i > 0 && len(out) > 0 && out[len(out)-1] != ' ' {
			out = append(out, c)
		}
	}
	return strings.TrimSpace(string(out))
}

// appendPlain appends the plain text of the children of n. For a slug the text
// is as it is written: no typographic marks, and emoji by their names.
func (r *reading) appendPlain(dst []byte, n gm.Node, slug bool) []byte {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *gm.Text:
			dst = appendText(dst, c.Segment.Value(r.body))
			if c.SoftLineBreak() || c.HardLineBreak() {
				dst = append(dst, ' ')
			}
		case *gm.String:
			if slug {
				dst = append(dst, untypographic(c.Value)...)
			} else {
				dst = append(dst, c.Value...)
			}
		case *gm.CodeSpan:
			dst = r.appendCode(dst, c)
		case *ast.Emoji:
			if slug {
				dst = append(dst, c.ShortName...)
			} else {
				dst = append(dst, string(c.Value.Unicode)...)
			}
		case *gm.AutoLink:
			dst = append(dst, c.Label(r.body)...)
		case *idLink:
			dst = appendText(dst, c.words)
		case *gm.RawHTML:
			if tag := r.rawTag(c); !tag.known && !slug { // GitHub's slugs are of the words alone
				dst = append(dst, tag.text...)
			}
		case *ext.FootnoteLink, *ext.FootnoteBacklink, *ext.TaskCheckBox:
		default:
			dst = r.appendPlain(dst, c, slug)
		}
	}
	return dst
}

// plainRow is the plain text of a row of a table.
func (r *reading) plainRow(row gm.Node) string {
	var cells []string
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cells = append(cells, r.plain(c))
	}
	return strings.TrimSpace(strings.Join(cells, " "))
}

// appendCode appends the text of a code span, its line ends as spaces.
func (r *reading) appendCode(dst []byte, n gm.Node) []byte {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*gm.Text); ok {
			value := t.Segment.Value(r.body)
			if rest, ok := bytes.CutSuffix(value, []byte{'\n'}); ok {
				dst = append(append(dst, rest...), ' ')
			} else {
				dst = append(dst, value...)
			}
		}
	}
	return dst
}

// untypographic is what stands in the file for a typographic mark.
func untypographic(mark []byte) string {
	switch string(mark) {
	case "–":
		return "--"
	case "—":
		return "---"
	case "…":
		return "..."
	}
	return string(mark)
}

// plainBlocks is the plain text of blocks, one line for each.
func (r *reading) plainBlocks(blocks []gm.Node) string {
	var lines []string
	var walk func(n gm.Node)
	walk = func(n gm.Node) {
		var line string
		switch n := n.(type) {
		case *gm.HTMLBlock:
			line = r.htmlText(n)
		case *gm.CodeBlock, *gm.FencedCodeBlock, *plainBlock:
			line = strings.TrimSpace(string(n.Lines().Value(r.body)))
		case *ext.TableHeader, *ext.TableRow:
			line = r.plainRow(n)
		default:
			if c := n.FirstChild(); c != nil && c.Type() != gm.TypeInline {
				for ; c != nil; c = c.NextSibling() {
					walk(c)
				}
				return
			}
			line = r.plain(n)
		}
		if line != "" {
			lines = append(lines, line)
		}
	}
	for _, n := range blocks {
		walk(n)
	}
	return strings.Join(lines, "\n")
}
