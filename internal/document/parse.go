package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"milepost/internal/diag"
	"milepost/internal/source"
)

// The rules reported here; package check documents and grades them.
const (
	ruleSyntax   = "front-matter-syntax"
	ruleUnclosed = "front-matter-unclosed"
	ruleEmpty    = "empty-file"
	ruleUTF8     = "bad-utf8"
	ruleTooLarge = "too-large"
	ruleLink     = "broken-link"
	ruleDate     = "bad-date"
	ruleLeak     = "leak"
)

// Parse reads file. It never fails and may be called by many goroutines at once.
func Parse(file *source.File, opt Options) *Doc {
	r := &reading{doc: &Doc{File: file}, opt: opt}
	text := r.clean()
	r.data = text.data
	r.readFront(text)
	r.readBody()
	text.restore(r.doc)
	diag.Sort(r.doc.Findings)
	return r.doc
}

// reading is one file on its way to a Doc. All offsets in it are those of the
// cleaned text; restore turns them into the file's own at the very end.
type reading struct {
	doc   *Doc
	opt   Options
	data  []byte // the cleaned text of the file
	base  int    // where the body starts in data
	body  []byte // data[base:], internal blocks blanked
	root  ast.Node
	guard *guard // the bounds the body hit
	// marks remembers what the first walk over the body found for a node: the
	// index of a link in Doc.Links, of a heading in Doc.Headings.
	marks  map[ast.Node]int
	layout layout
}

// span is the place of body[start:end].
func (r *reading) span(start, end int) source.Span {
	return r.doc.File.Span(r.base+start, r.base+end)
}

// maxFindings bounds what is said about one file.
const maxFindings = 100

// find adds a finding at data[start:end] and returns it for its hint.
func (r *reading) find(rule string, start, end int, format string, args ...any) *diag.Diagnostic {
	d := diag.New(rule, r.doc.File.Span(start, end), format, args...)
	if len(r.doc.Findings) >= maxFindings {
		return &d
	}
	r.doc.Findings = append(r.doc.Findings, d)
	return &r.doc.Findings[len(r.doc.Findings)-1]
}

// readBody reads everything below the front matter.
func (r *reading) readBody() {
	r.body = r.data[r.base:]
	if len(bytes.TrimSpace(r.body)) == 0 {
		if r.base == 0 {
			r.doc.Empty = true
			r.find(ruleEmpty, 0, 0, "the file is empty").Hint = "write a heading, or delete the file"
		}
		return
	}
	r.blankInternal()
	r.parse()
	r.guard.report(r)
	r.collect()
	r.render()
}
