package check

import "milepost/internal/plan"

// ways are the longest chains of open items, by some weight, that lead down from
// each item of the backlog through what it waits for. They are indexed by places
// in the backlog, from 0.
type ways struct {
	backlog []*plan.Item
	next    []int // the next item down the chain; -1 at its foot
	weight  []int // of the chain, the item itself included
}

// longestWays finds them in one pass: in the backlog an item stands below what it
// waits for, but for the needs that close a circle, and those are left out.
func longestWays(p *plan.Plan, own func(*plan.Item) int) ways {
	w := ways{p.Backlog, make([]int, len(p.Backlog)), make([]int, len(p.Backlog))}
	for n, i := range p.Backlog {
		w.next[n] = -1
		for _, need := range i.Waits {
			k := need.Position - 1
			if k < n && (w.next[n] < 0 || w.weight[k] > w.weight[w.next[n]]) {
				w.next[n] = k
			}
		}
		w.weight[n] = own(i)
		if k := w.next[n]; k >= 0 {
			w.weight[n] += w.weight[k]
		}
	}
	return w
}

// from lists the chain that an item waits at the end of, the item first.
func (w ways) from(i *plan.Item) []*plan.Item {
	var chain []*plan.Item
	for n := i.Position - 1; n >= 0; n = w.next[n] {
		chain = append(chain, w.backlog[n])
	}
	return chain
}

// tell marks the chain that an item waits at the end of, and reports whether no
// part of it was marked before. It goes no farther than it must, so that to mark
// all chains of a plan takes one pass.
func (w ways) tell(i *plan.Item, told []bool) bool {
	n := i.Position - 1
	for ; n >= 0 && !told[n]; n = w.next[n] {
		told[n] = true
	}
	return n < 0
}
