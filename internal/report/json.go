package report

import (
	"encoding/json"

	"milepost/internal/diag"
)

// findings is the machine form of diagnostics. Fields are only ever added.
type findings struct {
	Schema      string    `json:"schema"`
	Diagnostics []finding `json:"diagnostics"`
	Summary     summary   `json:"summary"`
}

// finding is one diagnostic; lines and columns count from 1, columns in runes,
// and the end is the place after the last rune.
type finding struct {
	Rule      string `json:"rule"`
	Severity  string `json:"severity"`
	Message   string `json:"message"`
	Hint      string `json:"hint,omitempty"`
	File      string `json:"file,omitempty"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndLine   int    `json:"end_line,omitempty"`
	EndColumn int    `json:"end_column,omitempty"`
}

type summary struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
	Files    int `json:"files"`
}

// JSON gives diagnostics to a machine, in the order in which they come, as one
// line. A diagnostic without a place has none of the fields of a place.
func JSON(ds []diag.Diagnostic) []byte {
	out := findings{Schema: "milepost/1", Diagnostics: make([]finding, len(ds))}
	for i, d := range ds {
		out.Diagnostics[i] = record(d)
	}
	s := &out.Summary
	s.Errors, s.Warnings, s.Infos = diag.Count(ds)
	s.Files = countFiles(ds)
	text, err := json.Marshal(out)
	if err != nil {
		panic("report: " + err.Error()) // strings and numbers can always be encoded
	}
	return append(text, '\n')
}

func record(d diag.Diagnostic) finding {
	f := finding{Rule: d.Rule, Severity: d.Severity.String(), Message: d.Message, Hint: d.Hint}
	if d.Span.IsZero() {
		return f
	}
	from, to := d.Span.From(), d.Span.To()
	f.File = d.Span.Path()
	f.Line, f.Column = from.Line, from.Column
	f.EndLine, f.EndColumn = to.Line, to.Column
	return f
}
