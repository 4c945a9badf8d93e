package preview

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"milepost/internal/engine"
	"milepost/internal/workspace"
)

// editor edits a project on the disk at random, as people and tools do.
type editorAtRandom struct {
	*rand.Rand
	t    testing.TB
	root string
	done []string
}

func (e *editorAtRandom) pick(words ...string) string { return words[e.IntN(len(words))] }

// paths are the files, and the folders, of the project below a folder.
func (e *editorAtRandom) paths(below string, folders bool) []string {
	var out []string
	filepath.WalkDir(filepath.Join(e.root, below), func(p string, d os.DirEntry, err error) error {
		if rel, _ := filepath.Rel(e.root, p); err == nil && d.IsDir() == folders && rel != below {
			out = append(out, filepath.ToSlash(rel))
		}
		return nil
	})
	slices.Sort(out)
	return out
}

func (e *editorAtRandom) text() string {
	var b strings.Builder
	b.WriteString("---\n")
	for _, line := range []string{
		"title: " + e.pick("Search", "Export", "<b>x</b>"), "theme: " + e.pick("growth", "calm", "grwoth"),
		"status: " + e.pick("ready", "done", "in-progress", "soon"), "effort: " + e.pick("1", "5", "many"),
		"depends_on: [" + e.pick("one", "two", "gone") + "]", "tags: [" + e.pick("a", "b") + "]", "draft: true", "title: [",
	} {
		if likely := !strings.HasPrefix(line, "draft") && line != "title: ["; likely && e.IntN(2) == 0 || e.IntN(10) == 0 {
			b.WriteString(line + "\n")
		}
	}
	return b.String() + "---\n" + e.pick("", "See [[one]].\n", "![](shot.png)\n", "> [!NOTE]\n> Note.\n")
}

func (e *editorAtRandom) write(path, text string) string {
	file := filepath.Join(e.root, filepath.FromSlash(path))
	os.MkdirAll(filepath.Dir(file), 0o755) // where a file has the name of the folder nothing happens
	if e.IntN(2) == 0 {
		os.WriteFile(file, []byte(text), 0o644)
		return "write " + path
	}
	os.WriteFile(file+"~", []byte(text), 0o644)
	os.Rename(file+"~", file)
	return "replace " + path
}

func (e *editorAtRandom) rename(from, to string) string {
	to = filepath.Join(e.root, filepath.FromSlash(to))
	os.MkdirAll(filepath.Dir(to), 0o755)
	os.Rename(filepath.Join(e.root, filepath.FromSlash(from)), to)
	return "rename " + from + " to " + to
}

// edit does one thing.
func (e *editorAtRandom) edit() {
	one := func(of []string) string {
		if len(of) == 0 {
			return "content/none.md"
		}
		return e.pick(of...)
	}
	file, folder := one(e.paths("content", false)), one(e.paths("content", true))
	fresh := "content/" + e.pick("backlog/", "backlog/sub/", "themes/growth/", "themes/", "releases/", "pages/") + e.pick("one", "two", "three", "Four") + ".md"
	theme := "themes/" + e.pick("slots/main-after.html", "styles/x.css", "scripts/x.js", "partials/footer.html", "ours/slots/head-end.html")
	steps := []func() string{
		func() string { return e.write(file, e.text()) },
		func() string { return e.write(fresh, e.text()) },
		func() string { return e.write(file, e.text()) },
		func() string { return e.write(fresh, e.text()) },
		func() string { os.Remove(filepath.Join(e.root, file)); return "remove " + file },
		func() string { return e.rename(file, fresh) },
		func() string { return e.rename(folder, path.Dir(folder)+e.pick("/moved", "/sub", "/growth")) },
		func() string { os.RemoveAll(filepath.Join(e.root, folder)); return "remove " + folder },
		func() string { return e.write("content/backlog/shot.png", e.pick("1", "12", "21")) },
		func() string { return e.write("static/assets/custom.css", e.pick("a{}", "b{}")) },
		func() string { return e.write(theme, e.pick("x", "{{.Nothing}}", "{{if", "{{.Frame.Path}}")) },
		func() string { os.Remove(filepath.Join(e.root, theme)); return "remove " + theme },
		func() string {
			return e.write("milepost.yaml", e.pick("title: T\n", "title: U\naudience: internal\n", "site_theme: ours\n", "accent: red\n", ": [", "base_url: https://example.org/x/\n", "language: de\n"))
		},
	}
	e.done = append(e.done, steps[e.IntN(len(steps))]())
}

var tagOfPreview = regexp.MustCompile(`<script src="[./]*\.milepost/preview\.js" defer data-page="[^"]*" data-hash="[0-9a-f]*"></script>`)

// FuzzThePreviewTellsTheTruth is the promise of a preview: whatever is done to the
// project, soon after it stops every page is what a fresh build would write.
func FuzzThePreviewTellsTheTruth(f *testing.F) {
	for seed := range uint64(6) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		files := maps.Clone(small)
		files["content/themes/calm.md"] = "---\ntitle: Calm\n---\n"
		p := start(t, files)
		e := &editorAtRandom{Rand: rand.New(rand.NewPCG(seed, 0)), t: t, root: p.root}
		for range 8 {
			for range 1 + e.IntN(4) {
				e.edit()
				time.Sleep(time.Duration(e.IntN(30)) * time.Millisecond) // people are not in step with the watcher
			}
			why := ""
			for end := time.Now().Add(10 * time.Second); ; time.Sleep(5 * time.Millisecond) {
				if why = p.differs(t); why == "" || time.Now().After(end) {
					break
				}
			}
			if why != "" {
				t.Fatalf("%s\nafter\n%s", why, strings.Join(e.done, "\n"))
			}
		}
	})
}

