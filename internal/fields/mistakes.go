package fields

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
)

// What a person did wrong is rarely what the parser complains about. The
// mistakes people make in front matter are few, so they are told apart by the
// line the parser stopped at.

// keyLine matches a line that holds a field or a list item: its indentation and
// dashes, the key with its colon, the value.
var keyLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\s*(?:- +)*)([^\s:#\[\]{}"',][^:]*?)(\s*:)(\s+|$)(.*)$`)
})

// explain reports what is wrong with a field that fails with err (nil when it
// is YAML but no map) and says how to mend it; ok is false when it must be left out.
func (y *yamlReader) explain(err error) (m mend, ok bool) {
	if err == nil {
		return y.noField()
	}
	if m, ok := y.controlCharacter(); ok {
		return m, true
	}
	at, message := y.blame(err)
	start := lineStart(y.text, at)
	if tab := skip(y.text, start, " "); tab < len(y.text) && y.text[tab] == '\t' && at <= skip(y.text, tab, " \t") {
		return y.tabs(tab)
	}
	if strings.Contains(message, "max depth") {
		first := lineEnd(y.text, 0)
		y.report(y.at, y.at+first, "lists and maps are nested more than %d deep", maxDepth).Hint = "write it flat"
		return mend{}, false
	}
	return y.explainValue(at, message)
}

// noField explains a line that is YAML, but not "key: value".
func (y *yamlReader) noField() (m mend, ok bool) {
	end := lineEnd(y.text, 0)
	line := string(y.text[:end])
	key, value, colon := strings.Cut(line, ":")
	if colon && key != "" && !strings.ContainsAny(key, " \t\"'[{") && !strings.HasPrefix(value, "//") {
		d := y.report(y.at+len(key), y.at+len(key)+1, "a space is missing after %q", key+":")
		d.Hint = `write "` + key + `: ` + value + `"`
		*d = d.WithFix("add the space", ": ")
		y.found = append(y.found, *d)[:len(y.found)]
		return mend{start: len(key) + 1, end: len(key) + 1}, false
	}
	if strings.HasPrefix(line, "- ") {
		y.report(y.at, y.at+end, "a list stands where fields are expected").Hint = `give it a key: "tags:" on the line above, for example`
		return mend{}, false
	}
	y.report(y.at, y.at+end, "%q is no field", short(line)).Hint = `write fields as "key: value"`
	return mend{}, false
}

// controlCharacter finds a character that YAML does not allow anywhere.
func (y *yamlReader) controlCharacter() (m mend, ok bool) {
	for i, c := range string(y.text) {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0x7F && c < 0xA0 && c != 0x85 || c == 0xFFFE || c == 0xFFFF {
			n := len(string(c))
			y.report(y.at+i, y.at+i+n, "an invisible control character (%U) stands here", c).Hint = "delete it"
			return mend{start: i, end: i + n, fill: ' '}, true
		}
	}
	return mend{}, false
}

// tabs explains indentation with tabs: YAML allows spaces only. Each is read as
// one space, which keeps the structure wherever tabs are used alike.
func (y *yamlReader) tabs(tab int) (m mend, ok bool) {
	end := skip(y.text, tab, "\t")
	y.report(y.at+tab, y.at+end, "a tab is used for indentation").Hint = "indent with spaces"
	for i := range y.text { // one remark for the field, not one for each line
		if y.text[i] == '\t' && skip(y.text, lineStart(y.text, i), " \t") > i {
			y.text[i] = ' '
		}
	}
	return mend{start: tab, end: end, fill: ' '}, true
}

// explainValue explains what is wrong with the value on the line of the index
// at, where the parser stopped with message.
func (y *yamlReader) explainValue(at int, message string) (m mend, ok bool) {
	line := y.culprit(at, message)
	start, end := line, lineEnd(y.text, line)
	match := keyLine().FindSubmatchIndex(y.text[start:end])
	if match == nil {
		return y.noKey(start, end, at, message)
	}
	key := string(y.text[start+match[4] : start+match[5]])
	from := start + match[10]
	value := string(y.text[from:end])
	if value == "" {
		return y.unclear(at, message)
	}
	switch c := value[0]; {
	case c == '"' || c == '\'':
		return y.quoted(key, value, from, message)
	case c == '[' || c == '{':
		return y.bracket(key, value, from, end)
	case strings.IndexByte("@`%*&!|>,]}", c) >= 0 || strings.HasPrefix(value, "- ") || strings.HasPrefix(value, "? "):
		y.cannotBegin(from, end)
		return mend{start: from, end: end, fill: 'x', text: value}, true
	case strings.Contains(value, ": ") || strings.HasSuffix(value, ":"):
		y.quote(from, end, "the text of %q has a colon in it", key)
		return mend{start: from, end: end, fill: 'x', text: value}, true
	}
	return y.unclear(at, message)
}

