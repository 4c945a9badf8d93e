package sitetheme_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"milepost/internal/config"
	"milepost/internal/sitetheme"
	"milepost/internal/source"
)

func read(archive string) *sitetheme.Theme {
	var files []*source.File
	for _, f := range txtar.Parse([]byte(archive)).Files {
		files = append(files, source.NewFile(f.Name, f.Data))
	}
	tree := source.NewTree(files, []source.Asset{{Path: "themes/ours/fonts/x.woff2"}, {Path: "themes/ours/fonts/readme.pdf"}})
	cfg, _ := config.Read(tree.File("milepost.yaml"))
	return sitetheme.Read(tree, cfg)
}

func layers(t *sitetheme.Theme) string {
	var out []string
	for _, l := range t.Layers {
		out = append(out, l.Name+"("+l.Dir+")")
	}
	return strings.Join(out, " ")
}

func TestLayersLieOnEachOtherFromTheBuiltInOneToTheProject(t *testing.T) {
	theme := read(`
-- milepost.yaml --
site_theme: ours
site_theme_options: {columns: 2, name: "A b"}
-- themes/ours/theme.yaml --
extends: base
options:
  columns: {type: number, default: 3}
-- themes/base/theme.yaml --
extends: plain
options:
  columns: {type: number, default: 1}
  name: {}
  dark: {type: bool, default: true}
-- themes/base/partials/footer.html --
base
-- themes/partials/footer.html --
mine
-- themes/unused/partials/footer.html --
unused
`)
	if got, want := layers(theme), "default() plain() base(themes/base/) ours(themes/ours/) (themes/)"; got != want {
		t.Errorf("layers %s, want %s", got, want)
	}
	want := map[string]any{"columns": 2.0, "name": "A b", "dark": true, "width": "narrow"}
	if diff := cmp.Diff(want, theme.Options); diff != "" {
		t.Errorf("options (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"themes/ours/fonts/x.woff2"}, theme.Fonts); diff != "" {
		t.Errorf("fonts (-want +got):\n%s", diff)
	}
	if len(theme.Findings) > 0 {
		t.Errorf("findings %v", theme.Findings)
	}
	if data, _ := fs.ReadFile(theme.Layers[4].FS, "partials/footer.html"); string(data) != "mine\n" {
		t.Errorf("the project's footer is %q", data)
	}
	if read("").IsDefault() != true {
		t.Error("a project without files of its own has the built-in look")
	}
}

func TestWhatIsWrongWithASiteThemeIsSaidAtItsPlace(t *testing.T) {
	for name, c := range map[string]struct{ archive, want string }{
		"no such theme":       {"-- milepost.yaml --\nsite_theme: plian\n", `milepost.yaml:1: there is no site theme "plian"; did you mean "plain"?`},
		"a way out":           {"-- milepost.yaml --\nsite_theme: ../x\n", `milepost.yaml:1: there is no site theme "../x"`},
		"a kind is no theme":  {"-- milepost.yaml --\nsite_theme: partials\n-- themes/partials/a.html --\n", `milepost.yaml:1: there is no site theme "partials"`},
		"a circle":            {"-- milepost.yaml --\nsite_theme: a\n-- themes/a/theme.yaml --\nextends: b\n-- themes/b/theme.yaml --\nextends: a\n", `themes/b/theme.yaml:1: the site theme "a" extends itself`},
		"nothing to extend":   {"-- milepost.yaml --\nsite_theme: a\n-- themes/a/theme.yaml --\nextends: nowhere\n", `themes/a/theme.yaml:1: there is no site theme "nowhere"`},
		"an unknown key":      {"-- milepost.yaml --\nsite_theme: a\n-- themes/a/theme.yaml --\nextnds: b\n", `themes/a/theme.yaml:1: theme.yaml has no key "extnds"; did you mean "extends"?`},
		"a later contract":    {"-- milepost.yaml --\nsite_theme: a\n-- themes/a/theme.yaml --\ncontract: 99\n", `themes/a/theme.yaml:1: this Milepost gives templates what contract 1 says, not "99"`},
		"an unknown option":   {"-- milepost.yaml --\nsite_theme: plain\nsite_theme_options: {widht: wide}\n", `milepost.yaml:2: the site theme has no option "widht"; did you mean "width"?`},
		"a value it lacks":    {"-- milepost.yaml --\nsite_theme: plain\nsite_theme_options: {width: huge}\n", `milepost.yaml:2: the option "width" cannot be "huge"; it takes one of narrow, wide`},
		"a type there is not": {"-- milepost.yaml --\nsite_theme: a\n-- themes/a/theme.yaml --\noptions: {x: {type: int}}\n", `themes/a/theme.yaml:1: an option cannot be of the type "int"`},
		"broken front matter": {"-- milepost.yaml --\nsite_theme: a\n-- themes/a/theme.yaml --\noptions: [\n", "themes/a/theme.yaml:1:"},
		"options of no theme": {"-- milepost.yaml --\nsite_theme_options: {x: 1}\n", `milepost.yaml:1: the site theme has no option "x"; it has none at all`},
	} {
		var got []string
		for _, d := range read(c.archive).Findings {
			got = append(got, fmt.Sprintf("%s:%d: %s; %s", d.Span.Path(), d.Span.From().Line, d.Message, d.Hint))
		}
		if len(got) != 1 || !strings.HasPrefix(got[0], c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestALayerIsAFileSystem(t *testing.T) {
	theme := read("-- milepost.yaml --\nsite_theme: a\n-- themes/a/partials/x.html --\nx\n-- themes/a/theme.yaml --\nname: A\n")
	if err := fstest.TestFS(theme.Layers[1].FS, "partials/x.html", "theme.yaml"); err != nil {
		t.Error(err)
	}
}
