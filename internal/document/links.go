package document

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// addLink records the link or image n, or reports that its address is refused.
func (r *reading) addLink(n ast.Node) {
	l, start, end := r.link(n)
	if scheme := refusedScheme(l.Target); scheme != "" {
		r.find(ruleLink, r.base+start, r.base+end, "the address scheme %q is not allowed", scheme).
			Hint = "write a path, or an address that begins with https, http, mailto or tel"
		return
	}
	l.Span = r.span(start, end)
	r.mark(n, len(r.doc.Links))
	r.doc.Links = append(r.doc.Links, l)
}

// link makes a Link of n; its destination is body[start:end].
func (r *reading) link(n ast.Node) (l Link, start, end int) {
	switch n := n.(type) {
	case *ast.Link:
		start, end = r.destination(n, n.Destination)
		return Link{Kind: Inline, Target: unescape(n.Destination), Text: r.plain(n)}, start, end
	case *ast.Image:
		start, end = r.destination(n, n.Destination)
		return Link{Kind: Image, Target: unescape(n.Destination), Text: r.plain(n)}, start, end
	case *ast.AutoLink:
		label := n.Label(r.body)
		start, end = r.destination(n, label)
		target := string(n.URL(r.body))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
			target = "mailto:" + target
		}
		return Link{Kind: Autolink, Target: target, Text: string(label)}, start, end
	case *idLink:
		return Link{Kind: n.kind, Target: unescape(r.body[n.start:n.end]), Text: string(appendText(nil, n.words))}, n.start, n.end
	}
	panic("document: no link")
}

// unescape gives a destination as it is meant.
func unescape(dest []byte) string { return strings.TrimSpace(string(appendText(nil, dest))) }

// destination finds where dest, a destination the parser cut out of the body,
// stands there: it is a slice of the same memory, unless a line was indented by
// tabs and had to be copied.
func (r *reading) destination(n ast.Node, dest []byte) (start, end int) {
	if len(dest) > 0 {
		at := cap(r.body) - cap(dest)
		if at >= 0 && at+len(dest) <= len(r.body) && &r.body[at] == &dest[0] {
			return at, at + len(dest)
		}
	}
	from := r.after(n)
	if at := bytes.Index(r.body[from:], dest); at >= 0 && len(dest) > 0 {
		return from + at, from + at + len(dest)
	}
	if at := bytes.Index(r.body[from:], []byte("(")); at >= 0 { // [words]()
		return from + at + 1, from + at + 1
	}
	return from, from
}

// after is an offset in the body at or behind the words of n.
func (r *reading) after(n ast.Node) int {
	from := max(0, n.Pos())
	for c := n.LastChild(); c != nil; c = c.LastChild() {
		if t, ok := c.(*ast.Text); ok {
			from = max(from, t.Segment.Stop)
		}
	}
	return min(from, len(r.body))
}

// refusedScheme is the scheme of an address when it is none of the harmless
// ones, "" for a harmless address. It sees what a browser sees: a browser skips
// control characters and blanks before an address, and tabs and line ends in it.
func refusedScheme(address string) string {
	address = strings.TrimLeftFunc(address, func(c rune) bool { return c <= ' ' })
	if strings.ContainsAny(address, "\t\n\r") {
		address = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(address)
	}
	end := strings.IndexAny(address, ":/?#")
	if end < 1 || address[end] != ':' {
		return ""
	}
	scheme := strings.ToLower(address[:end])
	for i, c := range []byte(scheme) {
		letter := c >= 'a' && c <= 'z'
		if !letter && (i == 0 || (c < '0' || c > '9') && c != '+' && c != '-' && c != '.') {
			return "" // no scheme but a relative path with a colon in it
		}
	}
	switch scheme {
	case "http", "https", "mailto", "tel":
		return ""
	}
	return scheme
}

// external reports whether an address leads out of the site.
func external(address string) bool {
	scheme, _, ok := strings.Cut(address, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}
