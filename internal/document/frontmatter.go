package document

import (
	"bytes"
	"regexp"
	"sync"
	"unicode"
	"unicode/utf8"

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
	unclosed         bool
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
	front, findings := f.format.read(text.file, f.start, f.end)
	if end, early := f.endsEarly(r.data); early && len(findings) > 0 {
		r.unclosed(opener)
		f.end, f.body, f.unclosed = end, end, true
		front, findings = f.format.read(text.file, f.start, f.end)
	}
	for _, d := range findings {
		if !f.unclosed || d.Span.Start < f.end { // that the fields end too early was said
			r.doc.Findings = append(r.doc.Findings, d)
		}
	}
	r.doc.Front, r.base = front, f.body
}

// openingLine finds the first line that is not blank, if it opens front matter.
func openingLine(data []byte) (f front, ok bool) {
	at := 0
	for at < len(data) && len(bytes.TrimSpace(data[at:lineEnd(data, at)])) == 0 {
		at = nextLine(data, at)
	}
	if at < len(data) && (data[at] == '\t' || bytes.HasPrefix(data[at:], []byte("    "))) { // a block of code
		return front{}, false
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
	head := opener.head(data)
	size := -1
	keep := func(raw []byte, _ any) error {
		size = len(raw)
		return nil
	}
	s := scratches().Get().(*scratch)
	defer s.release()
	s.reader.Reset(bytes.NewReader(head)) // the library makes no reader of its own when it is given one
	rest, err := frontmatter.Parse(s.reader, nil, &frontmatter.Format{
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
	f.end, f.body = f.start+size, len(head)-len(rest)
	return f, true
}

// head is the data up to the first line that could close the front matter: the
// library would copy all the rest.
func (f front) head(data []byte) []byte {
	if f.format.braces {
		return data
	}
	for i := f.start; i < len(data); i = nextLine(data, i) {
		if string(bytes.TrimSpace(data[i:lineEnd(data, i)])) == f.format.close {
			return data[:nextLine(data, i)]
		}
	}
	return data
}

// extend moves the end of the front matter when the library stopped at a
// delimiter inside a block text (| or >): it compares lines without their
// indentation. The closer then is the first one that is not inside.
func (f front) extend(data []byte) front {
	if f.format.braces || data[f.end] != ' ' && data[f.end] != '\t' {
		return f
	}
	block := -1 // inside a block text, the indentation of its key
	for i := f.start; i < len(data); i = nextLine(data, i) {
		line := data[i:lineEnd(data, i)]
		indent := len(line) - len(bytes.TrimLeft(line, " \t"))
		if block >= 0 && (indent > block || indent == len(line)) {
			continue
		}
		if string(bytes.TrimSpace(line)) == f.format.close {
			f.end, f.body = i, nextLine(data, i)
			return f
		}
		if block = -1; blockKey().Match(line) {
			block = indent
		}
	}
	return f // the block was never left: then it is the closer after all
}

// blockKey matches a line whose value is a block text.
var blockKey = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`:\s+[|>][-+0-9]*\s*(#.*)?$`)
})

// holdsFields tells front matter from a body that begins with a line across the
// page and has another one below.
func (f front) holdsFields(data []byte) bool {
	if f.format.open != "---" {
		return true
	}
	words := false
	for i := f.start; i < f.end; i = nextLine(data, i) {
		line := data[i:lineEnd(data, i)]
		comment := bytes.TrimLeft(line, "# ")
		switch {
		case len(comment) < len(line) && line[0] == '#' && isField(comment): // a field that is left out
		case isField(line):
			return true
		case len(bytes.TrimSpace(line)) > 0:
			words = true
		case words: // a paragraph ended without a field
			return false
		}
	}
	return !words
}

// isField reports whether a line of YAML may be a field: a word and a colon, and
// not an address. It is asked for every line, so it is no regular expression.
func isField(line []byte) bool {
	if len(line) == 0 || line[0] == '{' {
		return len(line) > 0
	}
	key, rest, found := bytes.Cut(line, []byte{':'})
	key = bytes.Trim(bytes.TrimRight(key, " \t"), `"'`)
	if !found || len(key) == 0 || len(rest) > 0 && rest[0] == '/' {
		return false
	}
	for i := 0; i < len(key); {
		c, n := utf8.DecodeRune(key[i:])
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || c != '-' && c != '.' && !unicode.IsDigit(c)) {
			return false
		}
		i += n
	}
	return true
}

// noFields reports a body that begins with the delimiter of front matter.
func (r *reading) noFields(opener front) {
	d := r.find(ruleSyntax, opener.open, lineEnd(r.data, opener.open), "%q opens front matter, but no field follows", opener.format.open)
	d.Hint = "write fields below it, or delete the line"
	if opener.format.open == "---" {
		d.Hint = "write *** for a line across the page"
	}
}
