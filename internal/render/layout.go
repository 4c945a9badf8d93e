package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"sync"
)

// layout is one layout with everything it uses, and the programs made of it.
type layout struct {
	set       *template.Template
	functions functions
	programs  sync.Map // reflect.Type of the data -> *compiled
}

// compiled is the program for data of one type, nil where there can be none.
type compiled struct {
	once    sync.Once
	program *program
}

// execute appends the page of some data to out.
func (l *layout) execute(out []byte, data any) ([]byte, error) {
	if p := l.programFor(data); p != nil {
		if done, ok := p.execute(out, data); ok {
			return done, nil
		}
	}
	return l.interpret(out, data)
}

// interpret leaves the page to html/template.
func (l *layout) interpret(out []byte, data any) ([]byte, error) {
	buf := bytes.NewBuffer(out)
	err := l.set.ExecuteTemplate(buf, frameName, data)
	return buf.Bytes(), err
}

// failed tells what went wrong on a page, and in which file of the theme.
func (l *layout) failed(page string, err error) error {
	if p := problemOf(err, l.set); p != nil {
		p.Message += ", on " + page
		return broken([]Problem{*p})
	}
	return fmt.Errorf("%s: %w", page, err)
}

func (l *layout) programFor(data any) *program {
	typ := reflect.TypeOf(data)
	entry, _ := l.programs.LoadOrStore(typ, new(compiled))
	c := entry.(*compiled)
	c.once.Do(func() {
		// html/template decides how to escape when it first executes. What goes
		// wrong here goes wrong again, and is then said, in interpret.
		_ = l.set.ExecuteTemplate(io.Discard, frameName, data)
		c.program, _ = compile(l.set, frameName, typ, l.functions)
	})
	return c.program
}
