package render_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"milepost/internal/render"
	"milepost/internal/sitetheme"
	"milepost/internal/view"
	"milepost/internal/words"
)

// files is a layer of texts.
func files(pairs ...string) fstest.MapFS {
	out := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return out
}

// shown is a page of the whole plan in a theme of layers.
func shown(t *testing.T, path string, layers ...fstest.MapFS) string {
	t.Helper()
	text, err := renderer(t, layers...).Page(pageAt(t, pagesOf(t, wholePlan(t)), path))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestATemplateCallsTheOneItReplaces(t *testing.T) {
	const footer = "partials/footer.html"
	super := func(name string) fstest.MapFS {
		return files(footer, "<"+name+">{{template \"default/footer\" .}}</"+name+">")
	}
	for _, tt := range []struct {
		name   string
		layers []fstest.MapFS
		want   string
	}{
		{"the built-in one", []fstest.MapFS{super("a")}, `<a><footer class="foot">`},
		{"through three layers", []fstest.MapFS{super("a"), super("b"), super("c")}, `<c><b><a><footer class="foot">`},
		{"over a layer without it", []fstest.MapFS{super("a"), files("partials/x.html", "x"), super("c")}, `<c><a><footer class="foot">`},
		{"only as far as they go", []fstest.MapFS{super("a"), files(footer, "<b></b>"), super("c")}, `<c><b></b></c>`},
		{"with nothing in the place of all", []fstest.MapFS{super("a"), files(footer, "")}, "</main><svg class="},
		{
			"one of another name",
			[]fstest.MapFS{files("partials/edit.html", "<i>one</i>"), files(footer, `<b>{{template "edit" .Edit}}{{template "default/edit" .Edit}}</b>`, "partials/edit.html", "<i>two</i>")},
			"<b><i>two</i><i>one</i></b>",
		},
		{"one that another file defines", []fstest.MapFS{files("partials/words.html", `<q>{{template "default/words" .}}</q>`)}, "<p><q>Built "},
	} {
		if got := shown(t, "items/T-1.html", tt.layers...); !strings.Contains(squeezed(got), squeezed(tt.want)) {
			t.Errorf("%s: there is no %s in\n%s", tt.name, tt.want, got[strings.Index(got, "</main>"):])
		}
	}
}

// squeezed is a text without line ends.
func squeezed(text string) string { return strings.ReplaceAll(text, "\n", "") }

func TestALayoutIsReplacedOrWrapped(t *testing.T) {
	for name, text := range map[string]string{
		"by its main":                 `{{define "main"}}<h1>Mine</h1>{{template "default/main" .}}{{end}}`,
		"by its name":                 `{{define "main"}}<h1>Mine</h1>{{template "default/item" .}}{{end}}`,
		"by its text alone":           `<h1>Mine</h1>{{template "default/item" .}}`,
		"with a template of its own":  `{{template "mine" .}}{{template "default/item" .}}{{define "mine"}}<h1>Mine</h1>{{end}}`,
		"with one of the default too": `<h1>Mine</h1>{{with .Graph}}{{template "graph" .}}{{end}}{{template "default/item" .}}`,
	} {
		page := shown(t, "items/T-1.html", files("layouts/item.html", text))
		if !strings.Contains(page, "<h1>Mine</h1>") || !strings.Contains(page, `<article class="split">`) {
			t.Errorf("%s: the page is not wrapped", name)
		}
	}
	page := shown(t, "items/T-1.html", files("layouts/base.html", `<!doctype html><title>{{.Frame.Title}}</title>{{template "main" .}}`))
	if strings.Contains(page, "<footer") || !strings.Contains(page, `<article class="split">`) {
		t.Error("the frame is not replaced")
	}
}

// TestEverySlotIsOnSomePage fills each slot, and finds it again.
func TestEverySlotIsOnSomePage(t *testing.T) {
	slots, err := fs.ReadDir(sitetheme.BuiltIn().Layers[0].FS, "slots")
	if err != nil || len(slots) < 10 {
		t.Fatal(len(slots), err)
	}
	fill := fstest.MapFS{}
	for _, s := range slots {
		fill["slots/"+s.Name()] = &fstest.MapFile{Data: []byte(fmt.Sprintf("<!-- -->{{/* %s */}}<b>%s</b>", s.Name(), s.Name()))}
	}
	r := renderer(t, fill)
	if err := r.Judge(); err != nil {
		t.Error(err)
	}
	var all strings.Builder
	for _, page := range pagesOf(t, wholePlan(t)) {
		text, err := r.Page(page)
		if err != nil {
			t.Fatal(err)
		}
		if page.Layout != "" && strings.Count(string(text), "<b>main-before.html</b>") != 1 {
			t.Errorf("%s: the slot of all pages is not there once", page.Path)
		}
		all.Write(text)
	}
	for _, s := range slots {
		if !strings.Contains(all.String(), "<b>"+s.Name()+"</b>") {
			t.Errorf("the slot %s is on no page", s.Name())
		}
	}
}

func TestWhatIsBuiltInIsJudgedWell(t *testing.T) {
	if err := renderer(t).Judge(); err != nil {
		t.Error(err)
	}
}

// TestTheJudgeFindsMistakesWherePagesDoNotLead gives each mistake its place.
func TestTheJudgeFindsMistakesWherePagesDoNotLead(t *testing.T) {
	const at = "themes/a/"
	for _, tt := range []struct{ name, file, text, want string }{
		{"a field", "partials/footer.html", "<p>\n{{.Titel}}", `partials/footer.html:2 "Titel": a Frame has no Titel; did you mean "Title"?`},
		{"a field far down the way", "partials/footer.html", "{{$.Site.Titel}}", `partials/footer.html:1 "Titel": a Site has no Titel; did you mean "Title"?`},
		{"a field of a text", "layouts/item.html", "{{.ID.X}}", `layouts/item.html:1 "X": a text has no X; `},
		{"a field of a list", "layouts/item.html", "{{(.Facts).X}}", `layouts/item.html:1 "X": a list has no X; `},
		{"where nothing leads", "layouts/item.html", "{{if not .Frame}}{{range .Facts}}{{.Trem}}{{end}}{{end}}", `layouts/item.html:1 "Trem": a Fact has no Trem; did you mean "Term"?`},
		{"of a variable", "layouts/item.html", "{{range $i, $f := .Facts}}{{$f.Trem}}{{end}}", `layouts/item.html:1 "Trem": a Fact has no Trem; did you mean "Term"?`},
		{"in a branch", "layouts/item.html", "{{with .Graph}}{{else}}{{.Idd}}{{end}}", `layouts/item.html:1 "Idd": an ItemPage has no Idd; did you mean "ID"?`},
		{"a template", "layouts/item.html", `{{template "shiedl" .}}`, `layouts/item.html:1 "\"shiedl\"": there is no template "shiedl"; did you mean "shield"?`},
		{"a template below", "partials/footer.html", `{{template "default/fotter" .}}`, `partials/footer.html:1 "\"default/fotter\"": there is no "fotter" below this theme; did you mean "footer"?`},
		{"a list that is none", "layouts/item.html", "{{range .Standing}}x{{end}}", `layouts/item.html:1 ".Standing": a Standing holds no list; `},
		{"a text with too little", "layouts/item.html", `{{t "{n} of {all}" 1}}`, `layouts/item.html:1 "\"{n} of {all}\"": the text "{n} of {all}" takes 2 and not 1; each {name} in the text takes an argument`},
		{"an option", "layouts/item.html", `{{option "columns"}}`, `layouts/item.html:1 "\"columns\"": the site theme has no option "columns"; `},
		{"a function", "layouts/item.html", "\n{{upper .ID}}", `layouts/item.html:2: function "upper" not defined; `},
		{"what is never closed", "layouts/item.html", "{{if .ID}}", `layouts/item.html:1: unexpected EOF; `},
		{"a place where nothing can be escaped", "layouts/item.html", "<p>\n<a href='x", `layouts/item.html:1: a part of a page ends inside a tag, a script or a style`},
		{"a value where none may stand", "layouts/item.html", "<p>\n<script>{{if .ID}}x = '{{end}}</script>", `layouts/item.html:2: {{if}} branches end in different contexts`},
		{"what no page has", "slots/main-after.html", "{{.Idd}}", `slots/main-after.html:1 "Idd": no page has Idd; `},
		{"an icon", "icons/i-x.svg", "<path/>", `icons/i-x.svg:1: an icon is one svg element with a viewBox; `},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := newRenderer(files(tt.file, tt.text))
			if err == nil {
				err = r.Judge()
			}
			broken, ok := errors.AsType[*render.Broken](err)
			if !ok {
				t.Fatalf("error %v", err)
			}
			p := broken.Problems[0]
			got := fmt.Sprintf("%s:%d", p.File, p.Line)
			if p.Length > 0 {
				got += fmt.Sprintf(" %q", tt.text[p.Offset:p.Offset+p.Length])
			}
			got += ": " + p.Message + "; " + p.Hint
			if !strings.HasPrefix(got, at+tt.want) || len(broken.Problems) != 1 {
				t.Errorf("%d problems\ngot  %s\nwant %s", len(broken.Problems), got, at+tt.want)
			}
		})
	}
}

