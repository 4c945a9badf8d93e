package publish

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// unused is a site that must not be asked for its files.
func unused(t *testing.T) func(func(File, error) bool) {
	return func(func(File, error) bool) { t.Error("the site was rendered before the directory was refused") }
}

func TestDirectoryIsRefused(t *testing.T) {
	top := t.TempDir()
	tree{
		"home/project/content/a.md": "x",
		"home/project/themes/":      "",
		"home/project/public/":      "",
		"home/project/file":         "x",
		"home/project/to-project":   "-> .",
		"home/project/to-content":   "-> content",
		"home/project/nowhere":      "-> not-there",
		"home/other/notes.txt":      "x",
		"home/cloned/.git/config":   "x",
		"home/cloned/CNAME":         "x",
	}.make(t, top)
	was := read(t, top)
	project := path.Join(top, "home", "project")
	opt := Options{Home: path.Join(top, "home"), Project: project}
	for _, name := range []string{"content", "themes", "static"} { // the last is not there
		opt.Sources = append(opt.Sources, path.Join(project, name))
	}
	for dir, want := range map[string]string{
		"":                            "no directory is named",
		"/":                           "it is the root of the file system",
		top:                           "it holds your home directory " + opt.Home,
		opt.Home:                      "it holds your home directory " + opt.Home,
		project:                       "it holds the project " + project + "; name a directory of its own, such as public",
		project + "/public/..":        "it holds the project " + project + "; name a directory of its own, such as public",
		project + "/to-project":       "it holds the project " + project + "; name a directory of its own, such as public",
		project + "/content":          "it holds the sources in " + project + "/content",
		project + "/content/a/b":      "it lies in " + project + "/content, where the sources are",
		project + "/to-content/new":   "it lies in " + project + "/content, where the sources are",
		project + "/themes/mine":      "it lies in " + project + "/themes, where the sources are",
		project + "/static":           "it holds the sources in " + project + "/static",
		project + "/static/x":         "it lies in " + project + "/static, where the sources are",
		project + "/file":             "it is a file, not a directory",
		project + "/file/public":      "not a directory",
		project + "/nowhere":          "nowhere is a symbolic link that leads nowhere",
		path.Join(opt.Home, "other"):  "it is not empty and milepost did not write it; name another directory, or add --adopt to keep its files and write among them",
		path.Join(opt.Home, "cloned"): "it is not empty and milepost did not write it; name another directory, or add --adopt to keep its files and write among them",
	} {
		_, err := Site(dir, unused(t), opt)
		wantError(t, err, want)
		if !strings.HasPrefix(err.Error(), "write "+strings.TrimSuffix(dir, "/..")) && !strings.Contains(dir, "..") {
			t.Errorf("the error does not name the directory: %v", err)
		}
	}
	equal(t, "after the refusals", read(t, top), was)
	if _, err := Site(project+"/public", tree{"a": "1"}.files(), opt); err != nil {
		t.Error(err)
	}
}

