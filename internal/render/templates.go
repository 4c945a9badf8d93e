package render

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"text/template/parse"
)

// frameFile is the layout all others stand in.
const (
	frameFile = "layouts/base.html"
	frameName = "base"
)

// readLayouts parses every layout together with the frame and all partials and
// slots. A layout has a set of its own, because each defines "main".
func readLayouts(theme overlay, own functions) (map[string]*layout, error) {
	var common []named
	names := []string{frameFile}
	for _, folder := range []string{"partials", "slots"} {
		more, err := namesIn(theme, folder, ".html")
		if err != nil {
			return nil, err
		}
		names = append(names, more...)
	}
	for _, name := range names {
		read, err := readTemplates(theme, name, own)
		if err != nil {
			return nil, err
		}
		common = append(common, read...)
	}
	names, err := namesIn(theme, "layouts", ".html")
	if err != nil {
		return nil, err
	}
	layouts := make(map[string]*layout, len(names))
	for _, name := range names {
		if name == frameFile {
			continue
		}
		read, err := readTemplates(theme, name, own)
		if err != nil {
			return nil, err
		}
		set, err := link(slices.Concat(common, read), own)
		if err != nil {
			return nil, err
		}
		layouts[stem(name)] = &layout{set: set, functions: own}
	}
	return layouts, nil
}

// named is a template out of one layer of the theme.
type named struct {
	name  string
	layer int
	file  string
	tree  *parse.Tree
}

// readTemplates parses a file of templates in every layer that has it. A file's own
// text is called by its stem, a slot's by its folder too, what it defines by the
// names it gives. It is parsed under its path, so that an error names file and line.
func readTemplates(theme overlay, name string, own functions) ([]named, error) {
	var out []named
	for i, layer := range theme {
		text, err := fs.ReadFile(layer, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("site theme: %w", err)
		}
		file, err := template.New(name).Funcs(own.table()).Parse(string(text))
		if err != nil {
			return nil, fmt.Errorf("site theme: %w", err)
		}
		for _, t := range file.Templates() {
			if t.Name() == name && strings.HasPrefix(name, "layouts/") && name != frameFile && parse.IsEmptyTree(t.Tree.Root) {
				continue // a layout only defines
			}
			outdent(t.Tree.Root)
			out = append(out, named{shortName(t.Name(), name), i, name, t.Tree})
		}
	}
	return out, nil
}

func shortName(name, file string) string {
	switch {
	case name != file:
		return name
	case strings.HasPrefix(file, "slots/"):
		return "slot/" + stem(file)
	}
	return stem(file)
}

// link makes a set of templates in which the topmost of each name answers to it. One
// that lies below is reached by the templates above it as default/name.
func link(all []named, own functions) (*template.Template, error) {
	top := map[string]int{}
	for _, t := range all {
		top[t.name] = max(top[t.name], t.layer)
	}
	set := template.New("").Funcs(own.table())
	for _, t := range all {
		name := t.name
		if t.layer < top[name] {
			name = alias(name, t.layer)
		}
		tree := t.tree.Copy()
		if err := relink(tree.Root, t, all); err != nil {
			return nil, err
		}
		if _, err := set.AddParseTree(name, tree); err != nil {
			return nil, fmt.Errorf("site theme: %w", err)
		}
	}
	return set, nil
}

// alias is what a template that was replaced is called.
func alias(name string, layer int) string { return fmt.Sprintf("%s@%d", name, layer) }

// below finds the template of a name that the one in a layer stands in for.
func below(all []named, name string, layer int) (int, bool) {
	found := -1
	for _, t := range all {
		if t.name == name && t.layer < layer {
			found = max(found, t.layer)
		}
	}
	return found, found >= 0
}

// relink points every call of default/name to what the caller's layer replaced.
func relink(node parse.Node, in named, all []named) error {
	var failed error
	walk(node, func(n *parse.TemplateNode) {
		name, ok := strings.CutPrefix(n.Name, "default/")
		if !ok {
			return
		}
		layer, found := below(all, name, in.layer)
		if !found {
			failed = fmt.Errorf("site theme: template: %s:%d: there is no %q below this theme", in.file, n.Line, name)
			return
		}
		n.Name = alias(name, layer)
	})
	return failed
}

// walk visits every call of a template.
func walk(node parse.Node, visit func(*parse.TemplateNode)) {
	branch := func(n *parse.BranchNode) {
		walk(n.List, visit)
		if n.ElseList != nil {
			walk(n.ElseList, visit)
		}
	}
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			walk(child, visit)
		}
	case *parse.TemplateNode:
		visit(n)
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	}
}

// indent is the white space a template is written with for its readers. It would
// be a tenth of a page.
var indent = regexp.MustCompile(`\n\s+`)

// outdent takes the indentation out of the text of a template.
func outdent(node parse.Node) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			outdent(child)
		}
	case *parse.TextNode:
		n.Text = indent.ReplaceAll(n.Text, []byte("\n"))
	case *parse.IfNode:
		outdentBranch(&n.BranchNode)
	case *parse.RangeNode:
		outdentBranch(&n.BranchNode)
	case *parse.WithNode:
		outdentBranch(&n.BranchNode)
	}
}

func outdentBranch(n *parse.BranchNode) {
	outdent(n.List)
	if n.ElseList != nil {
		outdent(n.ElseList)
	}
}
