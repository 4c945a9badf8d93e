package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func helpCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "say what a command does",
		Long:    "Help says what a command does, with examples; so does --help after any command.",
		Example: `$ milepost help build`,
		Args:    func(*cobra.Command, []string) error { return nil },
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var out []string
			for _, c := range commands(p) {
				if len(args) == 0 {
					out = append(out, c.Name()+"\t"+c.Short)
				}
			}
			return out, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(about, rest)
			}
			p.help(about)
			return nil
		},
	}
}

// help prints what a command does. It was asked for, so it goes to standard
// output.
func (p *program) help(cmd *cobra.Command) {
	p.print("%s\n\n", strings.TrimSpace(cmd.Long))
	p.print("Usage:\n%s\n", usage(cmd))
	if cmd.HasAvailableSubCommands() {
		p.print("Commands:\n%s\n", p.commandTable(cmd))
	}
	if flags := options(cmd.LocalNonPersistentFlags()); flags != "" {
		p.print("Options:\n%s\n", flags)
	}
	if !cmd.HasParent() {
		p.print("Everywhere:\n%s\n", options(cmd.PersistentFlags()))
	}
	p.print("Examples:\n")
	for line := range strings.Lines(cmd.Example) {
		p.print("    %s", line)
	}
	p.print("\n")
	if cmd.HasParent() {
		p.print("\n-C, --config, -q, -v and --color work everywhere: see milepost --help.\n")
		return
	}
	p.print("\nmilepost help COMMAND says more about a command.\n")
}

func usage(cmd *cobra.Command) string {
	use := "    " + cmd.CommandPath()
	if _, args, ok := strings.Cut(cmd.Use, " "); ok {
		use += " " + args
	}
	if cmd.HasAvailableSubCommands() {
		use += " COMMAND"
	}
	if cmd.HasAvailableLocalFlags() {
		use += " [OPTION]…"
	}
	return use + "\n"
}

func (p *program) commandTable(cmd *cobra.Command) string {
	rows := cmd.Commands()
	if !cmd.HasParent() {
		rows = commands(p) // in the order of the table; cobra sorts by name
	}
	var out strings.Builder
	for _, c := range rows {
		if c.Hidden {
			continue
		}
		fmt.Fprintf(&out, "    %-12s%s\n", c.Name(), c.Short)
	}
	return out.String()
}

// options lists flags: how they are written, what they do.
func options(flags *pflag.FlagSet) string {
	flags.SortFlags = false // in the order in which they were defined: the usual ones first
	var rows [][2]string
	width := 0
	flags.VisitAll(func(f *pflag.Flag) {
		kind, usage := pflag.UnquoteUsage(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if kind != "" {
			name += " " + argument(kind)
		}
		width = max(width, len(name))
		rows = append(rows, [2]string{name, usage})
	})
	var out strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&out, "    %-*s  %s\n", width, r[0], r[1])
	}
	return out.String()
}

// argument names the value of a flag; where it is one of a few words these stand
// in the flag's description.
func argument(kind string) string {
	if strings.Contains(kind, "|") {
		return "WORD"
	}
	return kind
}
