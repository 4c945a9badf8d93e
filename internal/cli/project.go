package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/engine"
	"milepost/internal/plan"
	"milepost/internal/report"
	"milepost/internal/source"
	"milepost/internal/workspace"
)

// project is the plan the command runs in.
type project struct {
	root string
	*engine.Snapshot
}

// open finds the project, reads it and evaluates it. What was left out of it is
// told.
func (p *program) open(opt engine.Options) (*project, error) {
	pr, notes, err := p.read(opt)
	for i, n := range notes {
		if i == maxShown {
			p.say("note: %s more files are left out", report.Grouped(len(notes)-i))
			break
		}
		p.say("note: %s %s", n.Path, n.Why)
	}
	return pr, err
}

func (p *program) read(opt engine.Options) (*project, []workspace.Note, error) {
	root, ok := workspace.Find(p.dir())
	if !ok {
		return nil, nil, fmt.Errorf("there is no plan in %s or above it; milepost init begins one", p.dir())
	}
	tree, notes, err := workspace.Read(root)
	if err != nil {
		return nil, nil, err
	}
	p.env.Sized(size(tree))
	if p.config != "" {
		if tree, err = p.withConfig(tree, &opt); err != nil {
			return nil, notes, err
		}
	}
	if opt.History, err = p.history(root); err != nil {
		return nil, notes, err
	}
	return &project{root, p.memo.Evaluate(tree, opt)}, notes, nil
}

// history is what git knows of the plan's files, nil without git. What keeps it
// from knowing all is told, once.
func (p *program) history(root string) (map[string]plan.History, error) {
	repo, err := workspace.OpenRepository(root)
	switch {
	case errors.Is(err, workspace.ErrNoGit) && workspace.Tracked(root):
		p.say("note: the git command is not here, so days that files do not say are not known")
		return nil, nil
	case err != nil:
		return nil, nil
	}
	if repo.Shallow() {
		p.say("note: this clone is shallow, so days before its oldest commit are not known; fetch all of it (fetch-depth: 0)")
	}
	return repo.ReadHistory()
}

// empty reports whether nothing of a plan was read: then most likely a folder was
// renamed, and a site made of it would take the old one away.
func (pr *project) empty() bool {
	return len(pr.Plan.Tree.Files(plan.Content)) == 0
}

func size(tree *source.Tree) int {
	n := 0
	for _, f := range tree.Files("") {
		n += len(f.Data)
	}
	return n
}

// withConfig adds the settings of another file to a tree, and names it.
func (p *program) withConfig(tree *source.Tree, opt *engine.Options) (*source.Tree, error) {
	file := p.at(p.dir(), p.config)
	opt.Config = filepath.ToSlash(p.display(file))
	settings, err := workspace.ReadText(file, opt.Config)
	if err != nil {
		return nil, err
	}
	return tree.With(settings), nil
}

// find is the entity an id means. The error says what was probably meant.
func (pr *project) find(id string) (plan.Entity, error) {
	found := pr.Plan.Lookup(id)
	switch {
	case found.Entity != nil:
		return found.Entity, nil
	case id == pr.Plan.Roadmap.ID:
		return pr.Plan.Roadmap, nil
	case found.Hidden == plan.IsDraft:
		return nil, fmt.Errorf("%q is a draft; --drafts includes it", id)
	case found.Hidden == plan.IsInternal:
		return nil, fmt.Errorf("%q is internal; --audience internal includes it", id)
	}
	near := found.Near
	if near == "" {
		near = pr.Plan.NearestID(id, nil)
	}
	hint := "milepost list shows the open items"
	if near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return nil, fmt.Errorf("nothing has the id %q; %s", id, hint)
}

// annotationPrefix is the path from the repository's root, where GitHub's runner
// has checked it out, to the project: annotations count from there.
func (p *program) annotationPrefix(root string) string {
	workspace := p.env.Getenv("GITHUB_WORKSPACE")
	if workspace == "" {
		return ""
	}
	rel, err := filepath.Rel(workspace, root)
	if err != nil || rel == "." || strings.HasPrefix(rel, "..") {
		return ""
	}
	return filepath.ToSlash(rel) + "/"
}

// annotations are the commands to GitHub's runner where it listens; left counts
// those it would have dropped.
func (p *program) annotations(root string, ds []diag.Diagnostic) (commands []byte, left int) {
	if p.env.Getenv("GITHUB_ACTIONS") != "true" {
		return nil, 0
	}
	return report.GitHub(ds, p.annotationPrefix(root))
}

// summary is the line that ends a report.
func summary(ds []diag.Diagnostic, left int) string {
	text := report.Summary(ds)
	if more := report.LeftOut(left); more != "" {
		text += "; " + more
	}
	return text
}

// broken reports whether diagnostics mean exit status 1.
func broken(ds []diag.Diagnostic, strict bool) bool {
	errors, warnings, _ := diag.Count(ds)
	return errors > 0 || strict && warnings > 0
}
