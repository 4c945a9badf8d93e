package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// farCriteria are so many acceptance criteria that an item is worked out in full.
const farCriteria = 8

var overDetailedLater = Rule{
	Name:     "over-detailed-later",
	Group:    Order,
	Severity: diag.Info,
	Summary:  "far work is left open",
	Doc: `The item comes later, and it is worked out down to eight acceptance criteria or more. Much will be known
by then that is not known now, so this is likely to be done twice; and details make a far wish look like
a promise. Keep the need, and leave the rest for when its turn is near.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
horizon: later
         ^^^^^ "search" is later, and has 8 acceptance criteria
             = keep what is needed and why, and leave the rest for later
---

## Acceptance criteria

- [ ] A word finds every text that holds it
- [ ] Two words find the texts that hold both
- [ ] Words in quotes stand next to each other
- [ ] A word with one slip finds the same
- [ ] The best ten are shown
- [ ] The words are marked in them
- [ ] Nothing found is said in words
- [ ] The answer is there in 50 ms
`,
	Good: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
horizon: later
---

## Acceptance criteria

- [ ] A word finds every text that holds it
- [ ] A word with one slip finds the same
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, i := range p.Backlog {
			n := len(i.Doc.Criteria)
			if n < farCriteria || !planned(i) || nearness(i) != plan.Later || !horizonIsSaid(i) {
				continue
			}
			r.Report(diag.New(r.Rule, fieldAt(i, "horizon"), "%q is later, and has %d acceptance criteria", i.ID, n).
				WithHint("keep what is needed and why, and leave the rest for later"))
		}
	},
}

// horizonIsSaid reports whether the horizon of an item was said by somebody, in
// its file or in that of its theme: Later is also what remains where none is.
func horizonIsSaid(i *plan.Item) bool {
	return i.Wrote("horizon") || i.Theme != nil && i.Theme.Wrote("horizon")
}
