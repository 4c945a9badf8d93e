package view

import (
	"fmt"
	"strconv"
	"strings"

	"milepost/internal/graph"
	"milepost/internal/plan"
)

// Drawing is a graph of items on a field of pixels: lanes of themes from top to
// bottom, what comes first on the left.
type Drawing struct {
	Width, Height int
	Lanes         []Lane
	Edges         []string // paths
	Critical      []string // paths of the longest way
	Stops         []Stop
}

// Lane is the band of one theme in a Drawing.
type Lane struct {
	Theme     *Shield // nil: without a theme
	Y, Height int
	Shaded    bool
}

// Stop is an item in a Drawing.
type Stop struct {
	X, Y     int
	Title    string
	Href     string
	Label    string // its id where that is short enough
	State    Mark
	Release  string
	Critical bool
}

// The measures of a Drawing in pixels. The sheet of styles has the same.
const (
	nodeWidth  = 198
	nodeHeight = 58
	nodeGap    = 12 // between two in a column
	columnGap  = 78
	lanePad    = 16
	laneLabel  = 132
	bend       = 12 // radius of the corners of an edge
)

// draw lays some items of the backlog out, in its order. Edges to items that are
// not among them are left out.
func (h here) draw(items []*plan.Item) *Drawing {
	if len(items) == 0 {
		return nil
	}
	number := make(map[*plan.Item]int, len(items))
	for i, it := range items {
		number[it] = i
	}
	adj := make([][]int, len(items))
	for i, it := range items {
		for _, need := range it.Waits {
			if n, drawn := number[need]; drawn {
				adj[n] = append(adj[n], i)
			}
		}
	}
	themes, lane := h.lanesOf(items)
	laid := graph.Layers(adj, lane, len(themes))
	d := &Drawing{}
	top := d.addLanes(h, themes, laid.Rows)
	critical := h.criticalOf(number)
	for i, it := range items {
		d.Stops = append(d.Stops, h.stop(it, columnX(laid.Column[i]), top[lane[i]]+rowY(laid.Row[i]), critical[i]))
		d.Width = max(d.Width, columnX(laid.Column[i])+nodeWidth+6)
	}
	for _, r := range laid.Routes {
		path := d.path(r, top)
		if critical[r.From] && critical[r.To] && h.chains.before[items[r.To]] == items[r.From] {
			d.Critical = append(d.Critical, path)
		} else {
			d.Edges = append(d.Edges, path)
		}
	}
	return d
}

// lanesOf are the themes of some items in the order of themes, nil for none at the
// end, and which of them each item belongs to.
func (h here) lanesOf(items []*plan.Item) (themes []*plan.Theme, lane []int) {
	there := map[*plan.Theme]bool{}
	for _, it := range items {
		there[it.Theme] = true
	}
	place := map[*plan.Theme]int{}
	for _, t := range append(h.plan.Themes[:len(h.plan.Themes):len(h.plan.Themes)], nil) {
		if there[t] {
			place[t] = len(themes)
			themes = append(themes, t)
		}
	}
	return themes, each(items, func(it *plan.Item) int { return place[it.Theme] })
}

// addLanes stacks the lanes and gives the top of each.
func (d *Drawing) addLanes(h here, themes []*plan.Theme, rows []int) []int {
	top := make([]int, len(themes))
	for i, t := range themes {
		height := 2*lanePad + rows[i]*(nodeHeight+nodeGap) - nodeGap
		d.Lanes = append(d.Lanes, Lane{Theme: h.shield(t), Y: d.Height, Height: height, Shaded: i%2 == 0})
		top[i] = d.Height + lanePad
		d.Height += height
	}
	return top
}

// criticalOf are the numbers of the items on the longest way.
func (h here) criticalOf(number map[*plan.Item]int) map[int]bool {
	out := map[int]bool{}
	for _, it := range h.chains.to(h.chains.longest(h.plan.Backlog)) {
		if n, drawn := number[it]; drawn {
			out[n] = true
		}
	}
	return out
}

func (h here) stop(it *plan.Item, x, y int, critical bool) Stop {
	row := h.row(it)
	n := Stop{X: x, Y: y, Title: row.Title, Href: row.Href, Label: row.Label, State: row.State, Critical: critical}
	if row.Release != nil {
		n.Release = row.Release.Text
	}
	return n
}

func columnX(column int) int { return laneLabel + column*(nodeWidth+columnGap) }
func rowY(row int) int       { return row * (nodeHeight + nodeGap) }

// path draws an edge: level out of its item, down or up in the gap between two
// columns, and level on.
func (d *Drawing) path(r graph.Route, top []int) string {
	from, to := d.Stops[r.From], d.Stops[r.To]
	var b strings.Builder
	x, y := from.X+nodeWidth, from.Y+nodeHeight/2
	fmt.Fprintf(&b, "M%d %d", x, y)
	turn := func(nextX, nextY int) {
		elbow(&b, nextX-columnGap+2*bend+3, y, nextY)
		x, y = nextX, nextY
	}
	for _, p := range r.Via {
		turn(columnX(p.Column), top[p.Lane]+rowY(p.Row)+nodeHeight/2)
		x += nodeWidth
	}
	turn(to.X, to.Y+nodeHeight/2)
	b.WriteString("H" + strconv.Itoa(to.X-3))
	return b.String()
}

// elbow goes to a column of the gap, and there from one height to another with
// round corners.
func elbow(b *strings.Builder, x, from, to int) {
	r := min(bend, max(from-to, to-from)/2)
	switch {
	case from == to:
	case from < to:
		fmt.Fprintf(b, "H%dQ%d %d %d %dV%dQ%d %d %d %d", x-r, x, from, x, from+r, to-r, x, to, x+r, to)
	default:
		fmt.Fprintf(b, "H%dQ%d %d %d %dV%dQ%d %d %d %d", x-r, x, from, x, from-r, to+r, x, to, x+r, to)
	}
}
