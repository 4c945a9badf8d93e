package fields

import (
	"bytes"
	"unicode/utf8"

	"milepost/internal/diag"
	"milepost/internal/source"
)

// The limits of one text. They are far above what a person writes and far below
// what takes a noticeable time.
const (
	maxSize  = 64 << 10 // bytes
	maxDepth = 20       // maps and lists within each other
	maxNodes = 10_000   // values altogether
	maxFound = 30       // remarks
)

// The rules reported here; package check documents and grades them.
const (
	ruleSyntax    = "front-matter-syntax"
	ruleDuplicate = "duplicate-key"
	ruleUTF8      = "bad-utf8"
)

// reader reads one stretch of a file, whatever its format.
type reader struct {
	file   *source.File
	base   int    // offset of text in the file
	text   []byte // never changed; mistakes are mended in a copy
	found  []diag.Diagnostic
	nodes  int
	capped bool // a limit was reported
}

// newReader checks what holds for every format; ok is false when the text may
// not be read at all.
func newReader(file *source.File, start, end int) (r *reader, ok bool) {
	start = min(max(start, 0), len(file.Data))
	end = min(max(end, start), len(file.Data))
	if bytes.HasPrefix(file.Data[start:end], []byte("\ufeff")) {
		start += len("\ufeff")
	}
	r = &reader{file: file, base: start, text: file.Data[start:end]}
	if len(r.text) > maxSize {
		r.report(0, lineEnd(r.text, 0), "the fields take %d KiB, more than the %d KiB that are read", (len(r.text)+1023)>>10, maxSize>>10).
			Hint = "move long text below the front matter"
		return r, false
	}
	r.mendUTF8()
	return r, true
}

// mendUTF8 puts a question mark in place of every byte that is not UTF-8, so
// that offsets stay and the parsers have nothing to choke on.
func (r *reader) mendUTF8() {
	if utf8.Valid(r.text) {
		return
	}
	r.text = bytes.Clone(r.text)
	first := -1
	for i := 0; i < len(r.text); {
		c, n := utf8.DecodeRune(r.text[i:])
		if c == utf8.RuneError && n == 1 {
			if first < 0 {
				first = i
			}
			r.text[i] = '?'
		}
		i += n
	}
	d := diag.New(ruleUTF8, r.span(first, first+1), "this byte is not UTF-8 text").WithHint("save the file as UTF-8")
	r.find(d)
}

func (r *reader) span(start, end int) source.Span { return r.file.Span(r.base+start, r.base+end) }

// report adds a syntax diagnostic at text[start:end] and returns it for its
// hint and fix to be added.
func (r *reader) report(start, end int, format string, args ...any) *diag.Diagnostic {
	return r.find(diag.New(ruleSyntax, r.span(start, end), format, args...))
}

// find adds d, unless there are too many remarks already.
func (r *reader) find(d diag.Diagnostic) *diag.Diagnostic {
	if len(r.found) < maxFound {
		r.found = append(r.found, d)
		return &r.found[len(r.found)-1]
	}
	return &d
}

// admit counts a value at text[start:end] and says whether it is within the
// limits; only the first that is not is reported.
func (r *reader) admit(depth, start, end int) bool {
	r.nodes++
	if depth <= maxDepth && r.nodes <= maxNodes {
		return true
	}
	if !r.capped {
		r.capped = true
		if depth > maxDepth {
			r.report(start, end, "lists and maps are nested more than %d deep", maxDepth).Hint = "write it flat"
		} else {
			r.report(start, end, "there are more than %d values here", maxNodes).Hint = "split the file"
		}
	}
	return false
}

// add puts an entry into the map m unless the key is there already: the first
// counts, and the second is reported.
func (r *reader) add(m *Value, e Entry) {
	if at := m.KeySpan(e.Key); !at.IsZero() {
		r.duplicate(e, at)
		return
	}
	m.Entries = append(m.Entries, e)
}

func (r *reader) duplicate(e Entry, first source.Span) {
	d := diag.New(ruleDuplicate, e.KeySpan, "the key %q is given twice", e.Key).
		WithHint("keep one of them; the first counts").
		WithRelated(first, "%q is first given here", e.Key)
	r.find(d)
}

// lineEnd is the end of the line at i, without its line end and the blanks
// before that.
func lineEnd(text []byte, i int) int {
	end := len(text)
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		end = i + n
	}
	for end > i && (text[end-1] == ' ' || text[end-1] == '\t' || text[end-1] == '\r') {
		end--
	}
	return end
}

// lineStart is the start of the line that holds i.
func lineStart(text []byte, i int) int {
	return bytes.LastIndexByte(text[:min(i, len(text))], '\n') + 1
}

// skip is the first index from i on whose byte is not in set.
func skip(text []byte, i int, set string) int {
	for i < len(text) && bytes.IndexByte([]byte(set), text[i]) >= 0 {
		i++
	}
	return i
}
