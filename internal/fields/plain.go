package fields

import (
	"bytes"
	"slices"
)

// plainYAML reads front matter of the simplest form without the YAML parser:
// one "key: value" a line, where a value is a plain or double-quoted text or a
// list of plain words in brackets. Most files of a plan hold nothing else, and
// this reads them ten times as fast (BenchmarkPlain). Whatever is not plainly of
// that form, every mistake among it, is left to the parser: ok is then false.
func (r *reader) plainYAML() (root Value, ok bool) {
	root = Value{Kind: Map, Entries: make([]Entry, 0, bytes.Count(r.text, []byte{'\n'}))}
	for at := 0; at < len(r.text); {
		end := at + bytes.IndexByte(r.text[at:], '\n')
		if end < at {
			end = len(r.text)
		}
		if end > at {
			e, ok := r.plainEntry(at, end)
			if !ok || !root.KeySpan(e.Key).IsZero() {
				return Value{}, false
			}
			root.Entries = append(root.Entries, e)
		}
		at = end + 1
	}
	if len(root.Entries) == 0 {
		return Value{}, false
	}
	first, last := root.Entries[0], root.Entries[len(root.Entries)-1]
	root.Span = r.file.Span(first.KeySpan.Start, last.Value.Span.End)
	return root, true
}

// plainEntry reads the line text[at:end].
func (r *reader) plainEntry(at, end int) (e Entry, ok bool) {
	colon := at + bytes.IndexByte(r.text[at:end], ':')
	if colon <= at || colon+2 >= end || r.text[colon+1] != ' ' || !isKey(r.text[at:colon]) {
		return e, false
	}
	e = Entry{Key: string(r.text[at:colon]), KeySpan: r.span(at, colon)}
	switch start := colon + 2; r.text[start] {
	case '[':
		e.Value, ok = r.plainList(start, end)
	case '"':
		e.Value, ok = r.quoted(start, end)
	default:
		e.Value, ok = r.plainText(start, end)
	}
	return e, ok
}

func isKey(text []byte) bool {
	for _, c := range text {
		if c != '_' && (c < 'a' || c > 'z') {
			return false
		}
	}
	return !isNull(text)
}

// isNull reports the plain words that stand for no value.
func isNull(text []byte) bool { return bytes.EqualFold(text, []byte("null")) }

// plainText reads text[start:end] if no character in it could mean anything to
// a YAML parser: a colon before a blank, a comment, an indicator at the start.
func (r *reader) plainText(start, end int) (Value, bool) {
	text := r.text[start:end]
	if !alphanumeric(text[0]) || text[len(text)-1] == ' ' || text[len(text)-1] == ':' || isNull(text) {
		return Value{}, false
	}
	for i, c := range text {
		if c < ' ' || c >= 0x7f || c == '#' || c == ':' && text[i+1] == ' ' {
			return Value{}, false
		}
	}
	return Value{Kind: Scalar, Text: string(text), Span: r.span(start, end)}, true
}

// quoted reads text[start:end] if it is one text in double quotes, without
// escapes.
func (r *reader) quoted(start, end int) (Value, bool) {
	inner := r.text[start+1 : end]
	size := len(inner) - 1
	if size < 0 || bytes.IndexByte(inner, '"') != size {
		return Value{}, false
	}
	escapes := func(c byte) bool { return c < ' ' || c >= 0x7f || c == '\\' }
	if slices.ContainsFunc(inner, escapes) {
		return Value{}, false
	}
	return Value{Kind: Scalar, Text: string(inner[:size]), Span: r.span(start, end)}, true
}

// plainList reads text[start:end] if it is a list of plain words in brackets.
func (r *reader) plainList(start, end int) (Value, bool) {
	if r.text[end-1] != ']' {
		return Value{}, false
	}
	v := Value{Kind: List, Span: r.span(start, end)}
	v.Items = make([]Value, 0, 1+bytes.Count(r.text[start:end], []byte{','}))
	for at := start + 1; at < end-1; {
		stop := at
		for stop < end-1 && r.text[stop] != ',' {
			if !wordByte(r.text[stop]) {
				return Value{}, false
			}
			stop++
		}
		word := r.text[at:stop]
		if len(word) == 0 || !alphanumeric(word[0]) || word[len(word)-1] == ' ' || isNull(word) {
			return Value{}, false
		}
		v.Items = append(v.Items, Value{Kind: Scalar, Text: string(word), Span: r.span(at, stop)})
		if at = stop + 1; stop == end-1 {
			return v, true
		}
		if at < end-1 && r.text[at] == ' ' {
			at++
		}
	}
	return v, end == start+2 // only an empty list has no last word
}

func alphanumeric(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func wordByte(c byte) bool { return alphanumeric(c) || c == '-' || c == '_' || c == '.' || c == ' ' }
