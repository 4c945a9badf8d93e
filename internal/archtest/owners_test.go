package archtest

import (
	"fmt"
	"go/ast"
	"maps"
	"slices"
	"strings"
	"testing"
)

// edges are the packages that touch the world; all others are pure.
var edges = []string{"workspace", "publish", "watch", "report", "scaffold", "importer", "preview", "lsp", "cli", "cmd"}

// owners tells who may import a library: the packages below the key, at any
// depth. Every library outside the standard one must have an owner; of the
// standard one those are named that reach into the world or are kept together.
var owners = map[string][]string{
	"github.com/adrg/frontmatter":     {"document"},
	"github.com/yuin/goldmark":        {"document"},
	"github.com/yuin/goldmark-emoji":  {"document"},
	"github.com/pelletier/go-toml/v2": {"fields"},
	"go.yaml.in/yaml/v4":              {"fields"},
	"github.com/fsnotify/fsnotify":    {"watch"},
	"github.com/spf13/cobra":          {"cli"},
	"github.com/spf13/pflag":          {"cli"},
	"golang.org/x/term":               {"cli"},
	"golang.org/x/image":              {"card"},
	"golang.org/x/net":                {"render", "single"},
	"golang.org/x/text":               {"words"},
	"html/template":                   {"document", "render"},
	"net/http":                        {"preview"},
	"net":                             {"preview", "lsp"},       // and all below it but net/url
	"net/url":                         nil,                      // anyone: it is arithmetic on text
	"os/exec":                         {"workspace", "preview"}, // git; the browser
	"os":                              edges,
	"path/filepath":                   edges,
	"syscall":                         edges,
	"crypto/rand":                     {"cli", "cmd"},
	"math/rand":                       {"cli", "cmd"},
	"math/rand/v2":                    {"cli", "cmd"},
	"embed":                           {"themes", "scaffold", "sitetheme", "words", "preview"},
	"testing":                         {}, // nobody: it belongs to tests
	"unsafe":                          {},
	"plugin":                          {},
	"C":                               {}, // the program is built without cgo
}

// owner finds the row of owners for an import: its own, or the nearest above
// it. ok is false for a part of the standard library that anyone may use.
func owner(imported string) (row string, ok bool) {
	for row = imported; row != ""; row = row[:max(strings.LastIndexByte(row, '/'), 0)] {
		if _, found := owners[row]; found {
			return row, true
		}
	}
	first, _, _ := strings.Cut(imported, "/")
	return "", strings.Contains(first, ".")
}

func ownedImports(pkgs []pkg) []string {
	var out []string
	for _, p := range pkgs {
		for _, f := range p.files {
			for _, spec := range f.Imports {
				imported := importPath(spec)
				row, owned := owner(imported)
				who := owners[row]
				switch {
				case spec.Name != nil && spec.Name.Name == ".":
					out = append(out, fmt.Sprintf("%s: %s is imported with a dot, which hides what is used of it", f.at(spec.Pos()), imported))
				case !owned || who == nil && row != "" || slices.Contains(who, p.name()):
				case row == "":
					out = append(out, fmt.Sprintf("%s: %s has no owner in the table", f.at(spec.Pos()), imported))
				case len(who) == 0:
					out = append(out, fmt.Sprintf("%s: nobody may import %s", f.at(spec.Pos()), imported))
				default:
					out = append(out, fmt.Sprintf("%s: %s imports %s, which belongs to %s", f.at(spec.Pos()), p.name(), imported, strings.Join(who, ", ")))
				}
			}
		}
	}
	return out
}

func TestLibrariesAreUsedByTheirOwners(t *testing.T) { hold(t, ownedImports) }

