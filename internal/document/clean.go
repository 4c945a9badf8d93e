package document

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
	"unicode/utf8"

	"milepost/internal/fields"
	"milepost/internal/source"
)

// maxSize is how much of a file is read, in bytes.
const maxSize = 1 << 20

// A file is cleaned before anything reads it: no byte order mark, lines end in
// \n, and every byte that is no text is U+FFFD. Readers then have one case
// instead of four. A cleaned text remembers where its bytes came from.
type cleaned struct {
	data  []byte
	file  *source.File // a stand-in that holds data; the file itself when nothing was changed
	jumps []jump       // nil when nothing was changed
	found int          // how many findings there were already, with places in the file itself
}

// jump says that from clean on, offset clean+n in the cleaned text is offset
// file+n in the file.
type jump struct{ clean, file int }

// clean cleans the file's text and reports what is wrong with its bytes.
func (r *reading) clean() cleaned {
	file := r.doc.File
	data := file.Data
	if len(data) > maxSize {
		data = firstMiB(data)
		r.find(ruleTooLarge, 0, shortLine(data, 0), "the file has %s, and only the first MiB is read", mebibytes(len(file.Data))).
			Hint = "split it, or keep long material in a file of its own and link to it"
	}
	if isClean(data) {
		return cleaned{data: data, file: file}
	}
	c, bad := scrub(data)
	if bad >= 0 {
		message, hint := whatIsBad(data, bad)
		r.find(ruleUTF8, bad, bad+1, "%s", message).Hint = hint
	}
	c.file = &source.File{Path: file.Path, Data: c.data}
	c.found = len(r.doc.Findings)
	return c
}

// whatIsBad says what data is when its byte at bad is not UTF-8.
func whatIsBad(data []byte, bad int) (message, hint string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "the file is UTF-16 text", "save the file as UTF-8"
	case data[bad] == 0:
		return "this is a binary file, not text", "move it out of the folder, or give it another ending than .md"
	}
	return "this byte is not UTF-8 text", "save the file as UTF-8"
}

// mebibytes writes a size as a person reads it: "5.2 MiB".
func mebibytes(n int) string { return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20)) }

// firstMiB cuts data at the end of a line, or of a character where one line is
// that long.
func firstMiB(data []byte) []byte {
	data = data[:maxSize]
	if n := bytes.LastIndexByte(data, '\n'); n >= 0 {
		return data[:n+1]
	}
	for n := len(data) - 1; n > len(data)-utf8.UTFMax; n-- {
		if utf8.RuneStart(data[n]) {
			return data[:n]
		}
	}
	return data
}

func isClean(data []byte) bool {
	return !bytes.HasPrefix(data, []byte(bom)) && bytes.IndexByte(data, '\r') < 0 && bytes.IndexByte(data, 0) < 0 && utf8.Valid(data)
}

const bom = "\ufeff"

// scrub makes the cleaned text of data; bad is the first byte that is no text,
// or -1.
func scrub(data []byte) (c cleaned, bad int) {
	bad = -1
	out := make([]byte, 0, len(data)+64)
	start := 0
	if bytes.HasPrefix(data, []byte(bom)) {
		start = len(bom)
	}
	c.jumps = []jump{{0, start}}
	for i := start; i < len(data); {
		b := data[i]
		char, n := rune(b), 1
		if b >= utf8.RuneSelf {
			char, n = utf8.DecodeRune(data[i:])
		}
		switch {
		case b == '\r':
			if i+1 == len(data) || data[i+1] != '\n' { // a line end of old Macs
				out = append(out, '\n')
			}
			c.jumps = append(c.jumps, jump{len(out), i + 1})
		case b == 0 || char == utf8.RuneError && n == 1:
			if bad < 0 {
				bad = i
			}
			out = utf8.AppendRune(out, utf8.RuneError)
			c.jumps = append(c.jumps, jump{len(out), i + 1})
		default:
			out = append(out, data[i:i+n]...)
		}
		i += n
	}
	c.data = out
	return c, bad
}

// offset is the offset in the file of the byte at i in the cleaned text.
func (c cleaned) offset(file []byte, i int) int {
	n := sort.Search(len(c.jumps), func(n int) bool { return c.jumps[n].clean > i }) - 1
	j := c.jumps[max(n, 0)]
	at := j.file + i - j.clean
	if at > 0 && at < len(file) && file[at] == '\n' && file[at-1] == '\r' { // the line ends before both
		at--
	}
	return at
}

// restore gives every span of doc its place in the file itself. The findings
// of clean have theirs already.
func (c cleaned) restore(doc *Doc) {
	if c.jumps == nil {
		return
	}
	move := func(s *source.Span) {
		if s.File != nil {
			*s = doc.File.Span(c.offset(doc.File.Data, s.Start), c.offset(doc.File.Data, s.End))
		}
	}
	moveValue(&doc.Front, move)
	move(&doc.TitleAt)
	for i := range doc.Headings {
		move(&doc.Headings[i].Span)
	}
	for i := range doc.Links {
		move(&doc.Links[i].Span)
	}
	for i := range doc.Criteria {
		move(&doc.Criteria[i].Span)
	}
	for i := range doc.Updates {
		move(&doc.Updates[i].At)
	}
	for i := range doc.Findings[c.found:] {
		d := &doc.Findings[c.found+i]
		move(&d.Span)
		for k := range d.Related {
			move(&d.Related[k].Span)
		}
		for k := range d.Fixes {
			d.Fixes[k].Edits = slices.Clone(d.Fixes[k].Edits)
			for e := range d.Fixes[k].Edits {
				move(&d.Fixes[k].Edits[e].Span)
			}
		}
	}
}

func moveValue(v *fields.Value, move func(*source.Span)) {
	move(&v.Span)
	for i := range v.Items {
		moveValue(&v.Items[i], move)
	}
	for i := range v.Entries {
		move(&v.Entries[i].KeySpan)
		moveValue(&v.Entries[i].Value, move)
	}
}
