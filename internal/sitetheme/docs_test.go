package sitetheme_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"milepost/internal/schema"
	"milepost/internal/sitetheme"
	"milepost/themes"
)

var update = flag.Bool("update", false, "write the contract anew")

// TestTheContractSaysWhatTheProgramDoes makes the contract from the program: the
// comments of the templates, the structs of package view, the tokens of the styles.
func TestTheContractSaysWhatTheProgramDoes(t *testing.T) {
	want := contract(t)
	if *update {
		if err := os.WriteFile("contract.md", []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if sitetheme.Docs() != want {
		t.Error("contract.md is old: go test ./internal/sitetheme -update writes it anew")
	}
}

func contract(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "# What a site theme can rely on (contract %d)\n%s", sitetheme.Contract, introduction)
	section := func(title string, lines []string) {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", title, strings.Join(lines, "\n"))
	}
	section("theme.yaml", keys(schema.SiteTheme))
	section("An option in theme.yaml", optionKeys())
	section("Functions", functions(t))
	section("Slots", comments(t, "slots"))
	section("Partials", comments(t, "partials"))
	section("Layouts", comments(t, "layouts"))
	section("Icons", icons(t))
	section("Custom properties", tokens(t))
	b.WriteString("\n## Data\n")
	structs(t, &b)
	return b.String()
}

const introduction = `
For every path the topmost file counts: the project's own, which lies in themes/slots,
themes/partials, themes/layouts, themes/styles, themes/scripts, themes/icons or themes/fonts;
else that of the site theme milepost.yaml names; else that of the theme it extends; else the
built-in one. Nobody has to have all files.

In a template {{template "default/x" .}} calls the template x that yours stands in for, at any
height. A slot is an empty template to be filled: slots/head-end.html is called slot/head-end. A
layout is put into layouts/base.html; it defines "main", or is one text that stands for it.

Templates are those of Go's html/template: what they print is escaped. They are given the data
below, and reach no file, no network and no clock. The policy in the head of a page admits
scripts and styles as files of the site only.
`

// keys are the rows of a table in package schema.
func keys(kind schema.Kind) []string {
	var out []string
	for _, f := range schema.Fields(kind) {
		out = append(out, row(f))
	}
	return out
}

func optionKeys() []string {
	var out []string
	f, _ := schema.Lookup(schema.SiteTheme, "options")
	for _, inner := range f.Fields {
		out = append(out, row(inner))
	}
	return out
}

func row(f schema.Field) string {
	text := fmt.Sprintf("- `%s`: %s It takes %s", f.Key, f.Doc, f.Takes())
	if f.Default != "" {
		text += "; without it: " + f.Default
	}
	return text + fmt.Sprintf(". `%s: %s`", f.Key, f.Example)
}

// functions are those that the comment of their type in package render lists.
func functions(t *testing.T) []string {
	file, err := parser.ParseFile(token.NewFileSet(), "../render/functions.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range file.Decls {
		if gen, ok := d.(*ast.GenDecl); ok && strings.HasPrefix(gen.Doc.Text(), "functions are") {
			for line := range strings.Lines(gen.Doc.Text()) {
				if what, ok := strings.CutPrefix(line, "\t"); ok {
					call, does, _ := strings.Cut(strings.TrimSpace(what), "  ")
					out = append(out, "- `"+call+"`: "+strings.TrimSpace(does))
				}
			}
		}
	}
	return out
}

// icons are the names a template writes as <use href="#i-bug"/>.
func icons(t *testing.T) []string {
	entries, err := fs.ReadDir(themes.Default(), "icons")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, "`"+strings.TrimSuffix(e.Name(), ".svg")+"`")
	}
	return []string{strings.Join(names, " ")}
}

var definition = regexp.MustCompile(`\{\{-? ?define "([^"]+)"`)

var comment = regexp.MustCompile(`(?s)\{\{/\* (.*?) \*/ ?-?\}\}`)

// comments are the first words of each template of a folder about itself.
func comments(t *testing.T, folder string) []string {
	entries, err := fs.ReadDir(themes.Default(), folder)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		data, err := fs.ReadFile(themes.Default(), folder+"/"+e.Name())
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		if m := comment.FindSubmatch(data); m != nil {
			said = ": " + strings.Join(strings.Fields(string(m[1])), " ")
		}
		if names := definition.FindAllSubmatch(data, -1); folder == "partials" && names != nil {
			said += " Here are"
			for _, m := range names {
				said += " `" + string(m[1]) + "`"
			}
		}
		out = append(out, "- `"+folder+"/"+e.Name()+"`"+said)
	}
	return out
}

// structs lists the data of pages, as the comments in package view have it.
func structs(t *testing.T, b *strings.Builder) {
	files := token.NewFileSet()
	entries, err := os.ReadDir("../view")
	if err != nil {
		t.Fatal(err)
	}
	var parsed []*ast.File
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(files, path.Join("../view", e.Name()), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, f)
	}
	pkg, err := doc.NewFromFiles(files, parsed, "milepost/internal/view")
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(pkg.Types, func(a, b *doc.Type) int { return strings.Compare(a.Name, b.Name) })
	for _, typ := range pkg.Types {
		spec := typ.Decl.Specs[0].(*ast.TypeSpec)
		fields, ok := spec.Type.(*ast.StructType)
		if !ok || typ.Name == "Page" || strings.HasSuffix(typ.Name, "Record") {
			continue
		}
		fmt.Fprintf(b, "\n### %s\n\n%s\n\n", typ.Name, strings.TrimSpace(typ.Doc))
		for _, f := range fields.Fields.List {
			fmt.Fprintf(b, "- `%s`%s\n", strings.TrimSpace(fieldNames(f)+" "+typeName(f.Type)), said(f))
		}
	}
}

func fieldNames(f *ast.Field) string {
	var names []string
	for _, n := range f.Names {
		names = append(names, n.Name)
	}
	return strings.Join(names, ", ")
}

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return typeName(e.X) + " or nil"
	case *ast.ArrayType:
		return "list of " + typeName(e.Elt)
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.Ident:
		return e.Name
	}
	return "value"
}

func said(f *ast.Field) string {
	for _, group := range []*ast.CommentGroup{f.Comment, f.Doc} {
		if group != nil {
			return ": " + strings.Join(strings.Fields(group.Text()), " ")
		}
	}
	return ""
}

func tokens(t *testing.T) []string {
	data, err := fs.ReadFile(themes.Default(), "styles/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range regexp.MustCompile(`(--[a-z0-9-]+):`).FindAllSubmatch(data, -1) {
		if name := "- `" + string(m[1]) + "`"; !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
