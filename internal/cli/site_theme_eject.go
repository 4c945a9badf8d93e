package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"milepost/internal/scaffold"
	"milepost/internal/sitetheme"
)

func ejectCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "eject PATH…",
		Short: "copy files of the site theme, to change them",
		Long: `Eject copies files of the site theme into themes/, where they stand in for it. A file
that is there is never written over. The copy remembers what it was made from, so
that site-theme check can say when the original has changed since.

For most changes a few lines that call the original are better than a copy: see
{{template "default/x" .}} in milepost site-theme docs.`,
		Example: "$ milepost site-theme eject partials/footer.html",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return fmt.Errorf("%s needs the path of a file; for example: %s partials/footer.html", name(cmd), cmd.CommandPath())
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return themeFiles(sitetheme.BuiltIn().Layers), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.eject(args) },
	}
}

// eject copies files. All are looked up before the first is written.
func (p *program) eject(paths []string) error {
	pr, theme, err := p.openTheme()
	if err != nil {
		return err
	}
	var copies []scaffold.File
	for _, name := range paths {
		layer, data, err := topmost(theme.Layers, name)
		switch {
		case err != nil:
			return err
		case layer.Dir == sitetheme.Folder:
			return fmt.Errorf("%s is yours already", layer.At(name))
		}
		copies = append(copies, scaffold.File{Path: path.Join(sitetheme.Folder, name), Data: append(origin(name, layer, data), data...)})
	}
	for _, f := range copies {
		if err := scaffold.Write(pr.root, f); errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("%s is there already, and is left as it is", f.Path)
		} else if err != nil {
			return err
		}
		p.print("%s\n", p.display(filepath.Join(pr.root, filepath.FromSlash(f.Path))))
	}
	return nil
}

// originMark begins the comment in a copy that says what it was made from.
const originMark = "milepost: made from "

// comments are how one is written in the languages of a theme.
var comments = map[string][2]string{
	".html": {"{{/* ", " */ -}}\n"},
	".css":  {"/* ", " */\n"},
	".js":   {"// ", "\n"},
	".svg":  {"<!-- ", " -->\n"},
}

// origin is the comment in a copy that says what it was made from.
func origin(name string, layer sitetheme.Layer, data []byte) []byte {
	form, ok := comments[path.Ext(name)]
	if !ok {
		return nil
	}
	return []byte(form[0] + originMark + layer.At(name) + " " + sum(data) + form[1])
}

// madeFrom is the sum of what a copy was made from, as its first line says.
func madeFrom(data []byte) (hash string, ok bool) {
	line, _, _ := strings.Cut(string(data[:min(len(data), 300)]), "\n")
	_, rest, ok := strings.Cut(line, originMark)
	if fields := strings.Fields(rest); len(fields) > 1 {
		return fields[1], ok
	}
	return "", false
}

func sum(data []byte) string {
	hash := sha256.Sum256(data)
	return hex.EncodeToString(hash[:8])
}
