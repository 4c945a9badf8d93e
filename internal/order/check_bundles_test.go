package order

import (
	"math/big"
	"math/bits"
	"slices"
	"testing"
)

// checkBundles: the facts about the bundle of every place are true, each bundle
// was the best there was, and bundles of a class do not get better.
func checkBundles(t *testing.T, items []Item, o Order, place []int) {
	t.Helper()
	needs := closure(items, o)
	for at, p := range o.Positions {
		b := p.Bundle
		if b.From > at || at >= b.To || b.To > len(items) {
			t.Errorf("place %d is not in its bundle %v", at, b)
			return
		}
		checkSum(t, items, o, b)
		checkBeneficiary(t, items, o, needs, at)
		if b.From < at {
			if b.To-b.From <= large {
				t.Errorf("place %d is not the first of its bundle %v", at, b)
			}
			continue
		}
		checkNesting(t, o, b)
		checkBest(t, items, o, place, b)
	}
}

func checkSum(t *testing.T, items []Item, o Order, b Bundle) {
	t.Helper()
	var value, effort int64
	for _, p := range o.Positions[b.From:b.To] {
		value += max(items[p.Item].Value, 0)
		effort += max(items[p.Item].Effort, 1)
	}
	if b.Value != value || b.Effort != effort {
		t.Errorf("bundle %v, but its items have %d for %d", b, value, effort)
	}
}

// checkNesting: a bundle is of one class, and what begins inside it ends inside.
func checkNesting(t *testing.T, o Order, b Bundle) {
	t.Helper()
	for at := b.From; at < b.To; at++ {
		if inner := o.Positions[at].Bundle; inner.From < b.From || inner.To > b.To {
			t.Errorf("bundle %v reaches out of %v", inner, b)
		}
		if !sameKey(o, b.From, at) {
			t.Errorf("bundle %v has several keys", b)
		}
	}
}

// checkBest tries all sets that could have gone ahead in place of a bundle: all
// that hold whatever their items need of what was not yet placed in the class.
func checkBest(t *testing.T, items []Item, o Order, place []int, b Bundle) {
	t.Helper()
	end := b.From
	for end < len(o.Positions) && sameKey(o, b.From, end) {
		end++
	}
	n := end - b.From
	if n > 10 {
		return // too many to try
	}
	need := make([]uint, n)
	for i := range need {
		for _, w := range keptNeeds(items, o, o.Positions[b.From+i].Item) {
			if at := place[w] - b.From; at >= 0 {
				need[i] |= 1 << at
			}
		}
	}
	ratio := big.NewRat(b.Value, b.Effort)
	for set := uint(1); set < 1<<n; set++ {
		var needed uint
		var value, effort int64
		for left := set; left != 0; left &= left - 1 {
			i := bits.TrailingZeros(left)
			needed |= need[i]
			value += max(items[o.Positions[b.From+i].Item].Value, 0)
			effort += max(items[o.Positions[b.From+i].Item].Effort, 1)
		}
		if needed&^set == 0 && big.NewRat(value, effort).Cmp(ratio) > 0 {
			t.Errorf("bundle %v with %d for %d, but set %b has %d for %d", b, b.Value, b.Effort, set, value, effort)
			return
		}
	}
}

func sameKey(o Order, a, b int) bool {
	return slices.Equal(o.Positions[a].Key, o.Positions[b].Key)
}

func checkBeneficiary(t *testing.T, items []Item, o Order, needs [][]bool, at int) {
	t.Helper()
	p := o.Positions[at]
	best, count := none, 0
	for _, q := range o.Positions[p.Bundle.From:p.Bundle.To] {
		if !needs[q.Item][p.Item] {
			continue
		}
		count++
		if best == none || better(items, q.Item, best) {
			best = q.Item
		}
	}
	if count > large {
		count = large
		best = p.For
	}
	if p.For != best || p.More != max(count-1, 0) {
		t.Errorf("%d is for %d and %d more, want %d and %d more", p.Item, p.For, p.More, best, max(count-1, 0))
	}
}

// better compares own ratios, then indices.
func better(items []Item, v, w int) bool {
	a := big.NewRat(max(items[v].Value, 0), max(items[v].Effort, 1))
	b := big.NewRat(max(items[w].Value, 0), max(items[w].Effort, 1))
	return a.Cmp(b) > 0 || a.Cmp(b) == 0 && v < w
}
