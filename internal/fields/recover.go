package fields

import (
	"bytes"
	"errors"

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
	for _, p := range parts(y.text) {
		if len(y.found) >= maxFound {
			return
		}
		if p.marker {
			y.report(p.start, lineEnd(y.text, p.start), "a second YAML document begins here").
				Hint = "remove this line: all fields stand in one document"
			continue
		}
		y.part(root, p.start, p.end)
	}
	if len(y.found) == 0 { // every field is right by itself
		at, message := y.blame(whole)
		y.report(at, lineEnd(y.text, at), "the YAML cannot be read here: %s", message).Hint = "check the indentation"
	}
}

// part reads the field that is text[start:end].
func (y *yamlReader) part(root *Value, start, end int) {
	sub := &yamlReader{reader: y.reader, at: y.at + start, text: bytes.Clone(y.text[start:end])}
	var mended []mend
	for range maxTries {
		node, err := load(sub.text)
		if err == nil && isMap(node) {
			if node != nil {
				sub.keep(root, node, mended)
			}
			return
		}
		before := len(y.found)
		m := sub.explain(err)
		if sub.quiet && len(mended) > 0 {
			y.found = y.found[:before] // it follows from the mistake above
		}
		switch {
		case m.lost:
			return
		case m.split > 0:
			y.part(root, start, start+m.split)
			y.part(root, start+m.split, end)
			return
		case m.entry != nil:
			y.add(root, *m.entry)
			return
		}
		m.apply(sub.text)
		mended = append(mended, m)
	}
}

// keep adds the fields of node to root.
func (y *yamlReader) keep(root *Value, node *yaml.Node, mended []mend) {
	y.refuseAliases(node)
	v := y.value(node, 1, -1)
	for _, m := range mended {
		m.restore(&v, y)
	}
	for _, e := range v.Entries {
		y.add(root, e)
	}
}

// mend says what to do about a mistake: usually text[start:end] is replaced by
// fill, byte for byte, and if it was a value it gets its text back after the
// parse.
type mend struct {
	start, end int
	fill       byte
	text       string // of a value: what it means
	split      int    // if not 0: a field of its own begins here
	entry      *Entry // if not nil: the whole field
	lost       bool   // nothing can be done
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
		line, end := text[i:lineEnd(text, i)], nextLine(text, i)
		marker := bytes.Equal(line, []byte("---")) || bytes.Equal(line, []byte("..."))
		blank := len(line) == 0 || line[0] == '#'
		switch {
		case marker && len(out) == 0: // above the first field it says nothing
		case len(out) > 0 && !marker && !out[len(out)-1].marker && (blank || continues(line)):
			out[len(out)-1].end = end
		case !blank:
			out = append(out, part{start: i, end: end, marker: marker})
		}
	}
	return out
}

// continues reports whether line, which is not blank, belongs to the field
// above it.
func continues(line []byte) bool {
	if bytes.IndexByte([]byte(" \t]}"), line[0]) >= 0 {
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
	if mark.Line == 0 || le.ContextMsg == "while scanning a quoted scalar" && le.Message == "found unexpected end of stream" {
		mark = le.ContextMark
	}
	if mark.Line == 0 {
		return 0, le.Message
	}
	return min(y.offset(mark.Line, mark.Column), len(y.text)), le.Message
}
