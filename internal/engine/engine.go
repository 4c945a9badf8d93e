// Package engine evaluates a tree of texts: text in, a Snapshot out.
//
// Evaluate is a pure function. Build, check, list and the preview are thin
// readers of its Snapshot, which is never changed, so that any number of them
// may read one at the same time.
package engine

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"milepost/internal/calendar"
	"milepost/internal/check"
	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/source"
	"milepost/internal/view"
)

// ConfigFile is where a project is configured.
const ConfigFile = "milepost.yaml"

// Options are what a build depends on besides its files. Their zero value is
// the configuration's own choice, for a day that is not known.
type Options struct {
	Config   string // path of the configuration in the tree; "" is ConfigFile
	BaseURL  string // in place of the configured one
	Preview  string // where a preview stands: in place of the base URL, where there is one
	Audience string // public or internal, in place of the configured one
	Drafts   bool   // publish drafts, too
	Today    calendar.Day
	// History is what the repository knows of the files, by path; nil without one.
	History map[string]plan.History
}

// Snapshot is a plan with all that is known of it.
type Snapshot struct {
	Plan     *plan.Plan
	Findings []diag.Diagnostic // graded and sorted
	Silenced []check.Silenced  // findings an author has silenced, with the reason
	Undated  []check.Undated   // rules that lack dates to judge everything

	look   look
	pages  func() []view.Page
	places func() (map[string]place, error)
}

// Evaluate reads the tree as a plan and checks it.
func Evaluate(tree *source.Tree, opt Options) *Snapshot { return new(Memo).Evaluate(tree, opt) }

// Evaluate gives the very Snapshot that the function of this name gives, sooner
// where the Memo has seen most of the tree before.
func (m *Memo) Evaluate(tree *source.Tree, opt Options) *Snapshot {
	cfg, found := config.Read(tree.File(cmp.Or(opt.Config, ConfigFile)))
	cfg = opt.override(cfg)
	look, mistakes := m.dress(cfg, tree)
	facts := plan.Facts{Today: opt.Today, Internal: cfg.Audience == "internal", Drafts: opt.Drafts, History: opt.History}
	entries := m.decode(markdown(tree), cfg, facts)
	p := plan.Resolve(entries, cfg, tree, facts)
	p.Findings = slices.Concat(found, mistakes, p.Findings)
	result := check.Run(p)
	s := &Snapshot{
		Plan: p, Findings: result.Findings, Silenced: result.Silenced, Undated: result.Undated,
		look:  look,
		pages: sync.OnceValue(func() []view.Page { return view.Pages(p, result) }),
	}
	s.places = sync.OnceValues(s.index)
	return s
}

// Pages is the table of the site's pages.
func (s *Snapshot) Pages() []view.Page { return s.pages() }

func (o Options) override(cfg *config.Config) *config.Config {
	own := *cfg
	if o.BaseURL != "" {
		own.BaseURL = o.BaseURL
	}
	if o.Preview != "" && own.BaseURL != "" {
		own.BaseURL = o.Preview
	}
	if o.Audience != "" {
		own.Audience = o.Audience
	}
	return &own
}

func markdown(tree *source.Tree) []*source.File {
	var out []*source.File
	for _, f := range tree.Files(plan.Content) {
		if strings.HasSuffix(f.Path, ".md") {
			out = append(out, f)
		}
	}
	return out
}
