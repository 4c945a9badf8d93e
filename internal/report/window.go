package report

import (
	"strings"

	"milepost/internal/source"
)

// markedLine is one line of a span: the runes from up to to are to be marked,
// counted from 0.
type markedLine struct {
	number   int
	from, to int
}

// marked gives the lines of a span that are shown: all of up to three, of more
// the first and the last.
func marked(s source.Span) []markedLine {
	from, to := s.From(), s.To()
	if to.Line > from.Line && to.Column == 1 { // it ends with a line end
		to.Line--
		to.Column = runes(s.File.Line(to.Line)) + 1
	}
	if from.Line == to.Line {
		return []markedLine{{from.Line, from.Column - 1, max(to.Column-1, from.Column)}}
	}
	lines := []markedLine{{from.Line, from.Column - 1, runes(s.File.Line(from.Line))}}
	if to.Line == from.Line+2 {
		lines = append(lines, wholeLine(s.File, from.Line+1, runes(s.File.Line(from.Line+1))))
	}
	return append(lines, wholeLine(s.File, to.Line, to.Column-1))
}

// wholeLine marks a line from its first letter up to end.
func wholeLine(f *source.File, n, end int) markedLine {
	text := f.Line(n)
	indent := runes(text) - runes(strings.TrimLeft(text, " \t"))
	if indent >= end {
		indent = 0
	}
	return markedLine{n, indent, end}
}

func runes(text string) int { return len([]rune(text)) }

// view is a line cut to what there is room for, in three parts.
type view struct {
	head, mark, tail string
	before           int // columns before the marks
	marks            int // columns of the marks, at least 1
}

func (v view) text() string { return strings.TrimRight(v.head+v.mark+v.tail, " ") }

// window shows the runes from up to to of a line in at most room columns, with
// as much around them as fits, and … where something is cut off.
func window(line string, from, to, room int) view {
	head, tail := 0, 0
	line, head, tail = near(line, from, room)
	from, to = from-head, to-head
	all := cells(line)
	from = min(max(from, 0), len(all))
	to = min(max(to, from), len(all))
	start, end := 0, len(all)
	if head > 0 || tail > 0 || width(all) > room {
		start, end = fit(all, from, to, room-2)
	}
	v := view{before: width(all[start:from]), marks: max(width(all[from:min(to, end)]), 1)}
	if start > 0 || head > 0 {
		v.head = "…"
		v.before++
	}
	v.head += join(all[start:from])
	v.mark = join(all[from:min(to, end)])
	v.tail = join(all[min(to, end):end])
	if end < len(all) || tail > 0 {
		v.tail += "…"
	}
	return v
}

func join(cs []cell) string {
	var out strings.Builder
	for _, c := range cs {
		out.WriteString(c.text)
	}
	return out.String()
}

// near cuts a line of any length to a few thousand runes around from, so that a
// file of one line costs no more than any other. It returns how many runes it
// cut off before, and whether any after.
func near(line string, from, room int) (text string, head, tail int) {
	const enough = 4
	first, last := from-enough*room, from+enough*room
	start, end, n := 0, len(line), 0
	for i := range line {
		if n == first {
			start, head = i, n
		}
		if n == last {
			end, tail = i, 1
			break
		}
		n++
	}
	return line[start:end], head, tail
}

// fit chooses which cells to show: the marked ones as far as there is room, then
// a third of what is left before them, the rest after.
func fit(all []cell, from, to, room int) (start, end int) {
	start, end = from, from
	grow := func(until int) {
		for end < until && width(all[start:end+1]) <= room {
			end++
		}
	}
	grow(to)
	spare := room - width(all[start:end])
	for start > 0 && width(all[start-1:from]) <= max(spare/3, 0) {
		start--
	}
	grow(len(all))
	for start > 0 && width(all[start-1:end]) <= room { // the line ended early
		start--
	}
	return start, end
}

func width(cs []cell) int {
	n := 0
	for _, c := range cs {
		n += c.width
	}
	return n
}
