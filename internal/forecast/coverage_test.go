package forecast

import (
	"math/rand/v2"
	"testing"
)

// What a forecast promises is that its 85 % comes true in 85 of a hundred plans.
// The tests of coverage make histories, forecast from them, and let the same
// process go on. A few trials are enough for each: over many futures their noise
// evens out.
const few = 200

// A process gives the work done in a week, 5 on average.
type process struct {
	name string
	week func(r *rand.Rand) float64
}

var processes = []process{
	{"Poisson", func(r *rand.Rand) float64 { return poisson(r, 5) }},
	// Weeks differ by more than chance: their variance is 3.5 times their mean.
	{"overdispersed", func(r *rand.Rand) float64 { return poisson(r, 2.5*(r.ExpFloat64()+r.ExpFloat64())) }},
}

func poisson(r *rand.Rand, mean float64) float64 {
	n := 0.0
	for mean -= r.ExpFloat64(); mean > 0; mean -= r.ExpFloat64() {
		n++
	}
	return n
}

func weeksOf(r *rand.Rand, p process, n int) []int64 {
	out := make([]int64, n)
	for i := range out {
		out[i] = int64(p.week(r))
	}
	return out
}

// covered gives the percentage of futures in which the 85 % date held, for each
// number of equal items ahead.
func covered(p process, weeks, extra, futures int, ahead []int64) []float64 {
	r := rand.New(rand.NewPCG(uint64(weeks), 7))
	held := make([]float64, len(ahead))
	for range futures {
		table := simulate(weeksOf(r, p, weeks), few, extra)
		future := weeksOf(r, p, Horizon)
		for i, amount := range ahead {
			week, done := 0, int64(0)
			for done < amount && week < Horizon {
				done += future[week]
				week++
			}
			if week <= table.week(85, amount, 0) {
				held[i] += 100 / float64(futures)
			}
		}
	}
	return held
}

// kept tells whether 85 % came true often enough, and not so often that dates
// could have been nearer. Ten items are done in two weeks, and dates are rounded
// up to a whole one, so that there the promise is kept more often.
func kept(share float64, ahead int) bool {
	if ahead <= 10 {
		return share >= 80 && share <= 95
	}
	return share >= 80 && share <= 93
}

func TestTheUrnKeepsItsPromise(t *testing.T) {
	t.Parallel()
	ahead := []int64{10, 30, 100}
	for _, p := range processes {
		for _, weeks := range []int{8, 12} {
			held := covered(p, weeks, 1, 400, ahead)
			t.Logf("%s, %d weeks: %.1f", p.name, weeks, held)
			for i, share := range held {
				if !kept(share, int(ahead[i])) {
					t.Errorf("%s, %d weeks, %d ahead: 85 %% came true in %.1f %%", p.name, weeks, ahead[i], share)
				}
			}
		}
	}
}

// The reason for the urn. If this fails, the plain bootstrap will do.
func TestThePlainBootstrapPromisesTooMuch(t *testing.T) {
	t.Parallel()
	if held := covered(processes[0], 8, 0, 300, []int64{100})[0]; held > 80 {
		t.Errorf("85 %% came true in %.1f %%", held)
	}
}
