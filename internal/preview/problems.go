package preview

import (
	"cmp"
	"slices"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/report"
	"milepost/internal/source"
)

// problems are what a browser shows of findings: plain values, which its script
// sets as text and never as HTML.
type problems struct {
	Errors   int     `json:"errors"`
	Warnings int     `json:"warnings"`
	Files    []group `json:"files"`
	More     int     `json:"more,omitempty"` // that are not shown
}

// group is what was found in one file.
type group struct {
	Path  string    `json:"path"` // "" for what has no place
	Found []problem `json:"found"`
}

// problem is one finding, or a further place of one.
type problem struct {
	Severity string    `json:"severity,omitempty"`
	Rule     string    `json:"rule,omitempty"`
	Message  string    `json:"message"`
	Hint     string    `json:"hint,omitempty"`
	At       string    `json:"at,omitempty"`   // "content/x.md:3:8"
	Open     string    `json:"open,omitempty"` // the address that opens it in the editor
	Frame    []line    `json:"frame,omitempty"`
	Related  []problem `json:"related,omitempty"`
}

// line is a line of a code frame, with the stretch that is wrong.
type line struct {
	Number int    `json:"n"`
	Before string `json:"before"`
	Marked string `json:"marked"`
	After  string `json:"after"`
}

// The bounds of what is shown: nobody reads more at once.
const (
	maxShown   = 100
	maxRelated = 5
	columns    = 110
)

// shown chooses what a browser is told of findings: errors and warnings, and errors
// first where there is too much.
func shown(found []diag.Diagnostic, open func(source.Span) string) problems {
	var p problems
	p.Errors, p.Warnings, _ = diag.Count(found)
	var grave []diag.Diagnostic
	for _, severity := range []diag.Severity{diag.Error, diag.Warning} {
		for _, d := range found {
			if d.Severity == severity && len(grave) < maxShown {
				grave = append(grave, d)
			}
		}
	}
	p.More = p.Errors + p.Warnings - len(grave)
	// A file with an error stands before those that have none.
	worst := map[string]diag.Severity{}
	for _, d := range grave {
		worst[d.Span.Path()] = max(worst[d.Span.Path()], d.Severity)
	}
	slices.SortStableFunc(grave, func(a, b diag.Diagnostic) int {
		return cmp.Or(int(worst[b.Span.Path()]-worst[a.Span.Path()]), strings.Compare(a.Span.Path(), b.Span.Path()))
	})
	for _, d := range grave {
		if n := len(p.Files); n == 0 || p.Files[n-1].Path != plain(d.Span.Path()) {
			p.Files = append(p.Files, group{Path: plain(d.Span.Path())})
		}
		last := &p.Files[len(p.Files)-1]
		last.Found = append(last.Found, oneProblem(d, open))
	}
	return p
}

func oneProblem(d diag.Diagnostic, open func(source.Span) string) problem {
	out := place(d.Span, d.Message, open)
	out.Severity, out.Rule, out.Hint = d.Severity.String(), d.Rule, plain(d.Hint)
	for _, r := range d.Related[:min(len(d.Related), maxRelated)] {
		out.Related = append(out.Related, place(r.Span, r.Message, open))
	}
	return out
}

// place is a message about a place.
func place(s source.Span, message string, open func(source.Span) string) problem {
	out := problem{Message: plainLines(message)}
	if s.IsZero() {
		return out
	}
	out.At, out.Open = plain(report.At(s)), open(s)
	for _, l := range report.Frame(s, columns) {
		out.Frame = append(out.Frame, line{l.Number, l.Before, l.Marked, l.After})
	}
	return out
}

func plain(text string) string { return report.Plain(text) }

// plainLines keeps the lines of what we say ourselves.
func plainLines(text string) string {
	lines := strings.Split(text, "\n")
	for n := range lines {
		lines[n] = plain(strings.ReplaceAll(lines[n], "\t", "    "))
	}
	return strings.Join(lines, "\n")
}

// with adds the mistakes of a page to what is wrong anyway.
func (p problems) with(mistakes []diag.Diagnostic, open func(source.Span) string) problems {
	if len(mistakes) == 0 {
		return p
	}
	own := shown(mistakes, open)
	p.Errors += own.Errors
	p.Files = append(own.Files, p.Files...)
	return p
}
