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

// unclear is for what none of the usual mistakes explains.
func (y *yamlReader) unclear(at int, message string) mend {
	y.report(y.at+at, y.at+max(at, lineEnd(y.text, at)), "the YAML cannot be read here: %s", message).
		Hint = "check the indentation, and put text with special characters in quotes"
	return mend{lost: true}
}
