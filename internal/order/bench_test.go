package order

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// What to expect on one core: 1,000 items in less than 5 ms, 10,000 in less than
// 50 ms and 100,000 in less than a second with 1.2 needs for each item, as in the
// families backlog and random; 100,000 in less than five seconds whatever they
// need.
func BenchmarkPlan(b *testing.B) {
	for _, f := range slices.Concat(families, hardFamilies) {
		for _, n := range []int{60, 1_000, 10_000, 100_000} {
			if f.name == "series-parallel" && n > 1000 {
				continue // has as many needs as pairs of items
			}
			b.Run(fmt.Sprintf("%s/%d", f.name, n), func(b *testing.B) {
				items := f.make(rand.New(rand.NewPCG(11, 12)), n)
				b.ReportAllocs()
				for b.Loop() {
					Plan(items)
				}
			})
		}
	}
}

// BenchmarkClasses is a backlog with keys as a product has them: progress, horizon,
// ten ranks by hand, release and priority.
func BenchmarkClasses(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			const far = 1 << 30
			r := rand.New(rand.NewPCG(13, 14))
			items := shape(backlogNeeds)(r, n)
			for v := range items {
				rank := far
				if v < 10 {
					rank = r.IntN(10)
				}
				items[v].Key = []int{min(r.IntN(20), 1), r.IntN(3), rank, r.IntN(6), r.IntN(3)}
			}
			b.ReportAllocs()
			for b.Loop() {
				Plan(items)
			}
		})
	}
}
