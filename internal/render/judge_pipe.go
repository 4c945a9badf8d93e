package render

import (
	"reflect"
	"slices"
	"strings"
	"text/template/parse"

	"milepost/internal/diag"
	"milepost/internal/words"
)

// pipe reads a pipeline and tells the type of its value.
func (b *body) pipe(p *parse.PipeNode, dot reflect.Type) reflect.Type {
	var of reflect.Type
	for i, cmd := range p.Cmds {
		of = b.command(cmd, dot)
		if i > 0 && len(cmd.Args) == 1 && cmd.Args[0].Type() != parse.NodeIdentifier {
			of = nil // something that is called with what stands before it
		}
	}
	for _, v := range p.Decl {
		if !p.IsAssign {
			b.vars = append(b.vars, variable{v.Ident[0], of})
		}
	}
	return of
}

func (b *body) command(cmd *parse.CommandNode, dot reflect.Type) reflect.Type {
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		of := b.operand(cmd.Args[0], dot)
		for _, arg := range cmd.Args[1:] {
			b.operand(arg, dot)
		}
		return of
	}
	var args []reflect.Type
	for _, arg := range cmd.Args[1:] {
		args = append(args, b.operand(arg, dot))
	}
	return b.function(name, cmd.Args[1:], args)
}

func (b *body) operand(node parse.Node, dot reflect.Type) reflect.Type {
	switch n := node.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return b.fields(n, dot, n.Ident)
	case *parse.VariableNode:
		return b.fields(n, b.variable(n.Ident[0]), n.Ident[1:])
	case *parse.ChainNode:
		return b.fields(n, b.operand(n.Node, dot), n.Field)
	case *parse.PipeNode:
		return b.pipe(n, dot)
	case *parse.StringNode:
		return reflect.TypeFor[string]()
	case *parse.BoolNode:
		return reflect.TypeFor[bool]()
	case *parse.NumberNode:
		if n.IsInt {
			return reflect.TypeFor[int]()
		}
	case *parse.IdentifierNode:
		return b.function(n, nil, nil)
	}
	return nil
}

func (b *body) variable(name string) reflect.Type {
	for _, v := range slices.Backward(b.vars) {
		if v.name == name {
			return v.typ
		}
	}
	return nil
}

// function tells what a function gives. Of those that come with the template
// packages only the usual ones are known.
func (b *body) function(name *parse.IdentifierNode, nodes []parse.Node, args []reflect.Type) reflect.Type {
	switch name.Ident {
	case "t":
		b.said(name, nodes)
		return reflect.TypeFor[string]()
	case "option":
		return b.optionType(name, nodes)
	case "version", "print", "printf", "println", "html", "js", "urlquery":
		return reflect.TypeFor[string]()
	case "len":
		return reflect.TypeFor[int]()
	case "eq", "ne", "lt", "le", "gt", "ge", "not":
		return reflect.TypeFor[bool]()
	case "and", "or":
		if len(args) > 0 && !slices.ContainsFunc(args, func(t reflect.Type) bool { return t != args[0] }) {
			return args[0]
		}
	}
	return nil
}

// said holds a text of the interface against the number of its arguments.
func (b *body) said(at parse.Node, nodes []parse.Node) {
	if len(nodes) == 0 {
		b.report(at, `write {{t "Text"}}`, "t says a text, and there is none")
		return
	}
	literal, ok := nodes[0].(*parse.StringNode)
	if ok && words.Arguments(literal.Text) != len(nodes)-1 {
		b.report(literal, "each {name} in the text takes an argument", "the text %q takes %d and not %d", literal.Text, words.Arguments(literal.Text), len(nodes)-1)
	}
}

// optionType is the type of an option of the theme.
func (b *body) optionType(at parse.Node, nodes []parse.Node) reflect.Type {
	if len(nodes) != 1 {
		b.report(at, `write {{option "name"}}`, "option takes the name of one option")
		return nil
	}
	literal, ok := nodes[0].(*parse.StringNode)
	if !ok {
		return nil
	}
	value, known := b.options[literal.Text]
	if !known {
		var names []string
		for name := range b.options {
			names = append(names, name)
		}
		b.report(literal, diag.DidYouMean(literal.Text, sorted(names)), "the site theme has no option %q", literal.Text)
		return nil
	}
	return reflect.TypeOf(value)
}

// fields follows a way through fields, which ends the text of the node.
func (b *body) fields(at parse.Node, of reflect.Type, path []string) reflect.Type {
	for i, name := range path {
		if of == nil {
			return nil
		}
		start, length := extent(at)
		start += length - len(strings.Join(path[i:], "."))
		h := b.hear(place{b.tree.ParseName, start})
		next, ok := member(of, name)
		if !ok {
			p := problemAt(b.tree, at, typeName(of)+" has no "+name, memberHint(of, name))
			p.Offset, p.Length = start, len(name)
			h.failed = append(h.failed, p)
			return nil
		}
		of = next
	}
	return of
}

// member is the type of a field, a method or an entry; ok is false where there is
// none of the name.
func member(of reflect.Type, name string) (typ reflect.Type, ok bool) {
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	if _, method := reflect.PointerTo(of).MethodByName(name); method {
		return nil, true
	}
	switch of.Kind() {
	case reflect.Interface:
		return nil, true
	case reflect.Map:
		return of.Elem(), true
	case reflect.Struct:
		f, found := of.FieldByName(name)
		return f.Type, found && f.IsExported()
	}
	return nil, false
}

// memberHint names the field that was probably meant.
func memberHint(of reflect.Type, name string) string {
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	if of.Kind() != reflect.Struct {
		return ""
	}
	var names []string
	for _, f := range reflect.VisibleFields(of) {
		if f.IsExported() {
			names = append(names, f.Name)
		}
	}
	if near := diag.DidYouMean(name, names); near != "" {
		return near
	}
	if len(names) > 12 {
		return "milepost site-theme docs lists what it has"
	}
	return "it has " + strings.Join(names, ", ")
}

// typeName is what a type is called in a message: "an ItemPage", "a list".
func typeName(of reflect.Type) string {
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	switch name := of.Name(); of.Kind() {
	case reflect.Struct:
		if name != "" && strings.IndexByte("AEIOU", name[0]) >= 0 {
			return "an " + name
		}
		return "a " + name
	case reflect.Slice, reflect.Array:
		return "a list"
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Float64:
		return "a number"
	case reflect.String:
		return "a text"
	}
	return of.String()
}

func sorted(names []string) []string {
	slices.Sort(names)
	return names
}
