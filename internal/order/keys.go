package order

import "slices"

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

// classes groups the items by effective key, smallest key first, and in each
// puts what an item needs before the item. What it needs is in its own class or
// an earlier one, because it has inherited the item's key.
func classes(net network, keys, sources []int) [][]int {
	groups := make([][]int, len(keys))
	for _, v := range net.order {
		key := keys[sources[v]]
		groups[key] = append(groups[key], v)
	}
	return slices.DeleteFunc(groups, func(g []int) bool { return len(g) == 0 })
}

// firstDifference is the first index at which two different keys differ.
func firstDifference(a, b []int) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}
