// Package fields reads YAML, TOML and JSON into one kind of value tree that
// knows the place of every key and value.
//
// Scalars stay text: `id: 001` is "001" and `title: no` is "no". The type of a
// field is the business of package schema and its readers, so that a value is
// never changed by a guess about its type. Front matter and milepost.yaml are
// both read here; this package is the only owner of the YAML and TOML parsers.
//
// YAML, TOML and JSON never fail: a mistake is a diagnostic at its place, and
// only the field that holds it is lost, or not even that where the meaning is
// plain. Deliberately absent are anchors, aliases and types: a plan needs none
// of them, and a "YAML bomb" is made of the first two.
package fields

import "milepost/internal/source"

// Kind tells what a Value is.
type Kind int

// The kinds of value. A key without a value is Null.
const (
	Null Kind = iota
	Scalar
	List
	Map
)

// String names the kind as a message to an author does.
func (k Kind) String() string {
	return [...]string{"nothing", "a single value", "a list", "a map"}[k]
}

// Value is one node of the tree.
type Value struct {
	Kind    Kind
	Text    string  // of a Scalar: its text with quotes and escapes resolved
	Items   []Value // of a List
	Entries []Entry // of a Map, in written order, each key once
	Span    source.Span
}

// Entry is one key of a Map with its value.
type Entry struct {
	Key     string
	KeySpan source.Span
	Value   Value
}

// Get returns the value under key; ok is false where the map has no such key.
func (v *Value) Get(key string) (value Value, ok bool) {
	for i := range v.Entries {
		if v.Entries[i].Key == key {
			return v.Entries[i].Value, true
		}
	}
	return Value{}, false
}

// KeySpan is the place of key itself, or the zero Span.
func (v *Value) KeySpan(key string) source.Span {
	for i := range v.Entries {
		if v.Entries[i].Key == key {
			return v.Entries[i].KeySpan
		}
	}
	return source.Span{}
}
