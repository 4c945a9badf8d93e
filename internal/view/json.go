package view

import (
	"milepost/internal/check"
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// planRecord is milepost.json: the whole plan as published, in a versioned form.
type planRecord struct {
	Schema   string          `json:"schema"`
	AsOf     string          `json:"as_of,omitempty"`
	Roadmap  roadmapRecord   `json:"roadmap"`
	Outcomes []outcomeRecord `json:"outcomes"`
	Themes   []themeRecord   `json:"themes"`
	Releases []releaseRecord `json:"releases"`
	Items    []ItemRecord    `json:"items"`
	Order    []string        `json:"order"`
	Signals  []signalRecord  `json:"signals"`
	Forecast *forecastBase   `json:"forecast,omitempty"` // of a plan in which something is open
}

func jsonPage(p *plan.Plan, found check.Result) Page {
	return Page{Path: "milepost.json", Raw: func() []byte { return encodeJSON(planJSON(p, found)) }}
}

func planJSON(p *plan.Plan, found check.Result) planRecord {
	return planRecord{
		Schema:   schemaName,
		AsOf:     p.Facts.Today.String(),
		Forecast: forecastBaseJSON(p),
		Roadmap:  roadmapJSON(p),
		Outcomes: each(p.Outcomes, outcomeJSON),
		Themes:   each(p.Themes, themeJSON),
		Releases: each(p.Releases, releaseJSON),
		Items:    itemRecords(p, p.Items),
		Order:    itemIDs(p.Backlog),
		Signals:  each(found.Findings, signalJSON),
	}
}

// each applies f to all of in; the result is never nil.
func each[A, B any](in []A, f func(A) B) []B {
	out := make([]B, len(in))
	for i, v := range in {
		out[i] = f(v)
	}
	return out
}

// signalRecord is one finding, with the field names of `check --format json`.
type signalRecord struct {
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

func signalJSON(d diag.Diagnostic) signalRecord {
	r := signalRecord{Rule: d.Rule, Severity: d.Severity.String(), Message: d.Message, Hint: d.Hint}
	if d.Span.IsZero() {
		return r
	}
	from, to := d.Span.From(), d.Span.To()
	r.File = d.Span.Path()
	r.Line, r.Column, r.EndLine, r.EndColumn = from.Line, from.Column, to.Line, to.Column
	return r
}
