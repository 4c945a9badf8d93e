package fields

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
)

// What a person did wrong is rarely what the parser complains about. The
// mistakes people make in front matter are few, so they are told apart by the
// line that is to blame.

// fieldForm matches a line that holds a field, perhaps in a list: its
// indentation and dashes, the key, the colon with what follows it, the value.
var fieldForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\s*(?:- +)*)([^\s:#\[\]{}"',&*!|>%@` + "`" + `][^:]*?)(\s*:)(\s+|$)(.*)$`)
})

// line is one line of a field, taken apart; all numbers are indexes in the text.
type line struct {
	start, end   int
	key          string
	keyAt, colon int
	from, to     int // the value, without a comment behind it
	value        string
}

// lineAt takes the line at i apart; ok is false when it holds no key.
func (y *yamlReader) lineAt(i int) (l line, ok bool) {
	l.start, l.end = lineStart(y.text, i), lineEnd(y.text, i)
	m := fieldForm().FindSubmatchIndex(y.text[l.start:l.end])
	if m == nil {
		return l, false
	}
	l.key, l.keyAt = string(y.text[l.start+m[4]:l.start+m[5]]), l.start+m[4]
	l.colon = l.start + m[7] - 1
	l.from, l.to = l.start+m[10], l.end
	if n := bytes.Index(y.text[l.from:l.to], []byte(" #")); n >= 0 && bytes.IndexByte([]byte(`"'`), y.text[l.from]) < 0 {
		l.to = l.from + len(bytes.TrimRight(y.text[l.from:l.from+n], " \t"))
	}
	l.value = string(y.text[l.from:l.to])
	return l, true
}

// explain reports what is wrong with a field that fails with err (nil when it
// is YAML but no map), and says what to do about it.
func (y *yamlReader) explain(err error) mend {
	if i := controlCharacter(y.text); i >= 0 {
		char := []rune(string(y.text[i:]))[0]
		end := i + len(string(char))
		y.report(y.at+i, y.at+end, "an invisible control character (%U) stands here", char).Hint = "delete it"
		return mend{start: i, end: end, fill: ' '}
	}
	if err == nil {
		return y.noField()
	}
	at, message := y.blame(err)
	if strings.Contains(message, "max depth") {
		y.report(y.at, y.at+lineEnd(y.text, 0), "lists and maps are nested more than %d deep", maxDepth).Hint = "write it flat"
		return mend{lost: true}
	}
	if m, ok := y.tabs(at); ok {
		return m
	}
	if l, ok := y.openQuote(at); ok {
		y.report(y.at+l.from, y.at+l.to, "the quote that opens the text of %q is never closed", l.key).
			Hint = "add " + l.value[:1] + " at the end"
		return mend{start: l.from, end: l.to, fill: 'x', text: l.value[1:]}
	}
	l, ok := y.lineAt(min(at, max(0, len(y.text)-1)))
	if !ok {
		return y.noKey(l, at, message)
	}
	return y.badValue(l, at, message)
}

// badValue explains a field whose value is to blame.
func (y *yamlReader) badValue(l line, at int, message string) mend {
	asText := mend{start: l.from, end: l.to, fill: 'x', text: l.value}
	switch {
	case at <= l.colon && l.start > 0: // the parser expected no key here
		y.report(y.at+l.keyAt, y.at+l.colon, "%q is indented, but the field above it holds no fields", l.key).
			Hint = "write it in the same column as the field above"
		return mend{split: l.keyAt}
	case l.value == "":
		return y.unclear(at, message)
	case l.value[0] == '"' || l.value[0] == '\'':
		return y.badQuotes(l, message)
	case l.value[0] == '[' || l.value[0] == '{':
		return y.badBrackets(l)
	case cannotBegin(l.value):
		y.reserved(l.from, l.to)
		return asText
	case strings.Contains(l.value, ": ") || strings.HasSuffix(l.value, ":"):
		y.quote(l.from, l.to, "the text of %q has a colon in it", l.key)
		return asText
	}
	return y.unclear(at, message)
}

// noField explains a field that is YAML, but not "key: value".
func (y *yamlReader) noField() mend {
	end := lineEnd(y.text, 0)
	text := string(y.text[:end])
	key, value, colon := strings.Cut(text, ":")
	if colon && key != "" && !strings.ContainsAny(key, " \t\"'[{") && !strings.HasPrefix(value, "//") {
		d := y.report(y.at+len(key), y.at+len(key)+1, "a space is missing after %q", key+":")
		d.Hint = `write "` + key + ": " + short(value) + `"`
		*d = d.WithFix("add the space", ": ")
		return mend{entry: &Entry{
			Key: key, KeySpan: y.place(0, len(key)),
			Value: Value{Kind: Scalar, Text: value, Span: y.place(len(key)+1, end)},
		}}
	}
	if strings.HasPrefix(text, "- ") {
		y.report(y.at, y.at+end, "a list stands where fields are expected").Hint = `write "key:" on the line above it`
		return mend{lost: true}
	}
	return y.notKeyed(0, end)
}

// noKey explains a line that holds no key.
func (y *yamlReader) noKey(l line, at int, message string) mend {
	from := skip(y.text, l.start, " \t-")
	text := string(y.text[min(from, l.end):l.end])
	switch {
	case from == 0 && (cannotBegin(text) || !strings.Contains(text, ":")):
		return y.notKeyed(from, l.end)
	case text != "" && cannotBegin(text): // of a list
		y.reserved(from, l.end)
		return mend{start: from, end: l.end, fill: 'x', text: text}
	}
	return y.unclear(at, message)
}

func (y *yamlReader) notKeyed(start, end int) mend {
	y.report(y.at+start, y.at+end, "%q is no field", short(string(y.text[start:end]))).
		Hint = `write fields as "key: value", and indent a line that continues the one above`
	return mend{lost: true}
}

// controlCharacter is the index of the first character that YAML allows
// nowhere, or -1.
func controlCharacter(text []byte) int {
	return bytes.IndexFunc(text, func(c rune) bool {
		return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0x7F && c < 0xA0 && c != 0x85 || c == 0xFFFE || c == 0xFFFF
	})
}

// tabs explains a field that fails at a line indented with tabs: YAML allows
// spaces only. Each tab is read as one space, which keeps the structure wherever
// tabs are used alike.
func (y *yamlReader) tabs(at int) (m mend, ok bool) {
	start := lineStart(y.text, at)
	tab := skip(y.text, start, " ")
	if tab >= len(y.text) || y.text[tab] != '\t' || at > skip(y.text, tab, " \t") {
		return m, false
	}
	end := skip(y.text, tab, "\t")
	y.report(y.at+tab, y.at+end, "a tab is used for indentation").Hint = "indent with spaces"
	for i := 0; i < len(y.text); i = nextLine(y.text, i) {
		for k := i; k < skip(y.text, i, " \t"); k++ {
			y.text[k] = ' '
		}
	}
	y.quiet = true
	return mend{}, true
}

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

// unclear is for what none of the usual mistakes explains.
func (y *yamlReader) unclear(at int, message string) mend {
	y.report(y.at+at, y.at+max(at, lineEnd(y.text, at)), "the YAML cannot be read here: %s", message).
		Hint = "check the indentation, and put text with special characters in quotes"
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