// TestASlotOfAllPagesMayAskWhichPageItIsOn: the judge cannot tell what an if makes
// sure of, and so admits what some page has.
func TestASlotOfAllPagesMayAskWhichPageItIsOn(t *testing.T) {
	r := renderer(t, files("slots/main-after.html", `{{if eq .Frame.Layout "item"}}<b>{{.ID}}</b>{{end}}`))
	if err := r.Judge(); err != nil {
		t.Error(err)
	}
}

func TestATemplateWithoutEndIsAnError(t *testing.T) {
	r := renderer(t, files("partials/edit.html", `<i>{{template "edit" .}}</i>`))
	_, err := r.Page(pageAt(t, pagesOf(t, wholePlan(t)), "items/T-1.html"))
	if err == nil || !strings.Contains(err.Error(), "exceeded maximum template depth") {
		t.Errorf("error %v", err)
	}
}

func TestAStumbleNamesFileLineAndPage(t *testing.T) {
	r := renderer(t, files("layouts/free.html", "\n{{.Edit.Href}}{{index .Facts 99}}"))
	if err := r.Judge(); err != nil {
		t.Fatal(err)
	}
	_, err := r.Page(pageAt(t, pagesOf(t, wholePlan(t)), "about.html"))
	broken, ok := errors.AsType[*render.Broken](err)
	if !ok || broken.Problems[0].File != "themes/a/layouts/free.html" || broken.Problems[0].Line != 2 || !strings.Contains(err.Error(), "about.html") {
		t.Errorf("error %v", err)
	}
}

