package render_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"milepost/internal/render"
	"milepost/internal/words"
	"milepost/themes"
)

// themed is the home page with layers on the built-in theme.
func themed(t *testing.T, options map[string]any, layers ...fs.FS) (string, error) {
	t.Helper()
	r, err := render.New(words.Of("en"), options, append([]fs.FS{themes.Default()}, layers...)...)
	if err != nil {
		return "", err
	}
	page, err := r.Page(pageAt(t, pagesOf(t, wholePlan(t)), "index.html"))
	return string(page), err
}

// TestTenLinesOfStyleAreATheme: the smallest theme there is.
func TestTenLinesOfStyleAreATheme(t *testing.T) {
	ten := fstest.MapFS{"styles/ours.css": {Data: []byte(`:root {
  --here: oklch(.84 .14 165);
  --band: light-dark(oklch(.36 .12 300), oklch(.30 .08 300));
  --ink: light-dark(oklch(.27 .05 300), oklch(.95 .01 300));
  --paper: light-dark(oklch(.985 .006 300), oklch(.20 .02 300));
  --link: light-dark(oklch(.45 .16 300), oklch(.82 .09 300));
  --font: "Source Sans 3", sans-serif;
  --r: 0px;
  --wrap: 70rem;
}
`)}}
	r, err := render.New(words.Of("en"), nil, themes.Default(), ten)
	if err != nil {
		t.Fatal(err)
	}
	css := assets(r)["assets/milepost.css"]
	if at := strings.Index(css, "--wrap: 70rem"); at < 0 || strings.LastIndex(css[:at], "@layer") < 0 || strings.Count(css[:at], "{")-strings.Count(css[:at], "}") != 1 {
		t.Error("the style is not unlayered behind the layers, so it would not win")
	}
}

func TestAPartialCallsWhatItStandsInFor(t *testing.T) {
	footer := func(text string) fs.FS {
		return fstest.MapFS{"partials/footer.html": {Data: []byte(text)}}
	}
	page, err := themed(t, nil, footer(`<i>one</i>{{template "default/footer" .}}`), footer(`<i>two</i>{{template "default/footer" .}}<i>end</i>`))
	if err != nil {
		t.Fatal(err)
	}
	two, one, built := strings.Index(page, "<i>two</i>"), strings.Index(page, "<i>one</i>"), strings.Index(page, `<footer class="foot">`)
	if two < 0 || one < two || built < one || strings.Index(page, "<i>end</i>") < built {
		t.Errorf("two at %d, one at %d, built in at %d", two, one, built)
	}
}

func TestALayoutCallsTheOneItStandsInFor(t *testing.T) {
	page, err := themed(t, nil, fstest.MapFS{"layouts/roadmap.html": {Data: []byte(`{{define "main"}}<p>before</p>{{template "default/main" .}}{{end}}`)}})
	if err != nil || !strings.Contains(page, "<p>before</p>") || !strings.Contains(page, `<section class="hero`) {
		t.Errorf("%v", err)
	}
}

func TestASlotIsFilledByAFile(t *testing.T) {
	page, err := themed(t, map[string]any{"word": "<b>", "n": 2.0}, fstest.MapFS{
		"slots/main-after.html": {Data: []byte(`<p class="own">{{option "word"}} {{option "n"}}</p>`)},
	})
	if err != nil || !strings.Contains(page, `<p class="own">&lt;b&gt; 2</p>`) {
		t.Errorf("%v", err)
	}
}

func TestWhatATemplateCannotReachIsSaid(t *testing.T) {
	for text, want := range map[string]string{
		`{{template "default/nothing" .}}`: `partials/footer.html:1: there is no "nothing" below this theme`,
		"\n{{if}}":                         "partials/footer.html:2",
		`{{option "gone"}}`:                `the site theme has no option "gone"`,
		`{{.Plan}}`:                        "can't evaluate field Plan",
	} {
		_, err := themed(t, nil, fstest.MapFS{"partials/footer.html": {Data: []byte(text)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}
