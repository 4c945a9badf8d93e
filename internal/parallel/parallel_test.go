package parallel_test

import (
	"runtime"
	"slices"
	"testing"

	"milepost/internal/parallel"
)

func TestEachIsDoneOnce(t *testing.T) {
	for _, processors := range []int{1, 2, 7} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		for _, n := range []int{0, 1, 2, 31, 1000, 10_007} {
			done := make([]int, n)
			parallel.Each(n, func(i int) { done[i]++ })
			if slices.ContainsFunc(done, func(times int) bool { return times != 1 }) {
				t.Errorf("of %d on %d processors some are not done once", n, processors)
			}
		}
	}
}

func TestAPanicIsThrownWhereItCanBeCaught(t *testing.T) {
	for _, n := range []int{1, 500} {
		func() {
			defer func() {
				if r := recover(); r != "broken" {
					t.Errorf("of %d: %v", n, r)
				}
			}()
			parallel.Each(n, func(i int) {
				if i == n/2 {
					panic("broken")
				}
			})
			t.Error("the panic is lost")
		}()
	}
}
