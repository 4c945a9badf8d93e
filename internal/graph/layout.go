package graph

import "slices"

// Layered is a drawing of an acyclic graph in columns: every edge leads to a
// column further right. Nodes of one lane stand in one band of rows.
type Layered struct {
	Column []int // of each node, from 0
	Row    []int // of each node inside its lane, from 0
	Rows   []int // how many rows each lane needs, at least 1
	Routes []Route
}

// Route is an edge with the places it passes in the columns between its ends.
type Route struct {
	From, To int
	Via      []Place
}

// Place is a row of a lane, in a column.
type Place struct{ Column, Lane, Row int }

// Layers lays a graph out after Sugiyama, Tagawa and Toda (Methods for visual
// understanding of hierarchical system structures, IEEE Trans. SMC 11(2), 1981):
// columns by the longest path, long edges cut by dummy nodes, crossings reduced
// by barycentre sweeps, and each node moved level with its neighbours where there
// is room. lane gives each node's lane out of lanes; dummy nodes stand in the lane
// of the node they lead to.
//
// adj[v] are the nodes an edge leads to from v. Edges that do not lead to a higher
// number are left out: a caller numbers its nodes in a topological order, and what
// contradicts that is a cycle. The answer depends on the numbers only.
func Layers(adj [][]int, lane []int, lanes int) Layered {
	l := newLayout(adj, lane, lanes)
	l.sweep()
	return l.place(len(adj))
}

// layout is the work of Layers: the graph with its dummy nodes.
type layout struct {
	out, in [][]int
	lane    []int
	column  []int
	cells   [][][]int // nodes of each lane in each column, in order
	at      []int     // of each node in its column, counted over all lanes
	routes  [][]int   // of each edge: its nodes from end to end
}

// newLayout cuts the edges and puts every node into its cell.
func newLayout(adj [][]int, lane []int, lanes int) *layout {
	l := &layout{lane: slices.Clone(lane), column: make([]int, len(adj))}
	forward := make([][]int, len(adj))
	for v, to := range adj {
		for _, w := range to {
			if w > v && !slices.Contains(forward[v], w) {
				forward[v] = append(forward[v], w)
			}
		}
		slices.Sort(forward[v])
	}
	columns := 1
	for v := range forward { // in topological order
		for _, w := range forward[v] {
			l.column[w] = max(l.column[w], l.column[v]+1)
		}
		columns = max(columns, l.column[v]+1)
	}
	l.out, l.in = make([][]int, len(adj)), make([][]int, len(adj))
	for v := range forward {
		for _, w := range forward[v] {
			l.edge(v, w)
		}
	}
	l.cells = make([][][]int, lanes)
	for i := range l.cells {
		l.cells[i] = make([][]int, columns)
	}
	for v := range l.lane {
		cell := &l.cells[l.lane[v]][l.column[v]]
		*cell = append(*cell, v)
	}
	l.at = make([]int, len(l.lane))
	l.count()
	return l
}

// edge adds an edge, cut by a dummy node in each column it passes.
func (l *layout) edge(v, w int) {
	route := []int{v}
	last := v
	for c := l.column[v] + 1; c < l.column[w]; c++ {
		dummy := len(l.lane)
		l.lane = append(l.lane, l.lane[w])
		l.column = append(l.column, c)
		l.out, l.in = append(l.out, nil), append(l.in, nil)
		l.join(last, dummy)
		route = append(route, dummy)
		last = dummy
	}
	l.join(last, w)
	l.routes = append(l.routes, append(route, w))
}

func (l *layout) join(v, w int) {
	l.out[v] = append(l.out[v], w)
	l.in[w] = append(l.in[w], v)
}

// count numbers the nodes of every column from top to bottom.
func (l *layout) count() {
	if len(l.cells) == 0 {
		return
	}
	for c := range l.cells[0] {
		n := 0
		for _, lane := range l.cells {
			for _, v := range lane[c] {
				l.at[v] = n
				n++
			}
		}
	}
}

// sweeps is how often the columns are ordered, there and back. More than a few
// rounds hardly ever find anything.
const sweeps = 6

// sweep orders the nodes of each cell by the middle of their neighbours, from left
// to right and back, and keeps the order with the fewest crossings.
func (l *layout) sweep() {
	if len(l.cells) == 0 {
		return
	}
	best, fewest := l.snapshot(), l.crossings()
	for n := range 2 * sweeps {
		columns := len(l.cells[0])
		for c := range columns {
			if n%2 == 0 {
				l.order(c, l.in)
			} else {
				l.order(columns-1-c, l.out)
			}
		}
		if crossings := l.crossings(); crossings < fewest {
			best, fewest = l.snapshot(), crossings
		}
	}
	l.cells = best
	l.count()
}

