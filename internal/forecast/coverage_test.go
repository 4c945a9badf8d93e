package forecast

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// What a forecast promises is that its 85 % comes true in 85 of a hundred plans.
// These tests make teams, let them work, forecast what they will do, and let them
// work on. Fewer trials than usual are enough: their noise evens out over many
// futures.
const few = 300

// A process gives the work done in a week, 5 on average.
type process struct {
	name string
	week func(r *rand.Rand) float64
}

var processes = []process{
	{"Poisson", func(r *rand.Rand) float64 { return poisson(r, 5) }},
	// Weeks differ more than by chance: their variance is 3.5 times their mean.
	{"overdispersed", func(r *rand.Rand) float64 { return poisson(r, 2.5*(r.ExpFloat64()+r.ExpFloat64())) }},
}

func poisson(r *rand.Rand, mean float64) float64 {
	n := -1.0
	for ; mean > 0; mean -= r.ExpFloat64() {
		n++
	}
	return max(n, 0)
}

func weeksOf(r *rand.Rand, p process, n int) []int64 {
	out := make([]int64, n)
	for i := range out {
		out[i] = int64(p.week(r))
	}
	return out
}

// covered gives the percentage of futures in which the 85 % date held, for each
// number of items ahead, when only weeks of equal items are looked at.
func covered(p process, weeks, extra, futures int, ahead []int64) []float64 { return coveredN(p,weeks,extra,futures,few,ahead) }
func coveredN(p process, weeks, extra, futures, few int, ahead []int64) []float64 {
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

func TestUrnKeepsItsPromise(t *testing.T) {
	ahead := []int64{10, 30, 100}
	for _, p := range processes {
		for _, weeks := range []int{8, 12} {
			held := covered(p, weeks, 1, 750, ahead)
			t.Logf("%s, %d weeks: %.1f", p.name, weeks, held)
			for i, share := range held {
				if share < 80 || share > 93 {
					t.Errorf("%s, %d weeks, %d ahead: 85 %% came true in %.1f %%", p.name, weeks, ahead[i], share)
				}
			}
		}
	}
}

// The reason for the urn. If this fails the plain bootstrap would do.
func TestPlainBootstrapPromisesTooMuch(t *testing.T) {
	if held := covered(processes[0], 8, 0, 500, []int64{100})[0]; held > 80 {
		t.Errorf("85 %% came true in %.1f %%", held)
	} else {
		t.Logf("%.1f", held)
	}
}

// A team works on a fixed pool of items from best value for effort to worst,
// three at a time.
type team struct {
	pool []task // in the order of work
	next int    // the first that is not begun
	at   [3]int // the tasks that are worked on
	day  int
	r    *rand.Rand
	process
}

type task struct {
	estimate, actual float64 // effort
	finished         int
}

func newTeam(r *rand.Rand, p process) *team {
	fibonacci := []float64{1, 2, 3, 5, 8, 13, 20}
	const size = 400
	pool := make([]task, size)
	ratio := make(map[float64]float64, size)
	for i := range pool {
		e := fibonacci[r.IntN(6)]
		// The actual effort tells one task from all others, and carries its ratio.
		pool[i] = task{estimate: e, actual: e * math.Exp(0.7*r.NormFloat64())}
		ratio[pool[i].actual] = fibonacci[r.IntN(7)] / e
	}
	slices.SortFunc(pool, func(a, b task) int { return cmp.Compare(ratio[b.actual], ratio[a.actual]) })
	return &team{pool: pool, next: 3, at: [3]int{0, 1, 2}, day: 1, r: r, process: p}
}

// work lets the team work for a week.
func (t *team) work() {
	const mean = 6.8 // effort of a task, so that about five are finished in a week
	daily := t.week(t.r) * mean / 7 / float64(len(t.at))
	for range 7 {
		for slot := range t.at {
			for left := daily; left > 0 && t.at[slot] < len(t.pool); {
				now := &t.pool[t.at[slot]]
				spent := min(left, now.actual)
				left, now.actual = left-spent, now.actual-spent
				if now.actual == 0 {
					now.finished = t.day
					t.at[slot], t.next = t.next, t.next+1
				}
			}
		}
		t.day++
	}
}

// plan is the team's work as a forecast sees it, and the tasks behind what is open.
func (t *team) plan(window int, counting bool) (w Work, open []*task) {
	w = Work{Today: t.day, Window: window}
	for i := range t.pool {
		now := &t.pool[i]
		item := Item{Effort: int64(One * now.estimate), Assumed: counting, Finished: now.finished}
		if now.finished > 0 {
			w.Finished = append(w.Finished, item)
		} else {
			w.Open, open = append(w.Open, item), append(open, now)
		}
	}
	return w, open
}
