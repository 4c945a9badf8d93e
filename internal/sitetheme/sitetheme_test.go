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
	"milepost/internal/diag"
	"milepost/internal/sitetheme"
	"milepost/internal/source"
)

// of finds the theme of a project, and shows what is wrong with it: place, marked
// text, rule, message, hint.
func of(archive string) (*sitetheme.Theme, string) {
	var list []*source.File
	for _, f := range txtar.Parse([]byte(archive)).Files {
		list = append(list, source.NewFile(f.Name, f.Data))
	}
	tree := source.NewTree(list, nil)
	cfg, _ := config.Read(tree.File("milepost.yaml"))
	theme := sitetheme.Read(tree, cfg)
	diag.Sort(theme.Findings)
	var b strings.Builder
	for _, d := range theme.Findings {
		from := d.Span.From()
		fmt.Fprintf(&b, "%s:%d:%d %q %s: %s; %s\n", d.Span.Path(), from.Line, from.Column, d.Span.Text(), d.Rule, d.Message, d.Hint)
	}
	return theme, b.String()
}

func layers(theme *sitetheme.Theme) string {
	var names []string
	for _, l := range theme.Layers {
		names = append(names, l.At("x"))
	}
	return strings.Join(names, " ")
}

func TestLayersLieOnEachOther(t *testing.T) {
	const ours = "-- themes/ours/theme.yaml --\nname: Ours\n"
	for _, tt := range []struct{ name, archive, want string }{
		{"no theme", "", "default/x"},
		{"the default by its name", "-- milepost.yaml --\nsite_theme: default\n", "default/x"},
		{"one that comes with Milepost", "-- milepost.yaml --\nsite_theme: plain\n", "default/x plain/x"},
		{"the project's own files", "-- themes/slots/head-end.html --\nx\n", "default/x themes/x"},
		{"a theme of the project", "-- milepost.yaml --\nsite_theme: ours\n" + ours, "default/x themes/ours/x"},
		{
			"a theme that extends another, and own files on it",
			"-- milepost.yaml --\nsite_theme: ours\n-- themes/ours/theme.yaml --\nextends: base\n-- themes/base/theme.yaml --\nextends: plain\n-- themes/styles/a.css --\n",
			"default/x plain/x themes/base/x themes/ours/x themes/x",
		},
		{
			"a theme of the project in place of one that comes with Milepost",
			"-- milepost.yaml --\nsite_theme: plain\n-- themes/plain/theme.yaml --\n", "default/x themes/plain/x",
		},
		{
			"but nothing in place of the one at the bottom",
			"-- milepost.yaml --\nsite_theme: default\n-- themes/default/theme.yaml --\nextends: nowhere\n", "default/x",
		},
		{"a theme without a theme.yaml", "-- milepost.yaml --\nsite_theme: ours\n-- themes/ours/partials/footer.html --\n", "default/x themes/ours/x"},
		{"a theme that is not used is not looked at", "-- themes/ours/theme.yaml --\nextends: [\n-- themes/ours/slot/x.html --\n{{\n", "default/x"},
	} {
		theme, found := of(tt.archive)
		if got := layers(theme); got != tt.want || found != "" {
			t.Errorf("%s: layers %s, want %s\n%s", tt.name, got, tt.want, found)
		}
	}
}

