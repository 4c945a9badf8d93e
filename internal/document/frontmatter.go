package document

import (
	"bytes"
	"regexp"
	"sync"

	"github.com/adrg/frontmatter"

	"milepost/internal/diag"
	"milepost/internal/fields"
	"milepost/internal/source"
)

// format is one way to write front matter.
type format struct {
	open, close string
	read        func(file *source.File, start, end int) (fields.Value, []diag.Diagnostic)
	braces      bool // the delimiters belong to the data: { and }
}

// formats are those of the front-matter library.
var formats = sync.OnceValue(func() []format {
	return []format{
		{"---", "---", fields.YAML, false},
		{"---yaml", "---", fields.YAML, false},
		{"+++", "+++", fields.TOML, false},
		{"---toml", "---", fields.TOML, false},
		{";;;", ";;;", fields.JSON, false},
		{"---json", "---", fields.JSON, false},
		{"{", "}", fields.JSON, true},
	}
})

// front is where front matter was found: data[start:end] holds the fields, the
// body begins at body.
type front struct {
	format           format
	open             int // start of the opening line
	start, end, body int
}

// readFront finds and reads the front matter. The library decides what is front
// matter; where it can be fooled, what it found is looked at again.
func (r *reading) readFront(text cleaned) {
	opener, ok := openingLine(r.data)
	if !ok {
		return
	}
	f, found := capture(r.data, opener)
	if found {
		f = f.extend(r.data)
	}
	switch {
	case opener.format.braces && (!found || !validJSON(r.data[f.start:f.end])):
		if f, ok = r.jsonFront(opener); !ok {
			return
		}
	case !found:
		if f, ok = r.unclosedFront(opener); !ok {
			return
		}
	case !f.holdsFields(r.data):
		r.noFields(opener)
		return
	}
	var findings []diag.Diagnostic
	r.doc.Front, findings = f.format.read(text.file, f.start, f.end)
	r.doc.Findings = append(r.doc.Findings, findings...)
	r.base = f.body
}

// openingLine finds the first line that is not blank, if it opens front matter.
func openingLine(data []byte) (f front, ok bool) {
	at := 0
	for at < len(data) && len(bytes.TrimSpace(data[at:lineEnd(data, at)])) == 0 {
		at = nextLine(data, at)
	}
	line := string(bytes.TrimSpace(data[at:lineEnd(data, at)]))
	for _, format := range formats() {
		if line == format.open {
			return front{format: format, open: at, start: nextLine(data, at)}, true
		}
	}
	return front{}, false
}

// capture lets the library find the front matter that begins at opener. Its
// formats decode nothing: they only keep the bytes, from which the places in
// data follow.
func capture(data []byte, opener front) (f front, found bool) {
	size := -1
	keep := func(raw []byte, _ any) error {
		size = len(raw)
		return nil
	}
	rest, err := frontmatter.Parse(bytes.NewReader(data), nil, &frontmatter.Format{
		Start:           opener.format.open,
		End:             opener.format.close,
		Unmarshal:       keep,
		UnmarshalDelims: opener.format.braces,
		RequiresNewLine: opener.format.braces,
	})
	if err != nil || size < 0 {
		return opener, false
	}
	f = opener
	if f.format.braces {
		f.start = f.open
	}
	f.end, f.body = f.start+size, len(data)-len(rest)
	return f, true
}

// extend moves the end of the front matter when the library stopped at a
// delimiter inside a block text: it compares lines without their indentation.
func (f front) extend(data []byte) front {
	for closer := f.end; !f.format.braces && closer < f.body && data[closer] == ' '; {
		if !insideBlock(data[f.start:closer]) {
			return f
		}
		next := nextLine(data, closer)
		for next < len(data) && string(bytes.TrimSpace(data[next:lineEnd(data, next)])) != f.format.close {
			next = nextLine(data, next)
		}
		if next >= len(data) { // the block was never left: then it is the closer after all
			return f
		}
		closer, f.end, f.body = next, next, nextLine(data, next)
	}
	return f
}

// blockKey matches a line whose value is a block text.
var blockKey = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`:\s+[|>][-+0-9]*\s*(#.*)?$`)
})

// insideBlock reports whether the line after text belongs to a block text (| or
// >): the last line that is not indented opens one.
func insideBlock(text []byte) bool {
	for end := len(text); end > 0; {
		start := bytes.LastIndexByte(text[:end-1], '\n') + 1
		line := text[start : end-1]
		if len(line) > 0 && line[0] != ' ' && line[0] != '\t' {
			return blockKey().Match(line)
		}
		end = start
	}
	return false
}

// holdsFields tells front matter from a body that begins with a line across the
// page and has another one below.
func (f front) holdsFields(data []byte) bool {
	if f.format.open != "---" {
		return true
	}
	seen := false
	for i := f.start; i < f.end; i = nextLine(data, i) {
		line := data[i:lineEnd(data, i)]
		if fieldLine().Match(line) {
			return true
		}
		if len(bytes.TrimSpace(line)) == 0 && seen { // a paragraph ended without a field
			return false
		}
		seen = seen || len(line) > 0 && line[0] != '#'
	}
	return !seen
}

// fieldLine matches a line of YAML that may be a field.
var fieldLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\{|["']?[\pL_][\pL\pN_.-]*["']?\s*:(\s|$|[^/\s]))`)
})

// noFields reports a body that begins with the delimiter of front matter.
func (r *reading) noFields(opener front) {
	r.find(ruleSyntax, opener.open, lineEnd(r.data, opener.open), "%q opens front matter, but no field follows", opener.format.open).
		Hint = "write *** for a line across the page"
}

// lineEnd is the end of the line at i, without its line end.
func lineEnd(data []byte, i int) int {
	if n := bytes.IndexByte(data[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(data)
}

// nextLine is where the line after the one at i starts.
func nextLine(data []byte, i int) int { return min(lineEnd(data, i)+1, len(data)) }
