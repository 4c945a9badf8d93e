package check_test

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"milepost/internal/check"
	"milepost/internal/diag"
)

// order-crosses-horizon names the fewest entries that have to be moved, which
// trying all subsets gives as well.
func TestFewestEntriesAreNamed(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	horizons := []string{"now", "next", "later"}
	for range 200 {
		order := make([]int, 1+random.IntN(8))
		var plan strings.Builder
		var ids []string
		for i := range order {
			order[i] = random.IntN(len(horizons))
			ids = append(ids, fmt.Sprint("i", i))
			fmt.Fprintf(&plan, "-- content/backlog/i%d.md --\n---\nhorizon: %s\n---\n# Item\n", i, horizons[order[i]])
		}
		fmt.Fprintf(&plan, "-- content/_index.md --\n---\norder: [%s]\n---\n", strings.Join(ids, ", "))
		if got, want := count(check.Run(load(plan.String())).Findings, "order-crosses-horizon"), fewestMoves(order); got != want {
			t.Fatalf("%v: %d entries are named, want %d", order, got, want)
		}
	}
}

func fewestMoves(order []int) int {
	best := 0
	for set := range 1 << len(order) {
		var kept []int
		for i, h := range order {
			if set>>i&1 == 1 {
				kept = append(kept, h)
			}
		}
		if slices.IsSorted(kept) {
			best = max(best, bits.OnesCount(uint(set)))
		}
	}
	return len(order) - best
}

// An item is said to wait for farther work exactly when it does, through
// whatever chain of open items, and the chain that is named is a shortest one.
func TestHorizonInversionFindsShortestChains(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	horizons := []string{"now", "next", "later"}
	for range 200 {
		n := 2 + random.IntN(8)
		needs := make([][]int, n)
		horizon := make([]int, n)
		var plan strings.Builder
		for i := range n {
			horizon[i] = random.IntN(len(horizons))
			var ids []string
			for k := range i { // towards lower numbers only, so there are no circles
				if random.IntN(3) == 0 {
					needs[i] = append(needs[i], k)
					ids = append(ids, fmt.Sprint("i", k))
				}
			}
			fmt.Fprintf(&plan, "-- content/backlog/i%d.md --\n---\nhorizon: %s\ndepends_on: [%s]\n---\n# Item\n", i, horizons[horizon[i]], strings.Join(ids, ", "))
		}
		var got []string
		for _, d := range check.Run(load(plan.String())).Findings {
			if d.Rule == "horizon-inversion" {
				got = append(got, fmt.Sprint(d.Span.Path(), " ", max(1, strings.Count(d.Message, " needs "))))
			}
		}
		var want []string
		for i := range n {
			if steps := stepsToFarther(needs, horizon, i); steps > 0 {
				want = append(want, fmt.Sprintf("content/backlog/i%d.md %d", i, steps))
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%s\ngot  %v\nwant %v", plan.String(), got, want)
		}
	}
}

// stepsToFarther counts the needs on a shortest chain from i to an item of a
// farther horizon; 0 when there is none.
func stepsToFarther(needs [][]int, horizon []int, i int) int {
	level := []int{i}
	for steps := 1; len(level) > 0; steps++ {
		var next []int
		for _, v := range level {
			for _, w := range needs[v] {
				if horizon[w] > horizon[i] {
					return steps
				}
				next = append(next, w)
			}
		}
		slices.Sort(next)
		level = slices.Compact(next)
	}
	return 0
}

func count(found []diag.Diagnostic, rule string) int {
	n := 0
	for _, d := range found {
		if d.Rule == rule {
			n++
		}
	}
	return n
}
