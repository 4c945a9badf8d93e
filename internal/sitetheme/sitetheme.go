// Package sitetheme finds the files that make the look of a site.
//
// A site theme is a folder of layouts, partials, slots, styles, scripts, icons and
// fonts. A site has several of them lying on each other: at the bottom the one that
// is built in, then what a theme extends, then the theme that milepost.yaml names,
// and on top the project's own files, which lie in themes/<kind>/ itself. For every
// path the topmost file counts. Read does the looking up, and says what is wrong;
// package render executes the templates.
//
// A theme comes with Milepost or is a folder themes/NAME of the project. Its
// theme.yaml, which it need not have, may declare options: values of a type for a
// project to choose. Nothing here reads a disk: the files of a project are those of
// its tree, and a folder in themes that is not used is not looked at.
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

// Contract is the version of what templates are given: their data, functions and
// slots. It changes when a theme that was right becomes wrong.
const Contract = 1

// Default is the theme at the bottom of all.
const Default = "default"

// Folder is where a project keeps its themes, and in folders of their kind its own
// files that belong to none.
const Folder = "themes"

// File is where a theme says what it is.
const File = "theme.yaml"

// Kinds are the folders a site theme may have.
var Kinds = []string{"layouts", "partials", "slots", "styles", "scripts", "icons", "fonts"}

// Layer is one source of files: a theme, or the project itself.
type Layer struct {
	Name string // of the theme; "" for the project's own files
	Dir  string // in the project: "themes/ours"; "" for one that is built in
	FS   fs.FS
}

// At is how messages name a file of the layer: by its path in the project, or by
// the name of the theme that is built in.
func (l Layer) At(file string) string {
	if l.Dir == "" {
		return path.Join(l.Name, file)
	}
	return path.Join(l.Dir, file)
}

// Theme is the look of a site.
type Theme struct {
	Name     string  // as milepost.yaml gives it, else Default
	Layers   []Layer // from the bottom to the top; the built-in one is always there
	Options  []Option
	Findings []diag.Diagnostic
}

// BuiltIn is the theme of a site that changes nothing.
func BuiltIn() *Theme {
	return &Theme{Name: Default, Layers: []Layer{{Name: Default, FS: themes.Default()}}}
}

// Foreign reports whether any file of the theme is the project's own, which may
// be wrong; what is built in is held by our tests.
func (t *Theme) Foreign() bool {
	return slices.ContainsFunc(t.Layers, func(l Layer) bool { return l.Dir != "" })
}

// IsForeign reports whether a file, as At names it, is the project's own.
func (t *Theme) IsForeign(at string) bool {
	return slices.ContainsFunc(t.Layers, func(l Layer) bool { return l.Dir != "" && strings.HasPrefix(at, l.Dir+"/") })
}

// Read finds the theme of a project. A part of it that cannot be used is left out
// and told.
func Read(tree *source.Tree, cfg *config.Config) *Theme {
	f := &finder{tree: tree}
	name := Default
	if cfg.SiteTheme.Text != "" {
		name = cfg.SiteTheme.Text
		f.add(cfg.SiteTheme)
	}
	if len(f.layers) == 0 {
		name = Default
		f.addBuiltIn(Default)
	}
	f.addOwn()
	f.misplaced()
	options := f.choose(name, cfg.SiteThemeOptions)
	return &Theme{Name: name, Layers: f.layers, Options: options, Findings: f.found}
}
