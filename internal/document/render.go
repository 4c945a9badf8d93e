package document

import (
	"cmp"

	"github.com/yuin/goldmark-emoji/ast"
	gm "github.com/yuin/goldmark/ast"
	ext "github.com/yuin/goldmark/extension/ast"

	"milepost/internal/words"
)

// writer makes HTML with gaps. Goldmark's own renderer is not used: it cannot
// leave gaps, and every rule about safe output is easier to see in one place.
type writer struct {
	*reading
	words  *words.Language
	buf    []byte
	cuts   []cut
	open   []string        // tags of the author's own that are open, see safe.go
	placed map[string]int  // open tags that named a place, by name: their ends are dropped
	floor  int             // how many of them were opened outside of what is being written
	inLink bool            // links cannot stand within each other
	inline int             // how deep mark-up within a line is nested
	codes  int             // code blocks so far
	tables int             // tables so far
	lit    int             // bytes of code that were highlighted
	notes  map[string]bool // anchors of the references to footnotes that are shown
}

// cut is a gap in buf.
type cut struct {
	at  int
	gap gap
	arg int
}

// render makes the bodies of the Doc. All of them share the memory of one text.
func (r *reading) render() {
	s := scratches().Get().(*scratch)
	w := &writer{reading: r, words: cmp.Or(r.opt.Words, words.InEnglish()), buf: s.buf[:0], cuts: s.cuts[:0]}
	w.findNotes()
	l := &r.layout
	var marks []mark
	if l.lead != nil {
		w.children(l.lead)
	}
	marks = append(marks, w.mark())
	w.blocks(l.body, l.left)
	marks = append(marks, w.mark())
	for _, blocks := range l.updates {
		w.blocks(blocks, nil)
		marks = append(marks, w.mark())
	}
	html := string(w.buf)
	var from mark
	body := func(to mark) Body {
		b := w.body(html, from, to)
		from = to
		return b
	}
	r.doc.Lead, r.doc.Body = body(marks[0]), body(marks[1])
	for i := range r.doc.Updates {
		r.doc.Updates[i].Body = body(marks[i+2])
	}
	if cap(w.buf) <= maxScratch {
		s.buf, s.cuts = w.buf, w.cuts
	}
	s.release()
}

// mark is a place in the output.
type mark struct{ at, cuts int }

func (w *writer) mark() mark { return mark{len(w.buf), len(w.cuts)} }

// body is what was written between two marks.
func (w *writer) body(html string, from, to mark) Body {
	if from.at == to.at && from.cuts == to.cuts {
		return Body{}
	}
	chunks := make([]chunk, 0, to.cuts-from.cuts+1)
	at := from.at
	for _, c := range w.cuts[from.cuts:to.cuts] {
		chunks = append(chunks, chunk{html[at:c.at], c.gap, c.arg})
		at = c.at
	}
	return Body{append(chunks, chunk{html: html[at:to.at]})}
}

func (w *writer) str(s string) { w.buf = append(w.buf, s...) }

// text writes text between tags.
func (w *writer) text(s string) { w.buf = appendEscaped(w.buf, s) }

// value writes the value of an attribute.
func (w *writer) value(s string) { w.buf = appendAttribute(w.buf, s) }

func (w *writer) gap(g gap, arg int) { w.cuts = append(w.cuts, cut{len(w.buf), g, arg}) }

// blocks writes blocks that stand beside each other, but not those in left.
func (w *writer) blocks(blocks []gm.Node, left map[gm.Node]bool) {
	open, floor := len(w.open), w.floor
	w.floor = open
	for _, n := range blocks {
		if !left[n] {
			w.node(n)
		}
	}
	w.closeTo(open)
	w.floor = floor
}

// children writes what stands in n; tags of the author's own that are open at
// the end are closed.
func (w *writer) children(n gm.Node) {
	open, floor := len(w.open), w.floor
	w.floor = open
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
	w.closeTo(open)
	w.floor = floor
}

// element writes n between tags.
func (w *writer) element(start string, n gm.Node, end string) {
	w.str(start)
	w.children(n)
	w.str(end)
}

// node writes one node of any kind.
func (w *writer) node(n gm.Node) {
	switch n := n.(type) {
	case *gm.Text:
		w.buf = appendMarkdown(w.buf, n.Segment.Value(w.reading.body))
		if n.HardLineBreak() {
			w.str("<br>\n")
		} else if n.SoftLineBreak() {
			w.str("\n")
		}
	case *gm.String:
		w.buf = appendEscaped(w.buf, n.Value)
	case *gm.CodeSpan:
		w.str("<code>")
		w.buf = appendEscaped(w.buf, w.appendCode(nil, n))
		w.str("</code>")
	case *gm.Emphasis:
		w.emphasis(n)
	case *ext.Strikethrough:
		w.markup("<del>", n, "</del>")
	case *gm.Link, *gm.AutoLink, *idLink:
		w.link(n)
	case *gm.Image:
		w.image(n)
	case *gm.RawHTML:
		w.rawHTML(n)
	case *ast.Emoji:
		w.text(string(n.Value.Unicode))
	case *ext.FootnoteLink:
		w.noteLink(n)
	case *ext.FootnoteBacklink:
		w.noteBacklink(n)
	case *ext.TaskCheckBox: // written with its item
	default:
		w.block(n)
	}
}

// maxInline bounds how deep mark-up within a line is nested in the HTML: a
// browser gives up at a few hundred elements.
const maxInline = 60

// markup writes mark-up within a line.
func (w *writer) markup(start string, n gm.Node, end string) {
	w.inline++
	if w.inline > maxInline {
		w.children(n)
	} else {
		w.element(start, n, end)
	}
	w.inline--
}

func (w *writer) emphasis(n *gm.Emphasis) {
	if n.Level == 2 {
		w.markup("<strong>", n, "</strong>")
	} else {
		w.markup("<em>", n, "</em>")
	}
}

// appendMarkdown appends Markdown text as HTML: what it means, escaped.
func appendMarkdown(dst, text []byte) []byte {
	start := len(dst)
	for _, c := range text {
		if c == '\\' || c == '&' || c == '<' || c == '>' {
			return appendEscaped(dst[:start], appendText(nil, text))
		}
	}
	return append(dst, text...)
}
