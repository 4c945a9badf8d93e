package render

import (
	"bytes"
	"fmt"
	"io/fs"
	"regexp"
	"slices"

	"milepost/internal/sitetheme"
)

// symbol is an icon as it stands in the sprite of a page.
type symbol []byte

var svgForm = regexp.MustCompile(`(?s)^\s*(?:<!--.*?-->\s*)?<svg[^>]*\sviewBox="([-0-9. ]+)"[^>]*>(.*)</svg>\s*$`)

// readSymbols reads the icons of a theme. Browsers do not take symbols from
// another file on file://, so a page carries those it uses.
func readSymbols(theme *sitetheme.Theme, files overlay) (map[string]symbol, error) {
	names, err := namesIn(files, "icons", ".svg")
	if err != nil {
		return nil, err
	}
	symbols := make(map[string]symbol, len(names))
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("site theme: %w", err)
		}
		m := svgForm.FindSubmatch(text)
		if m == nil {
			at := theme.Layers[files.top(name)].At(name)
			return nil, broken([]Problem{{File: at, Line: 1, Offset: -1, Message: "an icon is one svg element with a viewBox"}})
		}
		inner := indent.ReplaceAll(bytes.TrimSpace(m[2]), nil)
		symbols[stem(name)] = fmt.Appendf(nil, `<symbol id="%s" viewBox="%s">%s</symbol>`, stem(name), m[1], inner)
	}
	return symbols, nil
}

var (
	useMark = []byte(`<use href="#`)
	bodyEnd = []byte(`</body>`)
)

// withSymbols copies a page and puts the symbols it uses at the end of its body.
func (r *Renderer) withSymbols(page []byte) []byte {
	used := usedSymbols(page)
	at := bytes.LastIndex(page, bodyEnd)
	if len(used) == 0 || at < 0 {
		return bytes.Clone(page)
	}
	sprite := []byte(`<svg class="sprite" width="0" height="0" aria-hidden="true">`)
	for _, name := range used {
		sprite = append(sprite, r.symbols[name]...)
	}
	sprite = append(sprite, "</svg>\n"...)
	return slices.Concat(page[:at], sprite, page[at:])
}

// usedSymbols lists what a page refers to, each once, by name.
func usedSymbols(page []byte) []string {
	var used []string
	for {
		at := bytes.Index(page, useMark)
		if at < 0 {
			slices.Sort(used)
			return used
		}
		page = page[at+len(useMark):]
		end := bytes.IndexByte(page, '"')
		if end < 0 {
			continue
		}
		if name := page[:end]; !slices.ContainsFunc(used, func(u string) bool { return u == string(name) }) {
			used = append(used, string(name))
		}
	}
}
