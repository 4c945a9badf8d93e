package fields

import (
	"bytes"
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// mistake reports err and moves on to the next line that may hold a field; again
// is false when there were too many.
func (t *tomlReader) mistake(err error) (again bool) {
	at, message := t.at, err.Error()
	var pe *unstable.ParserError
	if errors.As(err, &pe) {
		at, message = min(t.at+int(t.parser.Range(pe.Highlight).Offset), len(t.text)), pe.Message
	}
	field := max(t.at, t.fieldAt(max(t.at, t.done)))
	at = max(at, field)
	t.explain(field, at, message)
	next := nextLine(t.text, field)
	for next < len(t.text) && !tomlStart(t.text[next:lineEnd(t.text, next)]) {
		next = nextLine(t.text, next)
	}
	t.at, t.done = next, next
	return len(t.found) < maxFound
}

// fieldAt is the start of the line of the field that could not be read: the
// first one at or behind i that is neither blank nor a comment.
func (t *tomlReader) fieldAt(i int) int {
	if i > 0 && i < len(t.text) && t.text[i-1] != '\n' {
		i = nextLine(t.text, i)
	}
	for i < len(t.text) {
		if c := skip(t.text, i, " \t\r"); c < len(t.text) && t.text[c] != '\n' && t.text[c] != '#' {
			break
		}
		i = nextLine(t.text, i)
	}
	return i
}

// tomlStart reports whether line may begin a field or a table.
func tomlStart(line []byte) bool {
	line = bytes.TrimLeft(line, " \t")
	return len(line) > 0 && (line[0] == '[' || bytes.IndexByte(line, '=') > 0 && line[0] != '#')
}

// explain reports the mistake in the field at the line start field, where the
// parser stopped at the index at. A text whose meaning is plain is kept.
func (t *tomlReader) explain(field, at int, message string) {
	stop := lineEnd(t.text, field)
	key, value, equals := strings.Cut(string(t.text[field:stop]), "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	from := stop - len(value)
	at = min(at, stop)
	switch {
	case !equals && strings.HasPrefix(key, "["):
		t.report(field, stop, "the bracket of this table is never closed").Hint = "write [name], or [[name]] for one of a list"
	case !equals:
		t.report(at, min(at+1, stop), "an equals sign is expected here").Hint = `write fields as key = "value"`
	case key == "":
		t.report(field, stop, "a key is missing before the equals sign").Hint = `write fields as key = "value"`
	case value == "":
		t.report(field, stop, "%q has no value", key).Hint = `write "" for an empty text, or delete the line`
	case strings.Contains(message, "escape"):
		t.report(from, stop, "a backslash in double quotes begins a special character, and this is none").
			Hint = `write \\ for a backslash, or use single quotes`
		t.keep(field, key, from, stop, strings.Trim(value, `"`))
	case value[0] == '"' && !closed(value) || value[0] == '\'' && !closed(value) || strings.Contains(message, "multiline"):
		t.report(from, stop, "the quote that opens the text of %q is never closed", key).
			Hint = "add " + value[:len(value)-len(strings.TrimLeft(value, value[:1]))] + " at the end"
		t.keep(field, key, from, stop, strings.TrimLeft(value, value[:1]))
	case strings.IndexByte("[{", value[0]) >= 0 && flowEnd([]byte(value)) < 0:
		t.report(from, stop, "the bracket that opens the value of %q is never closed", key).
			Hint = "add " + map[byte]string{'[': "]", '{': "}"}[value[0]] + " at the end"
	case strings.Contains(message, "start of value") && at == from:
		t.report(from, stop, "the value of %q must stand in quotes", key).Hint = "write " + key + " = " + quoteYAML(short(value))
		t.keep(field, key, from, stop, value)
	case strings.Contains(message, "expected newline"):
		t.report(at, stop, "there is more text after the value of %q", key).Hint = "put all of it in quotes, or delete it"
	default:
		t.report(at, stop, "the TOML cannot be read here: %s", message).Hint = `write fields as key = "value"`
	}
}

// keep adds a field whose text is plain although it is not written as it should.
func (t *tomlReader) keep(field int, key string, from, stop int, text string) {
	if t.lost || strings.ContainsAny(key, ` ."'`) {
		return
	}
	if m := t.descend(t.root, t.table); m != nil {
		start := skip(t.text, field, " \t")
		t.add(m, Entry{key, t.span(start, start+len(key)), Value{Kind: Scalar, Text: text, Span: t.span(from, stop)}})
	}
}
