package fields

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v4"
)

// The parser says where a value starts but not where it ends; that is found
// here, in the text itself.

// yamlLines finds where lines start. YAML ends a line at more characters than
// an editor does, and its line numbers only make sense with all of them.
func yamlLines(text []byte) []int {
	lines := []int{0}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
			continue
		case c == '\n', c == '\r':
			lines = append(lines, i+1)
		case c == 0xC2 && bytes.HasPrefix(text[i:], []byte("\u0085")):
			lines = append(lines, i+2)
		case c == 0xE2 && (bytes.HasPrefix(text[i:], []byte("\u2028")) || bytes.HasPrefix(text[i:], []byte("\u2029"))):
			lines = append(lines, i+3)
		}
	}
	return lines
}

// scalarEnd is the end of the scalar node that starts at start.
func (y *yamlReader) scalarEnd(node *yaml.Node, start, indent int) int {
	switch {
	case node.Style&yaml.DoubleQuotedStyle != 0:
		return quoteEnd(y.text, start, '"')
	case node.Style&yaml.SingleQuotedStyle != 0:
		return quoteEnd(y.text, start, '\'')
	case node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return blockEnd(y.text, start, indent)
	case bytes.HasPrefix(y.text[start:], []byte(node.Value)):
		return start + len(node.Value)
	}
	return plainEnd(y.text, start, node.Value)
}

// quoteEnd is the end of the quoted text that opens at start, the closing quote
// included; the end of the text when the quote is never closed.
func quoteEnd(text []byte, start int, quote byte) int {
	for i := start + 1; i < len(text); i++ {
		switch {
		case quote == '"' && text[i] == '\\':
			i++
		case text[i] == quote && quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		case text[i] == quote:
			return i + 1
		}
	}
	return len(text)
}

// blockEnd is the end of the last line of a block text (| or >) that belongs to
// a key at column indent.
func blockEnd(text []byte, start, indent int) int {
	end := lineEnd(text, start)
	for i := nextLine(text, start); i < len(text); i = nextLine(text, i) {
		first := skip(text, i, " ")
		if stop := lineEnd(text, i); first < stop {
			if first-i <= indent {
				break
			}
			end = stop
		}
	}
	return end
}

// plainEnd is the end of an unquoted text that runs over several lines: its
// words are found one after the other.
func plainEnd(text []byte, start int, value string) int {
	end := start
	for word := range strings.FieldsSeq(value) {
		i := skip(text, end, " \t\r\n")
		if !bytes.HasPrefix(text[i:], []byte(word)) {
			return max(end, lineEnd(text, start))
		}
		end = i + len(word)
	}
	return end
}

// closer is the index behind the bracket that closes a flow list or map, whose
// last value ends at end.
func (y *yamlReader) closer(end, start int, bracket byte) int {
	for i := max(end, start+1); i < len(y.text); i++ {
		switch y.text[i] {
		case bracket:
			return i + 1
		case ' ', '\t', '\r', '\n', ',', ':':
		case '#':
			i = max(i, nextLine(y.text, i)-1)
		default:
			return end
		}
	}
	return end
}

// skipProperties is the index behind tags and anchors (!tag, &anchor), which
// the parser counts to a value.
func (y *yamlReader) skipProperties(i int) int {
	for i < len(y.text) && (y.text[i] == '!' || y.text[i] == '&') {
		i = skip(y.text, y.wordEnd(i), " \t\r\n")
	}
	return i
}

// wordEnd is the end of the run of visible characters at i.
func (y *yamlReader) wordEnd(i int) int {
	for i < len(y.text) && bytes.IndexByte([]byte(" \t\r\n,]}"), y.text[i]) < 0 {
		i++
	}
	return i
}

// nextLine is where the line after the one at i starts.
func nextLine(text []byte, i int) int {
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(text)
}
