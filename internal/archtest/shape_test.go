package archtest

import (
	"fmt"
	"go/ast"
	"path"
	"slices"
	"strings"
	"testing"
)

// maxLines is the length of a file that can still be read in one sitting.
const maxLines = 500

// empty are package names that say nothing about what is inside.
var empty = []string{"base", "common", "helper", "helpers", "misc", "shared", "util", "utils"}

func fileShapes(pkgs []pkg) []string {
	var out []string
	for _, p := range pkgs {
		for _, f := range p.files {
			if f.lines > maxLines {
				out = append(out, fmt.Sprintf("%s: has %d lines, more than %d", f.path, f.lines, maxLines))
			}
			want := path.Base(p.dir)
			if p.name() == "cmd" {
				want = "main"
			}
			if f.Name.Name != want {
				out = append(out, fmt.Sprintf("%s: the package is called %s in the folder %s", f.path, f.Name.Name, p.dir))
			}
			if slices.Contains(empty, f.Name.Name) {
				out = append(out, fmt.Sprintf("%s: %s is no name for a package: it says nothing", f.path, f.Name.Name))
			}
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
					out = append(out, f.at(fn.Pos())+": init runs without being called")
				}
			}
		}
	}
	return out
}

func TestFilesAreInShape(t *testing.T) { hold(t, fileShapes) }

func TestFileShapesBite(t *testing.T) {
	try(t, fileShapes, []snippet{
		{
			"fine", map[string]string{
				"internal/plan/a.go":   "package plan\nfunc (x t) init() {}\ntype t int",
				"cmd/milepost/main.go": "package main\nfunc main() {}",
				"internal/plan/b.go":   "package plan" + strings.Repeat("\n", maxLines),
			}, nil,
		},
		{
			"a long file", one("internal/plan/a.go", "package plan"+strings.Repeat("\n", maxLines+1)),
			[]string{"internal/plan/a.go: has 501 lines, more than 500"},
		},
		{
			"an init", one("internal/plan/a.go", "package plan\nfunc init() {}"),
			[]string{"internal/plan/a.go:2: init runs without being called"},
		},
		{
			"a name that says nothing", one("internal/util/a.go", "package util"),
			[]string{"internal/util/a.go: util is no name for a package: it says nothing"},
		},
		{
			"a folder of another name", one("internal/plan/a.go", "package plans"),
			[]string{"internal/plan/a.go: the package is called plans in the folder internal/plan"},
		},
	})
}

// packageComments asks for one package comment in each package, which says what
// the package holds, or for a command what it does.
func packageComments(pkgs []pkg) []string {
	var out []string
	for _, p := range pkgs {
		found := 0
		for _, f := range p.files {
			if f.Doc == nil {
				continue
			}
			found++
			want := "Package " + f.Name.Name + " "
			if f.Name.Name == "main" { // "Gofmt formats Go programs."
				name := path.Base(p.dir)
				want = strings.ToUpper(name[:1]) + name[1:] + " "
			}
			sentence, _, ended := strings.Cut(f.Doc.Text(), ".")
			if !strings.HasPrefix(sentence, want) || !ended {
				out = append(out, fmt.Sprintf("%s: the package comment does not begin with a sentence %q", f.path, want+"…."))
			}
		}
		if found != 1 {
			out = append(out, fmt.Sprintf("%s: %d files have a package comment, not one", p.dir, found))
		}
	}
	return out
}

func TestPackagesSayWhatTheyAre(t *testing.T) { hold(t, packageComments) }

