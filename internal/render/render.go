// Package render turns page data into bytes with a site theme.
//
// A site theme is layers of files: layouts/, partials/ and slots/ hold templates,
// styles/ and scripts/ are joined into one sheet and one script, icons/ and fonts/
// hold what their names say. New lays them on each other, reads all once and gives
// a Renderer, whose Page may be called from many goroutines. A mistake in a file of
// a theme is an error of type *Broken, with its place; Judge looks for more of them.
//
// A layout defines "main", which layouts/base.html puts into the frame of the
// page. A template gets its page's data and no way back to the plan; the only
// functions it has beside the built-in ones are pure, see functions. A template
// that lies on another of its name calls it as default/name. Templates hold no
// icons: they refer to one as <use href="#i-bug"/>, and Page adds the symbols a page
// uses.
//
// This package is the only owner of html/template. It reads no disk: the layers
// are whatever fs.FS it is given.
package render

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"milepost/internal/sitetheme"
	"milepost/internal/view"
	"milepost/internal/words"
)

// Renderer renders pages with one site theme. It is never changed after New.
type Renderer struct {
	words   *words.Language
	theme   *sitetheme.Theme
	layouts map[string]*layout
	symbols map[string]symbol
	assets  []Asset
}

// New reads a site theme: a file of a higher layer stands in for one of the same
// path in a lower one. Its texts are said in the language.
func New(language *words.Language, theme *sitetheme.Theme) (*Renderer, error) {
	files := overlayOf(theme)
	assets, err := readAssets(theme, files)
	if err != nil {
		return nil, err
	}
	r := &Renderer{words: language, theme: theme, assets: assets}
	if r.symbols, err = readSymbols(theme, files); err != nil {
		return nil, err
	}
	own := functions{versionOf(assets), language, map[string]any{}}
	for _, o := range theme.Options {
		own.options[o.Name] = o.Value
	}
	if r.layouts, err = readLayouts(theme, own); err != nil {
		return nil, err
	}
	return r, nil
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
		return nil, layout.failed(p.Path, err)
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
