package forecast

import (
	"math/rand/v2"
	"testing"
)

type score struct{ p50, p85, p95, chance, happened float64 }

// valueFirst forecasts teams that take what has most value for its effort first,
// and tells in how many percent of the futures each date held, for each number of
// items ahead. The last two numbers are the mean chance of being done in eight
// weeks, and in how many percent it happened.
func valueFirst(t *testing.T, p process, weeks, futures int, counting bool, ahead []int) []score {
	r := rand.New(rand.NewPCG(uint64(weeks), 11))
	scores := make([]score, len(ahead))
	one := 100 / float64(futures)
	for range futures {
		team := newTeam(r, p)
		for range weeks + 1 {
			team.work()
		}
		work, open := team.plan(weeks, counting)
		f := predict(work, few)
		if f.Silence != nil {
			t.Fatalf("%s: silent: %v", p.name, f.Silence)
		}
		for range 70 {
			team.work()
		}
		for i, n := range ahead {
			s, o, done := &scores[i], f.Outlooks[n-1], open[n-1].finished
			held := func(when When) bool { return done > 0 && (when.Week > Horizon || done <= when.Day) }
			for _, hit := range []struct {
				count *float64
				yes   bool
			}{{&s.p50, held(o.P50)}, {&s.p85, held(o.P85)}, {&s.p95, held(o.P95)}, {&s.happened, done > 0 && done < work.Today+56}} {
				if hit.yes {
					*hit.count += one
				}
			}
			chance, _ := f.Chance(f.Ahead[n-1], work.Today+55)
			s.chance += float64(chance) / float64(futures)
		}
	}
	return scores
}

func TestForecastKeepsItsPromiseValueFirst(t *testing.T) {
	ahead := []int{10, 30, 100}
	for _, p := range processes {
		for _, weeks := range []int{8, 12} {
			for i, s := range valueFirst(t, p, weeks, 300, false, ahead) {
				t.Logf("%s, %d weeks, %d ahead: %.1f", p.name, weeks, ahead[i], s)
				if s.p85 < 80 || s.p85 > 93 {
					t.Errorf("%s, %d weeks, %d ahead: 85 %% came true in %.1f %%", p.name, weeks, ahead[i], s.p85)
				}
			}
		}
	}
}

func TestCountingItemsValueFirstIsWrong(t *testing.T) {
	for i, s := range valueFirst(t, processes[0], 12, 300, true, []int{10, 30, 100}) {
		t.Logf("%d %.1f", i, s)
	}
}
