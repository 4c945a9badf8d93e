package report

import (
	"fmt"
	"strings"

	"milepost/internal/source"
)

// Line is one line of a code frame. Its parts are plain text, safe to be shown.
type Line struct {
	Number                int
	Before, Marked, After string
}

// Frame gives the lines around a place, cut to so many columns, for who draws the
// frame otherwise than Text does. Of many lines it has the first and the last, and
// none where there is no place.
func Frame(s source.Span, columns int) []Line {
	if s.IsZero() {
		return nil
	}
	var out []Line
	for _, l := range marked(s) {
		v := window(s.File.Line(l.number), l.from, l.to, columns)
		out = append(out, Line{l.number, v.head, v.mark, strings.TrimRight(v.tail, " ")})
	}
	return out
}

// At names the start of a place as people and editors do: "content/a.md:3:8".
func At(s source.Span) string {
	from := s.From()
	return fmt.Sprintf("%s:%d:%d", s.Path(), from.Line, from.Column)
}
