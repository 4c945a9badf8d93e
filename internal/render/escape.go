package render

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
)

// printer writes a value as html/template has decided to escape it.
func printer(v value, escapers []string) step {
	escape := escaperFor(strings.Join(escapers, " "))
	switch {
	case escape == nil || v.typ.Implements(reflect.TypeFor[fmt.Stringer]()) || v.typ.Implements(reflect.TypeFor[error]()):
		beyond()
	case v.typ == reflect.TypeFor[template.HTML]():
		if escape.name != inText {
			beyond()
		}
		return func(m *machine, dot reflect.Value) { m.out = append(m.out, v.get(m, dot).String()...) }
	case v.typ == reflect.TypeFor[string]():
		return func(m *machine, dot reflect.Value) { m.out = escape.append(m.out, v.get(m, dot).String()) }
	case v.typ == reflect.TypeFor[int]():
		return func(m *machine, dot reflect.Value) {
			var digits [20]byte
			m.out = escape.append(m.out, string(strconv.AppendInt(digits[:0], v.get(m, dot).Int(), 10)))
		}
	}
	beyond()
	return nil
}

// escaper writes texts into one sort of place of a page.
type escaper struct {
	name string
	// harmless reports that nothing in a text needs to be escaped here. It may
	// say no too often. It is nil for places where appendHTML knows what to do.
	harmless func(string) bool
	// sample is a template with this place in it, which escapes everything else.
	sample *template.Template
	before int // bytes before the place
	after  int // and behind it
}

func (e *escaper) append(dst []byte, text string) []byte {
	if e.harmless == nil {
		return appendHTML(dst, text)
	}
	if e.harmless(text) {
		return append(dst, text...)
	}
	var out bytes.Buffer
	if err := e.sample.Execute(&out, text); err != nil {
		panic("render: " + err.Error()) // a text can always be escaped
	}
	return append(dst, out.Bytes()[e.before:out.Len()-e.after]...)
}

// inText is what html/template sets between tags, where HTML may also stand.
const inText = "_html_template_htmlescaper"

// places are the sorts of place a value may stand in. What html/template sets
// for each is read out of the sample, and not written here.
var places = []struct {
	before, after string
	harmless      func(string) bool
}{
	{"<p>", "</p>", nil},
	{`<p title="`, `">`, nil},
	{"<title>", "</title>", nil},
	{`<a href="`, `">`, harmlessURL},
	{`<a href="x/`, `">`, harmlessURL},
	{`<a href="#`, `">`, harmlessWord},
	{`<p style="width:`, `">`, harmlessDigits},
	{`<script type="application/ld+json">{"x":`, `}</script>`, never},
}

// escaperFor finds the escaper by the names of the functions it stands for, nil
// for a sort of place that is not known.
func escaperFor(name string) *escaper { return escapers()[name] }

var escapers = sync.OnceValue(func() map[string]*escaper {
	out := map[string]*escaper{}
	for _, p := range places {
		sample := template.Must(template.New("").Parse(p.before + "{{.}}" + p.after))
		if err := sample.Execute(new(bytes.Buffer), ""); err != nil {
			panic("render: " + err.Error())
		}
		name := escapersOf(sample)
		if out[name] == nil {
			out[name] = &escaper{name: name, harmless: p.harmless, sample: sample, before: len(p.before), after: len(p.after)}
		}
	}
	return out
})

// escapersOf reads what html/template has set behind the value of a sample.
func escapersOf(sample *template.Template) string {
	for _, n := range sample.Tree.Root.Nodes {
		action, ok := n.(*parse.ActionNode)
		if !ok {
			continue
		}
		var names []string
		for _, cmd := range action.Pipe.Cmds[1:] {
			names = append(names, cmd.Args[0].String())
		}
		return strings.Join(names, " ")
	}
	panic("render: a sample without a value")
}

// entities are the few characters that mean something in a text or in a quoted
// attribute, and what html/template writes for them.
var entities = [256]string{
	0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;",
}

func appendHTML(dst []byte, text string) []byte {
	done := 0
	for i := range len(text) {
		entity := entities[text[i]]
		if entity == "" {
			continue
		}
		dst = append(dst, text[done:i]...)
		dst = append(dst, entity...)
		done = i + 1
	}
	return append(dst, text[done:]...)
}

// harmlessURL admits relative addresses and those of the web, in plain characters.
func harmlessURL(text string) bool {
	return only(strings.TrimPrefix(text, "https://"), "-._~/#?=")
}

func harmlessWord(text string) bool { return only(text, "-._~") }

// never leaves a text to html/template: a value of a script is written in quotes.
func never(string) bool { return false }

func harmlessDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}

// only reports whether a text holds nothing but ASCII letters, digits and marks.
func only(text, marks string) bool {
	for i := range len(text) {
		c := text[i]
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && strings.IndexByte(marks, c) < 0 {
			return false
		}
	}
	return true
}
