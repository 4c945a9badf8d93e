// Package order puts items of work in the order in which to do them.
//
// Three things decide, the first before the second and the second before the
// third. What an item needs comes before it. An item's key, compared field by
// field, says how soon it is wanted; whatever must come first for an item takes
// over that item's key when it is the smaller one (priority inheritance). Among
// items of one key, those with more value for their effort come first.
//
// Plan takes Items and returns an Order: a Position for each item, with the
// facts an explanation is made of, and the cycles that stood in the way. Items
// are numbers here. What the fields of a key mean, and every word about them,
// is the caller's.
//
// Planning never fails. A need that closes a cycle is reported and left out, so
// one wrong line costs one edge and not the order of everything around it. The
// order is a function of the items alone: no clock, no chance, no floats, which
// machines may round differently.
package order

// Item is one piece of work as the order sees it. Items are given in tie-break
// order: of two that are otherwise equal the one with the lower index comes
// first.
type Item struct {
	Key    []int // smaller first, compared field by field; all items have keys of one length
	Value  int64 // what it is worth, in hundredths; below 0 counts as 0
	Effort int64 // what it costs, in hundredths; below 1 counts as 1
	Needs  []int // indices of the items that must come before it, in any order; one that is no index is ignored
}

// Order is the answer to Plan.
type Order struct {
	Positions []Position // one for each item, first to last

	// Cycles are those that stood in the way, one for each need left out, in
	// the order of Dropped. Each is a whole cycle, its first item not repeated
	// at the end: the first needs the second, and so on, and the last needs the
	// first. That last need is the one left out. An item that needs itself is a
	// cycle of one.
	Cycles [][]int

	// Dropped are the needs left out to break the cycles, ascending: the item,
	// and the one it said it needs.
	Dropped [][2]int
}

// Position holds the facts of one place in an Order.
type Position struct {
	// Item is the index of the item at this place.
	Item int

	// Key is the effective key: the smallest of the item's own and those of all
	// that need it, directly or not. It never decreases along an order. It is
	// the Key of the item Source, not a copy.
	Key []int

	// Source is the item whose own key the effective key is: the item itself
	// unless another's is smaller. If several share the smallest it is one
	// reached through nothing but items of larger own keys; of these, the lowest.
	Source int

	// Field is the first field in which the effective key is smaller than the
	// item's own; -1 if it is the item's own.
	Field int

	// After is the item it directly needs that comes last before it; -1 if it
	// needs none. A need that was left out does not count.
	After int
}

// none stands for no item and no field.
const none = -1

// Plan orders items. It changes nothing in them. Time is near-linear in the
// number of items and needs, and in the length of the cycles it reports.
func Plan(items []Item) Order {
	net := link(items)
	keys := rankKeys(items)
	sources := inherit(net, keys)

	var order []int
	local := make([]int, len(items))
	for _, members := range classes(keys, sources) {
		for _, i := range sequence(class(items, net, members, local)) {
			order = append(order, members[i])
		}
	}
	return Order{
		Positions: positions(items, net, sources, order),
		Cycles:    net.cycles,
		Dropped:   net.dropped,
	}
}

// positions gathers the facts of every place in order.
func positions(items []Item, net network, sources, order []int) []Position {
	place := inverse(order)
	out := make([]Position, len(order))
	for at, v := range order {
		source := sources[v]
		p := Position{Item: v, Key: items[source].Key, Source: source, Field: none, After: none}
		if source != v {
			p.Field = firstDifference(p.Key, items[v].Key)
		}
		for _, w := range net.needs[v] {
			if p.After == none || place[w] > place[p.After] {
				p.After = w
			}
		}
		out[at] = p
	}
	return out
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

// inverse gives the place of every number in a permutation.
func inverse(order []int) []int {
	place := make([]int, len(order))
	for at, v := range order {
		place[v] = at
	}
	return place
}

// upTo gives the numbers 0 to n-1.
func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
