package order

import (
	"math/bits"
	"slices"
)

// Cause is what put one item before another.
type Cause int

// The causes in the order in which they are asked for: the first that tells two
// items apart is the one that counts.
const (
	// ByKey: its effective key is smaller.
	ByKey Cause = iota
	// ByNeed: the other needs it, directly or not.
	ByNeed
	// ByRatio: it is in a bundle with a better ratio.
	ByRatio
	// ByStep: they are in one bundle, which is best begun with it.
	ByStep
	// BySize: they are in one bundle that is too large to be looked into. There it
	// has the better ratio, or is needed for something that has.
	BySize
	// ByIndex: their bundles are equally good, and its bundle has the lowest item.
	ByIndex
)

// Difference tells why one item is placed before another.
type Difference struct {
	Before, After int   // the item placed first, and the other
	Cause         Cause // what told them apart

	// Field is the first field in which the effective keys differ, if ByKey;
	// else -1.
	Field int

	// Path leads from After to Before, each item needing the next directly, if
	// ByNeed. There is no shorter one.
	Path []int

	// Bundles are those in which Before and After were when they parted, if
	// ByRatio or ByIndex. If ByStep or BySize both are the bundle that had both;
	// Before was its first step, and its Position tells what that opens.
	Bundles [2]Bundle
}

// Why compares the places of two different items.
func (o Order) Why(a, b int) Difference {
	if o.place[a] > o.place[b] {
		a, b = b, a
	}
	d := Difference{Before: a, After: b, Field: none}
	p, q := o.Positions[o.place[a]], o.Positions[o.place[b]]
	if !slices.Equal(p.Key, q.Key) {
		d.Field = firstDifference(p.Key, q.Key)
		return d
	}
	if d.Path = o.path(b, a); d.Path != nil {
		d.Cause = ByNeed
		return d
	}
	d.Bundles, d.Cause = o.parting(o.place[a], o.place[b])
	return d
}

// path is a shortest way down from an item to one that it needs, nil if it does
// not need it.
func (o Order) path(from, to int) []int {
	parent := slices.Repeat([]int{none}, len(o.needs))
	queue := []int{from}
	for i := 0; i < len(queue) && parent[to] == none; i++ {
		for _, w := range o.needs[queue[i]] {
			if parent[w] == none {
				parent[w] = queue[i]
				queue = append(queue, w)
			}
		}
	}
	if parent[to] == none {
		return nil
	}
	return descent(parent, from, to)
}

// parting goes down from the bundles of a class to where two places of it part.
// Bundles lie in each other like brackets, so the way down is a way along the
// places: over each bundle that ends too early, into each that has both.
func (o Order) parting(first, second int) ([2]Bundle, Cause) {
	at := o.classBegin(first)
	for {
		b := o.Positions[at].Bundle
		switch {
		case b.To <= first:
			at = b.To
		case b.To <= second:
			c := o.sibling(b, second)
			if b.better(c) {
				return [2]Bundle{b, c}, ByRatio
			}
			return [2]Bundle{b, c}, ByIndex
		case o.pulled(b):
			return [2]Bundle{b, b}, BySize
		case at == first:
			return [2]Bundle{b, b}, ByStep
		default:
			at++
		}
	}
}

// classBegin is the first place of those with the key of the one given.
func (o Order) classBegin(at int) int {
	for at > 0 && slices.Equal(o.Positions[at-1].Key, o.Positions[at].Key) {
		at--
	}
	return at
}

// sibling is the bundle that has the item at a place, among those after b and on
// one level with it.
func (o Order) sibling(b Bundle, at int) Bundle {
	for b.To <= at {
		b = o.Positions[b.To].Bundle
	}
	return b
}

// pulled reports whether a bundle was not looked into.
func (o Order) pulled(b Bundle) bool {
	return b.To-b.From > 1 && o.Positions[b.From+1].Bundle.From == b.From
}

// better reports whether b has more value for its effort than c. It compares the
// products of each one's value with the other's effort in 128 bits, where nothing
// is rounded or lost.
func (b Bundle) better(c Bundle) bool {
	bHigh, bLow := bits.Mul64(uint64(b.Value), uint64(c.Effort))
	cHigh, cLow := bits.Mul64(uint64(c.Value), uint64(b.Effort))
	return bHigh > cHigh || bHigh == cHigh && bLow > cLow
}
