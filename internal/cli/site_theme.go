package cli

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"milepost/internal/engine"
	"milepost/internal/sitetheme"
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
	cmd.AddCommand(ejectCommand(p), siteThemeCheckCommand(p), whichCommand(p), siteThemeDocsCommand(p))
	return cmd
}

func siteThemeDocsCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "docs",
		Short: "print what templates are given",
		Long: `Docs prints the contract of site themes: the slots and partials there are, what data
each layout is given, the functions templates can call, what theme.yaml takes and the
custom properties of the style. It is made from the program itself.`,
		Example: "$ milepost site-theme docs | less",
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			p.print("%s", sitetheme.Docs())
			return nil
		},
	}
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
			if _, _, err := topmost(theme.Layers, args[0]); err != nil {
				return err
			}
			for _, layer := range slices.Backward(theme.Layers) {
				if _, err := fs.Stat(layer.FS, args[0]); err == nil {
					p.print("%s\n", layerFile(layer, args[0]))
				}
			}
			return nil
		},
	}
}

// layerFile is a file of a layer, as a person finds it.
func layerFile(layer sitetheme.Layer, file string) string {
	if layer.Dir == "" {
		return "built in: " + layer.At(file)
	}
	return layer.At(file)
}

// openTheme is the project with the layers of its look.
func (p *program) openTheme() (*project, *sitetheme.Theme, error) {
	pr, err := p.open(engine.Options{})
	if err != nil {
		return nil, nil, err
	}
	return pr, sitetheme.Read(pr.Plan.Tree, pr.Plan.Config), nil
}

// topmost is the highest of some layers that has a file.
func topmost(layers []sitetheme.Layer, name string) (sitetheme.Layer, []byte, error) {
	if fs.ValidPath(name) {
		for _, layer := range slices.Backward(layers) {
			if data, err := fs.ReadFile(layer.FS, name); err == nil {
				return layer, data, nil
			}
		}
	}
	files := themeFiles(layers)
	otherwise := "it has " + strings.Join(files[:min(3, len(files))], ", ") + " …"
	return sitetheme.Layer{}, nil, fmt.Errorf("the site theme has no file %q; %s", name, suggest(name, files, otherwise))
}

// themeFiles lists the files of layers, each path once.
func themeFiles(layers []sitetheme.Layer) []string {
	var out []string
	for _, layer := range layers {
		for _, kind := range sitetheme.Kinds {
			entries, _ := fs.ReadDir(layer.FS, kind) // a layer need not have the folder
			for _, e := range entries {
				out = append(out, kind+"/"+e.Name())
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
