package render_test

import (
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"milepost/internal/calendar"
	"milepost/internal/check"
	"milepost/internal/config"
	"milepost/internal/document"
	"milepost/internal/plan"
	"milepost/internal/render"
	"milepost/internal/sitetheme"
	"milepost/internal/source"
	"milepost/internal/view"
	"milepost/internal/words"
)

// pagesOf makes the table of pages of a plan out of the text of its files.
func pagesOf(t testing.TB, archive []byte) []view.Page {
	t.Helper()
	var files []*source.File
	for _, f := range txtar.Parse(archive).Files {
		files = append(files, source.NewFile(f.Name, f.Data))
	}
	tree := source.NewTree(files, nil)
	cfg, _ := config.Read(tree.File("milepost.yaml"))
	today, err := calendar.ParseDay("2026-02-09")
	if err != nil {
		t.Fatal(err)
	}
	var entries []plan.Entry
	for _, f := range tree.Files(plan.Content) {
		entries = append(entries, plan.Decode(document.Parse(f, document.Options{}), cfg))
	}
	p := plan.Resolve(entries, cfg, tree, plan.Facts{Today: today})
	return view.Pages(p, check.Run(p))
}

// wholePlan is a plan with everything a page can show.
func wholePlan(t testing.TB) []byte {
	t.Helper()
	text, err := os.ReadFile("testdata/plan.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func renderer(t testing.TB, layers ...fstest.MapFS) *render.Renderer {
	t.Helper()
	r, err := newRenderer(layers...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// rendered gives the pages of a plan as text, by path.
func rendered(t testing.TB, archive []byte) map[string]string {
	t.Helper()
	r := renderer(t)
	out := map[string]string{}
	for _, page := range pagesOf(t, archive) {
		text, err := r.Page(page)
		if err != nil {
			t.Error(err)
		}
		out[page.Path] = string(text)
	}
	return out
}

func TestAPageCannotLeaveTheOutput(t *testing.T) {
	r := renderer(t)
	for _, path := range []string{"", ".", "/etc/passwd", "../x.html", "items/../../x.html", "items//x.html", `items\..\x.html`, "items/"} {
		if _, err := r.Page(view.Page{Path: path, Raw: func() []byte { return nil }}); err == nil {
			t.Errorf("the path %q is accepted", path)
		}
	}
	if _, err := r.Page(view.Page{Path: "items/a..b.html", Raw: func() []byte { return nil }}); err != nil {
		t.Error(err)
	}
}

func TestAnErrorNamesFileAndLine(t *testing.T) {
	data := func() any { return struct{ Frame view.Frame }{view.Frame{Site: &view.Site{}}} }
	for _, tc := range []struct{ name, text, want string }{
		{"layouts/item.html", "{{define \"main\"}}\n{{.Nothing}}{{end}}", "layouts/item.html:2"},
		{"layouts/item.html", "{{define \"main\"}}\n\n{{if}}{{end}}{{end}}", "layouts/item.html:3"},
		{"layouts/item.html", "{{define \"main\"}}{{template \"nowhere\"}}{{end}}", "nowhere"},
		{"partials/footer.html", "\n{{.Nothing}}", "partials/footer.html:2"},
	} {
		theme := fstest.MapFS{"layouts/item.html": {Data: []byte(`{{define "main"}}{{end}}`)}}
		theme[tc.name] = &fstest.MapFile{Data: []byte(tc.text)}
		r, err := newRenderer(theme)
		if err == nil {
			_, err = r.Page(view.Page{Path: "items/x.html", Layout: "item", Data: data})
		}
		if err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s %q: error %v, want one that names %s", tc.name, tc.text, err, tc.want)
		}
	}
	if _, err := renderer(t).Page(view.Page{Path: "x.html", Layout: "nowhere", Data: data}); err == nil || !strings.Contains(err.Error(), "layouts/nowhere.html") {
		t.Errorf("a missing layout: %v", err)
	}
}

func TestAProjectsFilesStandInForThoseOfTheTheme(t *testing.T) {
	r := renderer(t,
		fstest.MapFS{"partials/footer.html": {Data: []byte("<footer>first</footer>")}, "styles/zebra.css": {Data: []byte(".zebra{}")}},
		fstest.MapFS{"partials/footer.html": {Data: []byte("<footer>second</footer>")}, "icons/i-bug.svg": {Data: []byte(`<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>`)}},
	)
	page := pageAt(t, pagesOf(t, wholePlan(t)), "index.html")
	text, err := r.Page(page)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "<footer>second</footer>") || strings.Contains(string(text), "first</footer>") {
		t.Error("the footer is not the topmost one")
	}
	if !strings.Contains(string(text), "<h1>") {
		t.Error("the layout of the theme below is gone")
	}
	css := assets(r)["assets/milepost.css"]
	if !strings.Contains(css, ".zebra{}") || !strings.Contains(css, "@layer reset, tokens") {
		t.Error("the styles of the layers are not joined")
	}
	sheet := regexp.MustCompile(`milepost\.css\?v=[0-9a-f]+`)
	own, err := renderer(t).Page(page)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := sheet.FindString(string(text)), sheet.FindString(string(own)); a == b || a == "" {
		t.Errorf("other assets have the same address: %q and %q", a, b)
	}
}

func TestAssetsAreCompleteAndInOrder(t *testing.T) {
	all := assets(renderer(t))
	for _, path := range []string{"assets/milepost.css", "assets/milepost.js", "assets/boot.js", "assets/overpass-latin.woff2", "assets/overpass-LICENSE.txt"} {
		if all[path] == "" {
			t.Errorf("%s is missing or empty", path)
		}
	}
	css := all["assets/milepost.css"]
	if !strings.HasPrefix(css[strings.Index(css, "*/")+2:], "\n@layer reset, tokens, base, layout, components, states, print;") {
		t.Error("the sheet does not begin with the order of its layers")
	}
	if strings.Contains(css, "!important") {
		t.Error("a style is important: a site could not change it")
	}
	if n := len(all["assets/milepost.js"]); n+len(all["assets/boot.js"]) > 20*1024 {
		t.Errorf("the scripts have %d bytes", n)
	}
}

func TestPagesAreRenderedAtTheSameTime(t *testing.T) {
	r, pages := renderer(t), pagesOf(t, wholePlan(t))
	want := rendered(t, wholePlan(t))
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for _, page := range pages {
				if text, err := r.Page(page); err != nil || string(text) != want[page.Path] {
					t.Errorf("%s differs when rendered at the same time as others: %v", page.Path, err)
				}
			}
		})
	}
	wait.Wait()
}

func pageAt(t testing.TB, pages []view.Page, path string) view.Page {
	t.Helper()
	for _, page := range pages {
		if page.Path == path {
			return page
		}
	}
	t.Fatalf("there is no page %s", path)
	return view.Page{}
}

func assets(r *render.Renderer) map[string]string {
	out := map[string]string{}
	for _, a := range r.Assets() {
		out[a.Path] = string(a.Data)
	}
	return out
}

func newRenderer(layers ...fstest.MapFS) (*render.Renderer, error) {
	theme := sitetheme.BuiltIn()
	for i, l := range layers {
		name := string(rune('a' + i))
		theme.Layers = append(theme.Layers, sitetheme.Layer{Name: name, Dir: "themes/" + name, FS: l})
	}
	return render.New(words.Of("en"), theme)
}
