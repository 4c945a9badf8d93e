package engine

import (
	"cmp"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/render"
	"milepost/internal/sitetheme"
	"milepost/internal/source"
	"milepost/internal/words"
)

func newRenderer(theme *sitetheme.Theme, cfg *config.Config) (*render.Renderer, error) {
	var layers []fs.FS
	for _, l := range theme.Layers {
		layers = append(layers, l.FS)
	}
	return render.New(words.Of(cfg.Language), theme.Options, layers...)
}

// templatePlace is how html/template names a place: its file, line and column.
var templatePlace = regexp.MustCompile(`template: ([^\s:]+\.html):(\d+)(?::\d+)?: (.*)`)

// broken makes a finding of what is wrong with a template, at its line.
func broken(tree *source.Tree, theme *sitetheme.Theme, err error) diag.Diagnostic {
	const hint = "milepost site-theme docs says what templates are given"
	m := templatePlace.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.New("site-theme", source.Span{}, "%s", strings.TrimPrefix(err.Error(), "site theme: ")).WithHint(hint)
	}
	line, _ := strconv.Atoi(m[2])
	return diag.New("site-theme", lineOf(tree, theme, m[1], line), "this template cannot be read: %s", m[3]).WithHint(hint)
}

// lineOf is a line of a template in the topmost of the project's layers that has it.
func lineOf(tree *source.Tree, theme *sitetheme.Theme, name string, line int) source.Span {
	for _, l := range slices.Backward(theme.Layers) {
		file := tree.File(l.Dir + name)
		if l.Dir == "" || file == nil {
			continue
		}
		start := 0
		for range line - 1 {
			next := strings.IndexByte(string(file.Data[start:]), '\n')
			if next < 0 {
				break
			}
			start += next + 1
		}
		end := strings.IndexByte(string(file.Data[start:])+"\n", '\n') + start
		text := string(file.Data[start:end])
		start += len(text) - len(strings.TrimLeft(text, " \t"))
		return file.Span(start, cmp.Or(end, start))
	}
	return source.Span{}
}
