package engine_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"milepost/internal/calendar"
	"milepost/internal/engine"
	"milepost/internal/source"
)

// ownPlan is the tree of Milepost's own plan, its files in a random order.
func ownPlan(t testing.TB, seed uint64) *source.Tree {
	t.Helper()
	root := filepath.Join("..", "..")
	var files []*source.File
	var assets []source.Asset
	err := filepath.WalkDir(filepath.Join(root, "content"), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		rel = filepath.ToSlash(rel)
		if !strings.HasSuffix(rel, ".md") {
			assets = append(assets, source.Asset{Path: rel})
			return nil
		}
		data, err := os.ReadFile(path)
		files = append(files, source.NewFile(rel, data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(root, engine.ConfigFile))
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, source.NewFile(engine.ConfigFile, data))
	rand.New(rand.NewPCG(seed, 0)).Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
	return source.NewTree(files, assets)
}

var today, _ = calendar.ParseDay("2026-11-30")

// site renders a tree and returns a line for each file: path and hash.
func site(t testing.TB, tree *source.Tree) string {
	t.Helper()
	var b strings.Builder
	s := engine.Evaluate(tree, engine.Options{Today: today, BaseURL: "https://example.org/plan/"})
	for f, err := range s.Files() {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %x %s\n", f.Path, sha256.Sum256(f.Data), f.Asset)
	}
	return b.String()
}

func TestOurOwnPlanHasNoFinding(t *testing.T) {
	s := engine.Evaluate(ownPlan(t, 0), engine.Options{Today: today})
	for _, d := range s.Findings {
		t.Errorf("%s:%d %s: %s", d.Span.Path(), d.Span.From().Line, d.Rule, d.Message)
	}
}

func TestTheSiteIsAFunctionOfItsInput(t *testing.T) {
	want := site(t, ownPlan(t, 0))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for n, procs := range []int{1, 8, 2} {
		runtime.GOMAXPROCS(procs)
		if got := site(t, ownPlan(t, uint64(n+1))); got != want {
			t.Fatalf("with GOMAXPROCS=%d the site differs:\n%s", procs, firstDifference(want, got))
		}
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return fmt.Sprintf("%d and %d files", len(x), len(y))
}

func TestAReaderMayStopAtAnyFile(t *testing.T) {
	s := engine.Evaluate(ownPlan(t, 0), engine.Options{Today: today})
	for stop := range 12 {
		n := 0
		for range s.Files() {
			if n++; n > stop {
				break
			}
		}
	}
}

func TestRemovedTextReachesNoByteOfAPublicSite(t *testing.T) {
	files := map[string]string{
		"content/_index.md":                "---\nvision: See\n---\n",
		"content/themes/open.md":           "---\ntitle: Open\n---\nShown. <!-- internal -->hushword<!-- /internal -->\n\n<!-- internal -->\n\n## hushword\n\n- [ ] hushword\n\n<!-- /internal -->\n",
		"content/themes/hush-theme.md":     "---\ntitle: Hushword theme\nvisibility: internal\ntags: hushword\n---\n",
		"content/backlog/hush-item.md":     "---\ntitle: Hushword item\nvisibility: internal\naliases: hush-alias\nowner: hushword\nrelease: hush-release\n---\n![x](hush.png) hushword\n",
		"content/backlog/seen.md":          "---\ntitle: Seen\ntheme: hush-theme\nrelease: hush-release\ndepends_on: [hush-item]\nstatus: ready\n---\nText.\n",
		"content/releases/hush-release.md": "---\ntitle: Hushword release\nvisibility: internal\n---\n",
		"content/pages/hush-page.md":       "---\nvisibility: internal\n---\nhushword\n",
	}
	var list []*source.File
	for path, text := range files {
		list = append(list, source.NewFile(path, []byte(text)))
	}
	tree := source.NewTree(list, []source.Asset{{Path: "content/backlog/hush.png"}})
	for _, audience := range []string{"public", "internal"} {
		s := engine.Evaluate(tree, engine.Options{Today: today, Audience: audience, BaseURL: "https://example.org/"})
		seen := ""
		for f, err := range s.Files() {
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(strings.ToLower(f.Path+f.Asset), "hush") || bytes.Contains(bytes.ToLower(f.Data), []byte("hush")) {
				seen += f.Path + " "
			}
		}
		if (seen == "") != (audience == "public") {
			t.Errorf("%s site: the removed text is in %q", audience, seen)
		}
	}
}

func BenchmarkEvaluate(b *testing.B) {
	tree := ownPlan(b, 0)
	for b.Loop() {
		engine.Evaluate(tree, engine.Options{Today: today})
	}
}

// BenchmarkEdit is a save as the preview sees it: one text of many is another, and
// one page is asked for.
func BenchmarkEdit(b *testing.B) {
	for _, items := range []int{1000, 10_000} {
		b.Run(strconv.Itoa(items), func(b *testing.B) {
			tree := manyItems(items)
			var memo engine.Memo
			memo.Evaluate(tree, engine.Options{Today: today})
			for n := 0; b.Loop(); n++ {
				edited := tree.With(source.NewFile("content/backlog/item-00500.md", fmt.Appendf(nil, "---\ntitle: Saved %d\ntheme: t-3\n---\nText.\n", n)))
				if _, ok, err := memo.Evaluate(edited, engine.Options{Today: today}).File("items/item-00500.html"); !ok || err != nil {
					b.Fatal(ok, err)
				}
			}
		})
	}
}

// manyItems is a plan of so many items in fifty themes; each needs two of those
// before it and mentions another.
func manyItems(items int) *source.Tree {
	var files []*source.File
	for n := range 50 {
		files = append(files, source.NewFile(fmt.Sprintf("content/themes/t-%d.md", n), []byte("---\nhorizon: next\n---\n")))
	}
	for n := range items {
		text := fmt.Sprintf("---\ntitle: Item %d\ntheme: t-%d\nstatus: ready\neffort: %d\nvalue: %d\ntags: [tag-%d]\nowner: o-%d\n", n, n%50, 1+n%8, 1+n%19, n%40, n%25)
		if n > 7 {
			text += fmt.Sprintf("depends_on: [item-%05d, item-%05d]\n", n-3, n-7)
		}
		text += fmt.Sprintf("---\nSomething to do, after [another](item-%05d.md).\n\n- [ ] It is done.\n", (n*7919)%items)
		files = append(files, source.NewFile(fmt.Sprintf("content/backlog/item-%05d.md", n), []byte(text)))
	}
	return source.NewTree(files, nil)
}

func BenchmarkSite(b *testing.B) {
	tree := ownPlan(b, 0)
	for b.Loop() {
		site(b, tree)
	}
}
