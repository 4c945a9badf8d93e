package order

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

	// Bundle is the innermost bundle the item was taken from: that with the best
	// ratio of all that had not been placed before it. If it holds more than the
	// item, its ratio is why the item is here.
	Bundle Bundle

	// For is the item with the most value for its own effort, of equal ones the
	// lowest, of those in the bundle that need this one, directly or not; -1 if
	// none does. More is how many others need it. In a bundle of more than 200
	// items they are the 200 nearest.
	For, More int
}

// Bundle is a set of items that are best done together: no part of it that could
// go ahead on its own has a better ratio of value to effort. The items of a bundle
// follow each other without a gap; if Positions[i] is a bundle's first, it holds
// smaller ones from Positions[i+1] on, as they were formed when the first was
// gone.
//
// Above 200 items a bundle is not looked into: then all in it have that same
// bundle. (And so it is with what would take unreasonably long.)
type Bundle struct {
	From, To      int   // its items are at the places from From up to, not including, To
	Value, Effort int64 // of its items together, in hundredths
}

// positions gathers the facts of every place.
func (s *solver) positions(items []Item, o Order, sources, sequence []int) []Position {
	sums := sumsUpTo(items, sequence)
	out := make([]Position, len(sequence))
	for at, v := range sequence {
		source := sources[v]
		p := Position{Item: v, Key: items[source].Key, Source: source, Field: none, After: none}
		if source != v {
			p.Field = firstDifference(p.Key, items[v].Key)
		}
		for _, w := range o.needs[v] {
			if p.After == none || o.place[w] > o.place[p.After] {
				p.After = w
			}
		}
		from := at - s.facts[v].back
		to := from + s.facts[v].size
		p.Bundle = Bundle{from, to, sums[to].value - sums[from].value, sums[to].effort - sums[from].effort}
		p.For, p.More = s.beneficiary(v, o.place, to)
		out[at] = p
	}
	return out
}

// sumsUpTo sums value and effort up to each place of a sequence.
func sumsUpTo(items []Item, sequence []int) []amount {
	sums := make([]amount, len(sequence)+1)
	for at, v := range sequence {
		sums[at+1] = amount{sums[at].value + items[v].worth(), sums[at].effort + items[v].price()}
	}
	return sums
}

// beneficiary finds the item with the best own ratio among those that need v and
// are placed before end, and counts the others.
func (s *solver) beneficiary(v int, place []int, end int) (best, others int) {
	s.seens++
	found := append(s.search[:0], v)
	var leader bundle
	for i := 0; i < len(found) && len(found) <= large; i++ {
		for _, w := range s.needing(found[i]) {
			if place[w] >= end || s.seen[w] == s.seens || len(found) > large {
				continue
			}
			s.seen[w] = s.seens
			found = append(found, w)
			own := bundle{sum: amount{s.value[w], s.effort[w]}, lowest: w}
			if len(found) == 2 || own.compare(leader) < 0 {
				leader = own
			}
		}
	}
	s.search = found
	if len(found) == 1 {
		return none, 0
	}
	return leader.lowest, len(found) - 2
}
