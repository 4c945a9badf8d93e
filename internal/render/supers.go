package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"

	"milepost/internal/diag"
)

// superPrefix begins the name by which a template calls the one it replaces:
// {{template "default/footer" .}}. What that is depends on where it stands: in the
// layer below its own, or the next one below that has a template of the name.
const superPrefix = "default/"

// assemble makes one set of the templates of all layers that a page can come to. Of
// one name the topmost counts; one below it is in the set under another name.
func assemble(defs []definition, own functions) (*template.Template, []Problem) {
	s := &stack{defs: defs, byName: map[string][]int{}, set: template.New("").Funcs(own.table()), taken: map[int]string{}}
	for i, d := range defs {
		s.byName[d.name] = append(s.byName[d.name], i)
	}
	for _, all := range s.byName { // by layer, and in a layer the last counts
		slices.SortStableFunc(all, func(a, b int) int { return defs[a].layer - defs[b].layer })
	}
	if i, ok := s.under(frameName, everything); ok {
		s.take(i)
	}
	return s.set, s.problems
}

// everything lies below it.
const everything = 1 << 30

// stack is the templates of all layers, by name from the bottom to the top.
type stack struct {
	defs     []definition
	byName   map[string][]int
	set      *template.Template
	taken    map[int]string // what is in the set, and how it is called there
	problems []Problem
}

// under finds the topmost template of a name in the layers below another.
func (s *stack) under(name string, layer int) (i int, ok bool) {
	for _, i := range slices.Backward(s.byName[name]) {
		if s.defs[i].layer < layer {
			return i, true
		}
	}
	return 0, false
}

// take puts a template into the set, with all that it calls.
func (s *stack) take(i int) (as string) {
	if as, ok := s.taken[i]; ok {
		return as
	}
	d := s.defs[i]
	as = d.name
	if top, _ := s.under(d.name, everything); top != i {
		as = strconv.Itoa(d.layer) + "/" + d.name
	}
	s.taken[i] = as
	tree := d.tree.Copy()
	eachNode(tree.Root, func(n parse.Node) {
		if call, ok := n.(*parse.TemplateNode); ok {
			s.call(tree, call, d.layer)
		}
	})
	if _, err := s.set.AddParseTree(as, tree); err != nil {
		panic("render: " + err.Error()) // the set was never executed
	}
	return as
}

// call takes what a template calls, and calls it as the set does.
func (s *stack) call(tree *parse.Tree, n *parse.TemplateNode, layer int) {
	name, super := strings.CutPrefix(n.Name, superPrefix)
	if !super {
		layer = everything
	}
	i, ok := s.under(name, layer)
	switch {
	case ok:
		n.Name = s.take(i)
	case super:
		s.problems = append(s.problems, problemAt(tree, n, "there is no "+strconv.Quote(name)+" below this theme", diag.DidYouMean(name, s.names(layer))))
	default:
		s.problems = append(s.problems, problemAt(tree, n, "there is no template "+strconv.Quote(name), diag.DidYouMean(name, s.names(layer))))
	}
}

// names lists the templates below a layer.
func (s *stack) names(layer int) []string {
	var out []string
	for _, d := range s.defs {
		if d.layer < layer {
			out = append(out, d.name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
