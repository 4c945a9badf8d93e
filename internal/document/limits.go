package document

import (
	"bytes"

	"github.com/yuin/goldmark/parser"
)

// Some texts of a few kilobytes keep a Markdown parser busy for minutes, or
// become megabytes of HTML. What makes them dangerous is cut off here, inside
// the parser, at bounds no honest text reaches (the fullest of 1,200 Ethereum
// proposals comes to a sixth of them); the rest of the file is read as usual.
// Beyond a bound text is shown as it is written, and a finding says so.
const (
	maxNesting = 24       // quotes, lists and notes within each other, counting a list twice
	maxMarks   = 1000     // characters in a paragraph, or on a line of a table, that may be mark-up
	maxBlock   = 64 << 10 // bytes of a paragraph
	maxLines   = 5000     // lines of a paragraph
	maxColumns = 100      // of a table
	maxPadding = 5000     // cells of all tables that stand in no row but are needed to fill it
	maxNotes   = 300      // footnotes
	maxBlank   = 2 << 20  // blank lines, times the depth at which they may stand
)

// guard notes which bounds a file hit, each once, at the first place.
type guard struct {
	hit     [bounds]int // offset in the body plus one; 0 for not hit
	nesting int         // how deep blocks may be nested in this body
	padding int
	notes   int
}

// newGuard makes the guard for body. The parser looks at every open block on
// every blank line, so a body that is mostly blank lines may be less deep.
func newGuard(body []byte) *guard {
	g := &guard{nesting: maxNesting}
	if len(body) > maxBlank/maxNesting {
		blank := 0
		for i := 0; i < len(body); i = nextLine(body, i) {
			if len(bytes.TrimSpace(body[i:lineEnd(body, i)])) == 0 {
				blank++
			}
		}
		g.nesting = min(maxNesting, max(4, maxBlank/max(1, blank)))
	}
	return g
}

// bound names what is bounded.
type bound int

const (
	boundNesting bound = iota
	boundTable
	boundMarks
	boundNotes
	bounds // how many there are
)

func (g *guard) note(b bound, at int) {
	if g.hit[b] == 0 {
		g.hit[b] = at + 1
	}
}

// report turns what the guard noted into findings.
func (g *guard) report(r *reading) {
	for b, at := range g.hit {
		if at == 0 {
			continue
		}
		start := r.base + at - 1
		var message, hint string
		switch bound(b) {
		case boundNesting:
			message, hint = "quotes and lists are nested too deep from here on, so they are shown as text", "write it flat"
		case boundTable:
			message, hint = "this table is too large, so it is shown as text", "split it, or link to a file"
		case boundMarks:
			message, hint = "this paragraph has too much mark-up, so it is shown as text", "split it, or put it in a block of code"
		case boundNotes:
			message, hint = "there are too many footnotes, so those from here on are shown as text", "split the page"
		}
		r.find(ruleTooLarge, start, shortLine(r.data, start), "%s", message).Hint = hint
	}
}

func (m *markdown) guard(pc parser.Context) *guard { return pc.Get(m.guardKey).(*guard) }
