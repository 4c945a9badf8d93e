package check

import (
	"bytes"
	"regexp"
	"strings"
	"sync"

	"milepost/internal/diag"
	"milepost/internal/document"
	"milepost/internal/fields"
	"milepost/internal/plan"
	"milepost/internal/schema"
	"milepost/internal/source"
)

// leaked is a secret in a public text.
type leaked struct {
	match
	span    source.Span
	inFront bool // in the front matter
}

func (f leaked) diagnostic(rule string) diag.Diagnostic {
	hint := leakHint
	if f.inFront {
		hint = "take it out, or make this file internal too: visibility: internal"
	}
	d := diag.New(rule, f.span, "this is the title of internal work")
	if f.isID {
		d = diag.New(rule, f.span, "%q is internal", f.span.Text())
	}
	return d.WithHint("%s", hint).WithRelated(f.of.Base().IDAt, "the internal work")
}

// in finds the secrets in the file of a public entity.
func (s *secrets) in(e plan.Entity) []leaked {
	doc := e.Base().Doc
	text := lower(doc.File.Data)
	if len(s.scan(text)) == 0 {
		return nil
	}
	front := frontOf(doc.File)
	var out []leaked
	take := func(start, end int, inFront bool) {
		for _, m := range s.scan(text[start:end]) {
			span := doc.File.Span(start+m.start, start+m.end)
			out = append(out, leaked{match: m, span: span, inFront: inFront})
		}
	}
	for _, entry := range front.Entries {
		if shown(e.Base().Kind, entry.Key) {
			take(entry.Value.Span.Start, entry.Value.Span.End, true)
		}
	}
	start := bodyStart(doc.File.Data, front)
	blank(text[start:])
	for i, t := range plan.RelationsOf(e).Targets {
		if t.Kind == plan.ToHidden { // a remark on the link itself is enough
			from, to := linkExtent(text, doc.Links[i].Span)
			clear(text[from:to])
		}
	}
	take(start, len(text), false)
	return out
}

// frontOf reads the front matter of a file again: an entity does not keep it.
func frontOf(file *source.File) fields.Value {
	head := file.Data
	at := 0
	var opener string
	for line := range bytes.Lines(file.Data) {
		at += len(line)
		word := string(bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff"))))
		if opener == "" && word != "" {
			opener = word
			continue
		}
		if word == opener && word != "" {
			head = file.Data[:at]
			break
		}
	}
	return document.Parse(source.NewFile(file.Path, head), document.Options{}).Front
}

// bodyStart is where the body of a document begins: below the line that closes
// the front matter, which is JSON in braces or has a delimiter of three signs.
func bodyStart(data []byte, front fields.Value) int {
	at := front.Span.End
	if at == 0 || strings.HasPrefix(strings.TrimLeft(string(data[:at]), "\ufeff \t\r\n"), "{") {
		return at
	}
	for line := range bytes.Lines(data[at:]) {
		at += len(line)
		switch string(bytes.TrimSpace(line)) {
		case "---", "+++", ";;;":
			return at
		}
	}
	return front.Span.End // it is never closed
}

// lower is data in lower case, byte for byte at the same place.
func lower(data []byte) []byte {
	if out := bytes.ToLower(data); len(out) == len(data) {
		return out
	}
	out := bytes.Clone(data) // a letter whose lower case has another length
	for i, c := range out {
		if 'A' <= c && c <= 'Z' {
			out[i] = c + 'a' - 'A'
		}
	}
	return out
}

// shown reports whether a field's text is on a page: ids of other work are not.
func shown(kind schema.Kind, key string) bool {
	if strings.HasPrefix(key, "x_") {
		return true
	}
	f, known := schema.Lookup(kind, key)
	if !known {
		return false
	}
	switch f.Type {
	case schema.Text, schema.Texts, schema.Links, schema.Outcomes, schema.Measure, schema.Reasons:
		return true
	}
	return false
}

// comments finds HTML comments, and in its groups what the markers of internal
// blocks are told by.
var comments = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?s)<!--\s*(/?)\s*(internal)\s*-->|<!--.*?(?:-->|$)`)
})

// blank clears what stands in comments and in internal blocks: neither is on a
// page. Blocks nest, and a marker in code is an example, as package document has
// it.
func blank(body []byte) {
	code := fences(body)
	open, first := 0, 0
	for _, m := range comments().FindAllSubmatchIndex(body, -1) {
		start, end := m[0], m[1]
		for len(code) > 0 && code[0].end <= start {
			code = code[1:]
		}
		if len(code) > 0 && code[0].start <= start || inCodeSpan(body, start) {
			continue
		}
		marker, closer := m[4] >= 0, m[2] < m[3]
		switch {
		case marker && !closer:
			if open++; open == 1 {
				first = start
			}
		case marker && open > 0:
			if open--; open == 0 {
				start = first
			}
		}
		if open == 0 {
			clear(body[start:end])
		}
	}
	if open > 0 {
		clear(body[first:])
	}
}

// stretch is a part of a text.
type stretch struct{ start, end int }

// fences finds the fenced code in a body.
func fences(body []byte) []stretch {
	var out []stretch
	var fence []byte // the signs that opened the fence, nil outside
	start, at := 0, 0
	for line := range bytes.Lines(body) {
		at += len(line)
		line = bytes.TrimRight(bytes.TrimLeft(line, " >"), " \r\n")
		switch {
		case fence == nil && (bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~"))):
			fence, start = line[:len(line)-len(bytes.TrimLeft(line, string(line[0])))], at
		case fence != nil && bytes.HasPrefix(line, fence) && len(bytes.TrimLeft(line, string(fence[0]))) == 0:
			out, fence = append(out, stretch{start, at}), nil
		}
	}
	if fence != nil {
		out = append(out, stretch{start, len(body)})
	}
	return out
}

// inCodeSpan reports whether a backtick stands right before the offset at.
func inCodeSpan(body []byte, at int) bool {
	before := bytes.TrimRight(body[:at], " ")
	return len(before) > 0 && before[len(before)-1] == '`'
}

// linkExtent is the place of a whole link, words and all, of which target is the
// destination.
func linkExtent(text []byte, target source.Span) (start, end int) {
	start, end = target.Start, target.End
	line := bytes.LastIndexByte(text[:start], '\n') + 1
	if i := bytes.LastIndexByte(text[line:start], '['); i >= 0 {
		start = line + i
	}
	if i := bytes.IndexAny(text[end:], "])\n"); i >= 0 {
		end += i
	}
	return start, end
}
