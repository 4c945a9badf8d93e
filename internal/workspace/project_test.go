package workspace

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// again is a project that is read once, and what it holds.
func again(t *testing.T, files map[string]string) (string, *Project, *Reading) {
	t.Helper()
	root := project(t, files)
	p := At(root)
	return root, p, readAgain(t, p, later)
}

// later is a time at which no file of a test is young.
var later = time.Now().Add(time.Hour)

func readAgain(t *testing.T, p *Project, now time.Time) *Reading {
	t.Helper()
	r, err := p.Read(now)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestOnlyWhatChangedIsReadAgain(t *testing.T) {
	root, p, before := again(t, map[string]string{
		"milepost.yaml": "", "content/backlog/a.md": "a", "content/backlog/b.md": "b", "content/backlog/c.md": "c", "static/x.png": "12",
	})
	write(t, filepath.Join(root, "content/backlog/b.md"), "other")
	write(t, filepath.Join(root, "content/backlog/new.md"), "new")
	write(t, filepath.Join(root, "static/x.png"), "123")
	if err := os.Remove(filepath.Join(root, "content/backlog/c.md")); err != nil {
		t.Fatal(err)
	}
	after := readAgain(t, p, later)
	changed, gone := after.Since(before)
	expect(t, "changed", changed, "content/backlog/b.md", "content/backlog/new.md", "static/x.png")
	expect(t, "gone", gone, "content/backlog/c.md")
	if before.Tree.File("content/backlog/a.md") != after.Tree.File("content/backlog/a.md") {
		t.Error("a text that has not changed was read again")
	}
	fresh, _ := read(t, root)
	expect(t, "the tree", contents(after.Tree), contents(fresh)...)
	if changed, gone := readAgain(t, p, later).Since(after); len(changed)+len(gone) > 0 {
		t.Errorf("nothing was done, and %v has changed, %v is gone", changed, gone)
	}
}

// A disk that counts in seconds gives two versions of a text one time.
func TestAYoungTextIsNotTrusted(t *testing.T) {
	root, p, _ := again(t, map[string]string{"content/a.md": "one"})
	file := filepath.Join(root, "content", "a.md")
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	sneak := func(text string) {
		write(t, file, text)
		if err := os.Chtimes(file, info.ModTime(), info.ModTime()); err != nil {
			t.Fatal(err)
		}
	}
	soon := info.ModTime().Add(time.Second)
	sneak("two")
	if got := readAgain(t, p, soon).Tree.File("content/a.md"); string(got.Data) != "one" {
		t.Fatalf("this test tests nothing: it reads %q", got.Data)
	}
	p = At(root)
	before := readAgain(t, p, soon)
	sneak("six")
	after := readAgain(t, p, soon)
	if changed, _ := after.Since(before); string(after.Tree.File("content/a.md").Data) != "six" || len(changed) != 1 {
		t.Errorf("it reads %q", after.Tree.File("content/a.md").Data)
	}
	if changed, _ := readAgain(t, p, soon).Since(after); len(changed) > 0 {
		t.Error("a young text that is the same counts as changed")
	}
}

func TestRereadTakesInWhatIsNamed(t *testing.T) {
	root, p, before := again(t, map[string]string{"content/a.md": "a", "content/b.md": "b", "content/x.png": "", "content/c.md": "c"})
	for name, text := range map[string]string{"a": "new a", "b": "new b"} {
		write(t, filepath.Join(root, "content", name+".md"), text)
	}
	r, ok := p.Reread(before, []string{"content/a.md"}, later)
	if !ok {
		t.Fatal("it does not do")
	}
	expect(t, "the tree", contents(r.Tree), "content/a.md = new a", "content/b.md = b", "content/c.md = c", "content/x.png: ")
	if changed, _ := r.Since(before); !slices.Equal(changed, []string{"content/a.md"}) {
		t.Errorf("changed: %v", changed)
	}
	if changed, _ := readAgain(t, p, later).Since(r); !slices.Equal(changed, []string{"content/b.md"}) {
		t.Errorf("then changed: %v", changed)
	}
}

func TestRereadLeavesTheRestToRead(t *testing.T) {
	root, p, before := again(t, map[string]string{"content/a.md": "a", "content/x.png": "", "content/gone.md": "", "content/link.md": "", "content/dir.md": ""})
	for _, name := range []string{"gone.md", "link.md", "dir.md"} {
		if err := os.Remove(filepath.Join(root, "content", name)); err != nil {
			t.Fatal(err)
		}
	}
	link(t, "a.md", filepath.Join(root, "content/link.md"))
	write(t, filepath.Join(root, "content/dir.md/x.md"), "")
	write(t, filepath.Join(root, "content/new.md"), "")
	for _, path := range []string{"content/new.md", "content/gone.md", "content/link.md", "content/dir.md", "content/x.png", "content", "../x"} {
		if _, ok := p.Reread(before, []string{path}, later); ok {
			t.Errorf("%s: it does", path)
		}
	}
}

func TestFoldersAreWhereAChangeWouldBe(t *testing.T) {
	root := project(t, map[string]string{
		"content/a/b/c.md": "", "content/.git/x": "", "content/node_modules/x.md": "", "shared/more/x.md": "", "shared/one.md": "",
		"static/x.png": "", "public/index.html": "", "other/y.md": "",
	})
	link(t, "../shared/more", filepath.Join(root, "content/linked"))
	link(t, "../../shared/one.md", filepath.Join(root, "content/a/one.md"))
	expect(t, "folders", readAgain(t, At(root), later).Folders,
		"content", "content/a", "content/a/b", "content/linked", "shared", "static")
}

func TestTheLatestOfSeveral(t *testing.T) {
	root, p, _ := again(t, map[string]string{"content/a.md": "", "content/b.md": "", "content/c.md": ""})
	for n, name := range []string{"b", "c", "a"} {
		at := later.Add(-time.Duration(n) * time.Minute)
		if err := os.Chtimes(filepath.Join(root, "content", name+".md"), at, at); err != nil {
			t.Fatal(err)
		}
	}
	r := readAgain(t, p, later)
	if got := r.Latest(strings.Fields("content/a.md content/b.md content/c.md")); got != "content/b.md" {
		t.Errorf("it is %s", got)
	}
	if got := r.Latest(nil); got != "" {
		t.Errorf("of none it is %s", got)
	}
}
