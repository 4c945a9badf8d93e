package order

import (
	"math"
	"math/bits"
)

// small is the size up to which the best order of a bundle is found by looking at
// all there are.
const small = 10

// table is the work sheet for a small bundle. Its items have numbers of their own
// here, each higher than those of what it needs, and a set of them is a word with
// their bits set.
type table struct {
	needs []uint            // of each item
	sets  []uint            // those that can be what was done so far, each after its subsets
	value [1 << small]int64 // of a set: what the items not in it are worth
	cost  [1 << small]int64 // of a set: what it costs to do those in the best order
}

// best finds the item with which the best order of a small bundle begins; of
// several the lowest.
//
// It works backwards through all sets of items that can have been done (Held and
// Karp, A dynamic programming approach to sequencing problems, 1962): to do one
// more lets all that is not done wait for its effort, and then the best that can
// be done after it costs what it costs. What was done before does not matter.
func (s *solver) best(items []int) (first int) {
	t := &s.table
	s.list(items)
	all := uint(1)<<len(items) - 1
	for k := len(t.sets) - 1; k >= 0; k-- {
		done := t.sets[k]
		t.cost[done] = math.MaxInt64
		for left := all &^ done; left != 0; left &= left - 1 {
			i := bits.TrailingZeros(left)
			if t.needs[i]&^done != 0 {
				continue
			}
			v := items[i]
			cost := s.effort[v]*t.value[done] + t.cost[done|1<<i]
			if cost < t.cost[done] || cost == t.cost[done] && v < first {
				t.cost[done], first = cost, v
			}
		}
		if done == all {
			t.cost[done] = 0
		}
	}
	s.left -= len(t.sets) * len(items)
	return first
}

// list fills in the table all but the costs.
func (s *solver) list(items []int) {
	t := &s.table
	t.needs = t.needs[:0]
	t.sets = append(t.sets[:0], 0)
	t.value[0] = s.sum(items).value
	for i, v := range items {
		s.number[v] = i
		var needs uint
		for _, w := range s.needs(v) {
			if s.waiting[w] { // then it is one of items
				needs |= 1 << s.number[w]
			}
		}
		t.needs = append(t.needs, needs)
		for _, set := range t.sets {
			if needs&^set == 0 {
				t.sets = append(t.sets, set|1<<i)
				t.value[set|1<<i] = t.value[set] - s.value[v]
			}
		}
	}
}
