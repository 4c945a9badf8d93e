package report

import (
	"fmt"
	"strconv"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/source"
)

// maxRelated is how many further places of one diagnostic are shown.
const maxRelated = 12

// Text shows diagnostics to a person, each as a frame around the text in
// question, parted by empty lines:
//
//	error[unknown-theme]: no theme has the id "grwoth"
//	  ┌─ content/backlog/search.md:5:8
//	5 │ theme: grwoth
//	  │        ^^^^^^ did you mean "growth"?
//	  = explain: milepost explain unknown-theme
func Text(ds []diag.Diagnostic, opt Options) []byte {
	p := printer{opt: opt}
	for i, d := range ds {
		if i > 0 {
			p.buf = append(p.buf, '\n')
		}
		p.diagnostic(d)
	}
	return p.buf
}

// printer writes diagnostics one after the other.
type printer struct {
	buf    []byte
	opt    Options
	tint   string // colour of the diagnostic's severity
	gutter int    // columns of the widest line number of the diagnostic
}

func (p *printer) diagnostic(d diag.Diagnostic) {
	p.tint = tints[d.Severity]
	p.gutter = gutter(d)
	p.paint(Bold+p.tint, d.Severity.String()+"["+Plain(d.Rule)+"]")
	p.paint(Bold, ": "+Plain(d.Message))
	p.write("\n")
	p.place("┌─", d.Span, '^', d.Hint)
	for i, r := range d.Related {
		if i == maxRelated {
			p.note("and " + Count(len(d.Related)-i, "more place"))
			break
		}
		p.place("├─", r.Span, '-', r.Message)
	}
	p.note("explain: milepost explain " + d.Rule)
}

// gutter is the width of the widest line number among the places of d.
func gutter(d diag.Diagnostic) int {
	last := 1
	spans := []source.Span{d.Span}
	for i, r := range d.Related {
		if i < maxRelated {
			spans = append(spans, r.Span)
		}
	}
	for _, s := range spans {
		if !s.IsZero() {
			last = max(last, s.To().Line)
		}
	}
	return len(strconv.Itoa(last))
}

// place shows one place with what is to be said about it. What has no place, or
// finds no room beside the marks, becomes a note.
func (p *printer) place(corner string, s source.Span, mark rune, words string) {
	if s.IsZero() {
		p.note(words)
		return
	}
	from := s.From()
	p.margin("", corner)
	p.write(fmt.Sprintf(" %s:%d:%d\n", Plain(s.Path()), from.Line, from.Column))
	lines := marked(s)
	for i, l := range lines {
		if i == 1 && l.number != lines[0].number+1 {
			p.margin("⋮", "│")
			p.write("\n")
		}
		beside := ""
		if i == len(lines)-1 {
			beside = words
		}
		p.line(s.File, l, mark, beside)
	}
}

// line shows one line, the marks under it, and words beside the marks.
func (p *printer) line(f *source.File, l markedLine, mark rune, words string) {
	w := window(f.Line(l.number), l.from, l.to, p.opt.width()-p.gutter-3)
	p.margin(strconv.Itoa(l.number), "│")
	if text := w.text(); text != "" {
		p.write(" " + text)
	}
	p.write("\n")
	p.margin("", "│")
	p.write(" " + strings.Repeat(" ", w.before))
	marks := strings.Repeat(string(mark), w.marks)
	words = Plain(words)
	if p.gutter+3+w.before+w.marks+1+Width(words) > p.opt.width() {
		p.paint(p.tintOf(mark), marks)
		p.write("\n")
		p.note(words)
		return
	}
	p.paint(p.tintOf(mark), strings.TrimSpace(marks+" "+words))
	p.write("\n")
}

func (p *printer) tintOf(mark rune) string {
	if mark == '^' {
		return Bold + p.tint
	}
	return blue
}

// note writes words below the frame, in as many lines as they need; no words make
// none.
func (p *printer) note(words string) {
	for i, line := range Wrap(words, p.opt.width()-p.gutter-3) {
		bar := "="
		if i > 0 {
			bar = " "
		}
		p.margin("", bar)
		p.write(" " + line + "\n")
	}
}

// margin writes what stands left of a frame, up to its bar.
func (p *printer) margin(number, bar string) {
	p.paint(blue, strings.Repeat(" ", p.gutter-Width(number))+number+" "+bar)
}

func (p *printer) write(text string) { p.buf = append(p.buf, text...) }

func (p *printer) paint(color, text string) {
	p.buf = append(p.buf, Paint(p.opt.Color, color, text)...)
}
