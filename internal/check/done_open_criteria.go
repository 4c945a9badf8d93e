package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/source"
)

var doneOpenCriteria = Rule{
	Name:     "done-open-criteria",
	Group:    Flow,
	Severity: diag.Warning,
	Summary:  "what is done meets its acceptance criteria",
	Doc: `The item says that it is done, and its own check list says that it is not. Tick what is met, take out
what was given up, or move what is left to an item of its own.`,
	Bad: `
-- content/backlog/search.md --
---
title: Search
status: done
---

## Acceptance criteria

- [x] A word finds every text that holds it
- [ ] A word with one slip finds the same
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "search" is done, but 1 of its 2 acceptance criteria is not met
                                        = tick it, take it out, or move it to an item of its own
`,
	Good: `
-- content/backlog/search.md --
---
title: Search
status: done
---

## Acceptance criteria

- [x] A word finds every text that holds it
- [x] A word with one slip finds the same
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, i := range p.Items {
			if i.Status == plan.Done {
				r.unmet(i)
			}
		}
	},
}

func (r *Reporter) unmet(i *plan.Item) {
	var open []source.Span
	for _, c := range i.Doc.Criteria {
		if !c.Done {
			open = append(open, c.Span)
		}
	}
	if len(open) == 0 {
		return
	}
	verb, them := "is", "it"
	if len(open) > 1 {
		verb, them = "are", "them"
	}
	d := diag.New(r.Rule, open[0], "%q is done, but %d of its %d acceptance criteria %s not met", i.ID, len(open), len(i.Doc.Criteria), verb).
		WithHint("tick %s, take %s out, or move %s to an item of %s own", them, them, them, map[string]string{"it": "its", "them": "their"}[them])
	for _, at := range open[1:] {
		d = d.WithRelated(at, "not met")
	}
	r.Report(d)
}
