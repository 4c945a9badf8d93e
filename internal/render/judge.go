package render

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"

	"milepost/internal/view"
)

// Judge reads every template against the data it will be given, also where no page
// of this plan would lead: fields that are not there, lists that are none,
// places in which nothing can be escaped. A theme that is judged well can still
// stumble over a nil on some page, and over nothing else.
func (r *Renderer) Judge() error {
	c := &court{fields: map[place]*hearing{}}
	for _, kind := range view.Kinds() {
		l := r.layouts[kind.Layout]
		j := &judge{court: c, set: l.set, functions: l.functions, seen: map[key]bool{}}
		j.template(frameName, reflect.TypeOf(kind.Data))
	}
	if problems := c.problems(); len(problems) > 0 {
		return broken(problems)
	}
	for _, kind := range view.Kinds() {
		if err := escape(r.layouts[kind.Layout].set, frameName, kind.Data); err != nil {
			return broken([]Problem{r.inescapable(kind, err)})
		}
	}
	return nil
}

// court gathers what is found on all kinds of page.
type court struct {
	found  []Problem
	fields map[place]*hearing
}

// place is where a field stands in a file.
type place struct {
	file   string
	offset int
}

// hear holds a field for one more type of data.
func (c *court) hear(at place) *hearing {
	if c.fields[at] == nil {
		c.fields[at] = &hearing{}
	}
	c.fields[at].heard++
	return c.fields[at]
}

// hearing is what is known of a field in a template that many pages use: it may ask
// for what only some of them have, where it has made sure which one it is on.
type hearing struct {
	heard  int
	failed []Problem
}

func (c *court) problems() []Problem {
	out := c.found
	for _, h := range c.fields {
		if len(h.failed) < h.heard {
			continue
		}
		p := h.failed[0]
		if slices.ContainsFunc(h.failed, func(other Problem) bool { return other.Message != p.Message }) {
			p.Message = "no page has " + p.Message[strings.LastIndexByte(p.Message, ' ')+1:]
		}
		out = append(out, p)
	}
	return out
}

// escape lets html/template decide how to escape, which can fail. That the data is
// empty is not what is asked.
func escape(set *template.Template, name string, data any) *template.Error {
	failed, _ := errors.AsType[*template.Error](set.ExecuteTemplate(io.Discard, name, data))
	return failed
}

// inescapable finds the place of what html/template cannot escape. It tells where
// it noticed, which is the frame where a template leaves a tag open: so the
// templates of the project are tried one by one. What failed once is of no use any
// more, so this takes the theme anew.
func (r *Renderer) inescapable(kind view.Kind, failed *template.Error) Problem {
	fresh, err := New(r.words, r.theme)
	if err != nil {
		panic("render: " + err.Error()) // it could be read before
	}
	set := fresh.layouts[kind.Layout].set
	if failed.Node != nil {
		return *problemOf(failed, set)
	}
	for _, name := range templateNames(set) {
		t := set.Lookup(name)
		if !r.theme.IsForeign(t.Tree.ParseName) {
			continue
		}
		alone, err := set.Clone()
		if err != nil {
			panic("render: " + err.Error()) // it was never executed
		}
		if found := escape(alone, name, kind.Data); found != nil {
			return *problemOf(found, set)
		}
	}
	return *problemOf(failed, set)
}

// judge reads templates by the types of their data. A type that cannot be told is
// nil, and of it nothing is said.
type judge struct {
	*court
	set *template.Template
	functions
	seen map[key]bool
}

func (j *judge) template(name string, dot reflect.Type) {
	t := j.set.Lookup(name)
	if t == nil || t.Tree == nil || j.seen[key{name, dot}] {
		return
	}
	j.seen[key{name, dot}] = true
	b := &body{judge: j, tree: t.Tree, vars: []variable{{"$", dot}}}
	b.node(t.Tree.Root, dot)
}

// body is one template that is being read.
type body struct {
	*judge
	tree *parse.Tree
	vars []variable
}

func (b *body) report(n parse.Node, hint, format string, args ...any) {
	b.found = append(b.found, problemAt(b.tree, n, fmt.Sprintf(format, args...), hint))
}

func (b *body) node(node parse.Node, dot reflect.Type) {
	switch n := node.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			b.node(child, dot)
		}
	case *parse.ActionNode:
		b.pipe(n.Pipe, dot)
	case *parse.IfNode:
		b.branch(&n.BranchNode, dot, func(reflect.Type) reflect.Type { return dot })
	case *parse.WithNode:
		b.branch(&n.BranchNode, dot, func(of reflect.Type) reflect.Type { return of })
	case *parse.RangeNode:
		b.rangeOver(n, dot)
	case *parse.TemplateNode:
		b.call(n, dot)
	}
}

// branch reads an if or a with: inner is the dot inside.
func (b *body) branch(n *parse.BranchNode, dot reflect.Type, inner func(reflect.Type) reflect.Type) {
	defer b.forget(len(b.vars))
	of := b.pipe(n.Pipe, dot)
	b.inside(n.List, inner(of))
	if n.ElseList != nil {
		b.inside(n.ElseList, dot)
	}
}

func (b *body) inside(list *parse.ListNode, dot reflect.Type) {
	defer b.forget(len(b.vars))
	b.node(list, dot)
}

func (b *body) forget(known int) { b.vars = b.vars[:known] }

func (b *body) rangeOver(n *parse.RangeNode, dot reflect.Type) {
	defer b.forget(len(b.vars))
	of := b.pipe(undeclared(n.Pipe), dot)
	index, elem, ok := elements(of)
	if !ok {
		b.report(n.Pipe, "", "%s holds no list", typeName(of))
	}
	switch decl := n.Pipe.Decl; len(decl) {
	case 1:
		b.vars = append(b.vars, variable{decl[0].Ident[0], elem})
	case 2:
		b.vars = append(b.vars, variable{decl[0].Ident[0], index}, variable{decl[1].Ident[0], elem})
	}
	b.inside(n.List, elem)
	if n.ElseList != nil {
		b.inside(n.ElseList, dot)
	}
}

// elements are the types of index and element of what can be ranged over.
func elements(of reflect.Type) (index, elem reflect.Type, ok bool) {
	if of == nil {
		return nil, nil, true
	}
	switch of.Kind() {
	case reflect.Slice, reflect.Array:
		return reflect.TypeFor[int](), of.Elem(), true
	case reflect.Map:
		return of.Key(), of.Elem(), true
	case reflect.Int:
		return of, of, true
	case reflect.Interface, reflect.Func, reflect.Chan:
		return nil, nil, true
	}
	return nil, nil, false
}

func (b *body) call(n *parse.TemplateNode, dot reflect.Type) {
	var given reflect.Type
	if n.Pipe != nil {
		given = b.pipe(n.Pipe, dot)
	}
	b.template(n.Name, given)
}

// templateNames lists the templates of a set.
func templateNames(set *template.Template) []string {
	var names []string
	for _, t := range set.Templates() {
		if t.Tree != nil {
			names = append(names, t.Name())
		}
	}
	return sorted(names)
}