func (l *layout) snapshot() [][][]int {
	out := make([][][]int, len(l.cells))
	for i, lane := range l.cells {
		out[i] = make([][]int, len(lane))
		for c, cell := range lane {
			out[i][c] = slices.Clone(cell)
		}
	}
	return out
}

// order sorts one column inside its lanes. A node without neighbours on that side
// keeps its place among the others.
func (l *layout) order(c int, neighbours [][]int) {
	n := 0
	for _, lane := range l.cells {
		cell := lane[c]
		keys := make(map[int]int, len(cell))
		for i, v := range cell {
			keys[v] = l.barycentre(neighbours[v], n+i)
		}
		slices.SortStableFunc(cell, func(a, b int) int { return keys[a] - keys[b] })
		for i, v := range cell {
			l.at[v] = n + i
		}
		n += len(cell)
	}
}

// barycentre is the mean place of some nodes in thousandths, in whole numbers so
// that it is the same on every machine.
func (l *layout) barycentre(nodes []int, otherwise int) int {
	if len(nodes) == 0 {
		return 1000 * otherwise
	}
	sum := 0
	for _, v := range nodes {
		sum += l.at[v]
	}
	return 1000 * sum / len(nodes)
}

// crossings counts the pairs of edges that cross between neighbouring columns, as
// inversions (Barth, Mutzel and Jünger, Simple and efficient bilayer cross
// counting, JGAA 8(2), 2004).
func (l *layout) crossings() int {
	total := 0
	for c := range l.cells[0] {
		var ends []int // of the edges out of this column, from top to bottom
		width := 0
		for _, lane := range l.cells {
			for _, v := range lane[c] {
				from := len(ends)
				for _, w := range l.out[v] {
					ends = append(ends, l.at[w])
					width = max(width, l.at[w]+1)
				}
				slices.Sort(ends[from:])
			}
		}
		total += inversions(ends, width)
	}
	return total
}

// inversions counts the pairs in which a larger number stands before a smaller
// one, with a Fenwick tree over the numbers below width.
func inversions(numbers []int, width int) int {
	tree := make([]int, width+1)
	total := 0
	for i, n := range numbers {
		smallerOrEqual := 0
		for j := n + 1; j > 0; j -= j & -j {
			smallerOrEqual += tree[j]
		}
		total += i - smallerOrEqual
		for j := n + 1; j <= width; j += j & -j {
			tree[j]++
		}
	}
	return total
}

// place gives rows: from left to right each node goes level with the middle of
// those before it, as far as the node above it leaves room.
func (l *layout) place(nodes int) Layered {
	row := make([]int, len(l.lane))
	rows := make([]int, len(l.cells))
	for i := range l.cells {
		rows[i] = 1
		for c := range l.cells[i] {
			next := 0
			cell := l.cells[i][c]
			for n, v := range cell {
				row[v] = max(next, min(l.level(v, row), l.roof(i, rows[i], len(cell)-n)))
				next = row[v] + 1
			}
			rows[i] = max(rows[i], next)
		}
	}
	out := Layered{Column: l.column[:nodes:nodes], Row: row[:nodes:nodes], Rows: rows}
	for _, route := range l.routes {
		r := Route{From: route[0], To: route[len(route)-1]}
		for _, v := range route[1 : len(route)-1] {
			r.Via = append(r.Via, Place{Column: l.column[v], Lane: l.lane[v], Row: row[v]})
		}
		out.Routes = append(out.Routes, r)
	}
	return out
}

// roof is the lowest row a node may take so that those below it in its cell still
// fit into the rows the lane has or will need anyway.
func (l *layout) roof(lane, rows, left int) int {
	tallest := rows
	for _, cell := range l.cells[lane] {
		tallest = max(tallest, len(cell))
	}
	return tallest - left
}

// level is the row of the middle one of the nodes before v that stand in its lane,
// 0 without any.
func (l *layout) level(v int, row []int) int {
	var before []int
	for _, w := range l.in[v] {
		if l.lane[w] == l.lane[v] {
			before = append(before, row[w])
		}
	}
	if len(before) == 0 {
		return 0
	}
	slices.Sort(before)
	return before[len(before)/2]
}
