package render_test

import (
	"strings"
	"testing"

	"milepost/internal/config"
	"milepost/internal/render"
	"milepost/internal/sitetheme"
	"milepost/internal/source"
	"milepost/internal/words"
	"milepost/themes"
)

func TestFaintColoursAreTold(t *testing.T) {
	for _, tt := range []struct{ name, css, want string }{
		{"grey on white", ":root{--ink:#777777;--paper:#fff}", "--ink on --paper has a contrast of 4.48 by day, and needs 4.5"},
		{"a darker grey", ":root{--ink:#767676;--paper:#fff}", ""},
		{"only by night", ":root{--ink:light-dark(#000,#333);--paper:light-dark(#fff,#000)}", "--ink on --paper has a contrast of 1.66 by night, and needs 4.5"},
		{"through other properties", ":root{--a:#fff;--ink:var(--a);--paper:var(--a)}", "--ink on --paper has a contrast of 1.00 by day"},
		{"what the last says", ":root{--ink:#fff;--paper:#fff}:root{--ink:#000}", ""},
		{"what stands in no layer", ":root{--ink:#000;--paper:#fff} @layer a{:root{--ink:#fff}}", ""},
		{"what a later layer says", "@layer a,b; @layer b{:root{--ink:#000;--paper:#fff}} @layer a{:root{--ink:#fff}}", ""},
		{"not what holds for paper", ":root{--ink:#000;--paper:#fff} @media print{:root{--ink:#fff}}", ""},
		{"not what another element has", ":root{--ink:#000;--paper:#fff} .x{--ink:#fff}", ""},
		{"oklch", ":root{--on-here:oklch(1 0 0);--here:oklch(62.8% .2577 29.23)}", "--on-here on --here has a contrast of 4.00 by day"},
		{"what it cannot read", ":root{--ink:color-mix(in oklch,red,blue);--paper:rebeccapurple;--sunk:var(--gone)}", ""},
		{"a circle", ":root{--ink:var(--paper);--paper:var(--ink)}", ""},
	} {
		if got := strings.Join(render.Faint([]byte(tt.css)), "\n"); !strings.HasPrefix(got, tt.want) || (got == "") != (tt.want == "") {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestBuiltInThemesCanBeUsed holds each of them to what site-theme check asks for.
func TestBuiltInThemesCanBeUsed(t *testing.T) {
	for _, name := range themes.Names() {
		cfg, _ := config.Read(source.NewFile("milepost.yaml", []byte("site_theme: "+name+"\n")))
		theme := sitetheme.Read(source.NewTree(nil, nil), cfg)
		if len(theme.Findings) > 0 || theme.Name != name {
			t.Errorf("%s: findings %v", name, theme.Findings)
		}
		r, err := render.New(words.Of("en"), theme)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Judge(); err != nil {
			t.Error(err)
		}
		sheet := []byte(assets(r)["assets/milepost.css"])
		for _, faint := range render.Faint(sheet) {
			t.Errorf("%s: %s", name, faint)
		}
		for _, page := range pagesOf(t, wholePlan(t)) {
			text, err := r.Page(page)
			if err != nil {
				t.Fatal(err)
			}
			for _, flaw := range render.Flaws(text) {
				if page.Layout != "" {
					t.Errorf("%s: %s: %s", name, page.Path, flaw)
				}
			}
		}
	}
}