func TestRelativeDirectory(t *testing.T) {
	project := t.TempDir()
	t.Chdir(project)
	opt := Options{Project: project, Sources: []string{path.Join(project, "content")}}
	for dir, ok := range map[string]bool{"public": true, ".": false, "public/..": false, "content": false, "./content/x": false, "content-2": true} {
		if _, err := Site(dir, tree{}.files(), opt); (err == nil) != ok {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

func TestAdopt(t *testing.T) {
	dir := t.TempDir()
	theirs := tree{"index.html": "theirs", "notes.txt": "theirs", ".git/config": "theirs"}
	theirs.make(t, dir)
	_, err := Site(dir, tree{"index.html": "ours"}.files(), Options{Adopt: true})
	must(t, err)
	equal(t, "after adopting", visible(t, dir), theirs.with(tree{"index.html": "ours"}))
	publish(t, dir, tree{"other.html": "ours"})
	equal(t, "after a build without", visible(t, dir), theirs.without("index.html").with(tree{"other.html": "ours"}))
}

func TestPathIsRefused(t *testing.T) {
	for _, p := range []string{
		"", ".", "..", "../a", "a/../b", "/a", "a//b", "a/", "./a", `a\b`, "a\x00b", "a\nb", "C:/a", "c:a", "a:b", "\xff",
		"what?.html", "a*b", "a|b", "<a>", `"a"`, "con", "NUL.html", "items/Aux.tar.gz", "com1", "lpt¹.txt", "con .txt",
		"a./b", "a /b", "a.", ".git/hooks/post-checkout", "sub/.GIT/config",
		manifestName, stageDir, stageDir + "/a", ".Milepost-Stage/a", ".MILEPOST-manifest.json",
	} {
		dir := t.TempDir()
		if _, err := Site(dir, tree{p: "x"}.files(), Options{}); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: error is %v", p, err)
		}
		equal(t, p, read(t, dir), tree{})
	}
	for _, p := range []string{"a", "items/a-b_c.html", ".nojekyll", ".well-known/x", "console.html", "com10", "ä/ö.html", "a b.txt", ".gitignore"} {
		if err := checkPath(p); err != nil {
			t.Errorf("%q is refused: %v", p, err)
		}
	}
}

// FuzzPath: no accepted path leads out of the output, on any system.
func FuzzPath(f *testing.F) {
	f.Add("a/b.html")
	f.Add("../a")
	f.Fuzz(func(t *testing.T, p string) {
		if checkPath(p) != nil {
			return
		}
		if !fs.ValidPath(p) || !filepath.IsLocal(filepath.FromSlash(p)) || path.Clean(p) != p || strings.ContainsAny(p, ":\\\x00") {
			t.Errorf("%q is accepted", p)
		}
	})
}

func TestPathsThatMeet(t *testing.T) {
	for _, c := range []struct{ first, second, want string }{
		{"a.html", "a.html", `two files have the path "a.html"`},
		{"items/A.html", "Items/a.html", `"items/A.html" and "Items/a.html" are one file where case does not count`},
		{"a", "A/b/c.html", `"a" cannot be both a file and the directory of "A/b/c.html"`},
		{"a/b/c.html", "A/b", `"A/b" cannot be both a file and the directory of "a/b/c.html"`},
	} {
		dir := t.TempDir()
		_, err := Site(dir, func(yield func(File, error) bool) {
			_ = yield(File{Path: c.first}, nil) && yield(File{Path: c.second}, nil)
		}, Options{})
		wantError(t, err, "write "+dir+": "+c.want)
		equal(t, c.want, read(t, dir), tree{})
	}
}

func TestSymlinksLeadNowhere(t *testing.T) {
	secret := tree{"victim.txt": "secret", "sub/victim.txt": "secret", "empty/": ""}
	for name, c := range map[string]struct {
		links tree
		want  string // of the error
	}{
		"page":              {links: tree{"index.html": "-> ../outside/victim.txt"}},
		"page, new":         {links: tree{"new.html": "-> ../outside/not-there"}},
		"page, inside":      {links: tree{"index.html": "-> notes.txt"}},
		"page to directory": {links: tree{"index.html": "-> ../outside"}},
		"directory":         {tree{"items": "-> ../outside"}, "/items: a symbolic link is in the way of a directory; remove it"},
		"directory, inside": {tree{"items": "-> notes"}, "/items: a symbolic link is in the way of a directory; remove it"},
		"stage":             {links: tree{stageDir: "-> ../outside"}},
		"gone page":         {links: tree{"old": "-> ../outside"}},
		"manifest":          {tree{manifestName: "-> ../outside/victim.txt"}, "it is not a file; add --adopt to go on without it, which removes no old page"},
	} {
		t.Run(name, func(t *testing.T) {
			top := t.TempDir()
			dir := path.Join(top, "public")
			publish(t, dir, tree{"index.html": "1", "items/a.html": "2", "old/victim.txt": "secret", "old/empty/x": ""})
			secret.make(t, path.Join(top, "outside"))
			tree{"notes.txt": "mine", "notes/a.html": "mine"}.make(t, dir)
			for p := range c.links {
				must(t, os.RemoveAll(path.Join(dir, p)))
			}
			c.links.make(t, dir)
			site := tree{"index.html": "new", "items/a.html": "new", "new.html": "new"}
			_, err := Site(dir, site.files(), Options{})
			if c.want != "" {
				wantError(t, err, c.want)
			} else {
				must(t, err)
				for p, content := range site {
					if now := read(t, dir); now[p] != content {
						t.Errorf("%s holds %q", p, now[p])
					}
				}
			}
			equal(t, "outside", read(t, path.Join(top, "outside")), secret)
			if now := read(t, dir); now["notes.txt"] != "mine" || now["notes/a.html"] != "mine" {
				t.Error("a foreign file was written through a link")
			}
		})
	}
}

func TestHostileManifest(t *testing.T) {
	sum := clean(t, tree{"x": "secret"})[manifestName]
	sum = sum[strings.Index(sum, `"x": "`)+6:][:64]
	list := func(p string) string {
		data, err := json.Marshal(manifestText{manifestSchema, map[string]string{p: sum}})
		must(t, err)
		return string(data)
	}
	for name, c := range map[string]struct{ manifest, want string }{
		"parent":      {list("../victim.txt"), `it lists "../victim.txt" is not a path below the output`},
		"absolute":    {list("/victim.txt"), "is not a path below the output"},
		"git":         {list(".git/config"), "a site does not write to git's own directory"},
		"link":        {list("link/victim.txt"), ""},
		"link inside": {list("inside/mine.txt"), ""},
		"link, empty": {list("inside/empty/x"), ""},
		"empty":       {"", "it is damaged"},
		"damaged":     {`{"schema":`, "it is damaged"},
		"wrong type":  {`{"schema":"milepost-manifest/1","files":{"a":1}}`, "it is damaged"},
		"newer":       {`{"schema":"milepost-manifest/2"}`, `its schema is "milepost-manifest/2", not "milepost-manifest/1"`},
		"other sum":   {strings.Replace(list("theirs.txt"), sum[:8], "00000000", 1), ""},
		"no sum":      {`{"schema":"milepost-manifest/1","files":{"theirs.txt":""}}`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			top := t.TempDir()
			dir := path.Join(top, "public")
			all := tree{
				"victim.txt":             "secret",
				"public/link":            "-> ..",
				"public/inside":          "-> theirs",
				"public/theirs/mine.txt": "secret",
				"public/theirs/empty/":   "",
				"public/theirs.txt":      "secret",
				"public/.git/config":     "secret",
			}
			all.make(t, top)
			tree{manifestName: c.manifest}.make(t, dir)
			_, err := Site(dir, tree{"a": "1"}.files(), Options{})
			if c.want == "" {
				must(t, err)
			} else if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "--adopt") {
				t.Fatalf("error is %v", err)
			}
			_, err = Site(dir, tree{"b": "2"}.files(), Options{Adopt: true})
			must(t, err)
			now := read(t, top)
			for p, content := range all {
				if got, there := now[p]; got != content || !there {
					t.Errorf("%s holds %q", p, got)
				}
			}
			if now["public/b"] != "2" {
				t.Error("nothing was published")
			}
		})
	}
}

func TestDirectoryNamedLikeTheManifest(t *testing.T) {
	dir := t.TempDir()
	theirs := tree{manifestName + "/a": "theirs"}
	theirs.make(t, dir)
	for _, adopt := range []bool{false, true} {
		_, err := Site(dir, tree{"a": "1"}.files(), Options{Adopt: adopt})
		wantError(t, err, "read "+filepath.Join(dir, manifestName)+": it is a directory; remove it")
		equal(t, "after the refusal", read(t, dir), theirs)
	}
}

func TestReadOnlyDirectory(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := path.Join(t.TempDir(), "public")
	publish(t, dir, oldSite)
	was := read(t, dir)
	must(t, os.Chmod(dir, 0o555))
	defer os.Chmod(dir, 0o755)
	_, err := Site(dir, newSite.files(), Options{})
	wantError(t, err, "make directory "+filepath.Join(dir, stageDir)+": permission denied")
	equal(t, "after the error", read(t, dir), was)
	publish(t, dir, oldSite) // writes nothing, and so needs no permission
}
