package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var duplicateID = Rule{
	Name:     "duplicate-id",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "an id belongs to one thing",
	Doc: `Links and dependencies name things by their ids, over all kinds: what two of them share can mean either.
Give one of the two another id, and where links to it exist keep the old one as an alias of the other.
Outcomes have ids among themselves: of two with the same one, themes can reach only the first.`,
	Bad: `
-- content/backlog/search.md --
# Search
^ the id "search" is taken
= give one of the two another id
-- content/themes/search.md --
# Search and find
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: found, title: Photos are found in moments}
  - {id: found, title: Nothing is lost}
         ^^^^^ the id "found" is taken
             = give one of the two another id
---
`,
	Good: `
-- content/backlog/search.md --
# Search
-- content/themes/finding.md --
# Search and find
`,
	// Files with one id are found while the plan is put together.
	Run: func(p *plan.Plan, r *Reporter) {
		for _, o := range p.Outcomes {
			if first := p.Outcome(o.ID.Text); duplicate(p, o) {
				r.Report(diag.New(r.Rule, o.ID.Span, "the id %q is taken", o.ID.Text).
					WithHint("give one of the two another id").
					WithRelated(first.ID.Span, "outcome %d has it", first.Number))
			}
		}
	},
}

// duplicate reports whether another outcome has the id of o before it.
func duplicate(p *plan.Plan, o *plan.Outcome) bool {
	return o.ID.Text != "" && p.Outcome(o.ID.Text) != o
}
