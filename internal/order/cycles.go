package order

import "slices"

// network is what items need of one another, free of cycles.
type network struct {
	needs   [][]int // of each item, ascending, each once
	order   []int   // all items, each after all it needs
	cycles  [][]int // as in Order
	dropped [][2]int
}

// link makes the network of items.
//
// A depth-first search in index order decides which needs are left out: those
// that lead back to an item whose own needs are still being followed. They
// close a cycle of needs that stay, so none of them is left out in vain, and
// without them there is no cycle. To leave out all needs inside a strongly
// connected component would be simpler and let one wrong line reshuffle
// everything in it.
func link(items []Item) network {
	all := tidy(items)
	order, parent := walk(upTo(len(items)), all)
	net := network{needs: all, order: order}
	done := inverse(order)
	for v, list := range all {
		kept := list[:0]
		for _, w := range list {
			if done[w] < done[v] {
				kept = append(kept, w)
				continue
			}
			net.dropped = append(net.dropped, [2]int{v, w})
			net.cycles = append(net.cycles, descent(parent, w, v))
		}
		net.needs[v] = kept
	}
	return net
}

// tidy copies the needs of items: ascending, so that the order in which an
// author lists them decides nothing, each once, and only those that exist.
func tidy(items []Item) [][]int {
	total := 0
	for _, item := range items {
		total += len(item.Needs)
	}
	flat := make([]int, 0, total) // one array for all lists, for speed
	needs := make([][]int, len(items))
	for v, item := range items {
		start := len(flat)
		for _, w := range item.Needs {
			if w >= 0 && w < len(items) {
				flat = append(flat, w)
			}
		}
		list := flat[start:len(flat):len(flat)]
		slices.Sort(list)
		needs[v] = slices.Compact(list)
	}
	return needs
}

// walk searches depth-first from every root in turn, following each list of
// needs from its beginning. It returns the items in the order in which they
// were done with, and of each the item from which it was first reached, none
// for a root. Only a need that leads back up that way, to an item not yet done
// with, is done with after the item that has it.
//
// The way back is in parent, not on the call stack: chains may be as long as
// the plan.
func walk(roots []int, needs [][]int) (done, parent []int) {
	const unseen = none - 1
	parent = slices.Repeat([]int{unseen}, len(needs))
	next := make([]int, len(needs)) // how many of its needs each has followed
	done = make([]int, 0, len(needs))
	for _, root := range roots {
		if parent[root] != unseen {
			continue
		}
		parent[root] = none
		for v := root; v != none; {
			if next[v] == len(needs[v]) {
				done = append(done, v)
				v = parent[v]
				continue
			}
			w := needs[v][next[v]]
			next[v]++
			if parent[w] == unseen {
				parent[w] = v
				v = w
			}
		}
	}
	return done, parent
}

// descent is the way down the tree of a walk from one item to another below it.
func descent(parent []int, from, to int) []int {
	path := []int{to}
	for v := to; v != from; {
		v = parent[v]
		path = append(path, v)
	}
	slices.Reverse(path)
	return path
}
