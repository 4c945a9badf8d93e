package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"milepost/internal/compare"
	"milepost/internal/diag"
	"milepost/internal/engine"
	"milepost/internal/report"
)

// checkFlags are the flags of check.
type checkFlags struct {
	planFlags
	format choice
	since  string
	fix    bool
	strict bool
}

func checkCommand(p *program) *cobra.Command {
	f := checkFlags{format: choice{value: "text", allowed: []string{"text", "json", "github", "sarif", "markdown"}}}
	cmd := &cobra.Command{
		Use:   "check",
		Short: "show what is wrong with the plan",
		Long: `Check holds the plan to all rules and shows everything it finds at once, each at
its place with what to do. Nothing is written.

The exit status is 1 when there is an error; with --strict a warning is enough.
milepost explain says more about a rule; milepost.yaml can grade it otherwise, and
a file can silence it with a reason.

With --since only those are shown that the plan did not have at that revision of
git: what a change brings, whatever was wrong before.

On GitHub Actions the findings also appear at the lines of the change.`,
		Example: `$ milepost check
$ milepost check --strict
$ milepost check --fix
$ milepost check --since main
$ milepost check --format sarif > findings.sarif
$ milepost check --format json | jq '.diagnostics[].message'`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return p.check(f) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.Var(&f.format, "format", "how to show them: text, json, github, sarif or markdown")
	flags.StringVar(&f.since, "since", "", "show only what is new since a revision of git")
	flags.BoolVar(&f.fix, "fix", false, "mend what can be mended safely, then check")
	flags.BoolVar(&f.strict, "strict", false, "take warnings as errors")
	f.planFlags.add(cmd)
	complete(cmd, "format", f.format.allowed)
	return cmd
}

func (p *program) check(f checkFlags) error {
	opt, err := p.options(f.planFlags)
	if err != nil {
		return err
	}
	pr, err := p.open(opt)
	if err != nil {
		return err
	}
	if f.fix {
		n, err := p.fix(pr)
		if err != nil {
			return err
		}
		if n > 0 {
			p.say("mended %s", filesWord(n))
			if pr, err = p.open(opt); err != nil {
				return err
			}
		}
	}
	if f.since != "" {
		if pr, err = p.newSince(pr, f.since, opt); err != nil {
			return err
		}
	}
	switch f.format.value {
	case "sarif":
		p.print("%s", report.SARIF(pr.Findings, p.annotationPrefix(pr.root), release(buildInfo())))
	case "markdown":
		p.print("%s", report.MarkdownFindings(pr.Findings))
	case "json":
		p.print("%s", report.JSON(pr.Findings))
	case "github":
		commands, left := report.GitHub(pr.Findings, p.annotationPrefix(pr.root))
		p.print("%s", commands)
		p.endReport(pr, left)
	default:
		p.checkText(pr)
	}
	if broken(pr.Findings, f.strict) {
		return status(planBroken)
	}
	return nil
}

// newSince leaves those findings that the plan did not have at a revision.
func (p *program) newSince(pr *project, revision string, opt engine.Options) (*project, error) {
	r, err := openRevisions(pr.root, revision)
	if err != nil {
		return nil, err
	}
	base, err := p.snapshot(r, r.base, opt)
	if err != nil {
		return nil, err
	}
	site := *pr.Snapshot
	site.Findings = compare.NewFindings(base.Findings, site.Findings)
	return &project{root: pr.root, Snapshot: &site}, nil
}

func (p *program) checkText(pr *project) {
	if len(pr.Findings) > 0 {
		p.print("%s\n", report.Text(pr.Findings, p.look(p.env.Stdout)))
	}
	commands, left := p.annotations(pr.root, pr.Findings)
	p.print("%s", commands)
	p.endReport(pr, left)
}

// endReport writes the summary.
func (p *program) endReport(pr *project, left int) {
	if p.quiet {
		return
	}
	line := summary(pr.Findings, left)
	if n := len(pr.Silenced); n > 0 {
		line += fmt.Sprintf(" (%s silenced)", report.Grouped(n))
	}
	p.print("%s\n", line)
	if !p.verbose {
		return
	}
	for _, s := range pr.Silenced {
		p.print("%s\n", report.Plain(silenced(s.Diagnostic, s.Reason)))
	}
	for _, u := range pr.Undated {
		p.print("%s\n", u)
	}
}

func silenced(d diag.Diagnostic, reason string) string {
	from := d.Span.From()
	return fmt.Sprintf("silenced: %s:%d:%d: %s: %s (%s)", d.Span.Path(), from.Line, from.Column, d.Rule, d.Message, reason)
}
