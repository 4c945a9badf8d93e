package render

import (
	"reflect"
	"text/template/parse"
)

// value is an expression whose type is known.
type value struct {
	typ reflect.Type
	get func(m *machine, dot reflect.Value) reflect.Value
}

// test is an expression that holds or does not.
type test func(m *machine, dot reflect.Value) bool

func constant(v any) value {
	c := reflect.ValueOf(v)
	return value{c.Type(), func(*machine, reflect.Value) reflect.Value { return c }}
}

// pipe compiles a pipeline of a single command.
func (s *scope) pipe(p *parse.PipeNode, dot reflect.Type) value {
	if len(p.Cmds) != 1 || len(p.Decl) > 0 {
		beyond()
	}
	return s.command(p.Cmds[0], dot)
}

func (s *scope) command(cmd *parse.CommandNode, dot reflect.Type) value {
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		if len(cmd.Args) > 1 {
			beyond() // a method or a function in a field
		}
		return s.operand(cmd.Args[0], dot)
	}
	switch {
	case name.Ident == "version" && len(cmd.Args) == 1:
		return constant(s.version)
	case name.Ident == "t" && len(cmd.Args) > 1:
		return s.said(cmd.Args[1:], dot)
	case name.Ident == "option" && len(cmd.Args) == 2:
		return s.chosen(cmd.Args[1])
	case name.Ident == "len" && len(cmd.Args) == 2:
		return s.length(cmd.Args[1], dot)
	case name.Ident == "or" && len(cmd.Args) > 1:
		return s.firstTrue(cmd.Args[1:], dot)
	case name.Ident == "eq" || name.Ident == "not" || name.Ident == "and":
		holds := s.conditionOf(cmd, dot)
		return value{reflect.TypeFor[bool](), func(m *machine, dot reflect.Value) reflect.Value { return reflect.ValueOf(holds(m, dot)) }}
	}
	beyond()
	return value{}
}

// operand compiles what stands between blanks.
func (s *scope) operand(n parse.Node, dot reflect.Type) value {
	switch n := n.(type) {
	case *parse.DotNode:
		if dot == nil {
			beyond()
		}
		return value{dot, func(_ *machine, dot reflect.Value) reflect.Value { return dot }}
	case *parse.FieldNode:
		return field(value{dot, func(_ *machine, dot reflect.Value) reflect.Value { return dot }}, n.Ident)
	case *parse.VariableNode:
		slot, typ := s.lookup(n.Ident[0])
		return field(value{typ, func(m *machine, _ reflect.Value) reflect.Value { return m.variable(slot) }}, n.Ident[1:])
	case *parse.PipeNode:
		return s.pipe(n, dot)
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.BoolNode:
		return constant(n.True)
	case *parse.NumberNode:
		if n.IsInt {
			return constant(int(n.Int64))
		}
	}
	beyond()
	return value{}
}

// field compiles the way through fields of structs, and of pointers to them.
func field(v value, path []string) value {
	for _, name := range path {
		v = oneField(v, name)
	}
	return v
}

func oneField(of value, name string) value {
	if of.typ == nil {
		beyond()
	}
	typ, pointer := of.typ, of.typ.Kind() == reflect.Pointer
	if pointer {
		typ = typ.Elem()
	}
	if _, method := reflect.PointerTo(typ).MethodByName(name); method || typ.Kind() != reflect.Struct {
		beyond()
	}
	f, ok := typ.FieldByName(name)
	if !ok || !f.IsExported() {
		beyond()
	}
	for i := range f.Index[:len(f.Index)-1] { // through embedded structs, not pointers
		if typ.FieldByIndex(f.Index[:i+1]).Type.Kind() != reflect.Struct {
			beyond()
		}
	}
	path := f.Index
	return value{f.Type, func(m *machine, dot reflect.Value) reflect.Value {
		v := of.get(m, dot)
		if pointer {
			if v.IsNil() {
				panic(errStumble)
			}
			v = v.Elem()
		}
		for _, i := range path {
			v = v.Field(i)
		}
		return v
	}}
}

