package archtest

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// root is the folder of the module, seen from this package.
const root = "../.."

// pkg is one package of the program, without its tests.
type pkg struct {
	dir   string // from the root, with slashes: "internal/plan", "themes"
	files []file
}

// name is how the rules below call a package: without internal/, and commands
// are all "cmd".
func (p pkg) name() string {
	if strings.HasPrefix(p.dir, "cmd/") {
		return "cmd"
	}
	return strings.TrimPrefix(p.dir, "internal/")
}

// file is one parsed source file.
type file struct {
	*ast.File
	path  string // from the root, with slashes
	fset  *token.FileSet
	lines int
}

// at is a place in the file, for complaints.
func (f file) at(pos token.Pos) string {
	return fmt.Sprintf("%s:%d", f.path, f.fset.Position(pos).Line)
}

// imports gives the paths that f imports, each with the name it has in f.
func (f file) imports() map[string]string {
	out := map[string]string{}
	for _, spec := range f.Imports {
		p := importPath(spec)
		name := path.Base(p)
		if name == "v2" || name == "v4" {
			name = path.Base(path.Dir(p))
		}
		if spec.Name != nil {
			name = spec.Name.Name
		}
		out[p] = name
	}
	return out
}

func importPath(spec *ast.ImportSpec) string {
	p, _ := strconv.Unquote(spec.Path.Value) // the parser admits valid strings only
	return p
}

// parse makes packages of sources, which are named by their paths.
func parse(sources map[string][]byte) ([]pkg, error) {
	byDir := map[string]*pkg{}
	for _, name := range slices.Sorted(maps.Keys(sources)) {
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, name, sources[name], parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		dir := path.Dir(name)
		if byDir[dir] == nil {
			byDir[dir] = &pkg{dir: dir}
		}
		byDir[dir].files = append(byDir[dir].files, file{tree, name, fset, bytes.Count(sources[name], []byte("\n"))})
	}
	var out []pkg
	for _, dir := range slices.Sorted(maps.Keys(byDir)) {
		out = append(out, *byDir[dir])
	}
	return out, nil
}

// program parses the program itself, once.
var program = sync.OnceValues(func() ([]pkg, error) {
	sources := map[string][]byte{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return enter(name)
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		sources[filepath.ToSlash(rel)] = data
		return nil
	})
	if err != nil {
		return nil, err
	}
	return parse(sources)
})

// enter leaves out what is not of this module's packages: hidden folders,
// testdata and modules of their own, such as tools.
func enter(dir string) error {
	if dir == root {
		return nil
	}
	base := filepath.Base(dir)
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	if err == nil || base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
		return filepath.SkipDir
	}
	return nil
}

// A check says what is wrong with packages, one complaint each.
type check func([]pkg) []string

// hold fails where the program itself breaks a check.
func hold(t *testing.T, c check) {
	t.Helper()
	pkgs, err := program()
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) < 10 {
		t.Fatalf("only %d packages were found: the test looks in the wrong place", len(pkgs))
	}
	for _, complaint := range c(pkgs) {
		t.Error(complaint)
	}
}

// A snippet is a program of a few files on which a check is tried.
type snippet struct {
	name  string
	files map[string]string
	want  []string // the complaints
}

// try runs a check on snippets.
func try(t *testing.T, c check, snippets []snippet) {
	t.Helper()
	for _, s := range snippets {
		t.Run(s.name, func(t *testing.T) {
			sources := map[string][]byte{}
			for name, text := range s.files {
				sources[name] = []byte(text)
			}
			pkgs, err := parse(sources)
			if err != nil {
				t.Fatal(err)
			}
			if got := c(pkgs); !slices.Equal(got, s.want) {
				t.Errorf("complaints\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(s.want, "\n\t"))
			}
		})
	}
}

// one is a snippet's program of a single file.
func one(name, text string) map[string]string { return map[string]string{name: text} }
