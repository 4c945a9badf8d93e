package check_test

import (
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"milepost/internal/check"
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// names lists findings as "severity rule path".
func names(found []diag.Diagnostic) []string {
	var out []string
	for _, d := range found {
		out = append(out, d.Severity.String()+" "+d.Rule+" "+d.Span.Path())
	}
	return out
}

const broken = `
-- milepost.yaml --
rules: {theme-empty: error, unknown-theme: warning, unaligned: off, theme-without-why: off}
-- content/themes/growth.md --
---
title: Growth
horizon: now
---
-- content/backlog/a.md --
---
title: A
theme: no-such-theme
ignore:
  unknown-theme: it is on its way
  unaligned: not graded, so not silenced
---
-- content/backlog/b.md --
---
title: B
theme: no-such-theme
---
-- content/backlog/c.md --
---
title: C
effort: much
draft: true
ignore: {wrong-type: a draft may be wrong}
---
`

func TestGradesAndSilence(t *testing.T) {
	result := check.Run(load(broken))
	want := []string{
		"warning unknown-theme content/backlog/b.md",
		"error theme-empty content/themes/growth.md",
	}
	if diff := gocmp.Diff(want, names(result.Findings)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	var silenced []string
	for _, s := range result.Silenced {
		silenced = append(silenced, s.Diagnostic.Severity.String()+" "+s.Diagnostic.Rule+" "+s.Entity.Base().ID+": "+s.Reason)
	}
	want = []string{"warning unknown-theme a: it is on its way", "error wrong-type c: a draft may be wrong"}
	if diff := gocmp.Diff(want, silenced); diff != "" {
		t.Errorf("silenced (-want +got):\n%s", diff)
	}
}

// Everything is public to the internal audience, and everything to be published
// with drafts: what was hidden is then checked like the rest.
func TestAudience(t *testing.T) {
	for _, rule := range check.Rules() {
		switch rule.Name {
		case "leak", "link-to-draft":
			text, _ := unmark(rule.Bad, rule.Name)
			p := load(text, func(f *plan.Facts) { f.Internal, f.Drafts = true, true })
			for _, d := range check.Run(p).Findings {
				if d.Severity == diag.Error {
					t.Errorf("%s: %s: %s", rule.Name, d.Span.Path(), d.Message)
				}
			}
		}
	}
}

// Run is a function of the plan: it changes nothing in it, and says the same
// each time.
func TestRunTwice(t *testing.T) {
	p := load(broken)
	before := slices.Clone(p.Findings)
	first, second := check.Run(p), check.Run(p)
	if diff := gocmp.Diff(names(first.Findings), names(second.Findings)); diff != "" {
		t.Errorf("the second run differs:\n%s", diff)
	}
	if diff := gocmp.Diff(names(before), names(p.Findings)); diff != "" {
		t.Errorf("the plan's own findings were changed:\n%s", diff)
	}
}

// The fix of a finding removes it, and is offered only where nothing but the
// word itself has to be replaced.
func TestFixes(t *testing.T) {
	p := load(`
-- content/backlog/search.md --
---
title: Search
aliases: [find]
---
-- content/backlog/filter.md --
---
title: Filter
depends_on: [Search, "FIND"]
---
[a](Search.md#x) [[find]]
`)
	found := check.Run(p).Findings
	file := p.Tree.File("content/backlog/filter.md")
	got := string(diag.Apply(file, found))
	want := strings.NewReplacer("[Search,", "[search,", "(Search.md", "(search.md", "[[find]]", "[[search]]").Replace(string(file.Data))
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A hint lists what there is to choose from only where that is little.
func TestLongListsAreNotShown(t *testing.T) {
	plan := "-- content/backlog/a.md --\n---\ntitle: A\ntheme: b\n---\n-- content/backlog/b.md --\n---\ntitle: B\ntheme: xyz\n---\n"
	for _, c := range "abcdefghi" {
		plan += "-- content/themes/theme-" + string(c) + ".md --\n# Theme\n"
	}
	want := map[string]string{"wrong-kind": "it takes the id of a theme", "unknown-theme": ""}
	for _, d := range check.Run(load(plan)).Findings {
		if hint, ok := want[d.Rule]; ok && hint != d.Hint {
			t.Errorf("%s: the hint is %q, want %q", d.Rule, d.Hint, hint)
		}
		delete(want, d.Rule)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}
