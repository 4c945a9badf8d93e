package forecast

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// A team works on a fixed pool of tasks, from best value for effort to worst and
// three at a time. It is the hardest case for a forecast: small tasks come first,
// so that the past is small and the future large.
type team struct {
	process
	r     *rand.Rand
	pool  []task // in the order of work
	next  int    // the first that is not begun
	hands [3]int // what is worked on
	day   int
}

type task struct {
	estimate, ratio float64
	left            float64 // of the actual effort
	finished        int     // day
}

func newTeam(r *rand.Rand, p process) *team {
	fibonacci := []float64{1, 2, 3, 5, 8, 13, 20}
	pool := make([]task, 400)
	for i := range pool {
		e := fibonacci[r.IntN(6)]
		pool[i] = task{estimate: e, ratio: fibonacci[r.IntN(7)] / e, left: e * math.Exp(0.7*r.NormFloat64())}
	}
	slices.SortFunc(pool, func(a, b task) int { return cmp.Compare(b.ratio, a.ratio) })
	return &team{process: p, r: r, pool: pool, next: 3, hands: [3]int{0, 1, 2}, day: 1}
}

// work lets the team work for some weeks.
func (t *team) work(weeks int) {
	const mean = 6.8 // effort of a task, so that about five are finished in a week
	for range weeks {
		daily := t.week(t.r) * mean / 7 / float64(len(t.hands))
		for range 7 {
			for hand := range t.hands {
				t.spend(hand, daily)
			}
			t.day++
		}
	}
}

// spend is a day's work of one hand, which goes on to the next task when one is
// done.
func (t *team) spend(hand int, effort float64) {
	for effort > 0 && t.hands[hand] < len(t.pool) {
		now := &t.pool[t.hands[hand]]
		now.left -= effort
		effort = -now.left
		if now.left <= 0 {
			now.finished = t.day
			t.hands[hand], t.next = t.next, t.next+1
		}
	}
}

// plan is the team's work as a forecast sees it, and the tasks that are open in it.
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

// A score is in how many percent of the futures the dates of an item held; and
// the mean chance of it to be done within 56 days, and in how many percent it was.
type score struct{ p50, p85, p95, chance, happened float64 }

// valueFirst forecasts so many teams after some weeks, for each number of items
// ahead.
func valueFirst(p process, weeks, futures int, counting bool, ahead []int) []score {
	r := rand.New(rand.NewPCG(uint64(weeks), 11))
	scores := make([]score, len(ahead))
	for range futures {
		team := newTeam(r, p)
		team.work(weeks + 1)
		work, open := team.plan(weeks, counting)
		f := predict(work, few)
		team.work(70)
		for i, n := range ahead {
			scores[i].add(f, open[n-1].finished, n, 100/float64(futures))
		}
	}
	return scores
}

// add adds a future, in which the n-th open item was finished on a day, 0 if it
// was not within the time of the test.
func (s *score) add(f Forecast, finished, n int, weight float64) {
	if finished == 0 {
		finished = math.MaxInt
	}
	o := f.Outlooks[n-1]
	for _, date := range []struct {
		held *float64
		day  int
	}{{&s.p50, o.P50.Day}, {&s.p85, o.P85.Day}, {&s.p95, o.P95.Day}, {&s.happened, f.Today + 55}} {
		if finished <= date.day {
			*date.held += weight
		}
	}
	chance, _ := f.Chance(f.Ahead[n-1], f.Today+55)
	s.chance += float64(chance) / 100 * weight
}

func TestForecastsKeepTheirPromiseValueFirst(t *testing.T) {
	t.Parallel()
	ahead := []int{10, 30, 60, 100}
	for _, p := range processes {
		for _, weeks := range []int{8, 12} {
			for i, s := range valueFirst(p, weeks, 300, false, ahead) {
				t.Logf("%s, %d weeks, %d ahead: %.1f", p.name, weeks, ahead[i], s)
				if !kept(s.p85, ahead[i]) || s.p50 < 50 || s.p95 < 91 {
					t.Errorf("%s, %d weeks, %d ahead: 50, 85, 95 %% came true in %.1f, %.1f, %.1f %%", p.name, weeks, ahead[i], s.p50, s.p85, s.p95)
				}
				if math.Abs(s.chance-s.happened) > 10 {
					t.Errorf("%s, %d weeks, %d ahead: a chance of %.1f %% came true in %.1f %%", p.name, weeks, ahead[i], s.chance, s.happened)
				}
			}
		}
	}
}

// The reason for measuring in effort. If this fails, counting items will do.
func TestCountingItemsPromisesTooMuchValueFirst(t *testing.T) {
	t.Parallel()
	s := valueFirst(processes[0], 12, 100, true, []int{60})[0]
	t.Logf("%.1f", s)
	if s.p85 > 40 {
		t.Errorf("85 %% came true in %.1f %%", s.p85)
	}
}
