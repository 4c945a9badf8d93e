package order

import (
	"slices"
	"testing"
)

// check holds an order to everything Plan promises. It is written from the
// promises, in the plainest way, and shares no code with Plan.
func check(t *testing.T, items []Item, o Order) {
	t.Helper()
	place := checkPermutation(t, items, o)
	if t.Failed() {
		t.Fatalf("items %v\norder %v", items, o)
	}
	checkCycles(t, items, o)
	checkNeeds(t, items, o, place)
	checkKeys(t, items, o)
	checkBundles(t, items, o, place)
	if t.Failed() {
		t.Fatalf("items %v\norder %v", items, o)
	}
}

func checkPermutation(t *testing.T, items []Item, o Order) (place []int) {
	t.Helper()
	place = slices.Repeat([]int{-1}, len(items))
	for at, p := range o.Positions {
		if p.Item < 0 || p.Item >= len(items) || place[p.Item] != -1 {
			t.Errorf("place %d holds %d, which is no item or placed twice", at, p.Item)
			return place
		}
		place[p.Item] = at
	}
	if len(o.Positions) != len(items) {
		t.Errorf("%d places for %d items", len(o.Positions), len(items))
	}
	return place
}

// kept reports whether v needs w and that need was not left out.
func kept(items []Item, o Order, v, w int) bool {
	return slices.Contains(items[v].Needs, w) && !slices.Contains(o.Dropped, [2]int{v, w})
}

// keptNeeds gives the needs of v that count, each once, ascending.
func keptNeeds(items []Item, o Order, v int) (out []int) {
	for w := range items {
		if kept(items, o, v, w) {
			out = append(out, w)
		}
	}
	return out
}

// checkCycles: each need left out closes exactly the cycle reported with it,
// and all others of that cycle are kept, so that it was left out for cause.
func checkCycles(t *testing.T, items []Item, o Order) {
	t.Helper()
	if len(o.Cycles) != len(o.Dropped) {
		t.Errorf("%d cycles for %d needs left out", len(o.Cycles), len(o.Dropped))
		return
	}
	if !slices.IsSortedFunc(o.Dropped, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) }) {
		t.Errorf("the needs left out are not in order: %v", o.Dropped)
	}
	for i, cycle := range o.Cycles {
		first, last := cycle[0], cycle[len(cycle)-1]
		if o.Dropped[i] != [2]int{last, first} || !slices.Contains(items[last].Needs, first) {
			t.Errorf("%v does not close cycle %v", o.Dropped[i], cycle)
		}
		for j := range len(cycle) - 1 {
			if !kept(items, o, cycle[j], cycle[j+1]) {
				t.Errorf("cycle %v: %d does not need %d", cycle, cycle[j], cycle[j+1])
			}
		}
		if unique := slices.Compact(slices.Sorted(slices.Values(cycle))); len(unique) != len(cycle) {
			t.Errorf("cycle %v goes through an item twice", cycle)
		}
		if slices.Index(o.Dropped, o.Dropped[i]) != i {
			t.Errorf("%v is left out twice", o.Dropped[i])
		}
	}
}

// checkNeeds: every need that was kept is respected, and After names the last.
func checkNeeds(t *testing.T, items []Item, o Order, place []int) {
	t.Helper()
	for at, p := range o.Positions {
		last := -1
		for _, w := range keptNeeds(items, o, p.Item) {
			if place[w] > at {
				t.Errorf("%d is before %d, which it needs", p.Item, w)
			}
			if last == -1 || place[w] > place[last] {
				last = w
			}
		}
		if p.After != last {
			t.Errorf("%d comes after %d, want %d", p.Item, p.After, last)
		}
	}
}

// checkKeys: each effective key is the smallest among the item and all that
// need it, its source and field are right, and keys never decrease.
func checkKeys(t *testing.T, items []Item, o Order) {
	t.Helper()
	needs := closure(items, o)
	for at, p := range o.Positions {
		if at > 0 && slices.Compare(o.Positions[at-1].Key, p.Key) > 0 {
			t.Errorf("the key at place %d is smaller than the one before", at)
		}
		own := items[p.Item].Key
		best := own
		for v := range items {
			if needs[v][p.Item] && slices.Compare(items[v].Key, best) < 0 {
				best = items[v].Key
			}
		}
		source := p.Source
		if !slices.Equal(p.Key, best) || !slices.Equal(items[source].Key, best) {
			t.Errorf("%d has key %v from %d, want %v", p.Item, p.Key, source, best)
		}
		if slices.Equal(own, best) {
			if source != p.Item || p.Field != -1 {
				t.Errorf("%d has its own key, but source %d, field %d", p.Item, source, p.Field)
			}
			continue
		}
		if !needs[source][p.Item] {
			t.Errorf("%d has its key from %d, which does not need it", p.Item, source)
		}
		if f := p.Field; f < 0 || !slices.Equal(own[:f], best[:f]) || best[f] >= own[f] {
			t.Errorf("%d: keys %v and %v do not differ first in field %d", p.Item, best, own, f)
		}
	}
}

// closure says of any two items whether the first needs the second, directly or
// not, by Warshall's algorithm.
func closure(items []Item, o Order) [][]bool {
	needs := make([][]bool, len(items))
	for v := range items {
		needs[v] = make([]bool, len(items))
		for _, w := range keptNeeds(items, o, v) {
			needs[v][w] = true
		}
	}
	for k := range items {
		for v := range items {
			if !needs[v][k] {
				continue
			}
			for w, needed := range needs[k] {
				needs[v][w] = needs[v][w] || needed
			}
		}
	}
	return needs
}
