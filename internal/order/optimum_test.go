package order

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"
)

// How much more than the best order an order costs, in percent.
func TestAgainstTheBestOrder(t *testing.T) {
	count, most := 250, 14
	if testing.Short() {
		count, most = 60, 11
	}
	for _, f := range families {
		t.Run(f.name, func(t *testing.T) {
			meanLimit, worstLimit := 0.1, 8.0
			switch f.name {
			case "chains", "out-tree", "in-tree", "series-parallel":
				meanLimit, worstLimit = 0, 0
			case "bipartite":
				meanLimit = 0.6
			}
			r := rand.New(rand.NewPCG(1975, uint64(len(f.name))))
			sum, worst, optimal := 0.0, 0.0, 0
			for range count {
				items := f.make(r, 6+r.IntN(most-5))
				o := Plan(items)
				checkNeeds(t, items, o, checkPermutation(t, items, o))
				got, best := cost(items, o.Sequence()), optimum(items)
				if got < best {
					t.Fatalf("items %v: order %v costs %d, less than the best, %d", items, o.Sequence(), got, best)
				}
				if got == best {
					optimal++
					continue
				}
				if largest(o) <= small {
					t.Errorf("items %v: order %v is not the best, though no bundle is large", items, o.Sequence())
				}
				excess := 100 * float64(got-best) / float64(best)
				sum += excess
				worst = max(worst, excess)
			}
			mean := sum / float64(count)
			t.Logf("mean %.4f %%, worst %.2f %%, best in %d of %d", mean, worst, optimal, count)
			if mean > meanLimit || worst > worstLimit {
				t.Errorf("mean %.4f %%, worst %.2f %%", mean, worst)
			}
		})
	}
}

// largest is the number of items in the largest bundle.
func largest(o Order) (most int) {
	for _, p := range o.Positions {
		most = max(most, p.Bundle.To-p.Bundle.From)
	}
	return most
}

// cost is what an order of items costs, for small numbers.
func cost(items []Item, sequence []int) (sum int64) {
	var done int64
	for _, v := range sequence {
		done += items[v].Effort
		sum += items[v].Value * done
	}
	return sum
}

// optimum is the least cost of any order, found forwards through all sets of items
// that can have been done.
func optimum(items []Item) int64 {
	n := len(items)
	needs := make([]int, n)
	for v, item := range items {
		for _, w := range item.Needs {
			needs[v] |= 1 << w
		}
	}
	best := slices.Repeat([]int64{math.MaxInt64}, 1<<n)
	effort := make([]int64, 1<<n)
	best[0] = 0
	for done := range best {
		if done > 0 {
			effort[done] = effort[done&(done-1)] + items[bits.TrailingZeros(uint(done))].Effort
		}
		if best[done] == math.MaxInt64 {
			continue
		}
		for v, item := range items {
			if next := done | 1<<v; next != done && needs[v]&^done == 0 {
				best[next] = min(best[next], best[done]+item.Value*(effort[done]+item.Effort))
			}
		}
	}
	return best[len(best)-1]
}

// Trees of any size have a best order that is easy to find.
func TestLargeTrees(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1972))
	for range 100 {
		items := worth(r, outTreeNeeds(r, 2+r.IntN(150)))
		if got, best := cost(items, Plan(items).Sequence()), horn(items); got != best {
			t.Errorf("an out-tree of %d items costs %d instead of %d", len(items), got, best)
		}
		items = turned(items)
		if got, best := cost(items, Plan(items).Sequence()), horn(turned(items)); got != best {
			t.Errorf("an in-tree of %d items costs %d instead of %d", len(items), got, best)
		}
	}
}

// horn is the least cost of an out-tree whose items need lower ones (Horn, Single
// machine job sequencing with treelike precedence ordering, 1972): the best of all
// goes right after what it needs, so the two become one.
func horn(items []Item) int64 {
	type job struct {
		items         []int
		value, effort int64
		parent        int
	}
	jobs := make([]*job, len(items))
	for v, item := range items {
		jobs[v] = &job{[]int{v}, item.Value, item.Effort, none}
		for _, w := range item.Needs {
			jobs[v].parent = w
		}
	}
	for range len(items) - 1 {
		best := none
		for v, j := range jobs {
			if j != nil && j.parent != none && (best == none || j.value*jobs[best].effort > jobs[best].value*j.effort) {
				best = v
			}
		}
		into, gone := jobs[jobs[best].parent], jobs[best]
		into.items = append(into.items, gone.items...)
		into.value += gone.value
		into.effort += gone.effort
		for _, j := range jobs {
			if j != nil && j.parent == best {
				j.parent = gone.parent
			}
		}
		jobs[best] = nil
	}
	return cost(items, jobs[0].items)
}

// turned turns time round: what was last is first, and value and effort change
// places. An order costs as much as it did before, backwards.
func turned(items []Item) []Item {
	n := len(items)
	out := make([]Item, n)
	for v, item := range items {
		out[n-1-v].Value, out[n-1-v].Effort = item.Effort, item.Value
		for _, w := range item.Needs {
			out[n-1-w].Needs = append(out[n-1-w].Needs, n-1-v)
		}
	}
	return out
}