func TestOptionsReachTemplatesAndSheet(t *testing.T) {
	theme := sitetheme.BuiltIn()
	theme.Options = []sitetheme.Option{
		{Name: "columns", Type: "number", Value: 3, Property: "--columns"},
		{Name: "paper", Type: "colour", Value: "oklch(.9 .1 90)", Property: "--paper"},
		{Name: "rounded", Type: "bool", Value: false},
		{Name: "note", Type: "text", Value: "<b>"},
	}
	theme.Layers = append(theme.Layers, sitetheme.Layer{Name: "a", Dir: "themes/a", FS: files(
		"layouts/item.html", `<p title="{{option "note"}}">{{option "columns"}}{{if option "rounded"}}round{{else}}square{{end}}{{if eq (option "columns") 3}}three{{end}}</p>`)})
	r, err := render.New(words.Of("en"), theme)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Judge(); err != nil {
		t.Error(err)
	}
	text, err := r.Page(pageAt(t, pagesOf(t, wholePlan(t)), "items/T-1.html"))
	if want := `<p title="&lt;b&gt;">3squarethree</p>`; err != nil || !strings.Contains(string(text), want) {
		t.Errorf("no %s, %v", want, err)
	}
	if css := assets(r)["assets/milepost.css"]; !strings.HasSuffix(css, "\n:root {\n  --columns: 3;\n  --paper: oklch(.9 .1 90);\n}\n") {
		t.Errorf("the sheet ends in %q", css[len(css)-80:])
	}
}

// TestWhatAThemeAddsComesBehind holds the order of styles and scripts.
func TestWhatAThemeAddsComesBehind(t *testing.T) {
	r := renderer(t, files("styles/aaa.css", "AAA", "styles/tokens.css", "TOKENS", "scripts/aaa.js", "const root = `\n  kept\n`"))
	css, js := assets(r)["assets/milepost.css"], assets(r)["assets/milepost.js"]
	if !strings.HasSuffix(css, "\nAAA") || !strings.Contains(css, "TOKENS") || strings.Contains(css, "--paper: light-dark") {
		t.Error("the sheet is not in order")
	}
	if !strings.HasSuffix(js, "{\nconst root = `\n  kept\n`\n}\n") {
		t.Errorf("the script ends in %q", js[len(js)-60:])
	}
}

func TestEveryKindOfPageIsKnown(t *testing.T) {
	kinds := map[string]string{}
	for _, k := range view.Kinds() {
		kinds[k.Layout] = fmt.Sprintf("%T", k.Data)
	}
	seen := map[string]bool{}
	for _, page := range pagesOf(t, wholePlan(t)) {
		if page.Layout == "" {
			continue
		}
		seen[page.Layout] = true
		if got := fmt.Sprintf("%T", page.Data()); got != kinds[page.Layout] {
			t.Errorf("%s has the layout %s and is a %s, not a %s", page.Path, page.Layout, got, kinds[page.Layout])
		}
	}
	for layout := range kinds {
		if !seen[layout] {
			t.Errorf("no page has the layout %s", layout)
		}
	}
}
