package workspace

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/source"
)

// project makes a folder with these files, from path to text.
func project(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for p, text := range files {
		write(t, filepath.Join(root, filepath.FromSlash(p)), text)
	}
	return root
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Skip("this disk cannot hold the name:", err)
	}
}

func link(t *testing.T, target, file string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.FromSlash(target), file); err != nil {
		t.Skip("no symbolic links here:", err)
	}
}

func read(t *testing.T, root string) (*source.Tree, []Note) {
	t.Helper()
	tree, notes, err := Read(root)
	if err != nil {
		t.Fatal(err)
	}
	return tree, notes
}

// contents lists what a tree holds: "path = text" and "path: n bytes".
func contents(tree *source.Tree) []string {
	var out []string
	for _, f := range tree.Files("") {
		out = append(out, f.Path+" = "+string(f.Data))
	}
	for _, a := range tree.Assets("") {
		out = append(out, a.Path+": "+strings.Repeat("*", int(a.Size)))
	}
	return out
}

func told(notes []Note) []string {
	var out []string
	for _, n := range notes {
		out = append(out, n.Path+" "+n.Why)
	}
	return out
}

func expect(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestFindGoesUpToTheNearestProject(t *testing.T) {
	root := project(t, map[string]string{
		"milepost.yaml":              "",
		"content/backlog/deep/a.md":  "",
		"docs/plan/content/b.md":     "",
		"docs/plan/milepost.yaml/x":  "", // a folder is no configuration
		"docs/other/notes/content":   "", // a file is no plan
		"docs/other/notes/readme.md": "",
	})
	for from, want := range map[string]string{
		".":                    ".",
		"content/backlog/deep": ".",
		"docs/plan/content":    "docs/plan",
		"docs/plan":            "docs/plan",
		"docs/other/notes":     ".",
	} {
		got, ok := Find(filepath.Join(root, filepath.FromSlash(from)))
		if want := filepath.Join(root, filepath.FromSlash(want)); !ok || got != want {
			t.Errorf("from %s: found %s, %v; want %s", from, got, ok, want)
		}
	}
	if got, ok := Find(t.TempDir()); ok {
		t.Errorf("found %s outside every project", got)
	}
}

func TestReadTellsTextsFromAssets(t *testing.T) {
	root := project(t, map[string]string{
		"milepost.yaml":               "title: X",
		"README.md":                   "not part of the plan",
		"public/index.html":           "the output",
		"public/content/old.md":       "the output",
		"content/_index.md":           "top",
		"content/backlog/sub/a.md":    "a",
		"content/backlog/sub/a.png":   "12",
		"content/backlog/b.MD":        "b",
		"content/backlog/c.markdown":  "c",
		"themes/ours/layouts/a.html":  "<p>",
		"themes/ours/theme.yaml":      "name: ours",
		"themes/ours/fonts/a.woff2":   "123",
		"themes/ours/cover.png":       "12",
		"static/robots.md":            "1",
		"static/.nojekyll":            "",
		"static/.well-known/x.txt":    "1",
		"static/.git/config":          "secret",
		"static/node_modules/x.js":    "x",
		"assets/custom.css":           "12",
		"content/.obsidian/app.json":  "x",
		"content/.hidden.md":          "x",
		"content/backlog/a.md~":       "x",
		"content/backlog/.a.md.swp":   "x",
		"content/backlog/#a.md#":      "x",
		"content/backlog/4913":        "x",
		"content/backlog/Thumbs.db":   "x",
		"content/node_modules/x/a.md": "x",
	})
	tree, notes := read(t, root)
	expect(t, "the tree", contents(tree),
		"content/_index.md = top",
		"content/backlog/sub/a.md = a",
		"milepost.yaml = title: X",
		"themes/ours/fonts/a.woff2 = 123",
		"themes/ours/layouts/a.html = <p>",
		"themes/ours/theme.yaml = name: ours",
		"assets/custom.css: **",
		"content/backlog/b.MD: *",
		"content/backlog/c.markdown: *",
		"content/backlog/sub/a.png: **",
		"static/.nojekyll: ",
		"static/.well-known/x.txt: *",
		"static/robots.md: *",
		"themes/ours/cover.png: **",
	)
	expect(t, "the notes", told(notes),
		"content/backlog/b.MD is not read as part of the plan: its name does not end in .md",
		"content/backlog/c.markdown is not read as part of the plan: its name does not end in .md",
	)
}

func TestReadOfAnEmptyProject(t *testing.T) {
	tree, notes := read(t, t.TempDir())
	expect(t, "the tree", contents(tree))
	expect(t, "the notes", told(notes))
}

func TestLinksAreFollowedInsideTheProjectOnly(t *testing.T) {
	outside := project(t, map[string]string{"secret.md": "secret", "dir/secret.md": "secret"})
	root := project(t, map[string]string{
		"docs/shared/one.md": "one",
		"docs/two.md":        "two",
		"content/real.md":    "real",
	})
	at := func(p string) string { return filepath.Join(root, filepath.FromSlash(p)) }
	link(t, "../docs/shared", at("content/pages"))
	link(t, "../../docs/two.md", at("content/backlog/two.md"))
	link(t, "../real.md", at("content/backlog/again.md"))
	link(t, "..", at("content/backlog/loop"))
	link(t, ".", at("content/self"))
	link(t, "turn.md", at("content/turn.md"))
	link(t, "gone.md", at("content/dangling.md"))
	link(t, filepath.Join(outside, "secret.md"), at("content/absolute.md"))
	link(t, filepath.Join(root, "docs", "two.md"), at("content/absolute-inside.md"))
	rel, err := filepath.Rel(at("content"), filepath.Join(outside, "dir"))
	if err != nil {
		t.Fatal(err)
	}
	link(t, rel, at("content/outside"))

	tree, notes := read(t, root)
	expect(t, "the tree", contents(tree),
		"content/backlog/again.md = real",
		"content/backlog/two.md = two",
		"content/pages/one.md = one",
		"content/real.md = real",
	)
	expect(t, "the notes", told(notes),
		"content/absolute-inside.md is an absolute link; only relative links inside the project are followed",
		"content/absolute.md is an absolute link; only relative links inside the project are followed",
		"content/backlog/loop is a link to a folder it lies in",
		"content/dangling.md is a link that leads nowhere",
		"content/outside is a link that leads outside the project",
		"content/self is a link to a folder it lies in",
		"content/turn.md is a link that cannot be followed",
	)
}

func TestContentMayBeALink(t *testing.T) {
	root := project(t, map[string]string{"docs/plan/backlog/a.md": "a"})
	link(t, "docs/plan", filepath.Join(root, "content"))
	if got, ok := Find(filepath.Join(root, "docs")); !ok || got != root {
		t.Errorf("found %s, %v", got, ok)
	}
	tree, notes := read(t, root)
	expect(t, "the tree", contents(tree), "content/backlog/a.md = a")
	expect(t, "the notes", told(notes))
}

func TestLinksThatMultiplyComeToAnEnd(t *testing.T) {
	root := t.TempDir()
	for _, a := range "abcdefgh" {
		for _, b := range "abcdefgh" {
			if a != b {
				link(t, "../"+string(b), filepath.Join(root, "content", string(a), "to-"+string(b)))
			}
		}
	}
	_, notes := read(t, root)
	n := 0
	for _, note := range told(notes) {
		if strings.HasSuffix(note, "is one link too many: no more than 1,000 links to folders are followed") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("it was said %d times", n)
	}
}

func TestOddNames(t *testing.T) {
	root := project(t, map[string]string{
		"content/backlog/Größe – 検索 (1).md": "kept",
		"content/backlog/a'b\"c.md":         "kept",
		"content/backlog/back\\slash.md":    "kept",
		"content/backlog/new\nline.md":      "left out",
		"content/backlog/es\x1bc.md":        "left out",
		"content/latin1-\xe9/a.md":          "left out",
		"content/latin1-\xe9.md":            "left out",
	})
	tree, notes := read(t, root)
	expect(t, "the tree", contents(tree),
		"content/backlog/Größe – 検索 (1).md = kept",
		"content/backlog/a'b\"c.md = kept",
		"content/backlog/back\\slash.md = kept",
	)
	expect(t, "the notes", told(notes),
		"content/backlog/es\x1bc.md has a control character in its name",
		"content/backlog/new\nline.md has a control character in its name",
		"content/latin1-\xe9 has a name that is not valid UTF-8",
		"content/latin1-\xe9.md has a name that is not valid UTF-8",
	)
}

func TestATextOverTheLimitIsNotRead(t *testing.T) {
	root := project(t, map[string]string{"content/a.md": "a"})
	big := filepath.Join(root, "content", "big.md")
	write(t, big, "")
	if err := os.Truncate(big, maxText+1); err != nil {
		t.Fatal(err)
	}
	tree, notes := read(t, root)
	expect(t, "the tree", contents(tree), "content/a.md = a")
	expect(t, "the notes", told(notes), "content/big.md is larger than 64 MiB and was not read")
}

func TestAnUnreadableFileIsOneClearError(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("everything may be read here")
	}
	root := project(t, map[string]string{"content/a.md": "", "content/b.md": "", "content/c.md": ""})
	for _, name := range []string{"b.md", "c.md"} {
		if err := os.Chmod(filepath.Join(root, "content", name), 0); err != nil {
			t.Fatal(err)
		}
	}
	_, _, err := Read(root)
	if err == nil || err.Error() != "read content/b.md: permission denied" {
		t.Errorf("the error is %v", err)
	}
}

