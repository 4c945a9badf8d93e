package order

import (
	"cmp"
	"math/bits"
	"slices"
)

// rankKeys numbers the different keys of items from 0 in their order, so that
// from here on to compare keys is to compare numbers.
func rankKeys(items []Item) []int {
	byKey := upTo(len(items))
	slices.SortFunc(byKey, func(v, w int) int { return slices.Compare(items[v].Key, items[w].Key) })
	ranks := make([]int, len(items))
	rank := 0
	for i, v := range byKey {
		if i > 0 && !slices.Equal(items[v].Key, items[byKey[i-1]].Key) {
			rank++
		}
		ranks[v] = rank
	}
	return ranks
}

// inherit finds the source of each item's effective key; see Position.Source.
// It goes from the items nothing needs down to those that need nothing, so that
// an item's key is final before it is handed on.
func inherit(net network, keys []int) (sources []int) {
	sources = upTo(len(keys))
	for _, v := range slices.Backward(net.order) {
		source := sources[v]
		for _, w := range net.needs[v] {
			old := sources[w]
			lower := old != w && source < old // of several, the lowest; but its own before any
			if keys[source] < keys[old] || keys[source] == keys[old] && lower {
				sources[w] = source
			}
		}
	}
	return sources
}

// classes groups the items by effective key, smallest key first, indices
// ascending in each. What an item needs is in its own class or an earlier one,
// because it has inherited the item's key.
func classes(keys, sources []int) [][]int {
	groups := make([][]int, len(keys))
	for v, source := range sources {
		groups[keys[source]] = append(groups[keys[source]], v)
	}
	return slices.DeleteFunc(groups, func(g []int) bool { return len(g) == 0 })
}

// class makes a plan of its own from the members of a class: items numbered as
// in members, with only the needs that lie inside, and with numbers cleaned of
// what Item does not allow. Because sequence is handed nothing else, what it
// decides cannot depend on anything outside the class.
//
// local is scratch space for one number for each of items.
func class(items []Item, net network, members, local []int) []Item {
	for i, v := range members {
		local[v] = i
	}
	out := make([]Item, len(members))
	for i, v := range members {
		out[i].Value = max(items[v].Value, 0)
		out[i].Effort = max(items[v].Effort, 1)
		for _, w := range net.needs[v] {
			// Numbers of earlier classes are still in local; they do not fit.
			if at := local[w]; at < len(members) && members[at] == w {
				out[i].Needs = append(out[i].Needs, at)
			}
		}
	}
	return out
}

// sequence orders the items of one class; it may rearrange their needs, which
// are free of cycles.
//
// The best order is the one in which value waits least: the least sum of value
// times time of completion. Without needs that is descending value for effort
// (Smith, Various optimizers for single-stage production, 1956); with needs it
// is NP-hard. This takes the items in Smith's order and pulls up, right before
// each, what it still needs, in that same order.
//
// Here is the place of a better method: Sidney's decomposition (1975) into
// bundles of the best joint ratio, found as minimum cuts, which credits an
// enabler with what it opens. It needs no more than is given here, and nothing
// outside this function has to know.
func sequence(class []Item) []int {
	byRatio := upTo(len(class))
	slices.SortStableFunc(byRatio, func(v, w int) int { return compareRatios(class[v], class[w]) })
	rank := inverse(byRatio)
	needs := make([][]int, len(class))
	for v := range class {
		needs[v] = class[v].Needs
		slices.SortFunc(needs[v], func(a, b int) int { return cmp.Compare(rank[a], rank[b]) })
	}
	order, _ := walk(byRatio, needs)
	return order
}

// compareRatios is negative if a has more value for its effort than b. It
// compares a.Value * b.Effort with b.Value * a.Effort in 128 bits, where
// nothing is rounded or lost.
func compareRatios(a, b Item) int {
	aHigh, aLow := bits.Mul64(uint64(a.Value), uint64(b.Effort))
	bHigh, bLow := bits.Mul64(uint64(b.Value), uint64(a.Effort))
	return cmp.Or(cmp.Compare(bHigh, aHigh), cmp.Compare(bLow, aLow))
}
