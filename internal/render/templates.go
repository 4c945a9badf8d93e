package render

import (
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template/parse"

	"milepost/internal/sitetheme"
)

// frameFile is the layout all others stand in, and mainName what each of them puts
// into it.
const (
	frameFile = "layouts/base.html"
	frameName = "base"
	mainName  = "main"
)

// definition is one template of a file.
type definition struct {
	name  string
	layer int
	tree  *parse.Tree // its ParseName is the file, as messages name it
}

// readLayouts parses every layout together with the frame and all partials. A
// layout has a set of its own, because each defines "main".
func readLayouts(theme *sitetheme.Theme, own functions) (map[string]*layout, error) {
	r := reader{functions: own, layouts: map[string][]definition{}}
	for i, l := range theme.Layers {
		if err := r.layer(i, l); err != nil {
			return nil, err
		}
	}
	if len(r.problems) > 0 {
		return nil, broken(r.problems)
	}
	layouts := make(map[string]*layout, len(r.layouts))
	for name, defs := range r.layouts {
		set, problems := assemble(append(slices.Clip(r.common), defs...), own)
		r.problems = append(r.problems, problems...)
		layouts[name] = &layout{set: set, functions: own}
	}
	return layouts, broken(r.problems)
}

// reader gathers the templates of all layers, from the bottom to the top.
type reader struct {
	functions
	common   []definition            // of the frame, the partials and the slots
	layouts  map[string][]definition // of each layout
	problems []Problem
}

func (r *reader) layer(i int, l sitetheme.Layer) error {
	for _, folder := range []string{"partials", "slots", "layouts"} {
		names, err := namesIn(l.FS, folder, ".html")
		if err != nil {
			return err
		}
		for _, name := range names {
			text, err := fs.ReadFile(l.FS, name)
			if err != nil {
				return err
			}
			defs, problem := r.file(l.At(name), string(text))
			if problem != nil {
				r.problems = append(r.problems, *problem)
				continue
			}
			r.add(i, name, defs)
		}
	}
	return nil
}

// file parses a file. Its own text is called by its stem, a slot's by its folder
// too, what it defines by the names it gives.
func (r *reader) file(at, text string) ([]definition, *Problem) {
	file, err := template.New(at).Funcs(r.table()).Parse(text)
	if err != nil {
		if p := problemOf(err, nil); p != nil {
			return nil, p
		}
		return nil, &Problem{File: at, Line: 1, Offset: -1, Message: err.Error()}
	}
	var defs []definition
	for _, t := range file.Templates() {
		outdent(t.Tree.Root)
		name := t.Name()
		if name == at {
			name = stem(at)
			if path.Base(path.Dir(at)) == "slots" {
				name = "slot/" + name
			}
		}
		defs = append(defs, definition{name: name, tree: t.Tree})
	}
	return defs, nil
}

// add puts the templates of a file where they belong. The text of a layout stands
// for its "main" where it defines none; where it does, what stands around that is
// nothing.
func (r *reader) add(layer int, file string, defs []definition) {
	isLayout := strings.HasPrefix(file, "layouts/") && file != frameFile
	defines := slices.ContainsFunc(defs, func(d definition) bool { return d.name == mainName })
	for _, d := range defs {
		d.layer = layer
		if !isLayout {
			r.common = append(r.common, d)
			continue
		}
		if d.name == stem(file) && defines {
			continue
		}
		if d.name == stem(file) {
			d.name = mainName
		}
		callMain(d.tree, stem(file))
		r.layouts[stem(file)] = append(r.layouts[stem(file)], d)
	}
}

// callMain lets a layout call the one it replaces by its own name, too.
func callMain(tree *parse.Tree, layout string) {
	eachNode(tree.Root, func(n parse.Node) {
		if call, ok := n.(*parse.TemplateNode); ok && call.Name == superPrefix+layout {
			call.Name = superPrefix + mainName
		}
	})
}

// indent is the white space a template is written with for its readers. It would
// be a tenth of a page.
var indent = regexp.MustCompile(`\n\s+`)

// outdent takes the indentation out of the text of a template.
func outdent(root parse.Node) {
	eachNode(root, func(n parse.Node) {
		if text, ok := n.(*parse.TextNode); ok {
			text.Text = indent.ReplaceAll(text.Text, []byte("\n"))
		}
	})
}

// eachNode visits what a template is made of, without the inside of actions.
func eachNode(node parse.Node, visit func(parse.Node)) {
	branch := func(n *parse.BranchNode) {
		eachNode(n.List, visit)
		if n.ElseList != nil {
			eachNode(n.ElseList, visit)
		}
	}
	visit(node)
	switch n := node.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			eachNode(child, visit)
		}
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	}
}
