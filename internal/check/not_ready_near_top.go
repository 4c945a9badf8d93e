package check

import (
	"strings"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

// readyPositions are the next items to be picked up.
const readyPositions = 5

var notReadyNearTop = Rule{
	Name:     "not-ready-near-top",
	Group:    Order,
	Severity: diag.Warning,
	Summary:  "what is next to be picked up can be picked up",
	Doc: `Whoever takes the item will have to stop and ask. A story needs acceptance criteria (a check list under
"Acceptance criteria" or "Done when"), a spike a question, and anything else a description.

It is said of the next five items that nobody has begun, unless they are Later, and of every item that
calls itself ready. Such an item is also asked for a theme, for an effort and for a size of at most
ready_max, unless unaligned, unestimated-near-top or too-large-near-top ask already. To wait for other
work is no fault. And each thing is asked only where it is the custom: where three of the open items of
that kind have it, and half of all.`,
	Bad: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/index-{1..3}.md --
---
title: Index the texts, part {n}
horizon: next
---

## Done when

- [ ] Its texts are in the index
-- content/themes/growth/search.md --
---
title: Search
horizon: next
status: ready
        ^^^^^ "search" is ready by its own word, but it has no acceptance criteria
            = write what is missing, or say status: proposed
---
`,
	Good: `
-- content/themes/growth.md --
# Growth
-- content/themes/growth/index-{1..3}.md --
---
title: Index the texts, part {n}
horizon: next
---

## Done when

- [ ] Its texts are in the index
-- content/themes/growth/search.md --
---
title: Search
horizon: next
status: ready
---

## Done when

- [ ] A word finds every text that holds it
`,
	Run: func(p *plan.Plan, r *Reporter) {
		c := r.customs()
		turn := 0
		for _, i := range p.Backlog {
			if !planned(i) || i.Status.Started() {
				continue
			}
			turn++
			claims := i.Status == plan.Ready
			if !claims && (turn > readyPositions || r.far(i)) {
				continue
			}
			if lacks := r.lacks(i, c, claims); len(lacks) > 0 {
				r.Report(r.notReady(i, turn, lacks, claims))
			}
		}
	},
}

func (r *Reporter) notReady(i *plan.Item, turn int, lacks []string, claims bool) diag.Diagnostic {
	why, hint := strings.Join(lacks, ", and "), "write what is missing"
	if strings.HasPrefix(why, isLarge) {
		hint = "split it"
	}
	if claims {
		return diag.New(r.Rule, i.At("status"), "%q is ready by its own word, but %s", i.ID, why).
			WithHint("%s, or say status: proposed", hint)
	}
	return diag.New(r.Rule, titleAt(i), "%q is number %d of what can be begun, but %s", i.ID, turn, why).
		WithHint("%s before its turn comes", hint)
}

// The words in which package plan says what an item lacks, as far as this rule
// looks at it. The rest of them is that it waits.
const (
	noTheme    = "it has no theme"
	noEffort   = "its effort is not known"
	isLarge    = "it is larger than "
	noCriteria = "it has no acceptance criteria"
	noQuestion = "it asks no question"
	noText     = "it has no description"
)

// wanting tells what must be written into an item of a type.
func wanting(i *plan.Item) string {
	switch i.Type {
	case "story":
		return noCriteria
	case "spike":
		return noQuestion
	}
	return noText
}

// customs are the lacks that are slips, because the team does not have them as a
// rule.
type customs map[string]bool

func (s *survey) customs() customs {
	have, of := map[string]int{}, map[string]int{}
	for _, i := range s.plan.Backlog {
		if !planned(i) {
			continue
		}
		want := wanting(i)
		of[want]++
		if n := len(i.Unready); n == 0 || i.Unready[n-1].String() != want { // it is asked last
			have[want]++
		}
	}
	c := customs{noTheme: len(s.plan.Themes) > 0, noEffort: s.estimates(), isLarge: true}
	for want := range of {
		c[want] = customary(have[want], of[want])
	}
	return c
}

// lacks lists what an item has to be asked for by this rule: what no other rule
// asks for, and of an item that does not claim to be ready only what must be
// written into it.
func (s *survey) lacks(i *plan.Item, c customs, claims bool) []string {
	var lacks []string
	for _, clause := range i.Unready {
		lack := clause.String()
		var asked bool
		switch {
		case lack == noTheme:
			asked = claims && c[noTheme] && aimless(i) && !near(i)
		case lack == noEffort:
			asked = claims && c[noEffort] && !s.upNext(i)
		case strings.HasPrefix(lack, isLarge):
			asked = claims && !s.upNext(i)
		default:
			asked = c[lack]
		}
		if asked {
			lacks = append(lacks, lack)
		}
	}
	return lacks
}
