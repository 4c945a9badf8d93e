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
	fmt.Fprintf(&b, "# What a site theme can rely on (contract %d)\n", sitetheme.Contract)
	b.WriteString("\nFor every path the project's own file in themes/ counts, else that of the site theme, else that\nof the theme it extends, down to the built-in one. `{{template \"default/x\" .}}` calls the template\nthat yours stands in for.\n")
	b.WriteString("\n## Functions\n\n- `{{t \"Text\"}}`, `{{t \"Hello {name}\" .Name}}`: a text of the interface in the site's language\n- `{{option \"name\"}}`: what the project chose for an option of theme.yaml\n- `{{version}}`: changes with the assets\n")
	for _, kind := range []struct{ folder, title string }{{"slots", "Slots"}, {"partials", "Partials"}, {"layouts", "Layouts"}} {
		fmt.Fprintf(&b, "\n## %s\n\n", kind.title)
		for _, line := range comments(t, kind.folder) {
			b.WriteString(line + "\n")
		}
	}
	b.WriteString("\n## Data\n")
	structs(t, &b)
	b.WriteString("\n## Custom properties\n\n")
	for _, name := range tokens(t) {
		b.WriteString("- `" + name + "`\n")
	}
	return b.String()
}

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
		if name := string(m[1]); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
