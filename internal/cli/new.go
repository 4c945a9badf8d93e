package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"milepost/internal/engine"
	"milepost/internal/report"
	"milepost/internal/scaffold"
	"milepost/internal/schema"
	"milepost/internal/workspace"
)

func newCommand(p *program) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new",
		Short: "begin an item, a theme or a release",
		Long: `New writes a file with the fields worth filling in, each with a word about what it
means, and prints its path.

The id comes from the title. With id_prefix in milepost.yaml items are numbered
instead. An id that exists is refused, also one that exists only in other case or
as an alias, and no file is ever overwritten.`,
		Example: `$ milepost new item "Resume an interrupted upload" --theme backup
$ milepost new theme "Find any photo"
$ $EDITOR $(milepost new item "Photos show the wrong hour" --type bug)`,
		Args: unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return fmt.Errorf("say what is to begin: %s item, theme or release; for example: milepost new item \"Search by place\"", cmd.CommandPath())
		},
	}
	cmd.AddCommand(newItem(p), newTheme(p), newRelease(p))
	return cmd
}

func newItem(p *program) *cobra.Command {
	d := scaffold.Draft{Kind: schema.Item}
	field, _ := schema.Lookup(schema.Item, "type")
	kind := choice{value: schema.Types[0], allowed: field.Values, aliases: field.Aliases}
	cmd := newOf(p, &d, `begin an item of the backlog`, `$ milepost new item "Search by place" --theme search
$ milepost new item "Photos show the wrong hour" --type bug --id wrong-hour`)
	cmd.PreRun = func(*cobra.Command, []string) { d.Type = kind.value }
	cmd.Flags().StringVar(&d.Theme, "theme", "", "the `ID` of the theme it serves")
	cmd.Flags().Var(&kind, "type", alternatives(kind.allowed))
	complete(cmd, "type", kind.allowed)
	p.completeThemes(cmd)
	return cmd
}

func newTheme(p *program) *cobra.Command {
	return newOf(p, &scaffold.Draft{Kind: schema.Theme}, "begin a theme of the roadmap", `$ milepost new theme "Find any photo"`)
}

func newRelease(p *program) *cobra.Command {
	return newOf(p, &scaffold.Draft{Kind: schema.Release}, "begin a release", `$ milepost new release "Home before dinner" --id 1.3`)
}

// newOf is the command for one kind.
func newOf(p *program, d *scaffold.Draft, short, example string) *cobra.Command {
	cmd := &cobra.Command{
		Use:     d.Kind.String() + ` "TITLE"`,
		Short:   short,
		Long:    strings.ToUpper(short[:1]) + short[1:] + ": write its file and print the path.",
		Example: example,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return fmt.Errorf("%s needs a title; for example: %s \"Search by place\"", name(cmd), cmd.CommandPath())
			}
			return nil
		},
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, args []string) error {
			d.Title = strings.Join(args, " ") // for those who forget the quotes
			return p.create(*d)
		},
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().StringVar(&d.ID, "id", "", "the `ID` (default: made of the title)")
	return cmd
}

// create writes the file of a draft. All ids count, published or not.
func (p *program) create(d scaffold.Draft) error {
	today, err := p.today("")
	if err != nil {
		return err
	}
	pr, err := p.open(engine.Options{Audience: "internal", Drafts: true, Today: today})
	if err != nil {
		return err
	}
	f, err := scaffold.New(pr.Plan, p.elsewhere(pr), d)
	if err != nil {
		return err
	}
	if err := p.whole(func() error { return scaffold.Write(pr.root, f) }); err != nil {
		return err
	}
	p.print("%s\n", report.Plain(p.display(filepath.Join(pr.root, filepath.FromSlash(f.Path)))))
	return nil
}

// elsewhere is the plan as it is on the branch that this one will be merged into:
// two branches that give the same id to two things cannot both be merged. Without
// such a branch there is nothing to hold the new id against.
func (p *program) elsewhere(pr *project) scaffold.Elsewhere {
	repo, err := workspace.OpenRepository(pr.root)
	if err != nil {
		return scaffold.Elsewhere{}
	}
	branch, commit := repo.DefaultBranch()
	if commit == "" {
		return scaffold.Elsewhere{}
	}
	tree, err := repo.ReadRevision(commit)
	if err != nil {
		return scaffold.Elsewhere{}
	}
	site := p.memo.Evaluate(tree, engine.Options{Audience: "internal", Drafts: true, Today: pr.Plan.Facts.Today})
	return scaffold.Elsewhere{Plan: site.Plan, Name: branch}
}
