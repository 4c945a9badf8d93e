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

// assemble makes one set of the templates of all layers. Of one name the topmost
// template counts; one below it is kept under another name where it is called.
func assemble(defs []definition, own functions) (*template.Template, []Problem) {
	s := stack{defs: defs, byName: map[string][]int{}}
	for i, d := range defs {
		s.byName[d.name] = append(s.byName[d.name], i)
	}
	for _, all := range s.byName { // by layer, and in a layer the last counts
		slices.SortStableFunc(all, func(a, b int) int { return defs[a].layer - defs[b].layer })
	}
	set := template.New("").Funcs(own.table())
	for name, all := range s.byName {
		for n, i := range all {
			if n+1 < len(all) && defs[all[n+1]].layer == defs[i].layer {
				continue
			}
			tree, as := defs[i].tree.Copy(), name
			s.supers(tree, defs[i].layer)
			if n+1 < len(all) {
				as = below(defs[i].layer, name)
			}
			if _, err := set.AddParseTree(as, tree); err != nil {
				panic("render: " + err.Error()) // the set is new and its names are not
			}
		}
	}
	return set, s.problems
}

// below is the name of a template that another one lies on.
func below(layer int, name string) string { return strconv.Itoa(layer) + "/" + name }

// stack is the templates of all layers, by name from the bottom to the top.
type stack struct {
	defs     []definition
	byName   map[string][]int
	problems []Problem
}

// supers gives the calls of replaced templates the names these have in the set.
func (s *stack) supers(tree *parse.Tree, layer int) {
	eachNode(tree.Root, func(n parse.Node) {
		call, ok := n.(*parse.TemplateNode)
		if !ok || !strings.HasPrefix(call.Name, superPrefix) {
			return
		}
		name := strings.TrimPrefix(call.Name, superPrefix)
		found, top := s.under(name, layer)
		switch {
		case found < 0:
			hint := diag.DidYouMean(name, s.names(layer))
			s.problems = append(s.problems, problemAt(tree, n, "there is no "+strconv.Quote(name)+" below this theme", hint))
		case top:
			call.Name = name
		default:
			call.Name = below(found, name)
		}
	})
}

// under finds the topmost layer below another that has a template of a name, -1
// if none has; top tells that none lies on it.
func (s *stack) under(name string, layer int) (found int, top bool) {
	found = -1
	for _, i := range s.byName[name] {
		if s.defs[i].layer < layer {
			found, top = s.defs[i].layer, true
		} else {
			top = false
		}
	}
	return found, top
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
