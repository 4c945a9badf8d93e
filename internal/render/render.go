// Package render turns page data into bytes with a site theme.
//
// A site theme is a file system: layouts/ and partials/ hold templates, styles/
// and scripts/ are joined into one sheet and one script, icons/ and fonts/ hold
// what their names say. New overlays any number of them, reads all once and
// gives a Renderer, whose Page may be called from many goroutines.
//
// A layout defines "main", which layouts/base.html puts into the frame of the
// page. A template gets its page's data and no way back to the plan; the only
// functions it has beside the built-in ones are version, which changes with the
// assets, t, which says a text of the interface in the language of the site, and
// option, which gives what the project has chosen. Templates hold no icons: they
// refer to one as <use href="#i-bug"/>, and Page adds the symbols a page uses.
//
// This package is the only owner of html/template. It reads no disk: a theme is
// whatever fs.FS it is given.
package render

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"milepost/internal/view"
	"milepost/internal/words"
)

// Renderer renders pages with one site theme. It is never changed after New.
type Renderer struct {
	layouts map[string]*layout
	symbols map[string]symbol
	assets  []Asset
	version string
}

// New reads the site theme the layers make up: a file of a later layer stands in
// for one of the same path in an earlier layer, and a template reaches what it
// stands in for as default/name. Its texts are said in the language; options are
// what the theme lets a project choose.
func New(language *words.Language, options map[string]any, layers ...fs.FS) (*Renderer, error) {
	theme := overlay(layers)
	assets, err := readAssets(theme)
	if err != nil {
		return nil, err
	}
	r := &Renderer{assets: assets, version: versionOf(assets)}
	if r.symbols, err = readSymbols(theme); err != nil {
		return nil, err
	}
	r.layouts, err = readLayouts(theme, functions{r.version, language, options})
	return r, err
}

// Page gives the bytes of a page.
func (r *Renderer) Page(p view.Page) ([]byte, error) {
	if !fs.ValidPath(p.Path) || p.Path == "." || strings.ContainsRune(p.Path, '\\') {
		return nil, fmt.Errorf("a page cannot have the path %q", p.Path)
	}
	if p.Raw != nil {
		return p.Raw(), nil
	}
	layout := r.layouts[p.Layout]
	if layout == nil {
		return nil, fmt.Errorf("%s: the site theme has no layouts/%s.html", p.Path, p.Layout)
	}
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	out, err := layout.execute((*buf)[:0], p.Data())
	*buf = out
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Path, err)
	}
	return r.withSymbols(out), nil
}

// buffers saves growing a new one for every page.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// stem is a file's name without folder and ending.
func stem(name string) string {
	base := path.Base(name)
	return strings.TrimSuffix(base, path.Ext(base))
}
