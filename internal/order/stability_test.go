package order

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// manyValues gives items values and efforts of which hardly two make the same
// ratio.
func manyValues(r *rand.Rand, items []Item) []Item {
	for v := range items {
		items[v].Value, items[v].Effort = 1+r.Int64N(1_000_000), 1+r.Int64N(1_000_000)
	}
	return items
}

// anyPlan makes a plan of any family, of at most so many items and a few classes.
func anyPlan(r *rand.Rand, most int) []Item {
	items := families[r.IntN(len(families))].make(r, 1+r.IntN(most))
	classes := 1 + r.IntN(3)
	for v := range items {
		items[v].Key = []int{r.IntN(classes)}
	}
	return items
}

// Nothing that is not connected with an item has a say in its order: a plan is
// ordered as it is alone, whatever else there is.
func TestPartsDoNotInfluenceEachOther(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 32))
	for range 1000 {
		one, other := anyPlan(r, 40), anyPlan(r, 40)
		both, number := mixed(r, one, other)
		alone := Plan(one)
		var together []int
		for _, v := range Plan(both).Sequence() {
			if at := slices.Index(number, v); at >= 0 {
				together = append(together, at)
			}
		}
		if !slices.Equal(together, alone.Sequence()) {
			t.Fatalf("items %v\nalone    %v\ntogether %v\nwith %v", one, alone.Sequence(), together, other)
		}
	}
}

// mixed makes one plan of two, in which the items of each keep their order among
// themselves, and tells the numbers of the first one's.
func mixed(r *rand.Rand, one, other []Item) (both []Item, number []int) {
	places := r.Perm(len(one) + len(other))
	number = slices.Sorted(slices.Values(places[:len(one)]))
	rest := slices.Sorted(slices.Values(places[len(one):]))
	return renumbered(slices.Concat(one, shifted(other, len(one))), slices.Concat(number, rest)), number
}

// shifted adds to all numbers of items.
func shifted(items []Item, by int) []Item {
	out := slices.Clone(items)
	for v := range out {
		out[v].Needs = slices.Clone(out[v].Needs)
		for i := range out[v].Needs {
			out[v].Needs[i] += by
		}
	}
	return out
}

// When the first item is done the others keep their order, unless ratios tie.
func TestFinishingTheFirstItem(t *testing.T) {
	r := rand.New(rand.NewPCG(33, 34))
	for range 1000 {
		items := manyValues(r, anyPlan(r, 60))
		sequence := Plan(items).Sequence()
		first := sequence[0]
		want := make([]int, 0, len(items))
		for _, v := range sequence[1:] {
			if v > first {
				v--
			}
			want = append(want, v)
		}
		if got := Plan(without(items, first)).Sequence(); !slices.Equal(got, want) {
			t.Fatalf("items %v\norder %v\nafter the first %v", items, sequence, got)
		}
	}
}

// without takes an item out of a plan.
func without(items []Item, gone int) []Item {
	var out []Item
	for v, item := range items {
		if v == gone {
			continue
		}
		var needs []int
		for _, w := range item.Needs {
			switch {
			case w < gone:
				needs = append(needs, w)
			case w > gone:
				needs = append(needs, w-1)
			}
		}
		item.Needs = needs
		out = append(out, item)
	}
	return out
}

// The units of value and effort do not matter.
func TestScaleDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 500 {
		items := anyPlan(r, 40)
		scaled := slices.Clone(items)
		for v := range scaled {
			scaled[v].Value *= 7
			scaled[v].Effort *= 3
		}
		a, b := Plan(items), Plan(scaled)
		for at := range b.Positions {
			b.Positions[at].Bundle.Value /= 7
			b.Positions[at].Bundle.Effort /= 3
		}
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("items %v\norder %v\nscaled %v", items, a, b)
		}
	}
}

// To say that an item needs what it needs anyway changes nothing.
func TestImpliedNeedsDoNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(35, 36))
	added := 0
	for range 500 {
		items := anyPlan(r, 30)
		o := Plan(items)
		needs := closure(items, o)
		more := slices.Clone(items)
		for v := range more {
			for w := range more {
				if needs[v][w] && r.IntN(3) == 0 {
					more[v].Needs = append(slices.Clone(more[v].Needs), w)
					added++
				}
			}
		}
		got := Plan(more)
		for at := range got.Positions {
			// These name a direct need, and an item reached by direct needs.
			got.Positions[at].After, got.Positions[at].Source = o.Positions[at].After, o.Positions[at].Source
		}
		if !reflect.DeepEqual(got.Positions, o.Positions) {
			t.Fatalf("items %v\norder %v\nwith more needs %v", items, o.Sequence(), got.Sequence())
		}
	}
	if added < 1000 {
		t.Errorf("only %d needs added: the test has lost its aim", added)
	}
}
