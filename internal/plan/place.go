package plan

import (
	"slices"
	"strings"

	"milepost/internal/words"
)

// Place is why an item stands where it stands in the backlog.
type Place struct {
	// Reason is the whole explanation, clause by clause.
	Reason []Clause
	// Key is the effective key in words, in the order in which its fields count.
	Key []KeyValue
	// Source is the item whose key it takes over because it is needed for it; nil
	// when the key is its own.
	Source *Item
	// After is the item it needs that comes last before it, or nil.
	After *Item
	// Bundle is what it is done together with; it holds at least the item.
	Bundle Bundle
	// For is the item in the bundle with the best score of those it is needed
	// for, nil when there is none; More is how many others there are.
	For  *Item
	More int
}

// Bundle is a set of items that follow each other because they are best done
// together: no part of it that could go ahead alone is worth more for its effort.
type Bundle struct {
	Items         []*Item // in order
	Value, Effort float64 // of all together
}

// Ratio is the value of a bundle for its effort: what a score is for an item.
func (b Bundle) Ratio() float64 { return b.Value / b.Effort }

// KeyValue is one field of the key the backlog is ordered by.
type KeyValue struct{ Name, Value string }

// Clause is a part of an explanation: a text of the interface with its arguments,
// of which those of type *Item are to be shown as links.
type Clause struct {
	Text string
	Args []any
}

// clause adds a clause.
func (p *Place) clause(text string, args ...any) {
	p.Reason = append(p.Reason, Clause{text, args})
}

// String is the explanation as plain text, in English.
func (p Place) String() string {
	var clauses []string
	for _, c := range p.Reason {
		clauses = append(clauses, c.String())
	}
	return strings.Join(clauses, "; ")
}

// String is the clause as plain text, in English.
func (c Clause) String() string {
	args := slices.Clone(c.Args)
	for i, arg := range args {
		if item, ok := arg.(*Item); ok {
			args[i] = item.ID
		}
	}
	return words.InEnglish().Say(c.Text, args...)
}

// Sentence is text in which ids stand apart, to be shown as links.
type Sentence []Part

// Part is a piece of a sentence.
type Part struct {
	Text string // of a part with an item: its id
	Item *Item
}

// String is the sentence as plain text.
func (s Sentence) String() string {
	var text string
	for _, part := range s {
		text += part.Text
	}
	return text
}

// clause adds parts as a clause of their own, parted by a semicolon. A part is a
// text or an item.
func (s *Sentence) clause(parts ...any) {
	if len(*s) > 0 {
		*s = append(*s, Part{Text: "; "})
	}
	s.add(parts...)
}

func (s *Sentence) add(parts ...any) {
	for _, part := range parts {
		switch part := part.(type) {
		case string:
			*s = append(*s, Part{Text: part})
		case *Item:
			*s = append(*s, Part{Text: part.ID, Item: part})
		}
	}
}
