// Package report shows diagnostics to people and machines: as text with code
// frames, as JSON, as GitHub annotations.
//
// All of it is pure: diagnostics in, bytes out. What an author wrote is shown
// but never obeyed: Plain takes the power out of control characters, terminal
// escapes, text that changes its direction and the runner's workflow commands.
// Deliberately absent: grading, which package check does, and the decision what
// to show, which is the caller's.
package report

import (
	"fmt"
	"strings"

	"milepost/internal/diag"
)

// Options say how text is to look. The zero value is plain text for a file.
type Options struct {
	Color bool
	Width int // columns of the terminal; 0 means 100
}

// width is never so small that nothing could be shown.
func (o Options) width() int {
	if o.Width <= 0 {
		return 100
	}
	return max(o.Width, 40)
}

// Summary counts diagnostics in one line: `3 errors, 1 warning in 2 files`.
func Summary(ds []diag.Diagnostic) string {
	errors, warnings, infos := diag.Count(ds)
	var counts []string
	for _, c := range []struct {
		n    int
		word string
	}{{errors, "error"}, {warnings, "warning"}, {infos, "info"}} {
		if c.n > 0 {
			counts = append(counts, Count(c.n, c.word))
		}
	}
	if len(counts) == 0 {
		return "no findings"
	}
	text := strings.Join(counts, ", ")
	if n := countFiles(ds); n > 0 {
		text += " in " + Count(n, "file")
	}
	return text
}

// Count puts a number before a word: "1 file", "2 files", "1,200 pages".
func Count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return Grouped(n) + " " + word + "s"
}

// Grouped writes a number as people read it: 12,345.
func Grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", Grouped(n/1000), n%1000)
}

// countFiles counts the files in which something was found.
func countFiles(ds []diag.Diagnostic) int {
	files := map[string]bool{}
	for _, d := range ds {
		if !d.Span.IsZero() {
			files[d.Span.Path()] = true
		}
	}
	return len(files)
}
