package engine

import (
	"crypto/sha256"
	"fmt"

	"milepost/internal/config"
	"milepost/internal/document"
	"milepost/internal/parallel"
	"milepost/internal/plan"
	"milepost/internal/render"
	"milepost/internal/sitetheme"
	"milepost/internal/source"
	"milepost/internal/words"
)

// Memo remembers what files were read as, and the site theme, so that the tree
// after an edit costs the reading of one file and what is computed of all. What it
// remembers is a function of what it is remembered by: to forget it changes no
// answer. The zero value remembers nothing yet; one at a time may use it.
type Memo struct {
	reading reading
	entries map[string]remembered // by path
	outfit  outfit
}

// reading is what a file is read by, besides its path and its text.
type reading struct {
	keepInternal, hashReferences bool
	language                     string
	terms                        plan.Terms
}

// remembered is what a text was read as.
type remembered struct {
	text  source.Hash
	entry plan.Entry
}

// decode gives the entry of every file, in the order of the files. Those that are
// not known are read, each on its own, so that all processors take part.
func (m *Memo) decode(files []*source.File, cfg *config.Config, facts plan.Facts) []plan.Entry {
	if now := (reading{facts.Internal, cfg.HashReferences, cfg.Language, plan.TermsOf(cfg)}); now != m.reading {
		m.reading, m.entries = now, nil
	}
	opt := document.Options{KeepInternal: facts.Internal, HashReferences: cfg.HashReferences, Words: words.Of(cfg.Language)}
	entries := make([]plan.Entry, len(files))
	var fresh []int
	for n, f := range files {
		if known, ok := m.entries[f.Path]; ok && known.text == f.Hash {
			entries[n] = known.entry
		} else {
			fresh = append(fresh, n)
		}
	}
	parallel.Each(len(fresh), func(i int) {
		n := fresh[i]
		entries[n] = plan.Decode(document.Parse(files[n], opt), cfg)
	})
	m.remember(files, entries, fresh)
	return entries
}

// remember takes in what was fresh, and drops what is no longer there.
func (m *Memo) remember(files []*source.File, entries []plan.Entry, fresh []int) {
	if m.entries == nil {
		m.entries = make(map[string]remembered, len(files))
	}
	for _, n := range fresh {
		m.entries[files[n].Path] = remembered{files[n].Hash, entries[n]}
	}
	if len(m.entries) == len(files) {
		return
	}
	there := make(map[string]bool, len(files))
	for _, f := range files {
		there[f.Path] = true
	}
	for path := range m.entries {
		if !there[path] {
			delete(m.entries, path)
		}
	}
}

// outfit is a site theme made ready.
type outfit struct {
	key      source.Hash
	renderer func() (*render.Renderer, error)
	broken   error // what is wrong with it; then the renderer is that of the built-in theme
}

// dressed makes a site theme ready, unless that of before is the same.
func (m *Memo) dressed(cfg *config.Config, theme *sitetheme.Theme, tree *source.Tree) outfit {
	if key := themeKey(cfg, theme, tree); m.outfit.renderer == nil || key != m.outfit.key {
		m.outfit = makeReady(cfg, theme)
		m.outfit.key = key
	}
	return m.outfit
}

// themeKey changes with everything a renderer is made of.
func themeKey(cfg *config.Config, theme *sitetheme.Theme, tree *source.Tree) source.Hash {
	sum := sha256.New()
	fmt.Fprintf(sum, "%q %q\n", cfg.Language, theme.Name)
	for _, l := range theme.Layers {
		fmt.Fprintf(sum, "%q %q\n", l.Name, l.Dir)
	}
	for _, o := range theme.Options {
		fmt.Fprintf(sum, "%q %T %q\n", o.Name, o.Value, o.Words())
	}
	if theme.Foreign() {
		for _, f := range tree.Files(sitetheme.Folder + "/") {
			fmt.Fprintf(sum, "%q %x\n", f.Path, f.Hash)
		}
	}
	return source.Hash(sum.Sum(nil))
}
