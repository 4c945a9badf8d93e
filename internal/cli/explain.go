package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"milepost/internal/check"
	"milepost/internal/report"
)

func explainCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "explain [RULE]",
		Short: "explain a rule, with examples",
		Long: `Explain says what a rule is about, why it matters and how to mend what it finds,
with an example that breaks it and one that does not. Without a rule it lists them
all. The name of a rule stands in brackets at the head of every finding.`,
		Example: `$ milepost explain
$ milepost explain unknown-theme`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("%s takes one rule, not %d", name(cmd), len(args))
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return ruleWords(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				p.listRules()
				return nil
			}
			return p.explain(args[0])
		},
	}
}

func ruleWords() []string {
	var out []string
	for _, r := range check.Rules() {
		out = append(out, r.Name+"\t"+r.Summary)
	}
	return out
}

func (p *program) listRules() {
	width := 0
	for _, r := range check.Rules() {
		width = max(width, len(r.Name))
	}
	color := p.look(p.env.Stdout).Color
	group := check.Group(-1)
	for _, r := range check.Rules() {
		if r.Group != group {
			if group >= 0 {
				p.print("\n")
			}
			group = r.Group
			p.print("%s\n", report.Paint(color, report.Bold, group.String()))
		}
		p.print("  %-*s  %-7s  %s\n", width, r.Name, r.Severity, r.Summary)
	}
	if !p.quiet {
		p.say("milepost explain RULE says more about one of them")
	}
}

func (p *program) explain(name string) error {
	r, ok := check.Lookup(name)
	if !ok {
		return fmt.Errorf("no rule has the name %q; %s", name, suggest(name, check.Names(), "milepost explain lists them"))
	}
	look := p.look(p.env.Stdout)
	head := func(text string) string { return report.Paint(look.Color, report.Bold, text) }
	p.print("%s (%s)\n%s\n\n%s\n", head(r.Name), r.Severity, sentence(r.Summary), strings.TrimSpace(r.Doc))
	p.print("\n%s\n%s", head("Wrong"), indented(r.Bad))
	p.print("\n%s\n%s", head("Right"), indented(r.Good))
	p.print("\n%s\n", head("If you see it otherwise"))
	p.print("    in milepost.yaml        rules: {%s: warning}    # or error, info, off\n", r.Name)
	p.print("    in one file             ignore: {%s: the reason why}\n", r.Name)
	return nil
}

// sentence makes one of a summary.
func sentence(text string) string {
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

func indented(text string) string {
	var out strings.Builder
	for line := range strings.Lines(strings.Trim(text, "\n") + "\n") {
		if strings.TrimSpace(line) == "" {
			out.WriteString("\n")
			continue
		}
		out.WriteString("    " + line)
	}
	return out.String()
}
