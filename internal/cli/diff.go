package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"milepost/internal/check"
	"milepost/internal/compare"
	"milepost/internal/engine"
	"milepost/internal/report"
	"milepost/internal/view"
	"milepost/internal/workspace"
)

// diffFlags are the flags of diff.
type diffFlags struct {
	planFlags
	format choice
}

func diffCommand(p *program) *cobra.Command {
	f := diffFlags{format: choice{value: "text", allowed: []string{"text", "markdown", "json"}}}
	cmd := &cobra.Command{
		Use:   "diff [REV | REV..REV]",
		Short: "show what changed in the plan",
		Long: `Diff compares the plan with what it was at a revision of git, HEAD unless another is
named, and shows what that means: what was added, finished or dropped, what moved
in the order and because of what, which dates shifted, which findings came and went.

A..B compares two revisions, A...B the second with where it began to differ from the
first, as a pull request does. Nothing is checked out and nothing is written.`,
		Example: `$ milepost diff
$ milepost diff v1.2
$ milepost diff main...HEAD --format markdown
$ milepost diff HEAD~20..HEAD --format json | jq '.changes[].id'`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("%s takes one revision or a range; for example: milepost diff %s..%s", name(cmd), args[0], args[1])
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return p.diff(strings.Join(args, ""), f)
		},
	}
	cmd.Flags().Var(&f.format, "format", "how to show it: text, markdown or json")
	f.planFlags.add(cmd)
	complete(cmd, "format", f.format.allowed)
	return cmd
}

func (p *program) diff(revisions string, f diffFlags) error {
	opt, err := p.options(f.planFlags)
	if err != nil {
		return err
	}
	pr, err := p.open(opt)
	if err != nil {
		return err
	}
	r, err := openRevisions(pr.root, revisions)
	if err != nil {
		return err
	}
	base, err := p.snapshot(r, r.base, opt)
	if err != nil {
		return err
	}
	head := pr.Snapshot
	if r.head != "" {
		if head, err = p.snapshot(r, r.head, opt); err != nil {
			return err
		}
	}
	p.showDiff(compare.Plans(side(base), side(head)), r, f.format.value)
	return nil
}

func (p *program) showDiff(changes []compare.Change, r *revisions, format string) {
	switch format {
	case "json":
		p.print("%s", report.ChangesJSON(changes, r.base, r.head))
	case "markdown":
		p.print("%s", report.Markdown(changes, r.baseName, r.headName))
	default:
		p.print("%s", report.Changes(changes, p.look(p.env.Stdout)))
		if !p.quiet {
			p.say("%s since %s", report.Count(len(changes), "change"), r.baseName)
		}
	}
}

// side is a state of the plan with those of its findings that may be told to
// whom the plan is for.
func side(s *engine.Snapshot) compare.Side {
	told := view.Publishable(s.Plan, check.Result{Findings: s.Findings})
	return compare.Side{Plan: s.Plan, Findings: told.Findings}
}

// revisions are the two states that are compared. head is "" for the files as
// they lie in the folder.
type revisions struct {
	repo               *workspace.Repository
	base, head         string // full names of commits
	baseName, headName string // as they were asked for
}

// openRevisions reads a revision or a range as git writes them.
func openRevisions(root, text string) (*revisions, error) {
	repo, err := workspace.OpenRepository(root)
	if err != nil {
		return nil, fmt.Errorf("there is no earlier state to compare with: %w", err)
	}
	r := &revisions{repo: repo, baseName: text}
	if text == "" {
		r.baseName = "HEAD"
	}
	base, head, isRange := strings.Cut(r.baseName, "..")
	if !isRange {
		r.base, err = repo.Commit(r.baseName)
		return r, err
	}
	head, fork := strings.CutPrefix(head, ".")
	r.baseName, r.headName = orHead(base), orHead(head)
	if r.head, err = repo.Commit(r.headName); err != nil {
		return nil, err
	}
	if fork {
		r.base, err = repo.MergeBase(r.baseName, r.headName)
	} else {
		r.base, err = repo.Commit(r.baseName)
	}
	return r, err
}

// orHead is a revision that may be left out of a range.
func orHead(revision string) string {
	if revision == "" {
		return "HEAD"
	}
	return revision
}

// snapshot is the plan at a commit.
func (p *program) snapshot(r *revisions, commit string, opt engine.Options) (*engine.Snapshot, error) {
	tree, err := r.repo.ReadRevision(commit)
	if err != nil {
		return nil, err
	}
	return p.memo.Evaluate(tree, opt), nil
}
