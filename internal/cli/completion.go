package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"milepost/internal/diag"
	"milepost/internal/engine"
	"milepost/internal/plan"
	"milepost/internal/report"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func completionCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "print a script that completes commands, ids and rules",
		Long: `Completion prints a script for bash, zsh, fish or powershell. With it the tab key
completes commands and flags, the ids of your plan, and the names of rules.`,
		Example: `$ source <(milepost completion bash)
$ milepost completion zsh > "${fpath[1]}/_milepost"
$ milepost completion fish > ~/.config/fish/completions/milepost.fish
PS> milepost completion powershell | Out-String | Invoke-Expression`,
		Args:              oneArg("a shell", "milepost completion bash"),
		ValidArgsFunction: cobra.FixedCompletions(shells, cobra.ShellCompDirectiveNoFileComp),
		RunE:              func(cmd *cobra.Command, args []string) error { return p.completion(cmd.Root(), args[0]) },
	}
}

func (p *program) completion(root *cobra.Command, shell string) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(p.out, true)
	case "zsh":
		return root.GenZshCompletion(p.out)
	case "fish":
		return root.GenFishCompletion(p.out, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(p.out)
	}
	return fmt.Errorf("there is no completion for %q; %s", shell, diag.OneOf(shell, shells))
}

// live evaluates the plan for completion: everything in it, and silently, for
// nobody sees a message between two presses of a key.
func (p *program) live() *plan.Plan {
	pr, _, err := p.read(engine.Options{Audience: "internal", Drafts: true})
	if err != nil {
		return nil
	}
	return pr.Plan
}

// completeIDs offers the ids of all entities, once.
func (p *program) completeIDs(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var out []string
	if live := p.live(); live != nil && len(args) == 0 {
		for _, e := range live.Entities() {
			out = append(out, word(e.Base()))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// completeThemes offers the ids of themes for the flag --theme of cmd.
func (p *program) completeThemes(cmd *cobra.Command) {
	err := cmd.RegisterFlagCompletionFunc("theme", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var out []string
		if live := p.live(); live != nil {
			for _, t := range live.Themes {
				out = append(out, word(&t.Common))
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic("cli: " + err.Error()) // the flag has just been defined
	}
}

// word is an id with its title, as the shell shows it.
func word(c *plan.Common) string {
	return c.ID + "\t" + strings.ReplaceAll(report.Plain(c.Title), "\t", " ")
}
