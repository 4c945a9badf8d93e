// Package order puts items of work in the order in which to do them.
//
// Three things decide, the first before the second and the second before the
// third. What an item needs comes before it. An item's key, compared field by
// field, says how soon it is wanted; whatever must come first for an item takes
// over that item's key when it is the smaller one (priority inheritance). Among
// items of one key, value waits as little as possible.
//
// For that last part the items of one key are split into bundles: sets of items
// that are best done together, because what is worth most for its effort in them
// needs the rest. The bundle with the most value for its effort goes first, and
// inside a bundle the same is done again after every step. The order is the best
// there is wherever no bundle has more than ten items, and where items form chains
// or trees; it never costs more than twice the best, and comes within a small
// fraction of a percent of it. The files follow the flow: cycles.go, keys.go,
// bundle.go and cut.go, sequence.go with small.go and pull.go, facts.go.
//
// Plan takes Items and returns an Order: a Position for each item, with the
// facts an explanation is made of, and the cycles that stood in the way. Why
// compares two items, and Cost and Price whole orders. Items are numbers here.
// What the fields of a key mean, and every word about them, is the caller's.
//
// Planning never fails. A need that closes a cycle is reported and left out, so
// one wrong line costs one edge and not the order of everything around it. The
// order is a function of the items alone: no clock, no chance, no floats, which
// machines may round differently. And an edit moves only items that some chain of
// needs connects with the edited one, or that the edited one itself passes.
package order

// Item is one piece of work as the order sees it. Items are given in tie-break
// order: of two that are otherwise equal the one with the lower index comes
// first.
type Item struct {
	Key    []int // smaller first, compared field by field; all items have keys of one length
	Value  int64 // what it is worth, in hundredths; below 0 counts as 0, above 2^40 as 2^40
	Effort int64 // what it costs, in hundredths; below 1 counts as 1, above 2^40 as 2^40
	Needs  []int // indices of the items that must come before it, in any order; one that is no index is ignored
}

// most is the greatest value and the greatest effort of an item: ten billion
// units, so that the sums of a million items fit.
const most = 1 << 40

// worth is the value of the item as it counts.
func (i Item) worth() int64 { return min(max(i.Value, 0), most) }

// price is the effort of the item as it counts.
func (i Item) price() int64 { return min(max(i.Effort, 1), most) }

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

	needs [][]int // of each item, without those left out
	place []int   // of each item, in Positions
}

// Sequence lists the items of the order, first to last.
func (o Order) Sequence() []int {
	items := make([]int, len(o.Positions))
	for at, p := range o.Positions {
		items[at] = p.Item
	}
	return items
}

// none stands for no item and no field.
const none = -1

// Plan orders items. It changes nothing in them. Time is near-linear in the
// number of items and needs, and in the length of the cycles it reports.
func Plan(items []Item) Order {
	net := link(items)
	keys := rankKeys(items)
	sources := inherit(net, keys)

	s := newSolver(items, net.needs)
	sequence := make([]int, 0, len(items))
	for _, class := range classes(net, keys, sources) {
		sequence = append(sequence, s.sequence(class)...)
	}
	o := Order{Cycles: net.cycles, Dropped: net.dropped, needs: net.needs, place: inverse(sequence)}
	o.Positions = s.positions(items, o, sources, sequence)
	return o
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
