package report

import (
	"fmt"
	"slices"

	"milepost/internal/diag"
)

// MarkdownFindings shows diagnostics in the summary of a job, the most serious
// first, in at most the bytes GitHub takes. Texts of authors come out as text.
func MarkdownFindings(ds []diag.Diagnostic) []byte {
	out := "**" + Summary(ds) + "**\n"
	ds = slices.Clone(ds)
	slices.SortStableFunc(ds, func(a, b diag.Diagnostic) int { return int(b.Severity - a.Severity) })
	const closing = "\n</details>\n"
	for n, d := range ds {
		line := "- " + d.Severity.String() + place(d) + ": " + Inert(d.Message)
		if d.Hint != "" {
			line += "; " + Inert(d.Hint)
		}
		line += " (" + Literal(d.Rule) + ")\n"
		switch n {
		case 0:
			line = "\n" + line
		case shownAtOnce:
			line = fmt.Sprintf("\n<details><summary>%s more</summary>\n\n", Grouped(len(ds)-n)) + line
		}
		if len(out)+len(line)+len(closing)+100 > maxMarkdown {
			left := fmt.Sprintf("\n… and %s more; `milepost check` shows them all.\n", Grouped(len(ds)-n))
			if n > shownAtOnce {
				left = closing + left
			}
			return []byte(out + left)
		}
		out += line
	}
	if len(ds) > shownAtOnce {
		out += closing
	}
	return []byte(out)
}

// place is where a diagnostic is, as code.
func place(d diag.Diagnostic) string {
	if d.Span.IsZero() {
		return ""
	}
	from := d.Span.From()
	return " " + Literal(fmt.Sprintf("%s:%d:%d", d.Span.Path(), from.Line, from.Column))
}
