package plan

import (
	"slices"

	"milepost/internal/graph"
	"milepost/internal/order"
)

// queue is the backlog as package order sees it: items as numbers, in the order
// in which ties are broken. It stays with the plan, to answer questions about
// the order.
type queue struct {
	items  []*Item
	number map[*Item]int
	ranks  map[*Item]int // places in the hand order, from 1
	work   []order.Item
	result order.Order
}

func newQueue(items []*Item, ranks map[*Item]int) *queue {
	q := &queue{items: items, number: make(map[*Item]int, len(items)), ranks: ranks, work: make([]order.Item, 0, len(items))}
	for n, i := range items {
		q.number[i] = n
	}
	return q
}

func (q *queue) add(p *Plan, i *Item) {
	work := order.Item{Key: p.key(i, q.ranks), Value: hundredths(i.weight()), Effort: hundredths(i.Size)}
	for _, n := range i.Needs {
		if number, ok := q.number[n]; ok {
			work.Needs = append(work.Needs, number)
		}
	}
	q.work = append(q.work, work)
}

// cycles are the circles of dependencies among all items, those of one tangle
// together. The ones the order met come first; circles that run through finished
// work do not matter to it, and are mistakes all the same.
func (q *queue) cycles(all []*Item) []Cycle {
	var found []Cycle
	for _, c := range q.result.Cycles {
		found = append(found, circle(q.items, c))
	}
	gone := map[[2]*Item]bool{}
	for _, d := range q.result.Dropped {
		gone[[2]*Item{q.items[d[0]], q.items[d[1]]}] = true
	}
	kept := func(i, need *Item) bool { return !gone[[2]*Item{i, need}] }
	for _, knot := range knots(all, kept) {
		for _, c := range order.Plan(bare(knot, kept)).Cycles {
			found = append(found, circle(knot, c))
		}
	}
	if len(found) < 2 {
		return found
	}
	return tangles(found, knots(all, func(_, _ *Item) bool { return true }))
}

func circle(items []*Item, numbers []int) Cycle {
	var c Cycle
	for _, n := range numbers {
		c.Items = append(c.Items, items[n])
	}
	return c
}

// knots are the groups of items in which needs lead from every item to every
// other, where only the kept needs count.
func knots(all []*Item, kept func(i, need *Item) bool) [][]*Item {
	var out [][]*Item
	for _, component := range graph.Components(needsOf(all, kept)) {
		if len(component) < 2 {
			continue
		}
		knot := make([]*Item, len(component))
		for n, number := range component {
			knot[n] = all[number]
		}
		out = append(out, knot)
	}
	return out
}

// needsOf gives the kept needs of items among each other, as numbers.
func needsOf(items []*Item, kept func(i, need *Item) bool) [][]int {
	number := make(map[*Item]int, len(items))
	for n, i := range items {
		number[i] = n
	}
	needs := make([][]int, len(items))
	for n, i := range items {
		for _, need := range i.Needs {
			if to, ok := number[need]; ok && kept(i, need) {
				needs[n] = append(needs[n], to)
			}
		}
	}
	return needs
}

// bare makes work of items that has their needs and nothing else.
func bare(items []*Item, kept func(i, need *Item) bool) []order.Item {
	work := make([]order.Item, len(items))
	for n, needs := range needsOf(items, kept) {
		work[n] = order.Item{Effort: 1, Needs: needs}
	}
	return work
}

// tangles puts the circles of one knot together, under the first of them.
func tangles(cycles []Cycle, knots [][]*Item) []Cycle {
	var out []Cycle
	first := make([]int, len(knots))
	for _, c := range cycles {
		k := slices.IndexFunc(knots, func(knot []*Item) bool { return slices.Contains(knot, c.Items[0]) })
		if first[k] > 0 {
			out[first[k]-1].More = append(out[first[k]-1].More, c)
			continue
		}
		out = append(out, c)
		first[k] = len(out)
	}
	return out
}
