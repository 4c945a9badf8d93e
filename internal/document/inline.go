package document

import (
	"strconv"
	"strings"

	gm "github.com/yuin/goldmark/ast"
	ext "github.com/yuin/goldmark/extension/ast"
)

// link writes a link of any kind, with gaps for its address. Where it stands in
// another link, or its scheme is refused, only its words are written.
func (w *writer) link(n gm.Node) {
	i, ok := w.marks[n]
	if !ok || w.inLink {
		w.linkWords(n)
		return
	}
	w.inLink = true
	w.gap(gapLink, i)
	if external(w.doc.Links[i].Target) {
		w.str(` class="ext"`)
	}
	if l, ok := n.(*gm.Link); ok {
		w.title(l.Title)
	}
	w.str(">")
	w.gap(gapNone, 0)
	w.linkWords(n)
	w.gap(gapLinkEnd, i)
	w.inLink = false
}

func (w *writer) linkWords(n gm.Node) {
	switch n := n.(type) {
	case *gm.AutoLink:
		w.buf = appendEscaped(w.buf, n.Label(w.reading.body))
	case *idLink:
		w.buf = appendMarkdown(w.buf, n.words)
	default:
		w.children(n)
	}
}

func (w *writer) title(title []byte) {
	if len(title) > 0 {
		w.str(` title="`)
		w.value(string(appendText(nil, title)))
		w.str(`"`)
	}
}

// image writes an image, with gaps for its address. Without one its alternative
// text stays.
func (w *writer) image(n *gm.Image) {
	i, ok := w.marks[n]
	if !ok {
		w.text(w.plain(n))
		return
	}
	w.gap(gapImage, i)
	w.title(n.Title)
	w.str(` loading="lazy" alt="`)
	w.gap(gapNone, 0)
	w.value(w.doc.Links[i].Text)
	w.gap(gapImageEnd, i)
}

// noteLink writes the number of a footnote in the text.
func (w *writer) noteLink(n *ext.FootnoteLink) {
	number := strconv.Itoa(n.Index)
	w.str(`<sup id="` + noteAnchor(n.Index, n.RefIndex) + `">`)
	if w.inLink {
		w.str(number + "</sup>")
		return
	}
	w.str(`<a href="#fn:` + number + `" class="footnote-ref" role="doc-noteref">` + number + "</a></sup>")
}

// findNotes finds the places in the text that refer to a footnote and are shown:
// not those in the title, nor in the words of an image.
func (w *writer) findNotes() {
	if last := w.root.LastChild(); last == nil || last.Kind() != ext.KindFootnoteList {
		return
	}
	w.notes = make(map[string]bool)
	visit := func(n gm.Node, entering bool) (gm.WalkStatus, error) {
		if n.Kind() == gm.KindImage || n == w.layout.title {
			return gm.WalkSkipChildren, nil
		}
		if link, ok := n.(*ext.FootnoteLink); ok && entering {
			w.notes[noteAnchor(link.Index, link.RefIndex)] = true
		}
		return gm.WalkContinue, nil
	}
	_ = gm.Walk(w.root, visit)
}

// maxBacklinks bounds how many arrows a footnote has.
const maxBacklinks = 20

// noteBacklink writes the arrow from a footnote back to the text.
func (w *writer) noteBacklink(n *ext.FootnoteBacklink) {
	if n.RefIndex >= maxBacklinks || !w.notes[noteAnchor(n.Index, n.RefIndex)] {
		return
	}
	w.str(` <a href="#` + noteAnchor(n.Index, n.RefIndex) + `" class="footnote-backref" role="doc-backlink" aria-label="`)
	w.text(w.words.Say("Back to the text"))
	w.str(`">↩︎</a>`)
}

// noteAnchor is the anchor of the n-th place in the text that refers to a note.
// No heading can have it: it holds a colon.
func noteAnchor(index, n int) string {
	var b strings.Builder
	b.WriteString("fnref")
	if n > 0 {
		b.WriteString(strconv.Itoa(n))
	}
	b.WriteString(":" + strconv.Itoa(index))
	return b.String()
}
