package order

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

// steps counts what it takes to order a plan of one class without any limit.
func steps(items []Item) int {
	net := link(items)
	s := newSolver(items, net.needs)
	s.scale(net.order)
	s.left = math.MaxInt
	for _, b := range slices.Clone(s.split(net.order)) {
		s.arrange(b.items)
	}
	return math.MaxInt - s.left
}

// This holds what the benchmarks measure, but does not depend on the machine: at
// about 20 ns a step and less, 10,000 items take less than 50 ms.
func TestStepsPerItem(t *testing.T) {
	limits := map[string]int{
		"chains": 150, "out-tree": 60, "in-tree": 250, "layered": 180, "backlog": 60, "random": 120,
		"light": 15, "dense": 1000, "bipartite": 80, "levels": 120, "trap": 100,
	}
	const n = 4000
	for _, f := range families {
		limit, ok := limits[f.name]
		if !ok {
			continue // has as many needs as pairs of items
		}
		if got := steps(f.make(rand.New(rand.NewPCG(51, 52)), n)) / n; got > limit {
			t.Errorf("%s: %d steps for each item, want at most %d", f.name, got, limit)
		}
	}
}

// Where the allowance is spent before the work is done the order is still valid,
// and the same each time.
func TestSpentAllowance(t *testing.T) {
	items := ladder(rand.New(rand.NewPCG(53, 54)), 190)
	if steps(items) < 1_000_000 {
		t.Errorf("this takes fewer steps than are allowed: the test has lost its aim")
	}
	o := Plan(items)
	checkNeeds(t, items, o, checkPermutation(t, items, o))
	if again := Plan(items); !slices.Equal(again.Sequence(), o.Sequence()) {
		t.Errorf("another order the second time")
	}
	cost, least := Cost(items, o.Sequence()), bound(items)
	if cost.Cmp(new(big.Int).Lsh(least, 1)) > 0 {
		t.Errorf("cost %v, bound %v", cost, least)
	}
	if !slices.ContainsFunc(o.Positions, func(p Position) bool { return o.pulled(p.Bundle) }) {
		t.Errorf("every bundle was looked into")
	}
}