func TestOwnersBite(t *testing.T) {
	try(t, ownedImports, []snippet{
		{
			"by their owners", map[string]string{
				"internal/document/a.go":  "package document\nimport (\n\"html/template\"\n\"strings\"\n\"github.com/yuin/goldmark/ast\"\n)",
				"internal/workspace/a.go": "package workspace\nimport (\n\"os\"\n\"os/exec\"\n\"path/filepath\"\n)",
				"internal/view/a.go":      "package view\nimport \"net/url\"",
				"internal/plan/a.go":      "package plan\nimport \"milepost/internal/source\"",
			}, nil,
		},
		{
			"the Markdown parser outside document", one("internal/plan/a.go", "package plan\nimport \"github.com/yuin/goldmark/ast\""),
			[]string{"internal/plan/a.go:2: plan imports github.com/yuin/goldmark/ast, which belongs to document"},
		},
		{
			"YAML in the configuration", one("internal/config/a.go", "package config\nimport y \"go.yaml.in/yaml/v4\""),
			[]string{"internal/config/a.go:2: config imports go.yaml.in/yaml/v4, which belongs to fields"},
		},
		{
			"the disk in a pure package", one("internal/plan/a.go", "package plan\nimport \"os\""),
			[]string{"internal/plan/a.go:2: plan imports os, which belongs to " + strings.Join(edges, ", ")},
		},
		{
			"a process outside workspace", one("internal/cli/a.go", "package cli\nimport \"os/exec\""),
			[]string{"internal/cli/a.go:2: cli imports os/exec, which belongs to workspace, preview"},
		},
		{
			"paths of the system in a pure package", one("internal/view/a.go", "package view\nimport \"path/filepath\""),
			[]string{"internal/view/a.go:2: view imports path/filepath, which belongs to " + strings.Join(edges, ", ")},
		},
		{
			"the network", one("internal/importer/a.go", "package importer\nimport \"net/http/httputil\""),
			[]string{"internal/importer/a.go:2: importer imports net/http/httputil, which belongs to preview"},
		},
		{
			"chance in the order", one("internal/order/a.go", "package order\nimport \"math/rand/v2\""),
			[]string{"internal/order/a.go:2: order imports math/rand/v2, which belongs to cli, cmd"},
		},
		{
			"what belongs to nobody", one("internal/cli/a.go", "package cli\nimport \"testing\""),
			[]string{"internal/cli/a.go:2: nobody may import testing"},
		},
		{
			"a library that nobody decided on", one("internal/cli/a.go", "package cli\nimport \"example.org/left/pad\""),
			[]string{"internal/cli/a.go:2: example.org/left/pad has no owner in the table"},
		},
		{
			"a dot", one("internal/cli/a.go", "package cli\nimport . \"strings\""),
			[]string{"internal/cli/a.go:2: strings is imported with a dot, which hides what is used of it"},
		},
	})
}

// worldly are the functions and variables through which the clock, the
// environment and the standard streams come in. They are handed down from the
// command line as values.
var worldly = map[string][]string{
	"time": {"Now", "Since", "Until"},
	"os":   {"Getenv", "LookupEnv", "Environ", "ExpandEnv", "Args", "Exit", "Stdin", "Stdout", "Stderr"},
	"fmt":  {"Print", "Printf", "Println"},
}

func worldlyNames(pkgs []pkg) []string {
	return selectors(pkgs, func(p pkg, imported, name string) string {
		if p.name() == "cli" || p.name() == "cmd" || !slices.Contains(worldly[imported], name) {
			return ""
		}
		return fmt.Sprintf("%s uses %s.%s, which belongs to cli and cmd", p.name(), imported, name)
	})
}

// selectors asks about every name that is used of an import; an answer is a
// complaint.
func selectors(pkgs []pkg, ask func(p pkg, imported, name string) string) []string {
	var out []string
	for _, p := range pkgs {
		for _, f := range p.files {
			imports := byName(f)
			ast.Inspect(f.File, func(n ast.Node) bool {
				if imported, name, ok := qualified(n, imports); ok {
					if complaint := ask(p, imported, name); complaint != "" {
						out = append(out, f.at(n.Pos())+": "+complaint)
					}
				}
				return true
			})
		}
	}
	return out
}

// byName gives the import path that a name stands for in f.
func byName(f file) map[string]string {
	out := map[string]string{}
	for p, name := range f.imports() {
		out[name] = p
	}
	return out
}

