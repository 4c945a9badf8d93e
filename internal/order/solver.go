package order

import "math/bits"

// solver puts classes of items in order, one after the other. It has room for
// all items, so that small classes cost little; only what the items of the class
// at hand have there means anything. What a class's items need outside it has
// been placed before.
//
// In a list of items, what an item needs is always before the item.
type solver struct {
	arcs
	value, effort []int64 // of each item; see scale

	// Where the work stands.
	waiting []bool // of each item: not placed yet
	needed  []int  // of each item: how many of those it needs directly are waiting
	facts   []fact // of each item placed
	left    int    // how many more steps the connected part at hand may take

	// Each item is in one group at a time; those of the set that is being looked
	// at share theirs with nothing else.
	group  []int
	groups int // how many numbers have been given to groups

	money []int64 // of each item; see cut
	paid  []int64 // of each arc to an item that needs: what that one has handed down
	below []bool  // of each item; see handDown
	depth []int   // of each item; see survey

	seen  []int // of each item: the last search that came by
	seens int   // how many searches there were

	// Memory that is used again and again.
	queue    []int
	scratch  []int
	ends     []int
	search   []int
	prior    []int
	order    []int
	number   []int
	todo     [][]int
	upcoming [][]int
	bundles  []bundle
	table    table
}

// fact is what is remembered of the step that placed an item.
type fact struct {
	back int // how many places before the item its bundle begins
	size int // how many places its bundle takes up
}

func newSolver(items []Item, needs [][]int) *solver {
	n := len(items)
	s := &solver{
		arcs:    newArcs(needs),
		value:   make([]int64, n),
		effort:  make([]int64, n),
		waiting: make([]bool, n),
		needed:  make([]int, n),
		facts:   make([]fact, n),
		group:   make([]int, n),
		money:   make([]int64, n),
		below:   make([]bool, n),
		depth:   make([]int, n),
		seen:    make([]int, n),
		queue:   make([]int, 0, n),
		scratch: make([]int, n),
		number:  make([]int, n),
	}
	s.paid = make([]int64, len(s.to))
	for v, item := range items {
		s.value[v], s.effort[v] = item.worth(), item.price()
		s.waiting[v] = true
		s.needed[v] = len(needs[v])
	}
	return s
}

// scale makes the numbers of a class small enough that no product of its value
// and its effort overflows: every product below is at most the one of the sums.
// It halves all values, or all efforts where values are small already. Plans with
// less than a million units of value and of effort keep every digit.
func (s *solver) scale(class []int) {
	const room, half = 62, 31
	for {
		sum := s.sum(class)
		value, effort := bits.Len64(uint64(sum.value)), bits.Len64(uint64(sum.effort))
		if value+effort <= room {
			return
		}
		for _, v := range class {
			if value > half {
				s.value[v] /= 2
			} else {
				s.effort[v] = max(s.effort[v]/2, 1)
			}
		}
	}
}

// allow sets how many steps a connected part may take; a step is a look at an item
// or a need. Backlogs take less than 50 for each of these, dense plans 200; what
// takes more than 500 is a plan built for it, or a long ladder of needs. When they
// are spent, nothing is cut any more. The order stays valid, and the same every
// time; it only gets worse.
//
// The allowance is of the part, not of the plan, so that work on one part cannot
// change the order in another.
func (s *solver) allow(part []int) {
	const each, least = 500, 300_000
	size := len(part)
	for _, v := range part {
		size += len(s.needs(v))
	}
	s.left = max(each*size, least)
}
