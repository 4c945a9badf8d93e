package order

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func TestRandomPlans(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	cyclic := 0
	for range 3000 {
		items := randomPlan(r)
		o := Plan(items)
		check(t, items, o)
		if len(o.Cycles) > 0 {
			cyclic++
		}
	}
	if cyclic < 500 || cyclic > 2500 {
		t.Errorf("%d of 3000 plans have cycles: the test has lost its aim", cyclic)
	}
}

func TestPlansWithoutCyclesLoseNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 1000 {
		items := randomPlan(r)
		for v := range items { // needs only downwards, or only upwards
			items[v].Needs = slices.DeleteFunc(items[v].Needs, func(w int) bool { return w >= v })
		}
		o := Plan(items)
		check(t, items, o)
		if o.Cycles != nil || o.Dropped != nil {
			t.Fatalf("items %v\ncycles %v", items, o.Cycles)
		}
	}
}

func TestOrderOfNeedsListsDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 1000 {
		items := randomPlan(r)
		mixed := slices.Clone(items)
		for v := range mixed {
			list := append(slices.Clone(items[v].Needs), items[v].Needs...)
			list = append(list, -1, len(items))
			r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
			mixed[v].Needs = list
		}
		if a, b := Plan(items), Plan(mixed); !reflect.DeepEqual(a, b) {
			t.Fatalf("items %v\norder %v\nmixed %v", items, a, b)
		}
	}
}

func TestPlanChangesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		items := randomPlan(r)
		before := fmt.Sprint(items)
		Plan(items)
		if after := fmt.Sprint(items); after != before {
			t.Fatalf("items before %s\nafter %s", before, after)
		}
	}
}

// A chain and a ring as long as any plan: whatever recurses overflows here or
// takes a gigabyte.
func TestDeepPlans(t *testing.T) {
	const n = 100_000
	for _, ring := range []bool{false, true} {
		items := chain(n)
		if ring {
			items[n-1].Needs = []int{0}
		}
		o := Plan(items)
		for at, p := range o.Positions {
			if p.Item != n-1-at || p.Source != 0 {
				t.Fatalf("ring %v: place %d holds %d with the key of %d", ring, at, p.Item, p.Source)
			}
		}
		if ring && (len(o.Cycles) != 1 || len(o.Cycles[0]) != n) {
			t.Errorf("the ring is not reported as one cycle of all items")
		}
	}
}

func FuzzPlan(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{3, 0, 1, 2, 1, 1, 1, 9, 3, 2, 0})
	f.Add([]byte{5, 0, 1, 1, 1, 2, 1, 1, 1, 2, 4, 3, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		items := planOf(data)
		o := Plan(items)
		check(t, items, o)
		if again := Plan(items); !reflect.DeepEqual(o, again) {
			t.Fatalf("items %v\norder %v\nagain %v", items, o, again)
		}
	})
}

// planOf reads a plan of at most 32 items from bytes: their number, then for
// each two fields of key, value, effort, the number of needs, and the needs,
// which may not exist. Missing bytes are zeros.
func planOf(data []byte) []Item {
	next := func() int {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return int(int8(b))
	}
	items := make([]Item, next()&31)
	for v := range items {
		items[v] = Item{Key: []int{next() & 3, next() & 3}, Value: int64(next()), Effort: int64(next())}
		for range next() & 7 {
			items[v].Needs = append(items[v].Needs, next())
		}
	}
	return items
}

// randomPlan is small and full of ties, shared needs, pulled items and cycles.
func randomPlan(r *rand.Rand) []Item {
	items := make([]Item, 1+r.IntN(14))
	density := r.IntN(3)
	for v := range items {
		items[v] = Item{
			Key:    []int{r.IntN(2), r.IntN(3), r.IntN(2)},
			Value:  int64(r.IntN(5)),
			Effort: int64(1 + r.IntN(4)),
		}
		for range r.IntN(2 + density) {
			items[v].Needs = append(items[v].Needs, r.IntN(len(items)))
		}
	}
	return items
}

func chain(n int) []Item {
	items := make([]Item, n)
	for v := range items {
		items[v] = it(v, int64(v%20), int64(1+v%13), v+1)
	}
	return items
}