// qualified reads n as a name of an imported package. A variable named like an
// import would be taken for it; the complaint then asks for a better name.
func qualified(n ast.Node, imports map[string]string) (imported, name string, ok bool) {
	sel, ok := n.(*ast.SelectorExpr)
	if !ok {
		return "", "", false
	}
	x, ok := sel.X.(*ast.Ident)
	if !ok || imports[x.Name] == "" {
		return "", "", false
	}
	return imports[x.Name], sel.Sel.Name, true
}

func TestClockAndEnvironmentComeFromTheCommandLine(t *testing.T) { hold(t, worldlyNames) }

func TestWorldlyNamesBite(t *testing.T) {
	try(t, worldlyNames, []snippet{
		{
			"where they belong", map[string]string{
				"internal/cli/a.go":  "package cli\nimport \"time\"\nvar now = time.Now",
				"internal/plan/a.go": "package plan\nimport (\n\"time\"\n\"os\"\n\"fmt\"\n)\nvar a, b, c = time.Date, os.ReadFile, fmt.Sprint",
			}, nil,
		},
		{
			"the clock", one("internal/plan/a.go", "package plan\nimport \"time\"\nfunc f() { _ = time.Now() }"),
			[]string{"internal/plan/a.go:3: plan uses time.Now, which belongs to cli and cmd"},
		},
		{
			"the clock under another name and without a call", one("internal/watch/a.go", "package watch\nimport clock \"time\"\nvar since = clock.Since"),
			[]string{"internal/watch/a.go:3: watch uses time.Since, which belongs to cli and cmd"},
		},
		{
			"the environment", one("internal/workspace/a.go", "package workspace\nimport \"os\"\nvar home = os.Getenv(\"HOME\")"),
			[]string{"internal/workspace/a.go:3: workspace uses os.Getenv, which belongs to cli and cmd"},
		},
		{
			"the terminal", one("internal/report/a.go", "package report\nimport \"fmt\"\nfunc f() { fmt.Println() }"),
			[]string{"internal/report/a.go:3: report uses fmt.Println, which belongs to cli and cmd"},
		},
	})
}

// safe are the types by which html/template lets text through as it is.
var safe = []string{"CSS", "HTML", "HTMLAttr", "JS", "JSStr", "Srcset", "URL"}

// The package that owns these types, and the one that hands HTML on.
const (
	template = "html/template"
	document = "milepost/internal/document"
)

// trusted reports whether an expression names a type that is not escaped.
func trusted(e ast.Expr, imports map[string]string) (name string, ok bool) {
	if paren, isParen := e.(*ast.ParenExpr); isParen {
		return trusted(paren.X, imports)
	}
	imported, name, ok := qualified(e, imports)
	ok = ok && (imported == template && slices.Contains(safe, name) || imported == document && name == "HTML")
	return name, ok
}

// trustedText complains of text that is declared to be safe. Only document may
// do so, and only for HTML: what it makes was cleaned by it.
func trustedText(pkgs []pkg) []string {
	var out []string
	for _, p := range pkgs {
		for _, f := range p.files {
			imports := byName(f)
			complain := func(n ast.Node, how string, e ast.Expr) {
				name, ok := trusted(e, imports)
				if ok && (p.name() != "document" || name != "HTML") {
					out = append(out, fmt.Sprintf("%s: %s %s template.%s, and only document makes HTML", f.at(n.Pos()), p.name(), how, name))
				}
			}
			ast.Inspect(f.File, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					complain(n, "makes", n.Fun)
				case *ast.TypeSpec:
					complain(n, "renames", n.Type)
				}
				return true
			})
		}
	}
	return out
}

func TestOnlyDocumentMakesHTML(t *testing.T) { hold(t, trustedText) }

