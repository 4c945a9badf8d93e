package render

import (
	"errors"
	"html/template"
	"reflect"
	"text/template/parse"
)

// html/template decides how every value of a template is escaped, and writes its
// decision into the parse tree. Carrying that out through reflection costs a
// microsecond for every value, which for ten thousand pages is most of a build.
// So a layout is compiled for the type of its data, once, into a program that
// does the same some ten times faster: fields become offsets, and a text in which
// there is nothing to escape is copied.
//
// Only what the built-in theme uses can be compiled. A layout that uses more, and
// a page on which a program stumbles, is executed by html/template, which knows
// everything and says what is wrong. The bytes are the same: a test compares them
// for every page of a plan.

// program is a template for data of one type.
type program struct {
	body step
	vars int // variables it needs, the first of them "$"
}

// step does one node of a template.
type step func(m *machine, dot reflect.Value)

// machine carries a program out.
type machine struct {
	out  []byte
	vars []reflect.Value // of the templates that are being executed
	base int             // where those of the innermost begin
	deep int             // how many templates are being executed
}

// maxDeep is how deep templates may call each other: one that calls itself would
// have no end, and html/template says so.
const maxDeep = 1000

// call executes a program with data as its dot.
func (m *machine) call(p *program, data reflect.Value) {
	if m.deep++; m.deep > maxDeep {
		panic(errStumble)
	}
	base := m.base
	m.base = len(m.vars)
	m.vars = append(m.vars, data)
	for range p.vars - 1 {
		m.vars = append(m.vars, reflect.Value{})
	}
	p.body(m, data)
	m.vars = m.vars[:m.base]
	m.base = base
	m.deep--
}

func (m *machine) variable(slot int) reflect.Value { return m.vars[m.base+slot] }

func (m *machine) set(slot int, v reflect.Value) { m.vars[m.base+slot] = v }

// errStumble stops a program: a pointer on the way to a field is nil, or templates
// call each other without end, and html/template shall say so with file and line.
var errStumble = errors.New("render: stumbled")

// errBeyond says that a template uses something that cannot be compiled.
var errBeyond = errors.New("render: beyond the compiler")

// execute carries out a program from its beginning, appending to out; ok is false
// when it stumbled.
func (p *program) execute(out []byte, data any) (_ []byte, ok bool) {
	m := &machine{out: out, vars: make([]reflect.Value, 0, 32)}
	defer func() {
		if r := recover(); r != nil && r != any(errStumble) {
			panic(r)
		}
	}()
	m.call(p, reflect.ValueOf(data))
	return m.out, true
}

// compiler compiles the templates of one layout. A template is compiled once for
// each type of data it is given.
type compiler struct {
	set *template.Template
	functions
	done map[key]*program
}

type key struct {
	name string
	dot  reflect.Type // nil for a template that is given nothing
}

// compile makes a program of a template in which html/template has already
// written how to escape.
func compile(set *template.Template, name string, dot reflect.Type, own functions) (p *program, err error) {
	defer func() {
		if r := recover(); r != nil {
			if r != any(errBeyond) {
				panic(r)
			}
			err = errBeyond
		}
	}()
	c := &compiler{set: set, functions: own, done: map[key]*program{}}
	return c.program(name, dot), nil
}

// beyond gives up: the caller is compile.
func beyond() { panic(errBeyond) }

func (c *compiler) program(name string, dot reflect.Type) *program {
	k := key{name, dot}
	if p := c.done[k]; p != nil {
		return p
	}
	t := c.set.Lookup(name)
	if t == nil || t.Tree == nil {
		beyond()
	}
	p := &program{}
	c.done[k] = p // before its body, which may call it again
	s := &scope{compiler: c, slots: []variable{{"$", dot}}}
	p.body = s.list(t.Tree.Root, dot)
	p.vars = s.most + 1
	return p
}

// scope is what is known while the body of one template is compiled: its
// variables, which have a slot each.
type scope struct {
	*compiler
	slots []variable
	most  int // highest slot ever used
}

type variable struct {
	name string
	typ  reflect.Type
}

func (s *scope) declare(name string, typ reflect.Type) (slot int) {
	s.slots = append(s.slots, variable{name, typ})
	slot = len(s.slots) - 1
	s.most = max(s.most, slot)
	return slot
}

func (s *scope) lookup(name string) (slot int, typ reflect.Type) {
	for i := len(s.slots) - 1; i >= 0; i-- {
		if s.slots[i].name == name {
			return i, s.slots[i].typ
		}
	}
	beyond()
	return 0, nil
}

// list compiles nodes that follow each other.
func (s *scope) list(list *parse.ListNode, dot reflect.Type) step {
	if list == nil {
		return func(*machine, reflect.Value) {}
	}
	var steps []step
	for _, n := range list.Nodes {
		steps = append(steps, s.node(n, dot))
	}
	if len(steps) == 1 {
		return steps[0]
	}
	return func(m *machine, dot reflect.Value) {
		for _, do := range steps {
			do(m, dot)
		}
	}
}
