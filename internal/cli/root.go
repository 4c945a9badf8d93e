package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"milepost/internal/diag"
)

// commands is the table of commands, in the order in which help shows them.
func commands(p *program) []*cobra.Command {
	return []*cobra.Command{
		initCommand(p),
		newCommand(p),
		buildCommand(p),
		serveCommand(p),
		checkCommand(p),
		listCommand(p),
		showCommand(p),
		whyCommand(p),
		diffCommand(p),
		explainCommand(p),
		siteThemeCommand(p),
		completionCommand(p),
		versionCommand(p),
		helpCommand(p),
	}
}

func newRoot(p *program) *cobra.Command {
	root := &cobra.Command{
		Use:   "milepost",
		Short: "publish a product's roadmap and backlog from Markdown",
		Long: `Milepost reads a folder of Markdown files as a plan: a vision, outcomes, themes,
and a backlog of work. It checks that the plan holds together, puts the work in
order and publishes it all as a website on which every task knows what it is for.

On its own, milepost says how the plan you are in is doing.`,
		Example: `$ milepost init my-plan
$ cd my-plan
$ milepost build
$ milepost list`,
		Args:              func(cmd *cobra.Command, args []string) error { return unknownCommand(cmd, args) },
		RunE:              func(*cobra.Command, []string) error { return p.status() },
		PersistentPreRunE: func(*cobra.Command, []string) error { return p.checkDir() },
		SilenceErrors:     true,
		SilenceUsage:      true,
	}
	p.globalFlags(root)
	root.AddCommand(commands(p)...)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { p.help(cmd) })
	root.SetFlagErrorFunc(p.flagError)
	root.SetArgs(append([]string{}, p.env.Args...)) // cobra reads os.Args in place of nil
	root.SetIn(p.env.Stdin)
	root.SetOut(p.out)
	root.SetErr(p.env.Stderr)
	return root
}

func (p *program) globalFlags(root *cobra.Command) {
	p.color = choice{value: "auto", allowed: []string{"auto", "always", "never"}}
	flags := root.PersistentFlags()
	flags.SortFlags = false
	flags.StringVarP(&p.chdir, "chdir", "C", "", "run as if started in `DIR`")
	flags.StringVar(&p.config, "config", "", "read the settings from `FILE` in place of milepost.yaml")
	flags.BoolVarP(&p.quiet, "quiet", "q", false, "say only what is wrong")
	flags.BoolVarP(&p.verbose, "verbose", "v", false, "say more")
	flags.Var(&p.color, "color", "colour the output: auto, always or never")
	flags.BoolP("help", "h", false, "say what the command does, with examples")
	complete(root, "color", p.color.allowed)
}

// checkDir refuses a -C that leads nowhere: a plan further up would be taken for
// the one that was meant.
func (p *program) checkDir() error {
	if p.env.Dir == "" && !filepath.IsAbs(p.chdir) {
		return errors.New("the folder you are in is gone")
	}
	if p.chdir == "" {
		return nil
	}
	if info, err := os.Stat(p.dir()); err != nil || !info.IsDir() {
		return fmt.Errorf("-C takes a folder, and %s is none", p.chdir)
	}
	return nil
}

// unknownCommand refuses words where a command was expected.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return fmt.Errorf("%q is not a command of %s; %s", args[0], cmd.CommandPath(), suggest(args[0], names, cmd.CommandPath()+" --help lists them"))
}

// suggest is the hint for a mistyped word: the one that was probably meant, or
// else what helps anyway.
func suggest(word string, words []string, otherwise string) string {
	if hint := diag.DidYouMean(word, words); hint != "" {
		return hint
	}
	return otherwise
}

// oneArg wants exactly one argument, and shows by example what is missing.
func oneArg(what, example string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return fmt.Errorf("%s needs %s; for example: %s", name(cmd), what, example)
		case len(args) > 1:
			return fmt.Errorf("%s takes %s, and nothing after it: %q", name(cmd), what, strings.Join(args[1:], " "))
		}
		return nil
	}
}

// noArgs wants none.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%s takes no argument such as %q; %s --help says what it takes", name(cmd), args[0], cmd.CommandPath())
	}
	return nil
}

// name is what a command is called in a message, which begins with milepost.
func name(cmd *cobra.Command) string { return strings.TrimPrefix(cmd.CommandPath(), "milepost ") }
