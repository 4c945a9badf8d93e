package graph

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func TestComponents(t *testing.T) {
	tests := []struct {
		name string
		adj  [][]int
		want [][]int
	}{
		{"no nodes", nil, nil},
		{"a node on no cycle is one of its own", [][]int{{1}, {}}, [][]int{{0}, {1}}},
		{"a self loop joins nothing", [][]int{{0, 1}, {}}, [][]int{{0}, {1}}},
		{"two nodes that lead to each other", [][]int{{1}, {0}}, [][]int{{0, 1}}},
		{"ordered by first node, not by depth", [][]int{{3}, {2}, {1}, {1}}, [][]int{{0}, {1, 2}, {3}}},
		{"an edge into a closed component joins nothing", [][]int{{1}, {2}, {1}, {2, 0}}, [][]int{{0}, {1, 2}, {3}}},
		{"two loops with a common node are one", [][]int{{2, 4}, {}, {0}, {}, {0}}, [][]int{{0, 2, 4}, {1}, {3}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Components(tt.adj); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("Components(%v) = %v, want %v", tt.adj, got, tt.want)
			}
		})
	}
}

// Small random graphs against the plainest algorithm there is.
func TestAgreesWithFloydWarshall(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		adj := randomGraph(r, 1+r.IntN(9))
		dist := distances(adj)
		checkComponents(t, adj, dist)
		if t.Failed() {
			t.Fatalf("graph %v", adj)
		}
	}
}

func checkComponents(t *testing.T, adj, dist [][]int) {
	t.Helper()
	of := make([]int, len(adj))
	count, last := 0, none
	for i, c := range Components(adj) {
		if !slices.IsSorted(c) || c[0] <= last {
			t.Errorf("component %v is out of order", c)
		}
		last = c[0]
		for _, v := range c {
			of[v] = i
			count++
		}
	}
	if count != len(adj) {
		t.Errorf("components have %d nodes, want %d", count, len(adj))
	}
	for v := range adj {
		for w := range adj {
			together := dist[v][w] < far && dist[w][v] < far
			if together != (of[v] == of[w]) {
				t.Errorf("%d and %d in one component: %v, want %v", v, w, of[v] == of[w], together)
			}
		}
	}
}

func TestOrderOfEdgesDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for range 300 {
		adj := randomGraph(r, 2+r.IntN(20))
		mixed := make([][]int, len(adj))
		for v, list := range adj {
			mixed[v] = append(slices.Clone(list), list...)
			r.Shuffle(len(mixed[v]), func(i, j int) { mixed[v][i], mixed[v][j] = mixed[v][j], mixed[v][i] })
		}
		same(t, "Components", Components(adj), Components(mixed))
	}
}

func same(t *testing.T, what string, a, b any) {
	t.Helper()
	if !reflect.DeepEqual(a, b) {
		t.Fatalf("%s = %v, and with the edges in another order %v", what, a, b)
	}
}

func TestDeepGraphs(t *testing.T) {
	const n = 100_000
	chain, ring := make([][]int, n), make([][]int, n)
	for v := range n {
		ring[v] = []int{(v + 1) % n}
		chain[v] = ring[v]
	}
	chain[n-1] = nil
	if got := len(Components(chain)); got != n {
		t.Errorf("a chain has %d components, want %d", got, n)
	}
	if got := len(Components(ring)); got != 1 {
		t.Errorf("a ring has %d components, want 1", got)
	}
}

func BenchmarkComponents(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			adj := randomGraph(rand.New(rand.NewPCG(3, 3)), n)
			for b.Loop() {
				Components(adj)
			}
		})
	}
}
