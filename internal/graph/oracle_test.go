package graph

import (
	"math/rand/v2"
	"slices"
)

// far is longer than any path of the small graphs.
const far = 1000

// distances gives the length of the shortest path between any two nodes.
func distances(adj [][]int) [][]int {
	dist := make([][]int, len(adj))
	for v := range adj {
		dist[v] = slices.Repeat([]int{far}, len(adj))
		for _, w := range adj[v] {
			dist[v][w] = 1
		}
		dist[v][v] = 0
	}
	for k := range adj {
		for v := range adj {
			for w := range adj {
				dist[v][w] = min(dist[v][w], dist[v][k]+dist[k][w])
			}
		}
	}
	return dist
}

// randomGraph has 1.2 edges for each node, self loops and doubles included.
func randomGraph(r *rand.Rand, n int) [][]int {
	adj := make([][]int, n)
	for range n * 6 / 5 {
		v := r.IntN(n)
		adj[v] = append(adj[v], r.IntN(n))
	}
	return adj
}
