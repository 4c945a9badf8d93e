package publish

import (
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree is a directory as a value: slash path -> content. A directory ends in
// "/" and a symbolic link has the content "-> target".
type tree map[string]string

// files gives the tree as a site, sorted, every second file as a stream.
func (t tree) files() iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for i, p := range slices.Sorted(maps.Keys(t)) {
			f := File{Path: p, Data: []byte(t[p])}
			if i%2 == 1 {
				f = File{Path: p, Open: func() (io.ReadCloser, error) {
					return io.NopCloser(strings.NewReader(t[p])), nil
				}}
			}
			if !yield(f, nil) {
				return
			}
		}
	}
}

// make adds what the tree holds to dir.
func (t tree) make(tb testing.TB, dir string) {
	tb.Helper()
	for _, p := range slices.Sorted(maps.Keys(t)) {
		name := filepath.Join(dir, filepath.FromSlash(p))
		must(tb, os.MkdirAll(filepath.Dir(name), 0o755))
		target, link := strings.CutPrefix(t[p], "-> ")
		switch {
		case strings.HasSuffix(p, "/"):
			must(tb, os.MkdirAll(name, 0o755))
		case link:
			must(tb, os.Symlink(target, name))
		default:
			must(tb, os.WriteFile(name, []byte(t[p]), 0o644))
		}
	}
}

// with is both trees in one.
func (t tree) with(u tree) tree {
	both := maps.Clone(t)
	maps.Copy(both, u)
	return both
}

// read gives all that dir holds. Directories are listed when they are empty.
func read(tb testing.TB, dir string) tree {
	tb.Helper()
	t := tree{}
	must(tb, filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		p := filepath.ToSlash(rel)
		switch e.Type() {
		case fs.ModeDir:
			inside, err := os.ReadDir(name)
			if len(inside) == 0 {
				t[p+"/"] = ""
			}
			return err
		case fs.ModeSymlink:
			target, err := os.Readlink(name)
			t[p] = "-> " + target
			return err
		}
		data, err := os.ReadFile(name)
		t[p] = string(data)
		return err
	}))
	return t
}

// visible is what dir holds without the files milepost keeps for itself.
func visible(tb testing.TB, dir string) tree {
	tb.Helper()
	t := read(tb, dir)
	maps.DeleteFunc(t, func(p, _ string) bool {
		return p == manifestName || strings.HasPrefix(p, stageDir+"/")
	})
	return t
}

// equal fails the test with what differs.
func equal(tb testing.TB, what string, got, want tree) {
	tb.Helper()
	for p := range got.with(want) {
		g, there := got[p]
		w, wanted := want[p]
		switch {
		case !wanted:
			tb.Errorf("%s: %s should not be there", what, p)
		case !there:
			tb.Errorf("%s: %s is missing", what, p)
		case g != w:
			tb.Errorf("%s: %s holds %.60q, want %.60q", what, p, g, w)
		}
	}
	if tb.Failed() {
		tb.FailNow()
	}
}

// publish builds site into dir and expects no error.
func publish(tb testing.TB, dir string, site tree) Result {
	tb.Helper()
	r, err := Site(dir, site.files(), Options{})
	must(tb, err)
	return r
}

// clean is what a build of site into an empty directory gives.
func clean(tb testing.TB, site tree) tree {
	tb.Helper()
	dir := tb.TempDir()
	publish(tb, dir, site)
	return read(tb, dir)
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}
