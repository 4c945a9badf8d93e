package render

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"milepost/internal/sitetheme"
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

// recipe is what an asset is made of: files of the theme, joined.
type recipe struct {
	path string
	from []string
}

func readAssets(theme *sitetheme.Theme, files overlay) ([]Asset, error) {
	styles, err := namesIn(files, "styles", ".css")
	if err != nil {
		return nil, err
	}
	scripts, err := namesIn(files, "scripts", ".js")
	if err != nil {
		return nil, err
	}
	fonts, err := namesIn(files, "fonts", ".woff2", ".txt")
	if err != nil {
		return nil, err
	}
	files.inOrder(styles)
	files.inOrder(scripts)
	scripts = slices.DeleteFunc(scripts, func(name string) bool { return name == bootScript })
	recipes := []recipe{{"assets/milepost.css", styles}, {"assets/milepost.js", scripts}, {"assets/boot.js", []string{bootScript}}}
	for _, name := range fonts {
		recipes = append(recipes, recipe{"assets/" + path.Base(name), []string{name}})
	}
	assets := make([]Asset, 0, len(recipes))
	for _, s := range recipes {
		data, err := join(theme, files, s.from)
		if err != nil {
			return nil, err
		}
		if s.path == "assets/milepost.css" {
			if data, err = withFonts(data, files); err != nil {
				return nil, err
			}
			data = append(data, properties(theme.Options)...)
		}
		assets = append(assets, Asset{Path: s.path, Data: data})
	}
	slices.SortFunc(assets, func(a, b Asset) int { return strings.Compare(a.Path, b.Path) })
	return assets, nil
}

// fontWithin is how a style asks for a font as a part of the sheet: whoever has the
// sheet then has the font, so that no text moves when it comes.
var fontWithin = regexp.MustCompile(`url\("([\w.-]+\.woff2)\?inline"\)`)

// withFonts puts the fonts into a sheet that asks for it.
func withFonts(sheet []byte, files overlay) (out []byte, err error) {
	out = fontWithin.ReplaceAllFunc(sheet, func(ask []byte) []byte {
		font, failed := fs.ReadFile(files, "fonts/"+string(fontWithin.FindSubmatch(ask)[1]))
		if failed != nil {
			err = failed
			return ask
		}
		return fmt.Appendf(nil, `url("data:font/woff2;base64,%s")`, base64.StdEncoding.EncodeToString(font))
	})
	return out, err
}

// inOrder sorts styles or scripts: what a theme adds comes behind what it lies on,
// and in one theme the cascade's layers come in their own order.
func (o overlay) inOrder(names []string) {
	slices.SortStableFunc(names, func(a, b string) int {
		return cmp.Or(o.depth(a)-o.depth(b), layerOf(a)-layerOf(b))
	})
}

// layerOf is the place of a style among the others.
func layerOf(name string) int {
	if i := slices.Index(layers, stem(name)); i >= 0 {
		return i
	}
	return len(layers)
}

// join joins files of the theme.
func join(theme *sitetheme.Theme, files overlay, names []string) ([]byte, error) {
	var parts [][]byte
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("site theme: %w", err)
		}
		parts = append(parts, data)
	}
	if len(names) == 0 || path.Ext(names[0]) != ".js" {
		return bytes.Join(parts, []byte("\n")), nil
	}
	for i, name := range names {
		ours := func(layer int) bool { return theme.Layers[layer].Dir == "" }
		switch {
		case ours(files.top(name)):
			parts[i] = compact(parts[i])
		case !ours(files.depth(name)): // its names are its own
			parts[i] = slices.Concat([]byte("{\n"), parts[i], []byte("\n}\n"))
		default:
			parts[i] = append(slices.Clip(parts[i]), '\n')
		}
	}
	return bytes.Join(parts, nil), nil
}

// properties is the rule that sets what a project has chosen. It stands in no layer
// of the cascade, and so before all that the theme says.
func properties(options []sitetheme.Option) []byte {
	var lines []byte
	for _, o := range options {
		if o.Property != "" {
			lines = fmt.Appendf(lines, "  %s: %s;\n", o.Property, o.Words())
		}
	}
	if lines == nil {
		return nil
	}
	return fmt.Appendf(nil, "\n:root {\n%s}\n", lines)
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
