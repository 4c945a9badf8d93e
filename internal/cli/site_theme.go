package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"milepost/internal/engine"
	"milepost/internal/render"
	"milepost/internal/report"
	"milepost/internal/scaffold"
	"milepost/internal/sitetheme"
	"milepost/internal/source"
)

func siteThemeCommand(p *program) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "site-theme COMMAND",
		Short: "change the look of the site",
		Long: `The look of a site is made of layouts, partials, slots, styles, scripts and icons. A
file of yours in themes/partials, or in a theme of your own in themes/NAME/partials,
stands in for the built-in one of the same path; in it, {{template "default/x" .}}
calls what it stands in for.

For ten lines of style no theme is needed: static/assets/custom.css is linked last.`,
		Example: `$ milepost site-theme which partials/footer.html
$ milepost site-theme eject partials/footer.html
$ milepost site-theme check`,
		Args: func(cmd *cobra.Command, args []string) error { return unknownCommand(cmd, args) },
		RunE: func(cmd *cobra.Command, _ []string) error { p.help(cmd); return nil },
	}
	cmd.AddCommand(ejectCommand(p), tryThemeCommand(p), whichCommand(p), contractCommand(p))
	return cmd
}

func ejectCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "eject PATH…",
		Short: "copy files of the site theme, to change them",
		Long: `Eject copies files of the site theme into themes/, where they stand in for it. A file
that is there is never written over. The copy remembers what it was made from, so
that site-theme check can say when the original has changed since.`,
		Example: "$ milepost site-theme eject partials/footer.html",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return fmt.Errorf("%s needs the path of a file; for example: %s partials/footer.html", name(cmd), cmd.CommandPath())
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.eject(args) },
	}
}

// openTheme is the project with the layers of its look.
func (p *program) openTheme() (*project, *sitetheme.Theme, error) {
	pr, err := p.open(engine.Options{})
	if err != nil {
		return nil, nil, err
	}
	return pr, sitetheme.Read(pr.Plan.Tree, pr.Plan.Config), nil
}

func (p *program) eject(paths []string) error {
	pr, theme, err := p.openTheme()
	if err != nil {
		return err
	}
	for _, name := range paths {
		layer, data, err := owner(theme, name)
		if err != nil {
			return err
		}
		if layer.Dir == sitetheme.Folder {
			return fmt.Errorf("%s%s is yours already", layer.Dir, name)
		}
		file := filepath.Join(pr.root, filepath.FromSlash(sitetheme.Folder+name))
		if err := createFile(file, append([]byte(origin(name, layer, data)), data...)); err != nil {
			return err
		}
		p.print("%s\n", p.display(file))
	}
	return nil
}

// owner is the topmost layer that has a file.
func owner(theme *sitetheme.Theme, name string) (sitetheme.Layer, []byte, error) {
	if fs.ValidPath(name) {
		for _, layer := range slices.Backward(theme.Layers) {
			if data, err := fs.ReadFile(layer.FS, name); err == nil {
				return layer, data, nil
			}
		}
	}
	return sitetheme.Layer{}, nil, fmt.Errorf("the site theme has no file %q; %s", name, suggest(name, themeFiles(theme), "milepost site-theme docs lists them"))
}

