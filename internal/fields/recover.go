package fields

import (
	"bytes"
	"errors"
	"slices"

	"go.yaml.in/yaml/v4"
)

// One mistake makes YAML refuse the whole text, and often at a place far from
// the mistake. So a text that fails is read again field by field: a field that
// fails is explained and, where its meaning is plain, mended without moving a
// byte; everything around it is read as if nothing had happened.

// maxTries bounds the mistakes that are explained in one field.
const maxTries = 8

// recover reads a text that is no YAML map into root. whole is the error for
// the whole text.
func (y *yamlReader) recover(root *Value, whole error) {
	before := len(y.found)
	for _, part := range parts(y.text) {
		if part.marker {
			y.report(part.start, lineEnd(y.text, part.start), "a second YAML document begins here").
				Hint = "remove this line: all fields stand in one document"
			continue
		}
		y.part(root, part)
	}
	if len(y.found) == before { // every field is right by itself
		at, message := y.blame(whole)
		y.report(at, lineEnd(y.text, at), "the YAML cannot be read here: %s", message).Hint = "check the indentation"
	}
}

// part reads one top-level field.
func (y *yamlReader) part(root *Value, p part) {
	sub := &yamlReader{reader: y.reader, at: p.start, text: bytes.Clone(y.text[p.start:p.end])}
	var mended []mend
	for range maxTries {
		node, err := load(sub.text)
		if err == nil && isMap(node) {
			if node == nil {
				return
			}
			sub.refuseAliases(node)
			v := sub.value(node, 1, -1)
			for _, m := range mended {
				m.restore(&v, sub)
			}
			for _, e := range v.Entries {
				y.add(root, e)
			}
			return
		}
		m, ok := sub.explain(err)
		if !ok {
			return
		}
		m.apply(sub.text)
		mended = append(mended, m)
	}
}

// mend replaces text[start:end] by fill, byte for byte. What was a value gets
// its text back after the parse.
type mend struct {
	start, end int
	fill       byte
	text       string // of a value: what it means
}

func (m mend) apply(text []byte) {
	for i := m.start; i < m.end; i++ {
		text[i] = m.fill
	}
}

// restore finds the scalar that stands where m was and gives it its text.
func (m mend) restore(v *Value, y *yamlReader) {
	if m.text == "" {
		return
	}
	if v.Kind == Scalar && v.Span.Start == y.base+y.at+m.start {
		v.Text = m.text
	}
	for i := range v.Items {
		m.restore(&v.Items[i], y)
	}
	for i := range v.Entries {
		m.restore(&v.Entries[i].Value, y)
	}
}

// part is one top-level field: its line and those that belong to it.
type part struct {
	start, end int
	marker     bool // no field: the line "---" or "..."
}

// parts cuts text before every line that can only be a new field.
func parts(text []byte) []part {
	var out []part
	for i := 0; i < len(text); i = nextLine(text, i) {
		line := text[i:lineEnd(text, i)]
		end := nextLine(text, i)
		marker := bytes.Equal(line, []byte("---")) || bytes.Equal(line, []byte("..."))
		if len(out) > 0 && !marker && !out[len(out)-1].marker && continues(line) {
			out[len(out)-1].end = end
			continue
		}
		if marker || !continues(line) {
			out = append(out, part{start: i, end: end, marker: marker})
		}
	}
	return slices.DeleteFunc(out, func(p part) bool { return p.marker && p.start == 0 }) // "---" above the first field is none
}

// continues reports whether line belongs to the field above it.
func continues(line []byte) bool {
	if len(line) == 0 || bytes.IndexByte([]byte(" \t#]}"), line[0]) >= 0 {
		return true
	}
	return line[0] == '-' && (len(line) == 1 || line[1] == ' ')
}

// blame is the place the parser names, as an index in text, and its words.
func (y *yamlReader) blame(err error) (at int, message string) {
	var le *yaml.LoadError
	if !errors.As(err, &le) {
		return 0, "this is no list of fields"
	}
	mark := le.Mark
	if mark.Line == 0 {
		mark = le.ContextMark
	}
	if mark.Line == 0 {
		return 0, le.Message
	}
	return min(y.offset(mark.Line, mark.Column), len(y.text)), le.Message
}
