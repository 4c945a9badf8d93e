package render

import (
	"fmt"
	"html/template"
	"io/fs"
	"regexp"
	"text/template/parse"
)

// frameFile is the layout all others stand in.
const (
	frameFile = "layouts/base.html"
	frameName = "base"
)

// readLayouts parses every layout together with the frame and all partials. A
// layout has a set of its own, because each defines "main".
func readLayouts(theme fs.FS, own functions) (map[string]*layout, error) {
	funcs := own.table()
	partials, err := namesIn(theme, "partials", ".html")
	if err != nil {
		return nil, err
	}
	common := template.New("")
	for _, name := range append(partials, frameFile) {
		if err := addFile(common, theme, name, funcs); err != nil {
			return nil, err
		}
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
		set, err := common.Clone()
		if err != nil {
			return nil, err
		}
		if err := addFile(set, theme, name, funcs); err != nil {
			return nil, err
		}
		layouts[stem(name)] = &layout{set: set, functions: own}
	}
	return layouts, nil
}

// addFile parses a file of templates into set. The file's own text is called by
// its stem, what it defines by the names it gives. It is parsed under its path,
// so that an error names file and line.
func addFile(set *template.Template, theme fs.FS, name string, funcs template.FuncMap) error {
	text, err := fs.ReadFile(theme, name)
	if err != nil {
		return fmt.Errorf("site theme: %w", err)
	}
	file, err := template.New(name).Funcs(funcs).Parse(string(text))
	if err != nil {
		return fmt.Errorf("site theme: %w", err)
	}
	set.Funcs(funcs)
	for _, t := range file.Templates() {
		if t.Name() == name && parse.IsEmptyTree(t.Tree.Root) {
			continue // a layout that only defines
		}
		outdent(t.Tree.Root)
		short := t.Name()
		if short == name {
			short = stem(name)
		}
		if _, err := set.AddParseTree(short, t.Tree); err != nil {
			return fmt.Errorf("site theme: %w", err)
		}
	}
	return nil
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
