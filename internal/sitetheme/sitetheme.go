// Package sitetheme says which files make up the look of a site.
//
// A site theme is a folder of layouts, partials, slots, styles, scripts, icons and
// fonts. For every path one rule holds: the project's own file, which lies in
// themes/<kind>/ itself, else that of the site theme the configuration names, else
// that of the theme it extends, and so on down to the built-in one. Read finds the
// layers, reads theme.yaml, and gives the options of the theme their values.
//
// It knows no template: package render reads what the layers hold.
package sitetheme

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/source"
	"milepost/themes"
)

// Folder is where a project keeps its site themes.
const Folder = "themes/"

// Kinds are the folders a site theme may have.
var Kinds = []string{"layouts", "partials", "slots", "styles", "scripts", "icons", "fonts"}

// Layer is one source of files: a theme, or the project itself.
type Layer struct {
	Name    string // of the theme; "" for the project's own files
	Dir     string // where it lies in the project: "themes/ours/"; "" for a built-in one
	FS      fs.FS
	Version string // as theme.yaml says
}

// Theme is the look of a site.
type Theme struct {
	Layers   []Layer        // the lowest first: the built-in theme is always there
	Options  map[string]any // text, float64 or bool, by name
	Fonts    []string       // paths of the project's files that are published below assets/
	Findings []diag.Diagnostic
}

// IsDefault reports that a project changes nothing of the built-in theme.
func (t *Theme) IsDefault() bool { return len(t.Layers) == 1 }

// deepest is how many themes may extend each other.
const deepest = 8

// Read finds the layers of a project's look. A theme that is not there, or that is
// wrong about itself, is a finding, and what could be read counts.
func Read(tree *source.Tree, cfg *config.Config) *Theme {
	t := &Theme{Options: map[string]any{}}
	var chain []Layer // from the configured theme down
	declared := options{}
	name, at := cfg.SiteTheme.Text, cfg.SiteTheme.Span
	for name != "" && name != "default" {
		if len(chain) == deepest || slices.ContainsFunc(chain, func(l Layer) bool { return l.Name == name }) {
			t.find(at, "the site theme %q extends itself", name).Hint = "extend default, or a theme that does not lead back here"
			break
		}
		layer, ok := open(tree, name)
		if !ok {
			t.find(at, "there is no site theme %q", name).Hint = t.whatThereIs(tree, name)
			break
		}
		chain = append(chain, layer)
		about := readAbout(t, tree, layer)
		declared.add(about.options)
		chain[len(chain)-1].Version = about.version
		name, at = about.extends, about.extendsAt
	}
	t.Layers = []Layer{{Name: "default", FS: themes.Default()}}
	for _, layer := range slices.Backward(chain) {
		t.Layers = append(t.Layers, layer)
	}
	if own := ownFiles(tree); len(own) > 0 {
		t.Layers = append(t.Layers, Layer{Dir: Folder, FS: own})
	}
	t.Fonts = fonts(tree, t.Layers)
	declared.fill(t, cfg)
	return t
}

func (t *Theme) find(at source.Span, format string, args ...any) *diag.Diagnostic {
	t.Findings = append(t.Findings, diag.New("site-theme", at, format, args...))
	return &t.Findings[len(t.Findings)-1]
}

// open is the theme of a name: the project's, else a built-in one.
func open(tree *source.Tree, name string) (Layer, bool) {
	if !fs.ValidPath(name) || strings.ContainsAny(name, `/\.`) || slices.Contains(Kinds, name) {
		return Layer{}, false
	}
	dir := Folder + name + "/"
	if len(tree.Files(dir))+len(tree.Assets(dir)) > 0 {
		return Layer{Name: name, Dir: dir, FS: filesBelow(tree, dir)}, true
	}
	if built, ok := themes.Named(name); ok {
		return Layer{Name: name, FS: built}, true
	}
	return Layer{}, false
}

// whatThereIs is the hint for a theme that is not there.
func (t *Theme) whatThereIs(tree *source.Tree, name string) string {
	names := append(themes.Names(), Names(tree)...)
	slices.Sort(names)
	return diag.OneOf(name, slices.Compact(names)) + "; a theme of your own is a folder " + Folder + "NAME"
}

// Names lists the themes a project has.
func Names(tree *source.Tree) []string {
	var out []string
	add := func(p string) {
		name, _, nested := strings.Cut(strings.TrimPrefix(p, Folder), "/")
		if nested && !slices.Contains(Kinds, name) && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	for _, f := range tree.Files(Folder) {
		add(f.Path)
	}
	for _, a := range tree.Assets(Folder) {
		add(a.Path)
	}
	return out
}

// ownFiles are the project's own files, which belong to no theme.
func ownFiles(tree *source.Tree) files {
	out := files{}
	for _, kind := range Kinds {
		for p, data := range filesBelow(tree, Folder+kind+"/") {
			out[kind+"/"+p] = data
		}
	}
	return out
}

// filesBelow are the texts below a folder by their path in it.
func filesBelow(tree *source.Tree, dir string) files {
	out := files{}
	for _, f := range tree.Files(dir) {
		out[strings.TrimPrefix(f.Path, dir)] = f.Data
	}
	return out
}

// fonts are the fonts of the project's layers: they are copied, and never read.
func fonts(tree *source.Tree, layers []Layer) []string {
	var out []string
	for _, l := range layers {
		if l.Dir == "" {
			continue
		}
		for _, a := range tree.Assets(l.Dir + "fonts/") {
			if path.Ext(a.Path) == ".woff2" {
				out = append(out, a.Path)
			}
		}
	}
	return out
}

// FontPath is where a font of the project is published.
func FontPath(file string) string { return "assets/" + path.Base(file) }
