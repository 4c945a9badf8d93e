package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var horizonInversion = Rule{
	Name:     "horizon-inversion",
	Group:    Dependencies,
	Severity: diag.Warning,
	Summary:  "near work does not wait for far work",
	Doc: `What is Now cannot be done now while it waits for something that comes Next or Later, be it through
other items. Bring what it waits for nearer, move the item away, or remove a dependency that is
not real. The shortest way to farther work is shown; the order of the backlog pulls that work
up, so that it looks as if it were near.`,
	Bad: `
-- content/backlog/search.md --
---
title: Search
horizon: now
depends_on: [index]
             ^^^^^ "search" is now, but waits for "store", which is later: "search" needs "index" needs "store"
                 = bring "store" nearer, or move "search" to later
---
-- content/backlog/index.md --
---
title: Index the texts
horizon: now
depends_on: [store]
             ^^^^^ "index" is now, but waits for "store", which is later
                 = bring "store" nearer, or move "index" to later
---
-- content/backlog/store.md --
---
title: Store the texts
horizon: later
---
`,
	Good: `
-- content/backlog/search.md --
---
title: Search
horizon: next
depends_on: [index]
---
-- content/backlog/index.md --
---
title: Index the texts
horizon: now
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, i := range p.Items {
			if !planned(i) {
				continue
			}
			if way := r.wayToFarther(i); way != nil {
				r.farther(way)
			}
		}
	},
}

// nearness is an item's horizon, but what is under way is now, whatever its file
// says.
func nearness(i *plan.Item) plan.Horizon {
	if i.Status.Started() {
		return plan.Now
	}
	return i.Horizon
}

// inversions are the first steps of the shortest ways to farther work; see
// stepsBeyond.
type inversions struct{ beyondNow, beyondNext map[*plan.Item]*plan.Item }

// wayToFarther is a shortest way from an open item to work of a farther horizon
// that it waits for, both ends included; nil where there is none.
func (s *survey) wayToFarther(i *plan.Item) []*plan.Item {
	steps := s.steps()
	step := steps.beyondNow
	if nearness(i) == plan.Next {
		step = steps.beyondNext
	}
	if step[i] == nil || nearness(i) == plan.Later {
		return nil
	}
	way := []*plan.Item{i}
	for n := step[i]; n != nil; n = step[n] {
		way = append(way, n)
	}
	return way
}

// stepsBeyond gives, for every open item that waits for work beyond a horizon,
// the next item on a shortest way there. It walks back from all such work at
// once, so it is linear.
func stepsBeyond(items []*plan.Item, horizon plan.Horizon) map[*plan.Item]*plan.Item {
	step := map[*plan.Item]*plan.Item{}
	var queue []*plan.Item
	for _, i := range items {
		if i.Status.Open() && nearness(i) > horizon {
			queue = append(queue, i)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		need := queue[0]
		for _, i := range need.Blocks {
			if i.Status.Open() && nearness(i) <= horizon && step[i] == nil {
				step[i] = need
				queue = append(queue, i)
			}
		}
	}
	return step
}

// farther reports a way to farther work.
func (r *Reporter) farther(way []*plan.Item) {
	i, far := way[0], way[len(way)-1]
	d := diag.New(r.Rule, needAt(r.plan, i, way[1]), "%q is %s, but waits for %q, which is %s%s", i.ID, nearness(i), far.ID, far.Horizon, by(way)).
		WithHint("bring %q nearer, or move %q to %s", far.ID, i.ID, far.Horizon)
	r.Report(d.WithRelated(fieldAt(far, "horizon"), "%q is %s", far.ID, far.Horizon))
}

// by names a way that has more than one step.
func by(way []*plan.Item) string {
	if len(way) < 3 {
		return ""
	}
	return ": " + chain(way)
}
