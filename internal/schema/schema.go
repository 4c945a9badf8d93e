// Package schema is the table of what an author may write: kinds, keys, types,
// values, with a sentence and an example for each.
//
// Everything that explains the content model is made from this table: decoding
// in package plan, the hints of diagnostics, the scaffolds, the reference pages.
// A field is added here, and decoded in plan; nowhere else.
package schema

import "slices"

// Kind is what a file describes.
type Kind int

// The kinds. Config is milepost.yaml, SiteTheme is the theme.yaml of a site theme,
// the others are Markdown files.
const (
	Roadmap Kind = iota
	Theme
	Item
	Release
	Page
	Config
	SiteTheme
)

// String names the kind as a message to an author does.
func (k Kind) String() string {
	return [...]string{"roadmap", "theme", "item", "release", "page", "configuration", "site theme"}[k]
}

// Type is what a field takes.
type Type int

// The types of field. A list type also takes a single value.
const (
	Text      Type = iota // any text
	Texts                 // a list of text
	ID                    // letters, digits, "-", "_", "."
	Ref                   // the id of another entity, of kind Field.Ref
	Refs                  // a list of such ids
	Bool                  // true or false
	Choice                // one of Field.Values
	Number                // a number from Min to Max
	Measure               // any number, also with a unit: 12.9, "95 %"
	Size                  // effort: a number > 0, or XS S M L XL
	Day                   // 2026-09-18
	Interval              // 2026, 2026-H2, 2026-Q3, 2026-09, 2026-W38, 2026-09-18
	Duration              // 45d, 6w
	Links                 // a list of addresses, or of {title, url}
	Outcomes              // the list of outcomes
	Reasons               // a map from rule to reason
	Table                 // a map whose keys are Field.Fields
	Grades                // a map from rule to error, warning, info or off
	Settings              // a map from a name to a value
	MenuItems             // a list of page ids, or of {title, url}
	Options               // a map from a name to a map whose keys are Field.Fields
)

// Field is one key an author may write.
type Field struct {
	Key      string
	Type     Type
	Values   []string          // of a Choice, in order
	Aliases  map[string]string // other words for a value
	Ref      Kind              // of Ref and Refs
	Min, Max float64           // of Number, both allowed
	Doc      string            // one sentence: what it means
	Default  string            // in words, "" for none
	Example  string            // a value as an author writes it
	Fields   []Field           // of Table, Outcomes and Options
}

// Takes says in a few words what a field takes, for hints.
func (f Field) Takes() string {
	switch f.Type {
	case Texts:
		return "text, or a list of texts"
	case ID:
		return "an id"
	case Ref:
		return "the id of " + article(f.Ref)
	case Refs:
		return "a list of " + f.Ref.String() + " ids"
	case Bool:
		return "true or false"
	case Number:
		return "a number from " + number(f.Min) + " to " + number(f.Max)
	case Measure:
		return "a number"
	case Size:
		return "a number above 0, or XS, S, M, L, XL"
	case Day:
		return "a day such as 2026-09-18"
	case Interval:
		return "2026, 2026-H2, 2026-Q3, 2026-09, 2026-W38 or 2026-09-18"
	case Duration:
		return "a number of days or weeks such as 45d or 6w"
	case Links:
		return "a list of addresses, or of {title, url}"
	case Outcomes:
		return "a list of {id, title, measure, baseline, target, current, by, checked}"
	case Reasons:
		return "a map from a rule to the reason for silencing it"
	case Table:
		return "a map"
	case Grades:
		return "a map from a rule to error, warning, info or off"
	case Settings:
		return "a map from a name to a value"
	case MenuItems:
		return "a list of page ids, or of {title, url}"
	case Options:
		return "a map from a name to {type, default}"
	case Choice:
		return "one of " + join(f.Values)
	}
	return "text"
}

// Fields returns the keys of a kind, in the order in which they are written.
func Fields(k Kind) []Field { return tables[k] }

// Lookup finds the field of a kind by its key.
func Lookup(k Kind, key string) (Field, bool) { return find(tables[k], key) }

func find(fields []Field, key string) (Field, bool) {
	i := slices.IndexFunc(fields, func(f Field) bool { return f.Key == key })
	if i < 0 {
		return Field{}, false
	}
	return fields[i], true
}

// Keys lists the keys of fields.
func Keys(fields []Field) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = f.Key
	}
	return out
}
