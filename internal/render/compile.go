package render

import (
	"reflect"
	"text/template/parse"
)

// node compiles one node of a template.
func (s *scope) node(n parse.Node, dot reflect.Type) step {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(m *machine, _ reflect.Value) { m.out = append(m.out, text...) }
	case *parse.ActionNode:
		return s.action(n.Pipe, dot)
	case *parse.IfNode:
		return s.ifNode(n, dot)
	case *parse.WithNode:
		return s.withNode(n, dot)
	case *parse.RangeNode:
		return s.rangeNode(n, dot)
	case *parse.TemplateNode:
		return s.templateNode(n, dot)
	}
	beyond()
	return nil
}

// inner compiles a list in which further variables may be declared.
func (s *scope) inner(list *parse.ListNode, dot reflect.Type) step {
	known := len(s.slots)
	defer func() { s.slots = s.slots[:known] }()
	return s.list(list, dot)
}

// action compiles the output of a value: what it is, then how it is escaped.
func (s *scope) action(pipe *parse.PipeNode, dot reflect.Type) step {
	if len(pipe.Decl) > 0 {
		return s.declaration(pipe, dot)
	}
	var escapers []string
	for _, cmd := range pipe.Cmds[1:] {
		name, ok := cmd.Args[0].(*parse.IdentifierNode)
		if !ok || len(cmd.Args) != 1 {
			beyond()
		}
		escapers = append(escapers, name.Ident)
	}
	value := s.command(pipe.Cmds[0], dot)
	return printer(value, escapers)
}

func (s *scope) declaration(pipe *parse.PipeNode, dot reflect.Type) step {
	if len(pipe.Decl) != 1 || pipe.IsAssign {
		beyond()
	}
	value := s.pipe(undeclared(pipe), dot)
	slot := s.declare(pipe.Decl[0].Ident[0], value.typ)
	return func(m *machine, dot reflect.Value) { m.set(slot, value.get(m, dot)) }
}

// undeclared is a pipeline without the variables it sets.
func undeclared(pipe *parse.PipeNode) *parse.PipeNode {
	bare := *pipe
	bare.Decl = nil
	return &bare
}

func (s *scope) ifNode(n *parse.IfNode, dot reflect.Type) step {
	if len(n.Pipe.Decl) > 0 {
		beyond()
	}
	holds := s.condition(n.Pipe, dot)
	then, otherwise := s.inner(n.List, dot), s.inner(n.ElseList, dot)
	return func(m *machine, dot reflect.Value) {
		if holds(m, dot) {
			then(m, dot)
		} else {
			otherwise(m, dot)
		}
	}
}

func (s *scope) withNode(n *parse.WithNode, dot reflect.Type) step {
	if len(n.Pipe.Decl) > 0 {
		beyond()
	}
	value := s.pipe(n.Pipe, dot)
	holds := truth(value.typ)
	then, otherwise := s.inner(n.List, value.typ), s.inner(n.ElseList, dot)
	return func(m *machine, dot reflect.Value) {
		if v := value.get(m, dot); holds(v) {
			then(m, v)
		} else {
			otherwise(m, dot)
		}
	}
}

// rangeNode compiles a loop over a slice.
func (s *scope) rangeNode(n *parse.RangeNode, dot reflect.Type) step {
	value := s.pipe(undeclared(n.Pipe), dot)
	if value.typ.Kind() != reflect.Slice {
		beyond()
	}
	known := len(s.slots)
	index, elem := s.rangeVariables(n.Pipe.Decl, value.typ.Elem())
	each := s.inner(n.List, value.typ.Elem())
	s.slots = s.slots[:known]
	otherwise := s.inner(n.ElseList, dot)
	return func(m *machine, dot reflect.Value) {
		all := value.get(m, dot)
		for i := range all.Len() {
			v := all.Index(i)
			if elem > 0 {
				m.set(elem, v)
			}
			if index > 0 {
				m.set(index, reflect.ValueOf(i))
			}
			each(m, v)
		}
		if all.Len() == 0 {
			otherwise(m, dot)
		}
	}
}

// rangeVariables declares the variables of a loop: none, an element, or an index
// and an element. Slot 0 is "$" and stands for none.
func (s *scope) rangeVariables(decl []*parse.VariableNode, elem reflect.Type) (indexSlot, elemSlot int) {
	switch len(decl) {
	case 1:
		return 0, s.declare(decl[0].Ident[0], elem)
	case 2:
		indexSlot = s.declare(decl[0].Ident[0], reflect.TypeFor[int]())
		return indexSlot, s.declare(decl[1].Ident[0], elem)
	}
	return 0, 0
}

func (s *scope) templateNode(n *parse.TemplateNode, dot reflect.Type) step {
	if t := s.set.Lookup(n.Name); t != nil && t.Tree != nil && parse.IsEmptyTree(t.Tree.Root) {
		return s.list(t.Tree.Root, dot) // a slot that nobody fills
	}
	if n.Pipe == nil {
		p := s.program(n.Name, nil)
		return func(m *machine, _ reflect.Value) { m.call(p, reflect.Value{}) }
	}
	value := s.pipe(n.Pipe, dot)
	p := s.program(n.Name, value.typ)
	return func(m *machine, dot reflect.Value) { m.call(p, value.get(m, dot)) }
}
