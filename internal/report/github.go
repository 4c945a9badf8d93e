package report

import (
	"fmt"
	"slices"
	"strings"

	"milepost/internal/diag"
)

// maxAnnotations is how many annotations of one type GitHub shows for a step; it
// drops the rest without a word.
const maxAnnotations = 10

// commands are the workflow commands for the severities.
var commands = map[diag.Severity]string{diag.Error: "error", diag.Warning: "warning", diag.Info: "notice"}

// GitHub gives diagnostics as workflow commands that become annotations at the
// lines of a change: errors first, ten of each type. left counts those beyond
// that. prefix is the path from the repository's root to the project, "" or
// ending in a slash.
func GitHub(ds []diag.Diagnostic, prefix string) (commands []byte, left int) {
	ds = slices.Clone(ds)
	slices.SortStableFunc(ds, func(a, b diag.Diagnostic) int { return int(b.Severity - a.Severity) })
	shown := map[diag.Severity]int{}
	for _, d := range ds {
		if shown[d.Severity]++; shown[d.Severity] > maxAnnotations {
			left++
			continue
		}
		commands = append(commands, annotation(d, prefix)...)
	}
	return commands, left
}

// LeftOut tells what GitHub would have dropped, "" for nothing.
func LeftOut(left int) string {
	if left == 0 {
		return ""
	}
	return fmt.Sprintf("%s left out of the annotations: GitHub shows %d of each kind", Grouped(left), maxAnnotations)
}

func annotation(d diag.Diagnostic, prefix string) string {
	var place string
	if !d.Span.IsZero() {
		from, to := d.Span.From(), d.Span.To()
		place = fmt.Sprintf("file=%s,line=%d,endLine=%d,col=%d,endColumn=%d,",
			property(prefix+d.Span.Path()), from.Line, to.Line, from.Column, to.Column)
	}
	message := d.Message
	if d.Hint != "" {
		message += "\n" + d.Hint
	}
	return fmt.Sprintf("::%s %stitle=%s::%s\n", commands[d.Severity], place, property(d.Rule), data(message))
}

// data and property escape text as GitHub's runner unescapes it: nothing in it
// can end the command, its own line, or begin another.
func data(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
}

func property(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(text))
}
