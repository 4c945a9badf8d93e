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

// lowestPath takes, at each step, the lowest neighbour that is one step nearer.
func lowestPath(adj, dist [][]int, from, to int) []int {
	if dist[from][to] >= far {
		return nil
	}
	path := []int{from}
	for v := from; v != to; {
		step := far
		for _, w := range adj[v] {
			if dist[w][to] == dist[v][to]-1 {
				step = min(step, w)
			}
		}
		v = step
		path = append(path, v)
	}
	return path
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
