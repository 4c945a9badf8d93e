package graph

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

// randomLayers is a graph in topological order with its lanes.
func randomLayers(r *rand.Rand, n, lanes, edges int) (adj [][]int, lane []int) {
	adj, lane = make([][]int, n), make([]int, n)
	for v := range n {
		lane[v] = r.IntN(lanes)
		for range edges {
			if to := v + 1 + r.IntN(20); to < n && r.IntN(3) > 0 {
				adj[v] = append(adj[v], to)
			}
		}
	}
	return adj, lane
}

func TestLayersLeadForwardAndNothingOverlaps(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		n, lanes := r.IntN(60), 1+r.IntN(5)
		adj, lane := randomLayers(r, n, lanes, 2)
		l := Layers(adj, lane, lanes)
		taken := map[Place]bool{}
		take := func(p Place) {
			if taken[p] || p.Row < 0 || p.Row >= l.Rows[p.Lane] {
				t.Fatalf("two at %v, or outside of %v", p, l.Rows)
			}
			taken[p] = true
		}
		for v := range n {
			take(Place{l.Column[v], lane[v], l.Row[v]})
		}
		edges := 0
		for v := range adj {
			seen := map[int]bool{}
			for _, w := range adj[v] {
				if !seen[w] {
					seen[w] = true
					edges++
				}
			}
		}
		if len(l.Routes) != edges {
			t.Fatalf("%d routes for %d edges", len(l.Routes), edges)
		}
		for _, route := range l.Routes {
			column := l.Column[route.From]
			for _, p := range route.Via {
				take(p)
				if p.Column != column+1 {
					t.Fatalf("a route jumps from column %d to %d", column, p.Column)
				}
				column = p.Column
			}
			if l.Column[route.To] != column+1 {
				t.Fatalf("an edge ends in column %d, coming from %d", l.Column[route.To], column)
			}
		}
	}
}

func TestSweepsNeverAddCrossings(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	better := 0
	for range 100 {
		adj, lane := randomLayers(r, 40, 3, 2)
		l := newLayout(adj, lane, 3)
		before := l.crossings()
		l.sweep()
		after := l.crossings()
		if after > before {
			t.Fatalf("%d crossings became %d", before, after)
		}
		if after < before {
			better++
		}
	}
	if better < 90 {
		t.Errorf("only %d of 100 drawings became clearer", better)
	}
}

func TestTheOrderOfEdgesDoesNotChangeADrawing(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	adj, lane := randomLayers(r, 50, 4, 3)
	want := Layers(adj, lane, 4)
	for v := range adj {
		r.Shuffle(len(adj[v]), func(i, j int) { adj[v][i], adj[v][j] = adj[v][j], adj[v][i] })
		adj[v] = append(adj[v], adj[v]...) // and what is said twice is one
	}
	if got := Layers(adj, lane, 4); !reflect.DeepEqual(got, want) {
		t.Error("the drawing differs")
	}
}

func TestWhatLeadsBackIsLeftOut(t *testing.T) {
	l := Layers([][]int{{1}, {0, 1, 2}, {0}}, []int{0, 0, 0}, 1)
	if want := []int{0, 1, 2}; !reflect.DeepEqual(l.Column, want) || len(l.Routes) != 2 {
		t.Errorf("columns %v, routes %v", l.Column, l.Routes)
	}
	if l := Layers(nil, nil, 0); len(l.Routes) != 0 {
		t.Errorf("nothing is drawn as %v", l)
	}
}

func BenchmarkLayers(b *testing.B) {
	adj, lane := randomLayers(rand.New(rand.NewPCG(1, 2)), 1000, 8, 1)
	for b.Loop() {
		Layers(adj, lane, 8)
	}
}
