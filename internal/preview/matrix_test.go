package preview

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestTheWatchMatrix is what people and their tools do to files. Each change is on
// the pages in less than a second, without a restart.
func TestTheWatchMatrix(t *testing.T) {
	item := func(title string) string { return "---\ntitle: " + title + "\n---\nText.\n" }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, poll := range []time.Duration{0, 50 * time.Millisecond} {
		t.Run(fmt.Sprint("polling every ", poll), func(t *testing.T) {
			t.Parallel()
			p := start(t, small, func(o *Options) { o.Poll = poll })
			at := func(path string) string { return filepath.Join(p.root, "content", "backlog", filepath.FromSlash(path)) }
			write := func(path, text string) { put(t, p.root, "content/backlog/"+path, text) }
			var took []time.Duration
			shows := func(path, text string) { t.Helper(); took = append(took, p.shows(t, path, text)) }
			gone := func(path string) {
				t.Helper()
				took = append(took, eventually(t, path+" is gone", func() bool { status, _ := p.get(path); return status == 404 }))
			}

			write("one.md", item("In place"))
			shows("items/one.html", "In place")

			write("one.md.tmp", item("By rename"))
			must(os.Rename(at("one.md.tmp"), at("one.md")))
			shows("items/one.html", "By rename")

			must(os.Rename(at("one.md"), at("one.md~"))) // vim, with backupcopy=no
			write("one.md", item("With a backup"))
			must(os.Remove(at("one.md~")))
			shows("items/one.html", "With a backup")

			must(os.Remove(at("one.md")))
			write("one.md", item("Made anew"))
			shows("items/one.html", "Made anew")

			write("deep/er/still/new.md", item("In new folders"))
			shows("items/new.html", "In new folders")
			write("deep/er/still/new.md", item("Edited there"))
			shows("items/new.html", "Edited there")

			must(os.Rename(at("deep"), at("renamed")))
			write("renamed/er/still/new.md", item("Edited after renaming"))
			shows("items/new.html", "Edited after renaming")

			outside := t.TempDir()
			put(t, outside, "moved/in.md", item("From outside"))
			must(os.Rename(filepath.Join(outside, "moved"), at("moved")))
			shows("items/in.html", "From outside")
			write("moved/in.md", item("Edited inside"))
			shows("items/in.html", "Edited inside")

			must(os.RemoveAll(at("moved")))
			gone("items/in.html")
			took = append(took, eventually(t, "the lists know", func() bool {
				_, body := p.get("backlog.html")
				return !strings.Contains(body, "Edited inside") && strings.Contains(body, "Made anew")
			}))

			write("half.md", "---\ntitle: Half")
			shows("index.html", "Found in fifty years")
			write("half.md", item("Half, and whole"))
			shows("items/half.html", "Half, and whole")

			put(t, p.root, "notes/linked.md", item("Behind a link"))
			must(os.Symlink("../../notes/linked.md", at("linked.md")))
			shows("items/linked.html", "Behind a link")
			put(t, p.root, "notes/linked.md", item("Edited behind it"))
			shows("items/linked.html", "Edited behind it")
			put(t, p.root, "more/sub/far.md", item("In a linked folder"))
			must(os.Symlink("../../more", at("more")))
			shows("items/far.html", "In a linked folder")
			put(t, p.root, "more/sub/far.md", item("Edited in it"))
			shows("items/far.html", "Edited in it")

			put(t, outside, "secret.md", item("Out of bounds"))
			must(os.Symlink(filepath.Join(outside, "secret.md"), at("secret.md")))
			took = append(took, eventually(t, "the link is told of", func() bool {
				return slices.Contains(p.heard(&p.noted), "note: content/backlog/secret.md is an absolute link; only relative links inside the project are followed")
			}))
			if status, _ := p.get("items/secret.html"); status != 404 {
				t.Errorf("what lies outside is answered with %d", status)
			}

			put(t, p.root, "themes/slots/main-after.html", "<p>of a theme</p>")
			shows("index.html", "<p>of a theme</p>")
			put(t, p.root, "milepost.yaml", "title: Of the settings\n")
			shows("index.html", "Of the settings")
			put(t, p.root, "static/new.txt", "copied")
			shows("new.txt", "copied")
			put(t, p.root, "public/index.html", "<p>the output")
			put(t, p.root, "content/node_modules/x.md", item("Of a tool"))
			put(t, p.root, "content/.git/x.md", item("Of git"))
			write("last.md", item("The last"))
			shows("items/last.html", "The last")

			slices.Sort(took)
			t.Logf("median %v, longest %v", took[len(took)/2], took[len(took)-1])
			if took[len(took)/2] > time.Second {
				t.Errorf("changes are on the pages after %v", took)
			}
		})
	}
}

// TestABranchIsOneRebuild changes 2,000 files at once.
func TestABranchIsOneRebuild(t *testing.T) {
	files := map[string]string{}
	for n := range 2000 {
		files[fmt.Sprintf("content/backlog/%d/item-%d.md", n%20, n)] = "---\ntitle: Before\n---\n"
	}
	p := start(t, files)
	// A machine that is busy elsewhere may pause in the middle, and then is taken at its word.
	pauses, last := 0, time.Now()
	for path := range files {
		put(t, p.root, path, "---\ntitle: After\n---\n")
		if time.Since(last) > 15*time.Millisecond {
			pauses++
		}
		last = time.Now()
	}
	eventually(t, "all is new", func() bool {
		_, body := p.get("milepost.json")
		return !strings.Contains(body, `"Before"`) && strings.Contains(body, `"After"`)
	})
	if lines := p.heard(&p.printed); len(lines) > 3+pauses {
		t.Errorf("it was rebuilt %d times:\n%s", len(lines)-1, strings.Join(lines[1:], "\n"))
	}
}