func TestPackageCommentsBite(t *testing.T) {
	try(t, packageComments, []snippet{
		{
			"one in each", map[string]string{
				"internal/plan/a.go":   "// Package plan holds a plan.\npackage plan",
				"internal/plan/b.go":   "package plan",
				"cmd/milepost/main.go": "// Milepost publishes a plan.\npackage main",
			}, nil,
		},
		{
			"none", one("internal/plan/a.go", "// plan.go\n\npackage plan"),
			[]string{"internal/plan: 0 files have a package comment, not one"},
		},
		{
			"two",
			map[string]string{"internal/plan/a.go": "// Package plan is a.\npackage plan", "internal/plan/b.go": "// Package plan is b.\npackage plan"},
			[]string{"internal/plan: 2 files have a package comment, not one"},
		},
		{
			"another beginning", one("internal/plan/a.go", "// This package holds a plan.\npackage plan"),
			[]string{`internal/plan/a.go: the package comment does not begin with a sentence "Package plan …."`},
		},
		{
			"no sentence", one("internal/plan/a.go", "// Package plan holds a plan\npackage plan"),
			[]string{`internal/plan/a.go: the package comment does not begin with a sentence "Package plan …."`},
		},
		{
			"a command that does not say its name", one("cmd/milepost/main.go", "// Package main publishes a plan.\npackage main"),
			[]string{`cmd/milepost/main.go: the package comment does not begin with a sentence "Milepost …."`},
		},
		{
			"the name of another", one("internal/plan/a.go", "// Package planner holds a plan.\npackage plan"),
			[]string{`internal/plan/a.go: the package comment does not begin with a sentence "Package plan …."`},
		},
	})
}

// docComments asks for a comment on every exported name of a package. One
// comment may stand for a group of constants or variables.
func docComments(pkgs []pkg) []string {
	var out []string
	for _, p := range pkgs {
		for _, f := range p.files {
			for _, d := range f.Decls {
				for _, name := range undocumented(d) {
					out = append(out, fmt.Sprintf("%s: %s has no comment", f.at(name.Pos()), name.Name))
				}
			}
		}
	}
	return out
}

func undocumented(d ast.Decl) []*ast.Ident {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && exportedReceiver(d.Recv) {
			return []*ast.Ident{d.Name}
		}
	case *ast.GenDecl:
		var out []*ast.Ident
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				// A comment above a group of types does not say what each of them is.
				if s.Name.IsExported() && s.Doc == nil && (d.Doc == nil || d.Lparen.IsValid()) {
					out = append(out, s.Name)
				}
			case *ast.ValueSpec:
				if s.Doc == nil && s.Comment == nil && d.Doc == nil {
					out = append(out, exported(s.Names)...)
				}
			}
		}
		return out
	}
	return nil
}

func exported(names []*ast.Ident) []*ast.Ident {
	return slices.DeleteFunc(slices.Clone(names), func(n *ast.Ident) bool { return !n.IsExported() })
}

// exportedReceiver reports whether a function is one of the package or the
// method of a type that others can name.
func exportedReceiver(recv *ast.FieldList) bool {
	if recv == nil {
		return true
	}
	t := recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.ParenExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.IsExported()
		default:
			return false
		}
	}
}

func TestExportedNamesAreExplained(t *testing.T) { hold(t, docComments) }

func TestDocCommentsBite(t *testing.T) {
	try(t, docComments, []snippet{
		{
			"explained", one("internal/plan/a.go", `package plan

// Plan is a plan.
type Plan struct{ ID string }

// Size is its size.
func (p *Plan) Size() int { return 0 }

type inner struct{}

func (inner) String() string { return "" }

func local() {}

// The horizons.
const (
	Now = iota
	Next
)

const (
	A = 1 // the first
	// B is the second.
	B = 2
)
`), nil,
		},
		{
			"not explained", one("internal/plan/a.go", `package plan

type Plan struct{}

func (p *Plan) Size() int { return 0 }

func (p List[T]) Len() int { return 0 }

func Resolve() {}

var Default, other = 1, 2

// Types.
type (
	List[T any] []T
)
`), []string{
				"internal/plan/a.go:3: Plan has no comment",
				"internal/plan/a.go:5: Size has no comment",
				"internal/plan/a.go:7: Len has no comment",
				"internal/plan/a.go:9: Resolve has no comment",
				"internal/plan/a.go:11: Default has no comment",
				"internal/plan/a.go:15: List has no comment",
			},
		},
	})
}