// differs compares what is served with what a fresh build would write now.
func (p *running) differs(t testing.TB) string {
	tree, _, err := workspace.Read(p.root)
	if err != nil {
		return err.Error()
	}
	site := engine.Evaluate(tree, engine.Options{Today: testDay, Preview: p.url})
	n := 0
	for f, err := range site.Files() {
		if err != nil {
			return "" // a template stumbles, and a build writes nothing
		}
		want := f.Data
		if f.Asset != "" {
			want, _ = os.ReadFile(filepath.Join(p.root, filepath.FromSlash(f.Asset)))
		} else if strings.HasSuffix(f.Path, ".html") {
			want = alive(want, "")
		}
		status, got := p.get(f.Path)
		if got = tagOfPreview.ReplaceAllString(got, ""); status != 200 || got != string(want) {
			return fmt.Sprintf("%s: %d, %d bytes in place of %d", f.Path, status, len(got), len(want))
		}
		n++
	}
	if status, _ := p.get("items/one.html"); (status == 200) != site.Has("items/one.html") {
		return fmt.Sprintf("items/one.html is answered with %d", status)
	}
	if n < 20 {
		t.Errorf("only %d files were compared", n)
	}
	return ""
}

// TestNoAnswerIsHalfOld asks while everything changes. Each version of the plan has
// its number in many places of a page.
func TestNoAnswerIsHalfOld(t *testing.T) {
	version := func(n int) string { return fmt.Sprintf("---\ntitle: Version %d\nvision: Vision %d.\n---\n", n, n) }
	s := newServer(Options{BasePath: "/"}, fakeAddr("127.0.0.1:1"))
	var memo engine.Memo
	rebuild := func(n int) {
		files := map[string]string{"content/_index.md": version(n), "content/backlog/one.md": fmt.Sprintf("---\ntitle: Version %d\n---\nVersion %d", n, n)}
		tree, _, err := workspace.Read(project(t, files))
		if err != nil {
			t.Fatal(err)
		}
		s.show(newState(fmt.Sprint(n), memo.Evaluate(tree, engine.Options{Today: testDay})))
	}
	rebuild(0)
	numbers := regexp.MustCompile(`(?:Version|Vision) (\d+)`)
	const asks = 10_000
	var asked atomic.Int64
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for n := asked.Add(1); n <= asks; n = asked.Add(1) {
				w := newAnswer()
				r, _ := http.NewRequest("GET", "http://localhost"+[]string{"/", "/items/one.html", "/backlog.html"}[n%3], nil)
				s.ServeHTTP(w, r)
				all := numbers.FindAllSubmatch(w.Bytes(), -1)
				if w.status != 200 || len(all) < 2 {
					t.Errorf("%d, %d numbers", w.status, len(all))
					return
				}
				for _, m := range all {
					if !bytes.Equal(m[1], all[0][1]) {
						t.Errorf("one page has the versions %s and %s", all[0][1], m[1])
						return
					}
				}
			}
		})
	}
	for n := 1; n <= 200 && !t.Failed(); n++ {
		rebuild(n)
	}
	wait.Wait()
	if asked.Load() < asks {
		t.Errorf("only %d answers", asked.Load())
	}
}

// answer is a response in memory.
type answer struct {
	bytes.Buffer
	head   http.Header
	status int
}

func newAnswer() *answer                 { return &answer{head: http.Header{}, status: 200} }
func (a *answer) Header() http.Header    { return a.head }
func (a *answer) WriteHeader(status int) { a.status = status }

// TestAHundredSavesLeaveNothingBehind counts goroutines and bytes.
func TestAHundredSavesLeaveNothingBehind(t *testing.T) {
	p := start(t, small)
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	look := func() {
		answer, err := client.Get(p.url + "items/one.html")
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
	}
	messages := p.listen(t, "items/one.html")
	await(t, messages, anyMessage)
	measure := func() (goroutines int, heap uint64) {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return runtime.NumGoroutine(), m.HeapAlloc
	}
	save := func(n int) {
		put(t, p.root, "content/backlog/one.md", fmt.Sprintf("---\ntitle: Save %d\n---\n%s", n, strings.Repeat("text ", 2000+n)))
		await(t, messages, anyMessage)
		look()
	}
	for n := range 10 {
		save(n)
	}
	goroutines, heap := measure()
	for n := range 100 {
		save(10 + n)
	}
	var after uint64
	eventually(t, "all goroutines have ended", func() bool {
		var now int
		now, after = measure()
		return now <= goroutines
	})
	if after > heap+4<<20 {
		t.Errorf("the heap has grown from %d to %d KB", heap>>10, after>>10)
	}
	t.Logf("%d goroutines, %d KB before and %d KB after", goroutines, heap>>10, after>>10)
}
