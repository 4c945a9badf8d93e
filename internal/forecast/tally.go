package forecast

import "math/bits"

// divided gives amounts as multiples of their greatest common divisor. Efforts
// are mostly whole units and amounts hundredths of them, so that far fewer
// different sums are left to tell apart.
func divided(amounts []int64) (steps []int64, unit int64) {
	for _, amount := range amounts {
		unit = gcd(unit, amount)
	}
	unit = max(unit, 1)
	steps = make([]int64, len(amounts))
	for i, amount := range amounts {
		steps[i] = amount / unit
	}
	return steps, unit
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// width is the number of bits in which sums are told apart: all of them for teams
// that finish up to 78 steps in their best week.
const width = 13

// tally sorts sums by counting how often each occurs, which is far quicker
// than to compare them. Sums of more than width bits lose their last ones: after
// two years that is less than a thirtieth of the best week, and on the late side.
type tally struct {
	counts []int32 // of the sums that begin with these bits
	shift  int     // how many bits are cut off
	best   int64   // the largest step
	all    int     // the number of sums
}

// newTally makes room for the sums of Horizon steps.
func newTally(steps []int64) *tally {
	var best int64
	for _, step := range steps {
		best = max(best, step)
	}
	shift := max(bits.Len64(uint64(best*Horizon))-width, 0)
	return &tally{counts: make([]int32, 0, best*Horizon>>shift+1), shift: shift, best: best}
}

// count counts sums of so many steps each, and forgets those before.
func (t *tally) count(sums []int64, steps int) {
	t.all = len(sums)
	t.counts = t.counts[:t.best*int64(steps)>>t.shift+1]
	clear(t.counts)
	for _, sum := range sums {
		t.counts[sum>>t.shift]++
	}
}
