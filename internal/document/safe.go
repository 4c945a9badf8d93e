package document

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	gm "github.com/yuin/goldmark/ast"
)

// Authors may write a few tags of HTML, bare ones without attributes. They are
// always closed where the block ends in which they were opened, so that no text
// can break the page around it. Everything else is shown as it is written, and
// comments are dropped.

// tagKind tells how a tag may be used.
type tagKind int

const (
	tagNone   tagKind = iota // not allowed
	tagInline                // within a line
	tagVoid                  // within a line, and has no end
	tagBlock                 // around blocks: details, summary
	tagBreak                 // between blocks: p, hr
)

func kindOfTag(name string) tagKind {
	switch name {
	case "kbd", "sub", "sup", "ins", "del", "mark", "small", "abbr", "q", "cite", "samp", "var", "dfn", "b", "i", "em", "strong", "u", "s":
		return tagInline
	case "br":
		return tagVoid
	case "details", "summary":
		return tagBlock
	case "p", "hr":
		return tagBreak
	}
	return tagNone
}

// maxOpen bounds how many tags of the author's own are open at once.
const maxOpen = 40

// token is a piece of raw HTML: a tag that is known, or text.
type token struct {
	text  string
	name  string // of a bare tag, in lower case
	end   bool   // </name>
	known bool   // a comment, or a tag that may be used
	kind  tagKind
	// anchor is the name that <a name="x">, <div id="x"> and their like give to a
	// place: links may lead there.
	anchor string
}

// ownIDs begins the ids that site themes use themselves.
const ownIDs = "at."

// rawForm finds comments, bare tags, and tags that only name a place.
var rawForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?s)<!-->|<!--->|<!--.*?-->|<(/?)([A-Za-z]+)\s*/?>|<(a|div|p|span)\s+(?:id|name)\s*=\s*["']?([A-Za-z0-9_][A-Za-z0-9_.:-]{0,99})["']?\s*/?>`)
})

// tokens cuts raw HTML into comments, bare tags and what stands between them.
func tokens(raw string) []token {
	var out []token
	done := 0
	for _, m := range rawForm().FindAllStringSubmatchIndex(raw, -1) {
		if m[0] > done {
			out = append(out, token{text: raw[done:m[0]]})
		}
		done = m[1]
		t := token{text: raw[m[0]:m[1]], known: true}
		if m[6] >= 0 {
			t.name, t.anchor = raw[m[6]:m[7]], raw[m[8]:m[9]]
			t.known = !strings.HasPrefix(t.anchor, ownIDs)
		}
		if m[4] >= 0 {
			t.name = strings.ToLower(raw[m[4]:m[5]])
			t.end = m[3] > m[2]
			t.kind = kindOfTag(t.name)
			t.known = t.kind != tagNone
		}
		out = append(out, t)
	}
	if done < len(raw) {
		out = append(out, token{text: raw[done:]})
	}
	return out
}

// rawTag is the one token that raw HTML within a line is.
func (r *reading) rawTag(n *gm.RawHTML) token {
	raw := string(n.Segments.Value(r.body))
	ts := tokens(raw)
	if len(ts) == 1 && ts[0].kind != tagBlock && ts[0].kind != tagBreak {
		return ts[0]
	}
	return token{text: raw}
}

// rawHTML writes raw HTML within a line.
func (w *writer) rawHTML(n *gm.RawHTML) { w.tag(w.rawTag(n)) }

// tag writes a token where only mark-up within a line may stand.
func (w *writer) tag(t token) {
	switch {
	case t.known && t.name == "": // a comment
	case t.anchor != "" && t.known:
		w.anchor(t)
	case t.end && w.placed[t.name] > 0: // of a tag that named a place
		w.placed[t.name]--
	case t.kind == tagVoid && !t.end:
		w.str("<" + t.name + ">")
	case t.kind == tagInline && !t.end && len(w.open) < maxOpen:
		w.str("<" + t.name + ">")
		w.open = append(w.open, t.name)
	case t.kind == tagInline && t.end && w.closeTag(t.name):
	default:
		w.text(t.text)
	}
}

// anchor names a place. Two places of one name would lead nowhere for sure: the
// first counts, and a heading's own name before it.
func (w *writer) anchor(t token) {
	if w.placed == nil {
		w.placed = map[string]int{}
	}
	w.placed[t.name]++
	taken := func(h Heading) bool { return h.Anchor == t.anchor }
	if slices.Contains(w.doc.Anchors, t.anchor) || slices.ContainsFunc(w.doc.Headings, taken) {
		return
	}
	w.doc.Anchors = append(w.doc.Anchors, t.anchor)
	w.str(`<span id="` + t.anchor + `"></span>`)
}

// closeTag closes the innermost open tag of this name and those within it; ok
// is false when none is open here.
func (w *writer) closeTag(name string) (ok bool) {
	for i := len(w.open) - 1; i >= w.floor; i-- {
		if w.open[i] == name {
			w.closeTo(i)
			return true
		}
	}
	return false
}

// closeTo closes open tags until only n are left.
func (w *writer) closeTo(n int) {
	for len(w.open) > n {
		last := len(w.open) - 1
		w.str("</" + w.open[last] + ">")
		w.open = w.open[:last]
	}
}
