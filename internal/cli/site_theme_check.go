package cli

import (
	"io/fs"
	"slices"

	"github.com/spf13/cobra"

	"milepost/internal/diag"
	"milepost/internal/engine"
	"milepost/internal/render"
	"milepost/internal/report"
	"milepost/internal/scaffold"
	"milepost/internal/sitetheme"
	"milepost/internal/source"
)

func siteThemeCheckCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "try the look on a plan made to break it",
		Long: `Check reads every template of the site theme and renders every kind of page from a
plan that is made to break them: with text that would be markup, with nothing where
something is expected, with far too much. It looks at the HTML that comes out and at
the contrast of the colours, and tells which copies of built-in files are older than
what they were made from.`,
		Example: "$ milepost site-theme check",
		Args:    noArgs,
		RunE:    func(*cobra.Command, []string) error { return p.checkTheme() },
	}
}

func (p *program) checkTheme() error {
	pr, theme, err := p.openTheme()
	if err != nil {
		return err
	}
	found := ofTheme(pr.Findings, theme)
	if len(found) == 0 {
		found = tryPages(scaffold.KitchenSink(ownLook(pr)))
	}
	if len(found) > 0 {
		p.print("%s\n", report.Text(found, p.look(p.env.Stdout)))
	}
	p.tellOutdated(theme)
	if broken(found, false) {
		return status(planBroken)
	}
	if !p.quiet {
		p.say("the look holds")
	}
	return nil
}

// ofTheme are the findings that speak of the site theme.
func ofTheme(found []diag.Diagnostic, theme *sitetheme.Theme) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, d := range found {
		told := slices.ContainsFunc(theme.Findings, func(t diag.Diagnostic) bool { return t.Span == d.Span && t.Message == d.Message })
		if told || d.Rule == "site-theme" {
			out = append(out, d)
		}
	}
	return out
}

// ownLook are the files of a project that make its look.
func ownLook(pr *project) []*source.File {
	files := pr.Plan.Tree.Files(sitetheme.Folder + "/")
	if pr.Plan.Config.File != nil {
		files = append(files, source.NewFile(engine.ConfigFile, pr.Plan.Config.File.Data))
	}
	return files
}

// tryPages renders every page of a plan and looks at each.
func tryPages(tree *source.Tree) []diag.Diagnostic {
	var out []diag.Diagnostic
	s := engine.Evaluate(tree, engine.Options{BaseURL: "https://example.org/plan/", Today: scaffold.KitchenDay})
	laidOut := map[string]bool{}
	for _, page := range s.Pages() {
		laidOut[page.Path] = page.Layout != ""
	}
	for f, err := range s.Files() {
		if err != nil {
			return append(out, s.Mistakes(err)...)
		}
		if f.Path == "assets/milepost.css" {
			out = append(out, remarks(diag.Warning, f.Path, render.Faint(f.Data))...)
		}
		if laidOut[f.Path] {
			out = append(out, remarks(diag.Error, f.Path, render.Flaws(f.Data))...)
		}
	}
	return out
}

// remarks are what is said of a file that comes out, which has no place in a source.
func remarks(grade diag.Severity, path string, texts []string) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, text := range texts {
		d := diag.New("site-theme", source.Span{}, "%s: %s", path, text)
		d.Severity = grade
		out = append(out, d)
	}
	return out
}

// tellOutdated names copies whose original has changed.
func (p *program) tellOutdated(theme *sitetheme.Theme) {
	for i, layer := range theme.Layers {
		if layer.Dir == "" {
			continue
		}
		for _, name := range themeFiles(theme.Layers[i : i+1]) {
			data, err := fs.ReadFile(layer.FS, name)
			was, marked := madeFrom(data)
			if err != nil || !marked {
				continue
			}
			original, now, err := topmost(theme.Layers[:i], name)
			switch {
			case err != nil:
				p.print("%s: there is no such file any more below it\n", layer.At(name))
			case was != sum(now):
				p.print("%s: %s has changed since this copy was made\n", layer.At(name), original.At(name))
			}
		}
	}
}