func (s *scope) length(n parse.Node, dot reflect.Type) value {
	of := s.operand(n, dot)
	if k := of.typ.Kind(); k != reflect.Slice && k != reflect.String {
		beyond()
	}
	return value{reflect.TypeFor[int](), func(m *machine, dot reflect.Value) reflect.Value { return reflect.ValueOf(of.get(m, dot).Len()) }}
}

// firstTrue is the first operand that is not empty, else the last.
func (s *scope) firstTrue(nodes []parse.Node, dot reflect.Type) value {
	var all []value
	for _, n := range nodes {
		v := s.operand(n, dot)
		if len(all) > 0 && v.typ != all[0].typ {
			beyond()
		}
		all = append(all, v)
	}
	holds := truth(all[0].typ)
	return value{all[0].typ, func(m *machine, dot reflect.Value) reflect.Value {
		var v reflect.Value
		for _, one := range all {
			if v = one.get(m, dot); holds(v) {
				return v
			}
		}
		return v
	}}
}

// condition compiles a pipeline of which only matters whether it is empty.
func (s *scope) condition(p *parse.PipeNode, dot reflect.Type) test {
	if len(p.Cmds) != 1 || len(p.Decl) > 0 {
		beyond()
	}
	return s.conditionOf(p.Cmds[0], dot)
}

func (s *scope) conditionOf(cmd *parse.CommandNode, dot reflect.Type) test {
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		return s.holds(s.command(cmd, dot))
	}
	switch {
	case name.Ident == "not" && len(cmd.Args) == 2:
		holds := s.conditionNode(cmd.Args[1], dot)
		return func(m *machine, dot reflect.Value) bool { return !holds(m, dot) }
	case name.Ident == "and" || name.Ident == "or":
		return s.connective(name.Ident == "or", cmd.Args[1:], dot)
	case name.Ident == "eq" && len(cmd.Args) == 3:
		return equal(s.operand(cmd.Args[1], dot), s.operand(cmd.Args[2], dot))
	case name.Ident == "eq":
		beyond()
	}
	return s.holds(s.command(cmd, dot))
}

func (s *scope) conditionNode(n parse.Node, dot reflect.Type) test {
	if p, ok := n.(*parse.PipeNode); ok {
		return s.condition(p, dot)
	}
	return s.holds(s.operand(n, dot))
}

// connective compiles or, which stops at what holds, and and, which stops at
// what does not.
func (s *scope) connective(stop bool, nodes []parse.Node, dot reflect.Type) test {
	var all []test
	for _, n := range nodes {
		all = append(all, s.conditionNode(n, dot))
	}
	return func(m *machine, dot reflect.Value) bool {
		for _, holds := range all {
			if holds(m, dot) == stop {
				return stop
			}
		}
		return !stop
	}
}

func (s *scope) holds(v value) test {
	holds := truth(v.typ)
	return func(m *machine, dot reflect.Value) bool { return holds(v.get(m, dot)) }
}

func equal(a, b value) test {
	if a.typ != b.typ {
		beyond()
	}
	switch a.typ.Kind() {
	case reflect.String:
		return func(m *machine, dot reflect.Value) bool { return a.get(m, dot).String() == b.get(m, dot).String() }
	case reflect.Int:
		return func(m *machine, dot reflect.Value) bool { return a.get(m, dot).Int() == b.get(m, dot).Int() }
	}
	beyond()
	return nil
}

// truth is what text/template calls the truth of a value: that it is not empty.
func truth(typ reflect.Type) func(reflect.Value) bool {
	switch typ.Kind() {
	case reflect.Bool:
		return reflect.Value.Bool
	case reflect.String, reflect.Slice:
		return func(v reflect.Value) bool { return v.Len() > 0 }
	case reflect.Int:
		return func(v reflect.Value) bool { return v.Int() != 0 }
	case reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsNil() }
	case reflect.Struct:
		return func(reflect.Value) bool { return true }
	}
	beyond()
	return nil
}
