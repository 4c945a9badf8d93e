package order

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// What to expect on one core: 10,000 items in less than 50 ms, 100,000 in less
// than a second.
func BenchmarkPlan(b *testing.B) {
	families := []struct {
		name string
		make func(n int) []Item
	}{
		{"backlog", backlog},
		{"chain", chain},
	}
	for _, family := range families {
		for _, n := range []int{1_000, 10_000, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", family.name, n), func(b *testing.B) {
				items := family.make(n)
				b.ReportAllocs()
				for b.Loop() {
					Plan(items)
				}
			})
		}
	}
}

// chain is n items of which each needs the next, so that all are pulled before
// the first and a search is as deep as the plan.
func chain(n int) []Item {
	items := make([]Item, n)
	for v := range items {
		items[v] = it(v, int64(v%20), int64(1+v%13), v+1)
	}
	return items
}

// backlog resembles the work of a product: groups of 20, 1.2 needs for each
// item, nearly half of them for the enablers of its group and one in fourteen
// outside it, Fibonacci values and efforts, a quarter without value, ten items
// ranked by hand. Now and then a cycle slips in.
func backlog(n int) []Item {
	fibonacci := []int64{1, 2, 3, 5, 8, 13, 20}
	const group, far = 20, 1 << 30
	r := rand.New(rand.NewPCG(11, 12))
	items := make([]Item, n)
	for v := range items {
		rank := far
		if v < 10 {
			rank = r.IntN(10)
		}
		items[v] = Item{
			Key:    []int{min(r.IntN(20), 1), r.IntN(3), rank, r.IntN(6), r.IntN(3)},
			Effort: 100 * fibonacci[r.IntN(6)],
		}
		if r.IntN(4) > 0 {
			items[v].Value = 100 * fibonacci[r.IntN(7)]
		}
	}
	for range n * 6 / 5 {
		v := r.IntN(n)
		first := v - v%group
		w := first + r.IntN(max(v-first, 1)) // an earlier one of its group
		switch chance := r.IntN(100); {
		case chance < 7:
			w = r.IntN(n)
		case chance < 52:
			w = first + r.IntN(2)
		}
		if w != v {
			items[v].Needs = append(items[v].Needs, w)
		}
	}
	return items
}
