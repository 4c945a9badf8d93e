package order

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

// urgencies gives of each item the ratio of the outermost bundle it is in. These
// are the ratios nearest to the items' own in which nothing is less urgent than
// what needs it (isotonic regression), which is why the tests below must pass.
func urgencies(items []Item) []*big.Rat {
	out := make([]*big.Rat, len(items))
	o := Plan(items)
	for at := 0; at < len(items); {
		b := o.Positions[at].Bundle
		for ; at < b.To; at++ {
			out[o.Positions[at].Item] = big.NewRat(b.Value, b.Effort)
		}
	}
	return out
}

func singleClass(r *rand.Rand, most int) []Item {
	items := anyPlan(r, most)
	for v := range items {
		items[v].Key = nil
	}
	return items
}

func TestUrgenciesDescend(t *testing.T) {
	r := rand.New(rand.NewPCG(41, 42))
	for range 500 {
		items := singleClass(r, 50)
		o, urgency := Plan(items), urgencies(items)
		for at, v := range o.Sequence() {
			if at > 0 && urgency[v].Cmp(urgency[o.Positions[at-1].Item]) > 0 {
				t.Fatalf("items %v\norder %v: %d is more urgent than what is before it", items, o.Sequence(), v)
			}
			for _, w := range items[v].Needs {
				if urgency[v].Cmp(urgency[w]) > 0 {
					t.Fatalf("items %v: %d is more urgent than %d, which it needs", items, v, w)
				}
			}
		}
	}
}

// More value for one item makes nothing less urgent.
func TestUrgenciesAreMonotone(t *testing.T) {
	r := rand.New(rand.NewPCG(43, 44))
	for range 1000 {
		items := singleClass(r, 40)
		raised := slices.Clone(items)
		raised[r.IntN(len(items))].Value += 100 * r.Int64N(20)
		before, after := urgencies(items), urgencies(raised)
		for v := range items {
			if after[v].Cmp(before[v]) < 0 {
				t.Fatalf("items %v\nraised %v: %d fell from %v to %v", items, raised, v, before[v], after[v])
			}
		}
	}
}

// Urgencies move no farther than the own ratios that were edited, as the mean of
// squares weighted by effort.
func TestUrgenciesDoNotExpand(t *testing.T) {
	r := rand.New(rand.NewPCG(45, 46))
	for range 1000 {
		items := singleClass(r, 40)
		edited := slices.Clone(items)
		for range 1 + r.IntN(3) {
			edited[r.IntN(len(items))].Value = 100 * r.Int64N(20)
		}
		before, after := urgencies(items), urgencies(edited)
		moved, edit := 0.0, 0.0
		for v, item := range items {
			weight := float64(item.Effort)
			difference, _ := new(big.Rat).Sub(after[v], before[v]).Float64()
			moved += weight * difference * difference
			edit += math.Pow(float64(edited[v].Value-item.Value), 2) / weight
		}
		if moved > edit*(1+1e-9) {
			t.Fatalf("items %v\nedited %v: moved %g, edit %g", items, edited, moved, edit)
		}
	}
}
