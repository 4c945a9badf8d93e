package fields

import (
	"github.com/pelletier/go-toml/v2/unstable"

	"milepost/internal/diag"
	"milepost/internal/source"
)

// TOML reads the bytes from start to end of file. The value is a Map whatever
// is wrong; what could not be read is not in it.
func TOML(file *source.File, start, end int) (Value, []diag.Diagnostic) {
	r, ok := newReader(file, start, end)
	root := Value{Kind: Map, Span: r.span(0, len(r.text))}
	if !ok {
		return root, r.found
	}
	t := &tomlReader{reader: r, root: &root, opened: make(map[int]bool)}
	for t.at < len(t.text) {
		if !t.read() {
			break
		}
	}
	return root, r.found
}

// tomlReader puts the expressions of a TOML text into root. After a mistake it
// goes on at the next line, so at is where the current run of the parser began.
type tomlReader struct {
	*reader
	parser unstable.Parser
	root   *Value
	at     int
	done   int          // where the last expression that could be read ends
	table  []tomlKey    // the keys of the [table] that fields belong to
	lost   bool         // the current table could not be made, its fields have no place
	opened map[int]bool // where the [table]s were opened
}

// tomlKey is one part of a dotted key.
type tomlKey struct {
	name string
	span source.Span
}

// read reads expressions up to the end (false) or a mistake (true).
func (t *tomlReader) read() (again bool) {
	t.parser.Reset(t.text[t.at:])
	for t.parser.NextExpression() {
		switch e := t.parser.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			t.table = t.keys(e)
			t.done = t.table[len(t.table)-1].span.End - t.base
			t.lost = !t.open(e.Kind == unstable.ArrayTable)
		case unstable.KeyValue:
			t.done = t.at + int(e.Raw.Offset+e.Raw.Length)
			if t.lost {
				continue
			}
			if m := t.descend(t.root, t.table); m != nil {
				t.put(m, e, len(t.table)+1)
			}
		}
	}
	if err := t.parser.Error(); err != nil {
		return t.mistake(err)
	}
	return false
}

// keys gives the parts of the key of e.
func (t *tomlReader) keys(e *unstable.Node) []tomlKey {
	var out []tomlKey
	for it := e.Key(); it.Next(); {
		k := it.Node()
		start := t.at + int(k.Raw.Offset)
		out = append(out, tomlKey{string(k.Data), t.span(start, start+int(k.Raw.Length))})
	}
	return out
}

// open makes the table that a [header] or [[header]] names.
func (t *tomlReader) open(list bool) bool {
	last := t.table[len(t.table)-1]
	m := t.descend(t.root, t.table[:len(t.table)-1])
	if m == nil || !t.admit(len(t.table)+1, last.span.Start-t.base, last.span.End-t.base) {
		return false
	}
	v := child(m, last.name)
	switch {
	case v == nil && list:
		m.Entries = append(m.Entries, Entry{last.name, last.span, Value{Kind: List, Span: last.span, Items: []Value{{Kind: Map, Span: last.span}}}})
	case v == nil:
		m.Entries = append(m.Entries, Entry{last.name, last.span, Value{Kind: Map, Span: last.span}})
	case list && v.Kind == List:
		v.Items = append(v.Items, Value{Kind: Map, Span: last.span})
	case list || v.Kind != Map || t.opened[v.Span.Start]:
		t.duplicate(Entry{Key: last.name, KeySpan: last.span}, m.KeySpan(last.name))
		return false
	}
	if v = child(m, last.name); !list {
		t.opened[v.Span.Start] = true
	}
	return true
}

// descend walks down from m along keys and makes maps on the way; nil when
// something else is in the way.
func (t *tomlReader) descend(m *Value, keys []tomlKey) *Value {
	for _, k := range keys {
		v := child(m, k.name)
		if v == nil {
			m.Entries = append(m.Entries, Entry{k.name, k.span, Value{Kind: Map, Span: k.span}})
			v = &m.Entries[len(m.Entries)-1].Value
		}
		if v.Kind == List && len(v.Items) > 0 {
			v = &v.Items[len(v.Items)-1]
		}
		if v.Kind != Map {
			t.duplicate(Entry{Key: k.name, KeySpan: k.span}, m.KeySpan(k.name))
			return nil
		}
		m = v
	}
	return m
}

// put adds the field e to m.
func (t *tomlReader) put(m *Value, e *unstable.Node, depth int) {
	keys := t.keys(e)
	last := keys[len(keys)-1]
	start := t.valueStart(last.span.End - t.base)
	v := t.value(e.Value(), start, depth+len(keys))
	if m = t.descend(m, keys[:len(keys)-1]); m != nil {
		t.add(m, Entry{last.name, last.span, v})
	}
}

// valueStart is where the value behind a key starts.
func (t *tomlReader) valueStart(i int) int {
	return skip(t.text, skip(t.text, skip(t.text, i, " \t"), "="), " \t")
}

// value makes a Value of n, which stands at start: the parser keeps no range of
// lists and maps.
func (t *tomlReader) value(n *unstable.Node, start, depth int) Value {
	if !t.admit(depth, start, min(start+1, len(t.text))) {
		return Value{Span: t.span(start, start)}
	}
	switch n.Kind {
	case unstable.Array:
		v := Value{Kind: List}
		at := start + 1
		for it := n.Children(); it.Next(); {
			if it.Node().Kind == unstable.Comment {
				continue
			}
			at = t.gap(at)
			item := t.value(it.Node(), at, depth+1)
			at = item.Span.End - t.base
			v.Items = append(v.Items, item)
		}
		v.Span = t.span(start, min(t.gap(at)+1, len(t.text)))
		return v
	case unstable.InlineTable:
		v := Value{Kind: Map}
		at := start + 1
		for it := n.Children(); it.Next(); {
			if kv := it.Node(); kv.Kind == unstable.KeyValue {
				t.put(&v, kv, depth)
				at = t.at + int(kv.Raw.Offset+kv.Raw.Length)
			}
		}
		v.Span = t.span(start, min(t.gap(at)+1, len(t.text)))
		return v
	}
	at := t.at + int(n.Raw.Offset)
	return Value{Kind: Scalar, Text: string(n.Data), Span: t.span(at, at+int(n.Raw.Length))}
}

// gap skips what may stand between two values of a list.
func (t *tomlReader) gap(i int) int {
	for {
		i = skip(t.text, i, " \t\r\n,")
		if i >= len(t.text) || t.text[i] != '#' {
			return i
		}
		i = nextLine(t.text, i)
	}
}

// child is the value under key, to be changed in place, or nil.
func child(m *Value, key string) *Value {
	for i := range m.Entries {
		if m.Entries[i].Key == key {
			return &m.Entries[i].Value
		}
	}
	return nil
}
