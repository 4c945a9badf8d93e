// Package graph answers questions about directed graphs over integers.
//
// A graph is its adjacency list: adj[v] names the nodes to which an edge leads
// from v, in any order, a node more than once if need be. Every number in it
// must be an index of adj. What an edge means is the caller's affair.
//
// Answers depend on the set of edges only, never on the order in which they are
// listed. Nothing here recurses, so depth costs no stack: a chain of 100,000
// nodes is an ordinary graph.
package graph

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