// themeFiles lists the paths of all layers, each once.
func themeFiles(theme *sitetheme.Theme) []string {
	var out []string
	for _, layer := range theme.Layers {
		for _, kind := range sitetheme.Kinds {
			entries, err := fs.ReadDir(layer.FS, kind)
			if err != nil {
				continue
			}
			for _, e := range entries {
				if name := kind + "/" + e.Name(); !slices.Contains(out, name) {
					out = append(out, name)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}

// originMark begins the comment in a copy that says what it was made from.
const originMark = "milepost: made from "

// origin is that comment, in the form of the file's language.
func origin(name string, layer sitetheme.Layer, data []byte) string {
	text := originMark + layer.Name + " " + sum(data)
	switch filepath.Ext(name) {
	case ".html":
		return "{{/* " + text + " */ -}}\n"
	case ".css":
		return "/* " + text + " */\n"
	case ".js":
		return "// " + text + "\n"
	}
	return ""
}

func sum(data []byte) string {
	hash := sha256.Sum256(data)
	return hex.EncodeToString(hash[:8])
}

func createFile(file string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already, and is left as it is", file)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

func whichCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:     "which PATH",
		Short:   "say where a file of the look comes from",
		Long:    `Which names the layer a file comes from, and below it those it stands in for.`,
		Example: "$ milepost site-theme which partials/footer.html",
		Args:    oneArg("the path of a file", "milepost site-theme which partials/footer.html"),
		RunE: func(_ *cobra.Command, args []string) error {
			_, theme, err := p.openTheme()
			if err != nil {
				return err
			}
			if _, _, err := owner(theme, args[0]); err != nil {
				return err
			}
			for _, layer := range slices.Backward(theme.Layers) {
				if _, err := fs.Stat(layer.FS, args[0]); err == nil {
					p.print("%s\n", layerName(layer, args[0]))
				}
			}
			return nil
		},
	}
}

func layerName(layer sitetheme.Layer, file string) string {
	if layer.Dir == "" {
		return "built in: " + layer.Name + "/" + file
	}
	return layer.Dir + file
}

func tryThemeCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "try the look on a plan made to break it",
		Long: `Check reads every template of the site theme and renders every kind of page from a
plan that is made to break them: with text that would be markup, with nothing where
something is expected, with far too much. It looks at the HTML that comes out, and
tells which copies of built-in files are older than what they were made from.`,
		Example: "$ milepost site-theme check",
		Args:    noArgs,
		RunE:    func(*cobra.Command, []string) error { return p.tryTheme() },
	}
}

func (p *program) tryTheme() error {
	pr, theme, err := p.openTheme()
	if err != nil {
		return err
	}
	problems := 0
	tell := func(format string, args ...any) {
		problems++
		p.print("%s\n", report.Plain(fmt.Sprintf(format, args...)))
	}
	for _, d := range pr.Findings {
		if d.Rule == "site-theme" {
			problems++
			p.print("%s", report.Text(append(pr.Findings[:0:0], d), p.look(p.env.Stdout)))
		}
	}
	if problems == 0 {
		tryPages(scaffold.KitchenSink(ownLook(pr.Plan.Tree)), tell)
	}
	p.tellOutdated(theme)
	if problems > 0 {
		return status(planBroken)
	}
	if !p.quiet {
		p.say("the look holds")
	}
	return nil
}

// ownLook are the files of a project that make its look.
func ownLook(tree *source.Tree) []*source.File {
	files := tree.Files(sitetheme.Folder)
	if cfg := tree.File(engine.ConfigFile); cfg != nil {
		files = append(files, cfg)
	}
	return files
}

// tryPages renders every page of a plan and looks at each.
func tryPages(tree *source.Tree, tell func(string, ...any)) {
	for f, err := range engine.Evaluate(tree, engine.Options{BaseURL: "https://example.org/plan/"}).Files() {
		if err != nil {
			tell("%v", err)
			return
		}
		if strings.HasSuffix(f.Path, ".html") {
			for _, problem := range render.Problems(f.Data) {
				tell("%s: %s", f.Path, problem)
			}
		}
	}
}

// tellOutdated names copies whose original has changed.
func (p *program) tellOutdated(theme *sitetheme.Theme) {
	own := theme.Layers[len(theme.Layers)-1]
	if own.Dir != sitetheme.Folder {
		return
	}
	below := &sitetheme.Theme{Layers: theme.Layers[:len(theme.Layers)-1]}
	for _, name := range themeFiles(&sitetheme.Theme{Layers: []sitetheme.Layer{own}}) {
		data, err := fs.ReadFile(own.FS, name)
		_, rest, marked := strings.Cut(string(data[:min(len(data), 200)]), originMark)
		if err != nil || !marked {
			continue
		}
		fields := strings.Fields(rest)
		layer, original, err := owner(below, name)
		switch {
		case err != nil:
			p.print("%s%s: the site theme has no such file any more\n", own.Dir, name)
		case len(fields) > 1 && fields[1] != sum(original):
			p.print("%s%s: %s/%s has changed since this copy was made\n", own.Dir, name, layer.Name, name)
		}
	}
}

func contractCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "docs",
		Short: "print what templates are given",
		Long: `Docs prints the contract of site themes: the slots and partials there are, what data
each layout is given, the functions templates can call and the custom properties of
the style. It is made from the program itself.`,
		Example: "$ milepost site-theme docs | less",
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			p.print("%s", sitetheme.Docs())
			return nil
		},
	}
}
