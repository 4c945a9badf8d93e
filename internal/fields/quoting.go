package fields

import (
	"bytes"
	"strings"
)

// Most mistakes in YAML are about text that should stand in quotes, or about
// quotes and brackets that are never closed.

// openQuote finds a quote that is not closed on its line and is to blame for an
// error at the index at; the parser itself stops far behind it.
func (y *yamlReader) openQuote(at int) (l line, ok bool) {
	for i := 0; i < len(y.text) && i <= at; i = nextLine(y.text, i) {
		l, ok := y.lineAt(i)
		if !ok || l.value == "" || l.value[0] != '"' && l.value[0] != '\'' || closed(l.value) {
			continue
		}
		end := quoteEnd(y.text, l.from, l.value[0])
		if rest := y.text[min(end, len(y.text)):lineEnd(y.text, min(end, len(y.text)))]; end > at || len(bytes.TrimLeft(rest, " \t,]}")) > 0 {
			return l, true
		}
	}
	return line{}, false
}

// closed reports whether a text that begins with a quote has its other quote.
func closed(value string) bool {
	end := quoteEnd([]byte(value), 0, value[0])
	return end < len(value) || len(value) > 1 && value[len(value)-1] == value[0] && !strings.HasSuffix(value, `\"`)
}

// badQuotes explains a value that is in quotes, but not only.
func (y *yamlReader) badQuotes(l line, message string) mend {
	quote := l.value[0]
	inner := strings.Trim(l.value, string(quote))
	m := mend{start: l.from, end: l.to, fill: 'x', text: inner}
	if strings.Contains(message, "escape") {
		y.report(y.at+l.from, y.at+l.to, "a backslash in double quotes begins a special character, and this is none").
			Hint = `write \\ for a backslash, or use single quotes`
		return m
	}
	end := l.from + quoteEnd([]byte(l.value), 0, quote)
	d := y.report(y.at+min(end, l.to-1), y.at+l.to, "there is more text after the closing quote")
	if l.value[len(l.value)-1] != quote { // "Foo" bar: the quotes belong to the text
		m.text = l.value
	}
	d.Hint = "put all of it in quotes: " + quoteYAML(m.text)
	return m
}

// badBrackets explains a list that is never closed, or a text that only begins
// like a list.
func (y *yamlReader) badBrackets(l line) mend {
	end := flowEnd(y.text[l.from:])
	switch {
	case end < 0:
		closer := map[byte]string{'[': "]", '{': "}"}[l.value[0]]
		y.report(y.at+l.from, y.at+l.to, "the bracket that opens the value of %q is never closed", l.key).
			Hint = "add " + closer + " at the end"
		return mend{lost: true}
	case end < len(l.value):
		y.quote(l.from, l.to, "the text of %q begins with a bracket, which opens a list", l.key)
		return mend{start: l.from, end: l.to, fill: 'x', text: l.value}
	}
	y.report(y.at+l.from, y.at+l.to, "the list of %q cannot be read", l.key).
		Hint = "separate values by commas, and put text with : or # in quotes"
	return mend{lost: true}
}

// cannotBegin reports whether text begins with a character of YAML's own.
func cannotBegin(text string) bool {
	return strings.IndexByte("@`%*&!|>,]}", text[0]) >= 0 || strings.HasPrefix(text, "- ") || strings.HasPrefix(text, "? ") || strings.HasPrefix(text, ": ")
}

// reserved reports text[start:end], which begins with such a character.
func (y *yamlReader) reserved(start, end int) {
	y.quote(start, end, "a text cannot begin with %q", string(y.text[start]))
}

// quote reports text[start:end] with the advice, and the fix, to quote it.
func (y *yamlReader) quote(start, end int, format string, args ...any) {
	d := y.report(y.at+start, y.at+end, format, args...)
	quoted := quoteYAML(string(y.text[start:end]))
	d.Hint = "put the text in quotes"
	if len(quoted) <= 60 {
		d.Hint += ": " + quoted
	}
	*d = d.WithFix("put the text in quotes", quoted)
}

// quoteYAML writes text between quotes, double ones where that needs no escapes.
func quoteYAML(text string) string {
	if !strings.ContainsAny(text, `"\`) {
		return `"` + text + `"`
	}
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}

// flowEnd is the index behind the bracket that closes the one at text[0], or -1.
func flowEnd(text []byte) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"', '\'':
			if depth == 0 {
				return -1
			}
			if bytes.IndexByte([]byte(" [{,:\n"), text[i-1]) >= 0 { // not an apostrophe
				i = quoteEnd(text, i, c) - 1
			}
		}
	}
	return -1
}

// short cuts a text that is quoted in a message.
func short(text string) string {
	if r := []rune(text); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return text
}
