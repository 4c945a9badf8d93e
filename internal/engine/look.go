package engine

import (
	"errors"
	"strings"
	"sync"

	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/render"
	"milepost/internal/sitetheme"
	"milepost/internal/source"
	"milepost/internal/words"
)

// look is what renders the pages of a Snapshot.
type look struct {
	tree     *source.Tree
	renderer func() (*render.Renderer, error)
}

// dress finds the site theme and says what is wrong with it. A theme of the
// project's own is read at once, to be judged. Where it is broken the pages look as
// if there were none: a preview goes on, and who builds is told.
func (m *Memo) dress(cfg *config.Config, tree *source.Tree) (look, []diag.Diagnostic) {
	theme := sitetheme.Read(tree, cfg)
	o := m.dressed(cfg, theme, tree)
	l := look{tree: tree, renderer: o.renderer}
	if o.broken == nil {
		return l, theme.Findings
	}
	mistakes, ok := l.findings(o.broken)
	if !ok {
		panic("engine: " + o.broken.Error()) // a theme of texts in memory has no other errors
	}
	return l, append(theme.Findings, mistakes...)
}

func makeReady(cfg *config.Config, theme *sitetheme.Theme) outfit {
	language := words.Of(cfg.Language)
	if !theme.Foreign() {
		return outfit{renderer: renderer(language, theme)}
	}
	r, err := render.New(language, theme)
	if err == nil {
		err = r.Judge()
	}
	if err != nil {
		return outfit{renderer: renderer(language, sitetheme.BuiltIn()), broken: err}
	}
	return outfit{renderer: func() (*render.Renderer, error) { return r, nil }}
}

// Mistakes are what an error of Files says about the project's site theme: on some
// page it stumbled over data that is not there. There are none in any other error.
func (s *Snapshot) Mistakes(err error) []diag.Diagnostic {
	found, _ := s.look.findings(err)
	for i := range found {
		found[i].Severity = diag.Error
	}
	return found
}

func renderer(language *words.Language, theme *sitetheme.Theme) func() (*render.Renderer, error) {
	return sync.OnceValues(func() (*render.Renderer, error) { return render.New(language, theme) })
}

// findings are the problems of a theme, at their places; ok is false for an error
// of another sort.
func (l look) findings(err error) (found []diag.Diagnostic, ok bool) {
	broken, ok := errors.AsType[*render.Broken](err)
	if !ok {
		return nil, false
	}
	for _, p := range broken.Problems {
		found = append(found, diag.New("site-theme", l.span(p), "%s", p.Message).WithHint("%s", p.Hint))
	}
	return found, true
}

// span is the place of a problem: the field that is meant, else its line.
func (l look) span(p render.Problem) source.Span {
	file := l.tree.File(p.File)
	if file == nil {
		return source.Span{} // in a theme that is built in
	}
	if p.Offset >= 0 {
		return file.Span(p.Offset, min(p.Offset+p.Length, len(file.Data)))
	}
	start := 0
	for range p.Line - 1 {
		start += strings.IndexByte(string(file.Data[start:]), '\n') + 1
	}
	text := file.Line(p.Line)
	start += len(text) - len(strings.TrimLeft(text, " \t"))
	return file.Span(start, start+len(strings.TrimSpace(text)))
}