// TestWhatIsWrongIsSaidOnce also holds that a site has a theme all the same.
func TestWhatIsWrongIsSaidOnce(t *testing.T) {
	for _, tt := range []struct{ name, archive, want, layers string }{
		{
			"an unknown theme", "-- milepost.yaml --\nsite_theme: palin\n-- themes/print/theme.yaml --\n",
			`milepost.yaml:1:13 "palin" site-theme: there is no site theme "palin"; did you mean "plain"? It takes one of default, plain, print; a theme of your own is a folder themes/NAME`,
			"default/x",
		},
		{
			"a way out", "-- milepost.yaml --\nsite_theme: ../secrets\n",
			`milepost.yaml:1:13 "../secrets" site-theme: a site theme cannot be called "../secrets"; it takes the name of a folder in themes, without a path`,
			"default/x",
		},
		{
			"an absolute path", "-- milepost.yaml --\nsite_theme: /etc\n",
			`milepost.yaml:1:13 "/etc" site-theme: a site theme cannot be called "/etc"; it takes the name of a folder in themes, without a path`,
			"default/x",
		},
		{
			"a way out on Windows", "-- milepost.yaml --\nsite_theme: '..\\secrets'\n",
			`milepost.yaml:1:13 "'..\\secrets'" site-theme: a site theme cannot be called "..\\secrets"; it takes the name of a folder in themes, without a path`,
			"default/x",
		},
		{
			"the project's own files as a theme", "-- milepost.yaml --\nsite_theme: slots\n",
			`milepost.yaml:1:13 "slots" site-theme: "slots" is no site theme; leave this line out: the files in themes/slots always count`,
			"default/x",
		},
		{
			"a mistyped folder of the project's own files", "-- themes/partial/footer.html --\n-- themes/partial/header.html --\n",
			`themes/partial/footer.html:1:1 "" site-theme: nothing in the folder themes/partial is used; did you mean themes/partials?`,
			"default/x",
		},
		{
			"a theme that extends none there is", "-- milepost.yaml --\nsite_theme: ours\n-- themes/ours/theme.yaml --\nextends: defautl\n",
			`themes/ours/theme.yaml:1:10 "defautl" site-theme: there is no site theme "defautl"; did you mean "default"? It takes one of default, ours, plain; a theme of your own is a folder themes/NAME`,
			"default/x themes/ours/x",
		},
		{
			"a theme that extends a way out", "-- milepost.yaml --\nsite_theme: ours\n-- themes/ours/theme.yaml --\nextends: ../ours\n",
			`themes/ours/theme.yaml:1:10 "../ours" site-theme: a site theme cannot be called "../ours"; it takes the name of a folder in themes, without a path`,
			"default/x themes/ours/x",
		},
		{
			"themes that extend each other",
			"-- milepost.yaml --\nsite_theme: a\n-- themes/a/theme.yaml --\nextends: b\n-- themes/b/theme.yaml --\nextends: a\n",
			`themes/b/theme.yaml:1:10 "a" site-theme: the site theme a extends itself: a → b → a; one of them has to extend default`,
			"default/x themes/b/x themes/a/x",
		},
		{
			"a newer contract", "-- milepost.yaml --\nsite_theme: a\n-- themes/a/theme.yaml --\ncontract: 2\n",
			`themes/a/theme.yaml:1:11 "2" site-theme: the contract 2 is not known; a newer milepost may know it; this one knows 1`,
			"default/x themes/a/x",
		},
		{
			"an unknown key", "-- milepost.yaml --\nsite_theme: a\n-- themes/a/theme.yaml --\nextend: plain\n",
			`themes/a/theme.yaml:1:1 "extend" unknown-key: a site theme has no key "extend"; did you mean "extends"?`,
			"default/x themes/a/x",
		},
		{
			"a slot that is not there", "-- themes/slots/heat-end.html --\nx\n",
			`themes/slots/heat-end.html:1:1 "" site-theme: there is no slot heat-end; did you mean "head-end"? It takes one of `,
			"default/x themes/x",
		},
		{
			"a layout that no page has", "-- themes/layouts/items.html --\nx\n",
			`themes/layouts/items.html:1:1 "" site-theme: no page has the layout items; did you mean "item"? It takes one of `,
			"default/x themes/x",
		},
		{
			"a folder of another name", "-- milepost.yaml --\nsite_theme: a\n-- themes/a/partial/footer.html --\nx\n",
			`themes/a/partial/footer.html:1:1 "" site-theme: nothing in the folder partial is used; did you mean partials?`,
			"default/x themes/a/x",
		},
		{
			"a file of another sort", "-- themes/styles/a.js --\nx\n",
			`themes/styles/a.js:1:1 "" site-theme: this file is not used: its name does not end in .css; `,
			"default/x themes/x",
		},
		{
			"a folder in a folder", "-- themes/styles/a/b.css --\nx\n",
			`themes/styles/a/b.css:1:1 "" site-theme: this file is not used: it lies in a folder of styles; move it to styles/b.css`,
			"default/x themes/x",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			theme, found := of(tt.archive)
			if !strings.HasPrefix(found, tt.want) || strings.Count(found, "\n") != 1 {
				t.Errorf("got  %swant %s", found, tt.want)
			}
			if got := layers(theme); got != tt.layers {
				t.Errorf("layers %s, want %s", got, tt.layers)
			}
		})
	}
}

// theme is a project whose theme has options, with the values that it gives them.
func theme(options, values string) string {
	return "-- milepost.yaml --\nsite_theme: ours\nsite_theme_options: {" + values + "}\n-- themes/ours/theme.yaml --\nextends: base\noptions:\n" + options +
		"-- themes/base/theme.yaml --\noptions: {note: {default: from the base}}\n"
}

