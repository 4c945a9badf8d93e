package graph

// none stands for no node.
const none = -1

// tarjan is the state of one search for strongly connected components.
type tarjan struct {
	adj       [][]int
	parent    []int // the node from which each was first reached; none for a root
	next      []int // how many of its edges each node has followed
	visited   int   // how many nodes have been reached
	number    []int // 1 + the count of nodes reached before it; 0 while not reached
	low       []int // lowest number known to be in the node's component
	open      []int // nodes reached whose component is not yet known
	component []int // the number of each node's component; none while it is open
	closed    int   // how many components are known
}

func newTarjan(adj [][]int) *tarjan {
	n := len(adj)
	t := &tarjan{
		adj: adj, parent: make([]int, n), next: make([]int, n),
		number: make([]int, n), low: make([]int, n), component: make([]int, n),
	}
	for v := range t.component {
		t.component[v] = none
	}
	return t
}

// visit closes the components of all nodes that can be reached from root. The
// way back is kept in parent, not on the call stack.
func (t *tarjan) visit(root int) {
	if t.number[root] != 0 {
		return
	}
	t.enter(root, none)
	for v := root; v != none; {
		if t.next[v] == len(t.adj[v]) {
			t.leave(v)
			v = t.parent[v]
			continue
		}
		w := t.adj[v][t.next[v]]
		t.next[v]++
		if t.number[w] == 0 {
			t.enter(w, v)
			v = w
		} else if t.component[w] == none {
			t.low[v] = min(t.low[v], t.number[w])
		}
	}
}

// enter notes that v was reached for the first time, from parent.
func (t *tarjan) enter(v, parent int) {
	t.visited++
	t.number[v], t.low[v], t.parent[v] = t.visited, t.visited, parent
	t.open = append(t.open, v)
}

// leave is called when all edges of v have been followed. If none of them led
// back before v, the open nodes from v on are a component.
func (t *tarjan) leave(v int) {
	if p := t.parent[v]; p != none {
		t.low[p] = min(t.low[p], t.low[v])
	}
	if t.low[v] < t.number[v] {
		return
	}
	first := len(t.open) - 1
	for t.open[first] != v {
		first--
	}
	for _, w := range t.open[first:] {
		t.component[w] = t.closed
	}
	t.closed++
	t.open = t.open[:first]
}
