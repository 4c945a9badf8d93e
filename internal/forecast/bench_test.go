package forecast

import (
	"fmt"
	"testing"
)

// What to expect on one core that has nothing else to do: 3 to 5 ms, nearly all of
// it the simulation, and for 10,000 items less than 1 ms more.
func BenchmarkPredict(b *testing.B) {
	for _, n := range []int{60, 200, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			work := Work{Today: today, Finished: weekly(12, 30, 8, 0, 25, 31, 17, 22, 9, 14, 40, 26)}
			fibonacci := []int64{1, 2, 3, 5, 8, 13}
			for i := range n {
				work.Open = append(work.Open, Item{Effort: One * fibonacci[i*7%6], Created: today - i%400})
			}
			b.ReportAllocs()
			for b.Loop() {
				Predict(work)
			}
		})
	}
}
