package document

import (
	"bytes"
	"encoding/json"
	"regexp"
	"sync"
)

// Front matter without its closing line would make the whole file a body, and
// every field in it disappear without a word. Lines that look like fields are
// read as fields instead.

// unclosedFront finds the fields below an opening line that nothing closes; ok
// is false when there are none, and the line is only a line across the page.
func (r *reading) unclosedFront(opener front) (f front, ok bool) {
	f = opener
	f.end = fieldsEnd(r.data, f.start, f.format.open)
	f.body = f.end
	if f.end == f.start {
		r.noFields(opener)
		return f, false
	}
	r.unclosed(opener)
	f.unclosed = true
	return f, true
}

// endsEarly reports whether the closing line is none but a line across the page
// far below: paragraphs stand above it, and no field after them. end is where
// the fields really end.
func (f front) endsEarly(data []byte) (end int, early bool) {
	if f.format.open != "---" || f.unclosed {
		return 0, false
	}
	blank := false
	end = f.start
	for i := f.start; i < f.end; i = nextLine(data, i) {
		line := data[i:lineEnd(data, i)]
		switch {
		case len(bytes.TrimSpace(line)) == 0:
			blank = true
			continue
		case isField(line):
			early = false
			end = nextLine(data, i)
		case bytes.IndexByte([]byte(" \t#-]}"), line[0]) >= 0: // belongs to a field, or is a heading
			if !early && (!blank || line[0] == ' ' || line[0] == '\t') {
				end, blank = nextLine(data, i), false
			}
			continue
		case blank:
			early = true
		}
		blank = false
	}
	return end, early
}

func (r *reading) unclosed(opener front) {
	r.find(ruleUnclosed, opener.open, lineEnd(r.data, opener.open), "the front matter is never closed").
		Hint = "write " + opener.format.close + " on a line of its own below the last field"
}

// tomlLine matches a line of TOML that may be a field or a table.
var tomlLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*(["'\pL\pN_-][^=]*=|\[)`)
})

// fieldsEnd is the end of the lines from start on that look like fields. Behind
// a blank line "Note: some words" looks like the body.
func fieldsEnd(data []byte, start int, open string) int {
	toml := open == "+++" || open == "---toml"
	end := start
	for i := start; i < len(data); i = nextLine(data, i) {
		line := data[i:lineEnd(data, i)]
		switch {
		case len(bytes.TrimSpace(line)) == 0: // goes with what follows
			continue
		case end > start && end < i && line[0] >= 'A' && line[0] <= 'Z':
			return end
		case toml && tomlLine().Match(line), !toml && isField(line):
		case end > start && (line[0] == ' ' || line[0] == '\t' || bytes.HasPrefix(line, []byte("- ")) || line[0] == ']') && end == i:
		default:
			return end
		}
		end = nextLine(data, i)
	}
	return end
}

// jsonFront finds the end of JSON front matter by reading it: the library looks
// for a line "}" with an empty line below.
func (r *reading) jsonFront(opener front) (f front, ok bool) {
	f = opener
	f.start = f.open
	d := json.NewDecoder(bytes.NewReader(r.data[f.start:]))
	var value json.RawMessage
	if err := d.Decode(&value); err == nil {
		f.end = f.start + int(d.InputOffset())
		f.body = nextLine(r.data, f.end)
		if rest := bytes.TrimSpace(r.data[f.end:lineEnd(r.data, f.end)]); len(rest) > 0 {
			f.body = f.end
		}
		return f, true
	}
	if first := bytes.TrimSpace(r.data[f.start+1:]); len(first) == 0 || first[0] != '"' && first[0] != '}' {
		return f, false // a body that begins with a brace
	}
	f.end, f.body, f.unclosed = len(r.data), len(r.data), true
	for i := nextLine(r.data, f.start); i < len(r.data); i = nextLine(r.data, i) {
		closer := r.data[i] == '}'
		if blank := len(bytes.TrimSpace(r.data[i:lineEnd(r.data, i)])) == 0; closer || blank {
			f.end, f.body, f.unclosed = lineEnd(r.data, i), nextLine(r.data, i), !closer
			break
		}
	}
	if f.unclosed {
		f.end = f.start + len(bytes.TrimRight(r.data[f.start:f.end], " \t\n"))
		r.unclosed(opener)
	}
	return f, true
}

func validJSON(data []byte) bool { return json.Valid(data) }
