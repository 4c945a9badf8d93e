package render

import (
	"fmt"
	"html/template"
	"reflect"
	"text/template/parse"

	"milepost/internal/words"
)

// functions are what a template can call beside the built-in ones. They are pure:
//
//	version         changes with the assets
//	t "text" args…  a text of the interface, in the language of the site
//	option "name"   an option of the site theme: a text, a number, true or false
type functions struct {
	version string
	words   *words.Language
	options map[string]any // string, int or bool
}

func (f functions) table() template.FuncMap {
	return template.FuncMap{
		"version": func() string { return f.version },
		"t":       f.words.Say,
		"option":  f.option,
	}
}

func (f functions) option(name string) (any, error) {
	if value, ok := f.options[name]; ok {
		return value, nil
	}
	return nil, fmt.Errorf("the site theme has no option %q", name)
}

// chosen compiles a call of option. What the project chose is known already.
func (s *scope) chosen(name parse.Node) value {
	literal, ok := name.(*parse.StringNode)
	if !ok || s.options[literal.Text] == nil {
		beyond() // html/template says that there is no such option
	}
	return constant(s.options[literal.Text])
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