func TestOptionsAreTyped(t *testing.T) {
	const options = `  columns: {type: number, default: 2, min: 1, max: 4, property: --columns}
  rounded: {type: bool, default: yes}
  paper: {type: colour, default: ivory, property: --paper}
  width: {type: choice, values: [wide, narrow], default: wide}
  note: {default: ours}
`
	values := func(options []sitetheme.Option) map[string]any {
		out := map[string]any{}
		for _, o := range options {
			out[o.Name] = o.Value
		}
		return out
	}
	got, found := of(theme(options, ""))
	want := map[string]any{"columns": 2, "rounded": true, "paper": "ivory", "width": "wide", "note": "ours"}
	if diff := cmp.Diff(want, values(got.Options)); diff != "" || found != "" {
		t.Errorf("without values (-want +got):\n%s%s", diff, found)
	}
	got, found = of(theme(options, "columns: 4, rounded: No, paper: 'oklch(.9 .1 90)', width: narrow, note: mine"))
	want = map[string]any{"columns": 4, "rounded": false, "paper": "oklch(.9 .1 90)", "width": "narrow", "note": "mine"}
	if diff := cmp.Diff(want, values(got.Options)); diff != "" || found != "" {
		t.Errorf("with values (-want +got):\n%s%s", diff, found)
	}
	for value, says := range map[string]string{
		"columns: 5":             `milepost.yaml:2:31 "5" wrong-type: the option columns cannot be "5"; it takes a whole number from 1 to 4`,
		"columns: many":          `milepost.yaml:2:31 "many" wrong-type: the option columns cannot be "many"; it takes a whole number from 1 to 4`,
		"rounded: perhaps":       `milepost.yaml:2:31 "perhaps" wrong-type: the option rounded cannot be "perhaps"; it takes true or false`,
		"paper: 'red; color: x'": `milepost.yaml:2:29 "'red; color: x'" wrong-type: the option paper cannot be "red; color: x"; it takes a colour such as "#f4c900" or oklch(.87 .17 93)`,
		"width: middle":          `milepost.yaml:2:29 "middle" wrong-type: the option width cannot be "middle"; it takes one of wide, narrow`,
		"colums: 2":              `milepost.yaml:2:22 "colums" unknown-key: the site theme ours has no option "colums"; did you mean "columns"? It takes one of columns, rounded, paper, width, note`,
	} {
		if _, found := of(theme(options, value)); !strings.HasPrefix(found, says) || strings.Count(found, "\n") != 1 {
			t.Errorf("%s\ngot  %swant %s", value, found, says)
		}
	}
}

func TestADefinitionThatCannotBeUsedIsTold(t *testing.T) {
	for definition, says := range map[string]string{
		"Columns: {default: 2}":                            `themes/ours/theme.yaml:3:3 "Columns" site-theme: an option cannot be called "Columns"; it takes small letters and digits, parted by _ or -`,
		"a: {type: nmber, default: 2}":                     `themes/ours/theme.yaml:3:13 "nmber" unknown-value: type cannot be "nmber"; did you mean "number"? It takes one of text, number, bool, colour, choice`,
		"a: {type: number, default: two}":                  `themes/ours/theme.yaml:3:30 "two" wrong-type: the option a cannot be "two"; it takes a whole number`,
		"a: {type: number}":                                `themes/ours/theme.yaml:3:3 "a" site-theme: the option a has no default; write default: with a value`,
		"a: {type: choice, default: x}":                    `themes/ours/theme.yaml:3:3 "a" site-theme: the option a is a choice without values; write values: [wide, narrow]`,
		"a: {default: x, property: --x}":                   `themes/ours/theme.yaml:3:29 "--x" site-theme: the option a cannot set a property; a colour, a number or a choice of plain words can`,
		"a: {type: colour, default: red, property: color}": `themes/ours/theme.yaml:3:45 "color" site-theme: a custom property cannot be called "color"; write one such as --paper`,
		"a: {defalt: x}":                                   `themes/ours/theme.yaml:3:7 "defalt" unknown-key: the option a has no key "defalt"; did you mean "default"?`,
		"a: two":                                           `themes/ours/theme.yaml:3:6 "two" wrong-type: the option a cannot be a single value; it takes a map such as {type: number, default: 2}`,
	} {
		if _, found := of(theme("  "+definition+"\n", "")); !strings.HasPrefix(found, says) || strings.Count(found, "\n") != 1 {
			t.Errorf("%s\ngot  %swant %s", definition, found, says)
		}
	}
}

func TestAThemeWithoutOptionsSaysSo(t *testing.T) {
	_, found := of("-- milepost.yaml --\nsite_theme_options: {a: b}\n")
	if want := `milepost.yaml:1:22 "a" unknown-key: the site theme default has no option "a"; it has no options` + "\n"; found != want {
		t.Errorf("got  %swant %s", found, want)
	}
}

func TestTheFilesOfAProjectAreAFileSystem(t *testing.T) {
	theme, _ := of("-- milepost.yaml --\nsite_theme: ours\n-- themes/ours/theme.yaml --\nname: Ours\n-- themes/ours/partials/a.html --\na\n-- themes/ours-too/partials/c.html --\nc\n")
	files := theme.Layers[1].FS
	if err := fstest.TestFS(files, "partials/a.html", "theme.yaml"); err != nil {
		t.Error(err)
	}
	if _, err := fs.Stat(files, "partials/c.html"); err == nil {
		t.Error("it holds the file of another theme")
	}
}
