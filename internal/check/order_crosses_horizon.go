package check

import (
	"slices"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

var orderCrossesHorizon = Rule{
	Name:     "order-crosses-horizon",
	Group:    Order,
	Severity: diag.Info,
	Summary:  "the hand order does not put far work above near work",
	Doc: `Horizons come before the hand order: what is Now stands above what is Next wherever the list has it,
and the list orders only within a horizon. Move the entry, or give its item the horizon that its
place means. Only as few entries are named as must be moved.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
order: [index, search, filter]
               ^^^^^^ "search" is later, but stands above "filter", which is now
                    = move it down, or change its horizon
---
-- content/backlog/index.md --
---
title: Index the texts
horizon: now
---
-- content/backlog/search.md --
---
title: Search
horizon: later
---
-- content/backlog/filter.md --
---
title: Filter what was found
horizon: now
---
`,
	Good: `
-- content/_index.md --
---
title: Tintype
order: [index, filter, search]
---
-- content/backlog/index.md --
---
title: Index the texts
horizon: now
---
-- content/backlog/search.md --
---
title: Search
horizon: later
---
-- content/backlog/filter.md --
---
title: Filter what was found
horizon: now
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		if !horizonBeforeRank(p.Config.OrderBy) {
			return
		}
		entries := r.ranked()
		kept := inOrder(entries)
		for n, e := range entries {
			if kept[n] {
				continue
			}
			r.Report(misplaced(r.Rule, entries, n, kept, e))
		}
	},
}

// horizonBeforeRank reports whether the plan is ordered by horizon first. Where
// the configuration turns that round, the hand order may well cross horizons.
func horizonBeforeRank(orderBy []string) bool {
	horizon, rank := slices.Index(orderBy, "horizon"), slices.Index(orderBy, "rank")
	return horizon >= 0 && horizon < rank
}

// ranked is one entry of the hand order whose place counts.
type ranked struct {
	reference
	item *plan.Item
}

// ranked gives the entries of the hand order. What is under way stands first
// whatever the list says.
func (r *Reporter) ranked() []ranked {
	var out []ranked
	for _, ref := range r.refs {
		i, ok := ref.Found.Entity.(*plan.Item)
		if ok && ref.Field == "order" && !ref.again() && i.Position > 0 && !i.Status.Started() {
			out = append(out, ranked{ref, i})
		}
	}
	return out
}

// inOrder chooses as many entries as possible whose horizons never come nearer
// again; the others are those to be moved. best[h] is the longest choice so far
// that ends at horizon h.
func inOrder(entries []ranked) []bool {
	type choice struct {
		length, last int
		before       *choice
	}
	best := map[plan.Horizon]*choice{}
	longest := func(upTo plan.Horizon) *choice {
		top := &choice{last: -1}
		for h := plan.Now; h <= upTo; h++ {
			if c := best[h]; c != nil && c.length > top.length {
				top = c
			}
		}
		return top
	}
	for n, e := range entries {
		h := e.item.Horizon
		before := longest(h)
		best[h] = &choice{before.length + 1, n, before}
	}
	kept := make([]bool, len(entries))
	for c := longest(plan.Later); c.last >= 0; c = c.before {
		kept[c.last] = true
	}
	return kept
}

// misplaced says of an entry with which other it is at odds.
func misplaced(rule string, entries []ranked, n int, kept []bool, e ranked) diag.Diagnostic {
	for k, other := range entries {
		if !kept[k] {
			continue
		}
		if k > n && other.item.Horizon < e.item.Horizon {
			return diag.New(rule, e.Span, "%q is %s, but stands above %q, which is %s", e.Text, e.item.Horizon, other.Text, other.item.Horizon).
				WithHint("move it down, or change its horizon")
		}
		if k < n && other.item.Horizon > e.item.Horizon {
			return diag.New(rule, e.Span, "%q is %s, but stands below %q, which is %s", e.Text, e.item.Horizon, other.Text, other.item.Horizon).
				WithHint("move it up, or change its horizon")
		}
	}
	panic("check: an entry that is at odds with none could have been kept")
}
