package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"milepost/internal/scaffold"
	"milepost/internal/workspace"
)

func initCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "begin a plan, with an example to change",
		Long: `Init writes a small plan that is complete and correct: a vision, two outcomes, two
themes, six items, a release and a page, with comments that say what is what.
Change it file by file until it is yours.

A file that exists is never changed. Where there is a plan already, only the files
around it are added.`,
		Example: `$ milepost init
$ milepost init my-plan && cd my-plan && milepost build`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("%s takes one folder, not %d", name(cmd), len(args))
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.init(strings.Join(args, "")) },
	}
}

func (p *program) init(name string) error {
	dir := p.at(p.dir(), name)
	if outer, ok := workspace.Find(filepath.Dir(dir)); ok && inSources(outer, dir) {
		return fmt.Errorf("%s belongs to the plan in %s; begin another one outside of it", p.display(dir), outer)
	}
	today, err := p.today("")
	if err != nil {
		return err
	}
	var started scaffold.Started
	err = p.whole(func() error {
		started, err = scaffold.Init(dir, today)
		return err
	})
	p.tellWritten(p.display(dir), started) // also before an error: these stay
	if err == nil {
		p.tellNext(p.display(dir), started)
	}
	return err
}

// inSources reports whether dir lies in a folder that the project at root reads.
func inSources(root, dir string) bool {
	rel, err := filepath.Rel(root, dir)
	if err != nil {
		return false
	}
	first, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	return slices.Contains(workspace.Folders, first)
}

func (p *program) tellWritten(dir string, s scaffold.Started) {
	if p.quiet {
		return
	}
	for _, f := range s.Written {
		p.print("wrote %s\n", filepath.Join(dir, filepath.FromSlash(f)))
	}
	for _, f := range s.Kept {
		p.print("kept  %s as it is\n", filepath.Join(dir, filepath.FromSlash(f)))
	}
}

func (p *program) tellNext(dir string, s scaffold.Started) {
	if p.quiet {
		return
	}
	if slices.Contains(s.Kept, ".gitignore") {
		p.say("The site is written to public: the line /public/ belongs into .gitignore.")
	}
	if s.Inside {
		p.say("This folder lies in a repository, and workflows work only in its root; the page \"Publish the plan\" of our documentation shows them.")
	}
	if s.HadPlan {
		p.say("There is a plan already, so no example was added to it.")
	}
	next := "milepost build"
	if dir != "." {
		next = "cd " + dir + " && " + next
	}
	p.say("Next: %s, then open public/index.html in a browser.", next)
}
