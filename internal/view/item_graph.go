package view

import "milepost/internal/plan"

// Graph is what an item depends on and what it opens, drawn around it.
type Graph struct {
	Needs, Blocks         []Node
	MoreNeeds, MoreBlocks []Node // folded away below
	Me                    Node
	Other                 bool // it also depends on work that is not published
}

// Node is an item in a graph.
type Node struct {
	ID, Title, Href string
	State           Mark
	Theme           *Shield
}

// graphSide is how many items stand on one side of a graph; the rest is folded.
const graphSide = 8

// graph draws an item's dependencies, nil when it has none.
func (h here) graph(it *plan.Item) *Graph {
	if len(it.Needs)+len(it.Blocks) == 0 && !it.OtherWork {
		return nil
	}
	g := &Graph{Me: h.node(it), Other: it.OtherWork}
	g.Needs, g.MoreNeeds = split(each(it.Needs, h.node), graphSide)
	g.Blocks, g.MoreBlocks = split(each(it.Blocks, h.node), graphSide)
	return g
}

func (h here) node(it *plan.Item) Node {
	return Node{ID: it.ID, Title: it.Title, Href: h.href(it), State: h.stateMark(it.State), Theme: h.shield(it.Theme)}
}

// split parts what is shown from what is folded away; a single one more is shown.
func split[T any](all []T, shown int) (first, more []T) {
	if len(all) <= shown+1 {
		return all, nil
	}
	return all[:shown], all[shown:]
}
