package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/source"
)

var dependencyCycle = Rule{
	Name:     "dependency-cycle",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "items cannot wait for each other in a circle",
	Doc: `None of the items can be the first to be done. Find the entry in the circle that is not a real need
and remove it, or split one of the items into the part that is needed and the rest. Until
then the order leaves out the entry that closes the circle, and only that.`,
	Bad: `
-- content/backlog/index.md --
---
title: Index the texts
depends_on: [store]
             ^^^^^ "index" needs "store" needs "search" needs "index"
                 = remove the need that is not real; the order leaves out that of "search" for "index"
---
-- content/backlog/search.md --
---
title: Search
depends_on: [index]
---
-- content/backlog/store.md --
---
title: Store the texts
depends_on: [search]
---
`,
	Good: `
-- content/backlog/index.md --
---
title: Index the texts
depends_on: [store]
---
-- content/backlog/search.md --
---
title: Search
depends_on: [index]
---
-- content/backlog/store.md --
# Store the texts
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, c := range p.Cycles {
			if circles := circlesOf(c); len(circles) > 0 {
				r.Report(r.circle(circles[0], circles[1:]))
			}
		}
	},
}

// circlesOf lists the circles of one tangle. An item that needs itself has a rule
// of its own.
func circlesOf(c plan.Cycle) [][]*plan.Item {
	var circles [][]*plan.Item
	for _, c := range append([]plan.Cycle{c}, c.More...) {
		if len(c.Items) > 1 {
			circles = append(circles, c.Items)
		}
	}
	return circles
}

// circle reports a cycle at the entry with which its first item enters it, and
// names the others in its tangle: all of them are one knot.
func (r *Reporter) circle(items []*plan.Item, others [][]*plan.Item) diag.Diagnostic {
	n := len(items)
	first, last := items[0], items[n-1]
	d := diag.New(r.Rule, needAt(r.plan, first, items[1]), "%s", chain(append(items[:n:n], first))).
		WithHint("remove the need that is not real")
	if first.Status.Open() && last.Status.Open() {
		d = d.WithHint("remove the need that is not real; the order leaves out that of %q for %q", last.ID, first.ID)
	}
	for k := 1; k < n; k++ {
		next := items[(k+1)%n]
		d = d.WithRelated(needAt(r.plan, items[k], next), "%q needs %q", items[k].ID, next.ID)
	}
	return r.otherCircles(d, others)
}

// otherCircles adds further circles of the same tangle. A knot can have very many;
// whoever has untied a few will see the next.
func (r *Reporter) otherCircles(d diag.Diagnostic, others [][]*plan.Item) diag.Diagnostic {
	const few = 5
	for n, items := range others {
		at := needAt(r.plan, items[0], items[1])
		if n == few {
			return d.WithRelated(at, "and %s", counted(len(others)-few, "more circle"))
		}
		d = d.WithRelated(at, "and another circle: %s", chain(append(items[:len(items):len(items)], items[0])))
	}
	return d
}

// needAt is the place where an item says that it needs another.
func needAt(p *plan.Plan, i, need *plan.Item) source.Span {
	for _, ref := range i.NeedRefs {
		if e, ok := p.Lookup(ref.Text).Entity.(*plan.Item); ok && e == need {
			return ref.Span
		}
	}
	return i.At("depends_on")
}
