package order

// arcs are the needs of all items as a graph that can be walked both ways: each
// need is one arc at the item that needs and one at the item needed.
type arcs struct {
	from   []int // the arcs of item v are those from from[v] up to from[v+1]:
	middle []int // up to middle[v] to what it needs, from there on to what needs it
	to     []int // the item an arc leads to
	twin   []int // the arc of the same need at its other end
}

func newArcs(needs [][]int) arcs {
	n := len(needs)
	a := arcs{from: make([]int, n+1), middle: make([]int, n)}
	for v, list := range needs {
		a.from[v+1] += len(list)
		for _, w := range list {
			a.from[w+1]++
		}
	}
	for v := range n {
		a.from[v+1] += a.from[v]
		a.middle[v] = a.from[v] + len(needs[v])
	}
	a.to = make([]int, a.from[n])
	a.twin = make([]int, a.from[n])
	free := make([]int, n) // the next arc to fill, of those to what needs an item
	copy(free, a.middle)
	for v, list := range needs {
		for i, w := range list {
			down, up := a.from[v]+i, free[w]
			free[w]++
			a.to[down], a.twin[down] = w, up
			a.to[up], a.twin[up] = v, down
		}
	}
	return a
}

// around are the items next to v: what it needs, and what needs it.
func (a arcs) around(v int) []int { return a.to[a.from[v]:a.from[v+1]] }

// needs are the items that v needs.
func (a arcs) needs(v int) []int { return a.to[a.from[v]:a.middle[v]] }

// needing are the items that need v.
func (a arcs) needing(v int) []int { return a.to[a.middle[v]:a.from[v+1]] }
