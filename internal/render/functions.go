package render

import (
	"html/template"
	"reflect"
	"text/template/parse"

	"milepost/internal/words"
)

// functions are what a template can call beside the built-in ones. They are pure:
//
//	version         changes with the assets
//	t "text" args…  a text of the interface, in the language of the site
type functions struct {
	version string
	words   *words.Language
}

func (f functions) table() template.FuncMap {
	return template.FuncMap{
		"version": func() string { return f.version },
		"t":       f.words.Say,
	}
}

// said compiles a call of t. A text without arguments is known already.
func (s *scope) said(nodes []parse.Node, dot reflect.Type) value {
	literal, ok := nodes[0].(*parse.StringNode)
	if !ok || words.Arguments(literal.Text) != len(nodes)-1 {
		beyond() // html/template says what is wrong
	}
	text := literal.Text
	if len(nodes) == 1 {
		return constant(s.words.Say(text))
	}
	var args []value
	for _, n := range nodes[1:] {
		arg := s.operand(n, dot)
		if arg.typ != reflect.TypeFor[string]() && arg.typ != reflect.TypeFor[int]() {
			beyond()
		}
		args = append(args, arg)
	}
	return value{reflect.TypeFor[string](), func(m *machine, dot reflect.Value) reflect.Value {
		given := make([]any, len(args))
		for i, arg := range args {
			given[i] = arg.get(m, dot).Interface()
		}
		return reflect.ValueOf(s.words.Say(text, given...))
	}}
}