// culprit is the start of the line that is to blame. The parser stops where it
// can no longer go on, which for an open quote or bracket is far too late.
func (y *yamlReader) culprit(at int, message string) int {
	line := lineStart(y.text, min(at, max(0, len(y.text)-1)))
	for i := 0; i <= line; i = nextLine(y.text, i) {
		end := lineEnd(y.text, i)
		m := keyLine().FindSubmatchIndex(y.text[i:end])
		if m == nil || m[10] == m[11] {
			continue
		}
		value := y.text[i+m[10] : end]
		if open := value[0]; (open == '"' || open == '\'') && quoteEnd(value, 0, open) == len(value) &&
			(len(value) == 1 || value[len(value)-1] != open) && quoteEnd(y.text, i+m[10], open) >= at {
			return i
		}
		if (value[0] == '[' || value[0] == '{') && flowEnd(y.text[i+m[10]:]) < 0 {
			return i
		}
		if i == line || nextLine(y.text, i) >= len(y.text) {
			break
		}
	}
	_ = message
	return line
}

// quoted explains a value that begins with a quote.
func (y *yamlReader) quoted(key, value string, from int, message string) (m mend, ok bool) {
	quote := value[0]
	end := from + len(value)
	close := quoteEnd([]byte(value), 0, quote)
	switch {
	case strings.Contains(message, "escape"):
		y.report(y.at+from, y.at+end, "a backslash in double quotes begins a special character, and this is none").
			Hint = `write \\ for a backslash, or use single quotes`
		return mend{start: from, end: end, fill: 'x', text: strings.Trim(value, `"`)}, true
	case close == len(value) && (len(value) == 1 || value[len(value)-1] != quote):
		y.report(y.at+from, y.at+end, "the quote that opens the text of %q is never closed", key).
			Hint = "add " + string(quote) + " at the end"
		return mend{start: from, end: nonSpace(y.text, end), fill: 'x', text: value[1:]}, true
	}
	d := y.report(y.at+from+close, y.at+end, "there is more text after the closing quote")
	d.Hint = "put all of it in quotes: " + quoteYAML(value)
	return mend{start: from, end: end, fill: 'x', text: value}, true
}

// bracket explains a value that begins with a bracket: a list that is never
// closed, or a text that only begins like a list.
func (y *yamlReader) bracket(key, value string, from, end int) (m mend, ok bool) {
	close := flowEnd(y.text[from:])
	if close < 0 {
		want := map[byte]string{'[': "]", '{': "}"}[value[0]]
		y.report(y.at+from, y.at+end, "the bracket that opens the value of %q is never closed", key).Hint = "add " + want + " at the end"
		return mend{}, false
	}
	if rest := from + close; rest < end && strings.TrimSpace(string(y.text[rest:end])) != "" {
		y.quote(from, end, "the text of %q begins with a bracket, which opens a list", key)
		return mend{start: from, end: end, fill: 'x', text: value}, true
	}
	y.report(y.at+from, y.at+end, "the list of %q cannot be read", key).Hint = "separate values by commas, and put text with : or # in quotes"
	return mend{}, false
}

// noKey explains a line that holds no key.
func (y *yamlReader) noKey(start, end, at int, message string) (m mend, ok bool) {
	from := skip(y.text, start, " \t-")
	text := string(y.text[from:end])
	if from < end && strings.IndexByte("@`%*&!", text[0]) >= 0 {
		y.cannotBegin(from, end)
		return mend{start: from, end: end, fill: 'x', text: text}, true
	}
	if from < end && start == 0 && !strings.Contains(text, ":") {
		y.report(y.at+from, y.at+end, "%q is no field", short(text)).Hint = `write fields as "key: value"`
		return mend{}, false
	}
	return y.unclear(at, message)
}

// unclear is for what none of the usual mistakes explains.
func (y *yamlReader) unclear(at int, message string) (m mend, ok bool) {
	end := max(lineEnd(y.text, lineStart(y.text, at)), at)
	y.report(y.at+at, y.at+end, "the YAML cannot be read here: %s", message).
		Hint = "check the indentation, and put text with special characters in quotes"
	return mend{}, false
}

// cannotBegin reports a text at text[start:end] that begins with a character of
// YAML's own.
func (y *yamlReader) cannotBegin(start, end int) {
	y.quote(start, end, "a text cannot begin with %q", string(y.text[start]))
}

// quote reports text[start:end] with the advice, and the fix, to quote it.
func (y *yamlReader) quote(start, end int, format string, args ...any) {
	d := y.report(y.at+start, y.at+end, format, args...)
	quoted := quoteYAML(string(y.text[start:end]))
	d.Hint = "put the text in quotes: " + quoted
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
			if bytes.IndexByte([]byte(" [{,:\n"), text[i-1]) >= 0 { // not an apostrophe
				i = quoteEnd(text, i, c) - 1
			}
		}
	}
	return -1
}

// nonSpace is the end of text without blanks at its end, but at least from.
func nonSpace(text []byte, from int) int { return max(from, len(bytes.TrimRight(text, " \t\r\n"))) }

// short cuts a text that is quoted in a message.
func short(text string) string {
	if r := []rune(text); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return text
}
