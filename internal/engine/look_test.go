package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"milepost/internal/engine"
	"milepost/internal/source"
)

// themed is our own plan with further files, each a path and its text.
func themed(t testing.TB, pairs ...string) *engine.Snapshot {
	t.Helper()
	tree := ownPlan(t, 0)
	for i := 0; i < len(pairs); i += 2 {
		tree = tree.With(source.NewFile(pairs[i], []byte(pairs[i+1])))
	}
	return engine.Evaluate(tree, engine.Options{Today: today})
}

// page renders the site up to one of its files.
func pageOf(t testing.TB, s *engine.Snapshot, path string) string {
	t.Helper()
	for f, err := range s.Files() {
		if err != nil {
			t.Fatal(err)
		}
		if f.Path == path {
			return string(f.Data)
		}
	}
	t.Fatalf("there is no %s", path)
	return ""
}

func said(s *engine.Snapshot) string {
	var b strings.Builder
	for _, d := range s.Findings {
		fmt.Fprintf(&b, "%s:%d %q %s %s: %s\n", d.Span.Path(), d.Span.From().Line, d.Span.Text(), d.Severity, d.Rule, d.Message)
	}
	return b.String()
}

// TestTenLinesOfStyle is the first example of a look: a sheet that is copied and
// linked last.
func TestTenLinesOfStyle(t *testing.T) {
	tree := ownPlan(t, 0)
	tree = source.NewTree(tree.Files(""), append(tree.Assets(""), source.Asset{Path: "static/assets/custom.css", Size: 10}))
	s := engine.Evaluate(tree, engine.Options{Today: today})
	page := pageOf(t, s, "index.html")
	last := page[strings.LastIndex(page, `<link rel="stylesheet"`):]
	if !strings.HasPrefix(last, `<link rel="stylesheet" href="assets/custom.css`) {
		t.Errorf("the last sheet is %.80s", last)
	}
}

// TestOnePartialOverTheDefault is the second example: one file that calls the one
// it replaces.
func TestOnePartialOverTheDefault(t *testing.T) {
	s := themed(t, "themes/partials/footer.html", `{{template "default/footer" .}}<p class="imprint">Made in {{.Site.Title}}</p>`)
	if found := said(s); found != "" {
		t.Error(found)
	}
	page := pageOf(t, s, "index.html")
	if !strings.Contains(page, `<footer class="foot">`) || !strings.Contains(page, `<p class="imprint">Made in Milepost</p>`) {
		t.Error("the footer is not there with what was added")
	}
}

// TestKeysOfOnesOwnReachTheTheme is what unknown-key promises of x_ keys.
func TestKeysOfOnesOwnReachTheTheme(t *testing.T) {
	s := themed(t, "content/backlog/sponsored.md", "---\ntitle: Sponsored\nx_sponsor: <Ada> & co\nx_seats: [1, 2]\n---\n",
		"themes/slots/item-meta-end.html", `{{with .Own.x_sponsor}}<b>by {{.}}</b>{{end}}{{range .Own.x_seats}}<i>{{.}}</i>{{end}}`)
	for _, d := range s.Findings {
		if d.Rule == "site-theme" {
			t.Error(d.Message)
		}
	}
	if page := pageOf(t, s, "items/sponsored.html"); !strings.Contains(page, "<b>by &lt;Ada&gt; &amp; co</b><i>1</i><i>2</i>") {
		t.Error("the sponsor is not on the page")
	}
	if page := pageOf(t, s, "items/MP-1.html"); strings.Contains(page, "<b>by") {
		t.Error("it is on another page, too")
	}
}

func TestABrokenThemeIsToldAndNotUsed(t *testing.T) {
	for _, tt := range []struct{ name, path, text, want string }{
		{"a field", "themes/slots/main-after.html", "<p>\n{{.Titel}}</p>", `themes/slots/main-after.html:2 "Titel" error site-theme: no page has Titel`},
		{"what cannot be parsed", "themes/partials/footer.html", "<p>\n  {{if}}", `themes/partials/footer.html:2 "{{if}}" error site-theme: missing value for if`},
		{"what cannot be escaped", "themes/partials/footer.html", "<a href='", `themes/partials/footer.html:1 "<a href='" error site-theme: a part of a page ends inside`},
		{"an icon", "themes/icons/i-x.svg", "\n<b/>", `themes/icons/i-x.svg:1 "" error site-theme: an icon is one svg element`},
		{"no UTF-8 at all", "themes/partials/footer.html", "\xff{{\x00}}", `themes/partials/footer.html:1 "\xff{{\x00}}" error site-theme: unrecognized character in action`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := themed(t, tt.path, tt.text)
			if got := said(s); !strings.HasPrefix(got, tt.want) || strings.Count(got, "\n") != 1 {
				t.Errorf("got  %swant %s", got, tt.want)
			}
			if !strings.Contains(pageOf(t, s, "index.html"), `<footer class="foot">`) {
				t.Error("the page does not have the look that is built in")
			}
		})
	}
}

func TestAStumbleIsAFindingToo(t *testing.T) {
	s := themed(t, "themes/layouts/free.html", "<h1>{{.Heading}}</h1>\n{{(index .Facts 9).Term}}")
	if found := said(s); found != "" {
		t.Fatal(found)
	}
	for _, err := range s.Files() {
		if err == nil {
			continue
		}
		found := s.Mistakes(err)
		if len(found) != 1 || found[0].Span.Path() != "themes/layouts/free.html" || found[0].Span.From().Line != 2 {
			t.Errorf("%v: findings %v", err, found)
		}
		return
	}
	t.Error("no page failed")
}

// TestAThemeThatIsNotUsedIsNotLookedAt holds that a folder of another tool, or of
// yesterday, says nothing.
func TestAThemeThatIsNotUsedIsNotLookedAt(t *testing.T) {
	s := themed(t, "themes/ours/theme.yaml", "extends: [", "themes/ours/layouts/item.html", "{{", "themes/ours/slot/x.html", "{{")
	if found := said(s); found != "" {
		t.Error(found)
	}
}
