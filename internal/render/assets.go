package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Asset is a file of the site that comes from the theme and not from the plan.
type Asset struct {
	Path string // below the output: "assets/milepost.css"
	Data []byte
}

// Assets are the sheet, the scripts, the fonts and their licences, by path.
func (r *Renderer) Assets() []Asset { return slices.Clone(r.assets) }

// layers is the order in which the styles are joined: the sheet's cascade layers.
// What a theme adds under another name follows, by name.
var layers = []string{"reset", "tokens", "base", "layout", "components", "prose", "states", "print"}

// bootScript runs before the page is shown, so that it never appears in the wrong
// colours; all other scripts wait until the page is there.
const bootScript = "scripts/boot.js"

func readAssets(theme fs.FS) ([]Asset, error) {
	styles, err := namesIn(theme, "styles", ".css")
	if err != nil {
		return nil, err
	}
	scripts, err := namesIn(theme, "scripts", ".js")
	if err != nil {
		return nil, err
	}
	fonts, err := namesIn(theme, "fonts", ".woff2", ".txt")
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(styles, func(a, b string) int { return layerOf(a) - layerOf(b) })
	scripts = slices.DeleteFunc(scripts, func(name string) bool { return name == bootScript })
	files := []struct {
		path string
		from []string
	}{
		{"assets/milepost.css", styles},
		{"assets/milepost.js", scripts},
		{"assets/boot.js", []string{bootScript}},
	}
	for _, name := range fonts {
		files = append(files, struct {
			path string
			from []string
		}{"assets/" + path.Base(name), []string{name}})
	}
	assets := make([]Asset, 0, len(files))
	for _, f := range files {
		data, err := join(theme, f.from)
		if err != nil {
			return nil, err
		}
		if path.Ext(f.path) == ".js" {
			data = compact(data)
		}
		assets = append(assets, Asset{Path: f.path, Data: data})
	}
	slices.SortFunc(assets, func(a, b Asset) int { return strings.Compare(a.Path, b.Path) })
	return assets, nil
}

// layerOf is the place of a style among the others.
func layerOf(name string) int {
	if i := slices.Index(layers, stem(name)); i >= 0 {
		return i
	}
	return len(layers)
}

func join(theme fs.FS, names []string) ([]byte, error) {
	var parts [][]byte
	for _, name := range names {
		data, err := fs.ReadFile(theme, name)
		if err != nil {
			return nil, fmt.Errorf("site theme: %w", err)
		}
		parts = append(parts, data)
	}
	return bytes.Join(parts, []byte("\n")), nil
}

// compact leaves indentation and the lines that hold only a comment out of a
// script: every page loads it, and nobody reads it there. No string of ours goes
// over a line's end.
func compact(script []byte) []byte {
	var out []byte
	for line := range bytes.Lines(script) {
		line = bytes.TrimSpace(line)
		if len(line) > 0 && !bytes.HasPrefix(line, []byte("//")) {
			out = append(append(out, line...), '\n')
		}
	}
	return out
}

// versionOf is a short text that changes with the assets.
func versionOf(assets []Asset) string {
	sum := sha256.New()
	for _, a := range assets {
		fmt.Fprintf(sum, "%s %d\n", a.Path, len(a.Data))
		sum.Write(a.Data)
	}
	return hex.EncodeToString(sum.Sum(nil)[:5])
}