func TestTrustedTextBites(t *testing.T) {
	try(t, trustedText, []snippet{
		{
			"document makes HTML, others carry it", map[string]string{
				"internal/document/a.go": "package document\nimport \"html/template\"\ntype HTML = template.HTML\nvar a = template.HTML(\"x\")",
				"internal/view/a.go":     "package view\nimport \"milepost/internal/document\"\ntype Page struct{ Body document.HTML }",
				"internal/render/a.go":   "package render\nimport \"html/template\"\nvar t = template.New(\"x\")",
			}, nil,
		},
		{
			"a conversion in render", one("internal/render/a.go", "package render\nimport \"html/template\"\nvar a = template.HTML(\"x\")"),
			[]string{"internal/render/a.go:3: render makes template.HTML, and only document makes HTML"},
		},
		{
			"a conversion through document's own name", one("internal/view/a.go", "package view\nimport \"milepost/internal/document\"\nvar a = document.HTML(\"x\")"),
			[]string{"internal/view/a.go:3: view makes template.HTML, and only document makes HTML"},
		},
		{
			"a conversion in brackets, under another name", one("internal/render/a.go", "package render\nimport h \"html/template\"\nvar a = (h.URL)(\"javascript:x\")"),
			[]string{"internal/render/a.go:3: render makes template.URL, and only document makes HTML"},
		},
		{
			"a script in document", one("internal/document/a.go", "package document\nimport \"html/template\"\nvar a = template.JS(\"x\")"),
			[]string{"internal/document/a.go:3: document makes template.JS, and only document makes HTML"},
		},
		{
			"a new name to convert by", one("internal/view/a.go", "package view\nimport \"html/template\"\ntype raw = template.HTMLAttr"),
			[]string{"internal/view/a.go:3: view renames template.HTMLAttr, and only document makes HTML"},
		},
	})
}

// concurrent are the packages that start goroutines. They are few, so that each
// goroutine can be seen to end.
var concurrent = []string{"parallel", "engine", "workspace", "watch", "preview", "lsp", "cli"}

func goroutines(pkgs []pkg) []string {
	var out []string
	for _, p := range pkgs {
		if slices.Contains(concurrent, p.name()) {
			continue
		}
		for _, f := range p.files {
			ast.Inspect(f.File, func(n ast.Node) bool {
				if starts(n) {
					out = append(out, fmt.Sprintf("%s: %s starts a goroutine, which is left to %s", f.at(n.Pos()), p.name(), strings.Join(concurrent, ", ")))
				}
				return true
			})
		}
	}
	return out
}

// starts reports a go statement, or a method Go that is given a function, as
// sync.WaitGroup has it.
func starts(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.GoStmt:
		return true
	case *ast.CallExpr:
		sel, ok := n.Fun.(*ast.SelectorExpr)
		return ok && sel.Sel.Name == "Go" && len(n.Args) == 1
	}
	return false
}

func TestGoroutinesAreKeptTogether(t *testing.T) { hold(t, goroutines) }

func TestGoroutinesBite(t *testing.T) {
	complaint := "plan starts a goroutine, which is left to parallel, engine, workspace, watch, preview, lsp, cli"
	try(t, goroutines, []snippet{
		{"where they belong", one("internal/engine/a.go", "package engine\nfunc f() { go f() }"), nil},
		{
			"in a pure package", one("internal/plan/a.go", "package plan\nfunc f() {\n\tgo f()\n}"),
			[]string{"internal/plan/a.go:3: " + complaint},
		},
		{
			"through a wait group", one("internal/plan/a.go", "package plan\nimport \"sync\"\nfunc f() {\n\tvar wg sync.WaitGroup\n\twg.Go(f)\n}"),
			[]string{"internal/plan/a.go:5: " + complaint},
		},
	})
}

// A row for a package that cannot exist would never bite.
func TestTablesNameKnownPackages(t *testing.T) {
	for _, row := range slices.Sorted(maps.Keys(owners)) {
		for _, name := range owners[row] {
			if level(name) < 0 {
				t.Errorf("%s belongs to %s, which has no place in the import order", row, name)
			}
		}
	}
	for _, name := range slices.Concat(edges, concurrent) {
		if level(name) < 0 {
			t.Errorf("%s has no place in the import order", name)
		}
	}
}
