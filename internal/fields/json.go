package fields

import (
	"bytes"
	"encoding/json"

	"milepost/internal/diag"
	"milepost/internal/source"
)

// JSON reads the bytes from start to end of file, which must hold one object.
// The value is a Map whatever is wrong; what could not be read is not in it.
func JSON(file *source.File, start, end int) (Value, []diag.Diagnostic) {
	r, ok := newReader(file, start, end)
	j := &jsonReader{reader: r}
	root := Value{Kind: Map, Span: r.span(0, len(r.text))}
	if !ok {
		return root, r.found
	}
	if j.space(); j.i == len(r.text) {
		return root, r.found
	}
	if r.text[j.i] != '{' {
		r.report(j.i, lineEnd(r.text, j.i), "a JSON object is expected here").Hint = "put the fields in { and }"
		return root, r.found
	}
	if v := j.value(1); v.Kind == Map {
		root = v
	}
	if j.space(); j.i < len(r.text) && !j.broken {
		r.report(j.i, lineEnd(r.text, j.i), "there is more text after the JSON object").Hint = "delete it"
	}
	return root, r.found
}

// jsonReader walks JSON text. A mistake inside an object costs the field it
// stands in; reading goes on at the next line that begins with a key.
type jsonReader struct {
	*reader
	i      int
	end    int  // of the value read last
	broken bool // a mistake was reported and not yet left behind
}

func (j *jsonReader) space() { j.i = skip(j.text, j.i, " \t\r\n") }

// value reads the value at i.
func (j *jsonReader) value(depth int) Value {
	defer func() { j.end = j.i }()
	start := j.i
	if !j.admit(depth, start, min(start+1, len(j.text))) {
		j.broken = true
		return Value{Span: j.span(start, start)}
	}
	switch {
	case j.i == len(j.text):
		j.fail("the JSON ends too early", "close every quote, [ and {")
	case j.text[j.i] == '{':
		return j.object(depth)
	case j.text[j.i] == '[':
		return j.array(depth)
	case j.text[j.i] == '"':
		text := j.str()
		return Value{Kind: Scalar, Text: text, Span: j.span(start, j.i)}
	default:
		return j.literal()
	}
	return Value{Span: j.span(start, start)}
}

func (j *jsonReader) object(depth int) Value {
	v := Value{Kind: Map}
	start := j.i
	j.i++
	for j.space(); !j.at('}'); j.space() {
		j.member(&v, depth)
		if !j.broken {
			j.space()
			j.broken = !j.at('}') && !j.comma('}')
		}
		if j.broken && (depth > 1 || !j.resume()) {
			break
		}
	}
	if j.at('}') {
		j.i++
	}
	v.Span = j.span(start, j.i)
	return v
}

// member reads one "key": value into v.
func (j *jsonReader) member(v *Value, depth int) {
	start := j.i
	if !j.at('"') {
		j.fail("a key is expected here", "put keys in double quotes")
		return
	}
	e := Entry{Key: j.str(), KeySpan: j.span(start, j.i)}
	if j.space(); !j.broken && !j.at(':') {
		j.fail("a colon is expected here", `write fields as "key": value`)
	}
	if j.broken {
		return
	}
	j.i++
	j.space()
	if e.Value = j.value(depth + 1); !j.broken {
		j.add(v, e)
	}
}

func (j *jsonReader) array(depth int) Value {
	v := Value{Kind: List}
	start := j.i
	j.i++
	for j.space(); !j.broken && !j.at(']'); j.space() {
		line := lineStart(j.text, j.i)
		item := j.value(depth + 1)
		if j.space(); j.at(':') && line > start && !j.broken { // the next field is read as a value
			j.report(start, lineEnd(j.text, start), "the bracket that opens this list is never closed").Hint = "add ] at the end"
			j.broken, j.i = true, line-1
			break
		}
		if j.broken || !j.at(']') && !j.comma(']') {
			j.broken = true
			break
		}
		v.Items = append(v.Items, item)
	}
	if j.at(']') {
		j.i++
	}
	v.Span = j.span(start, j.i)
	return v
}

// str reads the string at i and gives its text.
func (j *jsonReader) str() string {
	start := j.i
	end := quoteEnd(j.text, start, '"')
	raw := j.text[start:end]
	if n := bytes.IndexByte(raw, '\n'); n >= 0 || len(raw) < 2 || raw[len(raw)-1] != '"' {
		j.report(start, lineEnd(j.text, start), "the quote that opens this text is never closed").Hint = `add " at the end`
		j.broken = true
		return ""
	}
	var text string
	if json.Unmarshal(raw, &text) != nil {
		j.report(start, end, "this text cannot be read").Hint = `write \\ for a backslash, \n for a line end and \t for a tab`
		j.broken = true
		return ""
	}
	j.i = end
	return text
}

// literal reads a number, true, false or null.
func (j *jsonReader) literal() Value {
	start, end := j.i, j.i
	for end < len(j.text) && bytes.IndexByte([]byte(" \t\r\n,:]}\"'[{"), j.text[end]) < 0 {
		end++
	}
	word := j.text[start:end]
	if !json.Valid(word) {
		j.fail("this is no JSON value", "put text in double quotes")
		return Value{Span: j.span(start, start)}
	}
	j.i = end
	if string(word) == "null" {
		return Value{Kind: Null, Span: j.span(start, end)}
	}
	return Value{Kind: Scalar, Text: string(word), Span: j.span(start, end)}
}

func (j *jsonReader) at(c byte) bool { return j.i < len(j.text) && j.text[j.i] == c }

// comma reads the comma that must stand between two values, and not before the
// closing bracket.
func (j *jsonReader) comma(bracket byte) bool {
	if j.at('"') {
		j.report(j.end, j.end, "a comma is missing here").Hint = "separate fields and values by commas"
		return true
	}
	if !j.at(',') {
		j.fail("a comma or "+string(bracket)+" is expected here", "separate fields and values by commas")
		return false
	}
	at := j.i
	j.i++
	if j.space(); j.at(bracket) {
		j.report(at, at+1, "no comma may stand before %c", bracket).Hint = "delete it"
	}
	return true
}

// fail reports what stands at i.
func (j *jsonReader) fail(message, hint string) {
	j.broken = true
	if j.at('/') || j.at('#') {
		message, hint = "JSON has no comments", "delete it"
	}
	j.report(j.i, max(j.i, lineEnd(j.text, j.i)), "%s", message).Hint = hint
}

// resume goes on at the next line that begins with a key.
func (j *jsonReader) resume() bool {
	for j.i = nextLine(j.text, j.i); j.i < len(j.text); j.i = nextLine(j.text, j.i) {
		if at := skip(j.text, j.i, " \t"); at < len(j.text) && (j.text[at] == '"' || j.text[at] == '}') {
			j.i, j.broken = at, false
			return true
		}
	}
	return false
}
