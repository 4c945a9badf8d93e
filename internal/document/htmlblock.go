package document

import (
	"bytes"
	"slices"
	"strings"

	gm "github.com/yuin/goldmark/ast"
)

// htmlBlock writes a block of raw HTML. Only <details> may stay open when it
// ends: then it holds the blocks that follow.
func (w *writer) htmlBlock(n *gm.HTMLBlock) {
	start := len(w.buf)
	h := htmlWriter{writer: w, open: len(w.open)}
	for _, t := range tokens(w.raw(n)) {
		h.token(t)
	}
	h.endSummary()
	h.endParagraph()
	if len(bytes.TrimSpace(w.buf[start:])) == 0 { // only comments: a body of nothing else is empty
		w.buf = w.buf[:start]
		return
	}
	w.str("\n")
}

// htmlWriter writes the tokens of one block. Text that stands nowhere is put
// into a paragraph.
type htmlWriter struct {
	*writer
	open      int // open tags below this belong to blocks around
	paragraph bool
	summary   bool
	fresh     bool // <details> was just opened: only here may <summary> stand
}

func (h *htmlWriter) token(t token) {
	fresh := h.fresh
	h.fresh = fresh && strings.TrimSpace(t.text) == ""
	switch {
	case t.name == "details" && !t.end && len(h.writer.open) < maxOpen && !h.summary:
		h.endParagraph()
		h.str("<details>")
		h.writer.open = append(h.writer.open, t.name)
		h.open = len(h.writer.open)
		h.fresh = true
	case t.name == "details" && t.end && h.canClose():
		h.endSummary()
		h.endParagraph()
		h.closeTag(t.name)
		h.open = len(h.writer.open)
	case t.name == "summary" && !t.end && fresh:
		h.str("<summary>")
		h.summary = true
	case t.name == "summary" && t.end && h.summary:
		h.endSummary()
	case t.kind == tagBreak && !h.summary:
		h.endParagraph()
		if t.name == "hr" && !t.end {
			h.str("<hr>")
		}
	case t.known && t.name == "": // a comment
	case t.anchor != "" && t.known, t.end && h.placed[t.name] > 0 && t.kind != tagBreak:
		h.tag(t)
	case strings.TrimSpace(t.text) == "":
		h.str(t.text)
	case t.name == "": // text
		h.begin()
		h.buf = appendEscaped(h.buf, appendReferences(nil, t.text))
	default:
		h.begin()
		h.tag(t)
	}
}

// canClose reports whether </details> closes one that was opened beside this
// block or in it.
func (h *htmlWriter) canClose() bool {
	return slices.Contains(h.writer.open[h.floor:], "details")
}

func (h *htmlWriter) begin() {
	if !h.paragraph && !h.summary {
		h.str("<p>")
		h.paragraph = true
	}
}

func (h *htmlWriter) endParagraph() {
	h.closeTo(h.open)
	if h.paragraph {
		h.str("</p>")
		h.paragraph = false
	}
}

func (h *htmlWriter) endSummary() {
	if h.summary {
		h.closeTo(h.open)
		h.str("</summary>")
		h.summary = false
	}
}

// raw is the source of a block of raw HTML, "" for a comment without an end.
func (r *reading) raw(n *gm.HTMLBlock) string {
	if r.openComment(n) {
		return ""
	}
	raw := n.Lines().Value(r.body)
	if n.HasClosure() {
		raw = append(bytes.Clone(raw), n.ClosureLine.Value(r.body)...)
	}
	return string(raw)
}

// openComment reports whether n is a comment that is never closed. It reaches to
// the end of what it stands in.
func (r *reading) openComment(n *gm.HTMLBlock) bool {
	return n.HTMLBlockType == gm.HTMLBlockType2 && !n.HasClosure() && !bytes.Contains(n.Lines().Value(r.body), []byte("-->"))
}

// checkComment reports such a comment: what follows it disappears without a word.
func (r *reading) checkComment(n *gm.HTMLBlock) {
	if n.Lines().Len() == 0 || !r.openComment(n) {
		return
	}
	start := n.Lines().At(0).Start
	start += max(0, bytes.Index(r.body[start:], []byte("<!--")))
	r.find(ruleLeak, r.base+start, r.base+start+len("<!--"), "the comment is never closed, so what follows is hidden").
		Hint = "write --> where the comment ends"
}

// htmlText is the plain text of a block of raw HTML.
func (r *reading) htmlText(n *gm.HTMLBlock) string {
	var b strings.Builder
	for _, t := range tokens(r.raw(n)) {
		if !t.known {
			b.Write(appendReferences(nil, t.text))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