func TestOpen(t *testing.T) {
	outside := project(t, map[string]string{"secret": "secret"})
	root := project(t, map[string]string{"static/sub/a.png": "image"})
	link(t, filepath.Join(outside, "secret"), filepath.Join(root, "static", "leak"))
	f, err := Open(root, "static/sub/a.png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if data, err := io.ReadAll(f); err != nil || string(data) != "image" {
		t.Errorf("read %q, %v", data, err)
	}
	for _, p := range []string{"static/leak", "../x", "static/gone.png"} {
		if f, err := Open(root, p); err == nil {
			f.Close()
			t.Errorf("%s was opened", p)
		} else if !strings.HasPrefix(err.Error(), "read "+p+": ") {
			t.Errorf("the error does not name the file: %v", err)
		}
	}
}

func TestReadText(t *testing.T) {
	root := project(t, map[string]string{"other.yaml": "title: X"})
	f, err := ReadText(filepath.Join(root, "other.yaml"), ConfigName)
	if err != nil || f.Path != ConfigName || string(f.Data) != "title: X" {
		t.Errorf("read %v, %v", f, err)
	}
	if _, err := ReadText(filepath.Join(root, "gone.yaml"), ConfigName); err == nil || !strings.HasPrefix(err.Error(), "read ") {
		t.Errorf("the error is %v", err)
	}
}

func TestTheFirstErrorInTheOrderOfPathsIsTold(t *testing.T) {
	s := &survey{texts: []string{"a", "b", "c", "d", "e"}}
	files := []*source.File{source.NewFile("a", nil), nil, nil, nil, nil}
	denied := func(p string) error { return &fs.PathError{Op: "openat", Path: p, Err: fs.ErrPermission} }
	errs := []error{nil, fs.ErrNotExist, errTooLarge, denied("d"), denied("e")}
	if _, err := s.sift(files, errs); err == nil || err.Error() != "read d: permission denied" {
		t.Errorf("the error is %v", err)
	}
	kept, err := s.sift(files[:3], errs[:3])
	if err != nil || len(kept) != 1 || kept[0].Path != "a" {
		t.Errorf("kept %v, %v", kept, err)
	}
}
