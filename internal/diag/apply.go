package diag

import (
	"slices"

	"milepost/internal/source"
)

// Apply carries out the first fix of every diagnostic on the text of file and
// returns the new text. A fix is carried out whole or not at all: of fixes that
// overlap or are equal only the first in the text is.
func Apply(file *source.File, ds []Diagnostic) []byte {
	var edits []Edit
	for _, fix := range fixes(file, ds) {
		if !slices.ContainsFunc(fix, func(e Edit) bool { return slices.ContainsFunc(edits, e.meets) }) {
			edits = append(edits, fix...)
		}
	}
	slices.SortStableFunc(edits, func(a, b Edit) int { return a.Span.Compare(b.Span) })
	var out []byte
	done := 0
	for _, e := range edits {
		out = append(append(out, file.Data[done:e.Span.Start]...), e.Text...)
		done = e.Span.End
	}
	return append(out, file.Data[done:]...)
}

// fixes gives the edits of file for each diagnostic that has any, in the order
// of the text.
func fixes(file *source.File, ds []Diagnostic) [][]Edit {
	var out [][]Edit
	for _, d := range ds {
		if len(d.Fixes) == 0 {
			continue
		}
		elsewhere := func(e Edit) bool { return e.Span.File != file }
		if edits := slices.DeleteFunc(slices.Clone(d.Fixes[0].Edits), elsewhere); len(edits) > 0 {
			out = append(out, edits)
		}
	}
	slices.SortStableFunc(out, func(a, b []Edit) int { return a[0].Span.Compare(b[0].Span) })
	return out
}

// meets reports whether two edits cannot both be carried out.
func (e Edit) meets(f Edit) bool {
	return e == f || e.Span.Start < f.Span.End && f.Span.Start < e.Span.End
}
