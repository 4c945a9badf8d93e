// Package graph answers questions about directed graphs over integers.
//
// A graph is its adjacency list: adj[v] names the nodes to which an edge leads
// from v, in any order, a node more than once if need be. Every number in it
// must be an index of adj. What an edge means is the caller's affair: with
// "needs" as edges Reachable gives all that an item waits for, with the same
// edges turned round all that waits for it.
//
// Answers depend on the set of edges only, never on the order in which they are
// listed. Nothing here recurses, so depth costs no stack: a chain of 100,000
// nodes is an ordinary graph.
package graph

import "slices"

// Components returns the strongly connected components of a graph: the largest
// sets of nodes in which every node can be reached from every other. Each node
// is in exactly one; a node on no cycle is one of its own. Nodes ascend within
// a component, components by their first node.
//
// The algorithm is Tarjan's (Depth-first search and linear graph algorithms,
// SIAM J. Comput. 1(2), 1972); time and space are linear.
func Components(adj [][]int) [][]int {
	t := newTarjan(adj)
	for root := range adj {
		t.visit(root)
	}
	var components [][]int
	place := make([]int, t.closed) // of each component in the answer, from 1
	for v, id := range t.component {
		if place[id] == 0 {
			components = append(components, nil)
			place[id] = len(components)
		}
		c := &components[place[id]-1]
		*c = append(*c, v)
	}
	return components
}

// Path returns a shortest path, both ends included, or nil when there is none.
// Of several it is the first in lexicographic order: at every fork, the lowest
// index. The path from a node to itself is that node alone.
func Path(adj [][]int, from, to int) []int {
	before := make([]int, len(adj)) // the node before each on its path
	for v := range before {
		before[v] = none
	}
	before[from] = from
	// The queue keeps each distance in lexicographic order of paths, because
	// neighbours enter it in ascending order; so the first way found is the
	// lowest.
	queue := []int{from}
	for len(queue) > 0 && before[to] == none {
		v := queue[0]
		queue = queue[1:]
		for _, w := range slices.Sorted(slices.Values(adj[v])) {
			if before[w] == none {
				before[w] = v
				queue = append(queue, w)
			}
		}
	}
	if before[to] == none {
		return nil
	}
	path := []int{to}
	for v := to; v != from; {
		v = before[v]
		path = append(path, v)
	}
	slices.Reverse(path)
	return path
}

// Reachable returns the nodes to which a path leads from a node, ascending. The
// node itself is left out even when it lies on a cycle: the length of the
// answer is how many others there are.
func Reachable(adj [][]int, from int) []int {
	seen := make([]bool, len(adj))
	seen[from] = true
	var found []int
	for stack := []int{from}; len(stack) > 0; {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, w := range adj[v] {
			if !seen[w] {
				seen[w] = true
				found = append(found, w)
				stack = append(stack, w)
			}
		}
	}
	slices.Sort(found)
	return found
}
