package render

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
)

// Problem is a mistake in a file of a site theme.
type Problem struct {
	File    string // as sitetheme.Layer.At names it
	Line    int    // from 1
	Offset  int    // of the byte it begins at, -1 where only the line is known
	Length  int    // in bytes
	Message string
	Hint    string
}

// Broken is the error of a site theme that cannot be used. It holds at least one
// problem; they stand in the order of files and lines.
type Broken struct{ Problems []Problem }

// Error tells of the first problem.
func (b *Broken) Error() string {
	p := b.Problems[0]
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Message)
}

// broken makes an error of problems, nil where there are none. A partial is in the
// set of every layout, and its problem is told once.
func broken(problems []Problem) error {
	if len(problems) == 0 {
		return nil
	}
	problems = slices.Clone(problems)
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, a.Offset-b.Offset, strings.Compare(a.Message, b.Message))
	})
	return &Broken{slices.Compact(problems)}
}

// problemAt is a problem of a node of a template.
func problemAt(tree *parse.Tree, n parse.Node, message, hint string) Problem {
	p := Problem{File: tree.ParseName, Line: 1, Message: message, Hint: hint}
	location, _ := tree.ErrorContext(n)
	if parts := strings.Split(strings.TrimPrefix(location, p.File), ":"); len(parts) > 1 {
		p.Line, _ = strconv.Atoi(parts[1])
	}
	p.Offset, p.Length = extent(n)
	return p
}

// extent is where a node stands in its file, in bytes. The parser says of a way
// through fields where the second of them begins.
func extent(n parse.Node) (start, length int) {
	start, length = int(n.Position()), len(n.String())
	switch n := n.(type) {
	case *parse.FieldNode:
		if len(n.Ident) > 1 {
			start -= len(n.Ident[0]) + 1
		}
	case *parse.VariableNode:
		if len(n.Ident) > 1 {
			start -= len(n.Ident[0])
		}
	case *parse.ChainNode:
		length = len(strings.Join(n.Field, ".")) + 1
	case *parse.TemplateNode:
		length = len(strconv.Quote(n.Name))
	}
	return start, length
}

// errorForm is how the template packages say what is wrong, and where.
var errorForm = regexp.MustCompile(`(?s)^(?:html/)?template: ?(.*?):(\d+)(?::\d+)?: (.*)$`)

// problemOf reads an error of the template packages, nil for any other. set is
// what was being executed, nil while parsing.
func problemOf(err error, set *template.Template) *Problem {
	if escape, ok := errors.AsType[*template.Error](err); ok && escape.Node == nil {
		name, _, _ := strings.Cut(escape.Name, "$") // what stands behind it tells how it is escaped
		if t := set.Lookup(name); t != nil && t.Tree != nil {
			name = t.Tree.ParseName
		}
		message := escape.Description
		if escape.ErrorCode == template.ErrEndContext {
			message = "a part of a page ends inside a tag, a script or a style"
		}
		return &Problem{File: name, Line: max(escape.Line, 1), Offset: -1, Message: message}
	}
	m := errorForm.FindStringSubmatch(err.Error())
	if m == nil {
		return nil
	}
	line, _ := strconv.Atoi(m[2])
	message := m[3]
	if _, said, ok := strings.Cut(message, ">: "); ok && strings.HasPrefix(message, "executing ") {
		message = said
	}
	return &Problem{File: m[1], Line: max(line, 1), Offset: -1, Message: message}
}
