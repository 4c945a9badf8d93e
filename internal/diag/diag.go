// Package diag holds remarks about an author's text, as values.
//
// A Diagnostic names a rule, a place, what is wrong and what to do. Packages
// that read text return them; package check grades them; package report prints
// them. The house style of a message: lower case, no full stop, it names the
// thing (`no theme has the id "grwoth"`), and one mistake gets one remark.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"milepost/internal/source"
)

// Severity grades a diagnostic. The zero value is Unset: the reader of a text
// reports what is wrong, and package check grades it by the rule's severity.
type Severity int

// The severities, from silent to grave.
const (
	Unset   Severity = iota
	Off              // not shown at all
	Info             // worth knowing
	Warning          // fails only with --strict
	Error            // the plan cannot be trusted
)

var severityNames = [...]string{Unset: "unset", Off: "off", Info: "info", Warning: "warning", Error: "error"}

// String gives the word an author uses in milepost.yaml: error, warning, info, off.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads such a word; ok is false for any other.
func ParseSeverity(word string) (s Severity, ok bool) {
	i := slices.Index(severityNames[:], word)
	return Severity(max(i, 0)), i >= int(Off)
}

// Diagnostic is one remark: at Span, the rule Rule is broken.
type Diagnostic struct {
	Rule     string // stable name, a row of package check's table
	Severity Severity
	Span     source.Span // the smallest stretch of text that is wrong
	Message  string
	Hint     string // what to do, or ""
	Related  []Related
	Fixes    []Fix
}

// Related is another place that helps to understand a diagnostic.
type Related struct {
	Span    source.Span
	Message string
}

// Fix is a change of text that would remove a diagnostic.
type Fix struct {
	Title string
	Edits []Edit
}

// Edit replaces the text at Span by Text.
type Edit struct {
	Span source.Span
	Text string
}

// New makes an ungraded diagnostic with a formatted message.
func New(rule string, at source.Span, format string, args ...any) Diagnostic {
	return Diagnostic{Rule: rule, Span: at, Message: fmt.Sprintf(format, args...)}
}

// WithHint returns d with what to do; an empty hint changes nothing.
func (d Diagnostic) WithHint(format string, args ...any) Diagnostic {
	if format != "" {
		d.Hint = fmt.Sprintf(format, args...)
	}
	return d
}

// WithRelated returns d with one more place that helps to understand it.
func (d Diagnostic) WithRelated(at source.Span, format string, args ...any) Diagnostic {
	d.Related = append(slices.Clip(d.Related), Related{Span: at, Message: fmt.Sprintf(format, args...)})
	return d
}

// WithFix returns d with a fix that replaces its own span by text.
func (d Diagnostic) WithFix(title, text string) Diagnostic {
	d.Fixes = append(slices.Clip(d.Fixes), Fix{Title: title, Edits: []Edit{{Span: d.Span, Text: text}}})
	return d
}

// Sort orders diagnostics by file, place, rule and message: the order in which
// they are always shown.
func Sort(ds []Diagnostic) {
	// A diagnostic is large, so that their numbers are sorted and each is moved once.
	order := make([]int, len(ds))
	for n := range order {
		order[n] = n
	}
	slices.SortFunc(order, func(n, m int) int {
		a, b := &ds[n], &ds[m]
		return cmp.Or(a.Span.Compare(b.Span), strings.Compare(a.Rule, b.Rule), strings.Compare(a.Message, b.Message), n-m)
	})
	sorted := make([]Diagnostic, len(ds))
	for n, at := range order {
		sorted[n] = ds[at]
	}
	copy(ds, sorted)
}

// Count says how many diagnostics there are of each severity.
func Count(ds []Diagnostic) (errors, warnings, infos int) {
	for _, d := range ds {
		switch d.Severity {
		case Error:
			errors++
		case Warning:
			warnings++
		case Info:
			infos++
		}
	}
	return errors, warnings, infos
}
