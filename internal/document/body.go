package document

import (
	"html/template"
	"strings"
)

// HTML is markup that may be put on a page as it is.
type HTML = template.HTML

// Body is HTML with gaps. Its zero value is empty.
type Body struct {
	chunks []chunk
}

// chunk is a run of finished HTML and the gap that follows it.
type chunk struct {
	html string
	gap  gap
	arg  int // of the link and image gaps: index into Doc.Links
}

// gap says what belongs between two chunks. A link or an image that leads
// nowhere loses its tag, and only its words stay: the chunk behind gapLink or
// gapImage holds the rest of the tag and goes with it.
type gap int

const (
	gapNone     gap = iota // nothing: the last chunk, or one that may be left out
	gapLink                // <a href="…" of Links[arg]
	gapLinkEnd             // </a>
	gapImage               // <img src="…" of Links[arg]
	gapImageEnd            // the end of that tag, behind the alternative text
	gapMet                 // words: a ticked check box
	gapOpen                // words: an empty check box
	gapTally               // how many acceptance criteria are met, after their heading
)

// IsEmpty reports whether the body shows nothing.
func (b Body) IsEmpty() bool { return len(b.chunks) == 0 }

// Filler fills the gaps of a body for one page.
type Filler struct {
	// Link gives the address of Doc.Links[i] as seen from the page. ok false
	// means that the link leads nowhere: its words are shown without a link.
	Link func(i int) (href string, ok bool)
	// Met and Open are the words a screen reader hears at a check box.
	Met, Open string
	// Tally is the count shown after the acceptance heading: "3 of 6".
	Tally string
}

// HTML fills the gaps of b.
func (b Body) HTML(f Filler) HTML { return HTML(b.Append(nil, f)) }

// Append appends the HTML of b, its gaps filled, to dst.
func (b Body) Append(dst []byte, f Filler) []byte {
	var link, image, hide bool
	for _, c := range b.chunks {
		if !hide {
			dst = append(dst, c.html...)
		}
		hide = false
		switch c.gap {
		case gapLink:
			dst, link = appendAddress(dst, `<a href="`, f, c.arg)
			hide = !link
		case gapLinkEnd:
			if link {
				dst = append(dst, "</a>"...)
			}
		case gapImage:
			dst, image = appendAddress(dst, `<img src="`, f, c.arg)
			hide = !image
		case gapImageEnd:
			if image {
				dst = append(dst, `">`...)
			}
		case gapMet:
			dst = appendEscaped(dst, f.Met)
		case gapOpen:
			dst = appendEscaped(dst, f.Open)
		case gapTally:
			if f.Tally != "" {
				dst = append(dst, ` <span class="h2n">`...)
				dst = append(appendEscaped(dst, f.Tally), "</span>"...)
			}
		}
	}
	return dst
}

// appendAddress appends the beginning of a tag up to the quote behind its
// address; ok is false, and nothing appended, when there is no address.
func appendAddress(dst []byte, tag string, f Filler, i int) (_ []byte, ok bool) {
	if f.Link == nil {
		return dst, false
	}
	href, ok := f.Link(i)
	if !ok || refusedScheme(href) != "" { // the second cannot happen, and must not
		return dst, false
	}
	dst = append(dst, tag...)
	dst = appendURL(dst, href)
	return append(dst, '"'), true
}

// appendEscaped appends text as it may stand between tags.
func appendEscaped[T string | []byte](dst []byte, text T) []byte {
	done := 0
	for i := range len(text) {
		var entity string
		switch text[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		default:
			continue
		}
		dst = append(dst, text[done:i]...)
		dst = append(dst, entity...)
		done = i + 1
	}
	return append(dst, text[done:]...)
}

// appendAttribute appends text as it may stand in a quoted attribute, or between
// tags.
func appendAttribute(dst []byte, text string) []byte {
	for {
		before, after, found := strings.Cut(text, `"`)
		dst = appendEscaped(dst, before)
		if !found {
			return dst
		}
		dst = append(dst, "&#34;"...)
		text = after
	}
}

// appendURL appends an address as it may stand in a quoted attribute: what no
// address may hold is percent-encoded.
func appendURL(dst []byte, url string) []byte {
	path := hostEnd(url)
	for i := range len(url) {
		switch c := url[i]; {
		case c == '&':
			dst = append(dst, "&amp;"...)
		case c <= ' ' || c == 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0,
			(c == '[' || c == ']') && i >= path,
			c == '%' && !isHex(url, i+1):
			dst = append(dst, '%', hexDigits[c>>4], hexDigits[c&15])
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

const hexDigits = "0123456789ABCDEF"

// hostEnd is where the host of an address ends, which may be an IPv6 one in
// brackets; 0 when it has none.
func hostEnd(url string) int {
	_, rest, found := strings.Cut(url, "//")
	if !found {
		return 0
	}
	start := len(url) - len(rest)
	if n := strings.IndexAny(rest, "/?#"); n >= 0 {
		return start + n
	}
	return len(url)
}

// isHex reports whether two hexadecimal digits stand at i.
func isHex(url string, i int) bool {
	return i+1 < len(url) && strings.IndexByte(hexDigits+"abcdef", url[i]) >= 0 && strings.IndexByte(hexDigits+"abcdef", url[i+1]) >= 0
}
