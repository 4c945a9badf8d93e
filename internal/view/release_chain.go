package view

import (
	"slices"

	"milepost/internal/plan"
)

// Chain is items of which each waits for the one before it.
type Chain struct {
	Words string // "4 items, 13 effort, one after another"
	Links []ChainLink
}

// ChainLink is one item of a Chain.
type ChainLink struct {
	ItemLine
	Elsewhere string // the release it belongs to, where that is another one
	More      int    // stands for so many items that are not written out
}

// chains are the longest ways of open items, by effort, that lead to each item of
// the backlog. What is short of people is done side by side; a chain is not.
type chains struct {
	effort map[*plan.Item]float64
	before map[*plan.Item]*plan.Item
}

// longestChains finds them in one pass: in the backlog an item stands behind what
// it waits for. A need against the order closes a circle, and is left out.
func longestChains(p *plan.Plan) chains {
	c := chains{effort: make(map[*plan.Item]float64, len(p.Backlog)), before: map[*plan.Item]*plan.Item{}}
	for _, it := range p.Backlog {
		longest := 0.0
		for _, need := range it.Waits {
			if need.Position < it.Position && c.effort[need] > longest {
				longest = c.effort[need]
				c.before[it] = need
			}
		}
		c.effort[it] = longest + it.Size
	}
	return c
}

// to is the chain that ends with an item, its beginning first.
func (c chains) to(it *plan.Item) []*plan.Item {
	var out []*plan.Item
	for ; it != nil; it = c.before[it] {
		out = append(out, it)
	}
	slices.Reverse(out)
	return out
}

// maxLinks is how many items of a chain are written out, half of them from its
// beginning.
const maxLinks = 10

// chain is the longest chain of a release, nil where nothing in it waits.
func (h here) chain(r *plan.Release) *Chain {
	var last *plan.Item
	for _, it := range openItems(r.Items) {
		if last == nil || h.chains.effort[it] > h.chains.effort[last] {
			last = it
		}
	}
	items := h.chains.to(last)
	if len(items) < 2 {
		return nil
	}
	out := &Chain{Words: h.Say("{n} item, one after another|{n} items, one after another", len(items))}
	if knownEffort(items) {
		out.Words = h.Say("{n} item, {effort} effort, one after another|{n} items, {effort} effort, one after another", len(items), h.chains.effort[last])
	}
	for i, it := range items {
		switch over := len(items) - maxLinks; {
		case over > 1 && i == maxLinks/2:
			out.Links = append(out.Links, ChainLink{More: over})
		case over > 1 && i > maxLinks/2 && i < maxLinks/2+over:
		default:
			out.Links = append(out.Links, h.chainLink(r, it))
		}
	}
	return out
}

func (h here) chainLink(r *plan.Release, it *plan.Item) ChainLink {
	link := ChainLink{ItemLine: h.line(it)}
	switch {
	case it.Release == r:
	case it.Release == nil:
		link.Elsewhere = h.Say("in no release")
	default:
		link.Elsewhere = h.Say("in {release}", releaseName(it.Release))
	}
	return link
}

// knownEffort reports whether a sum of efforts is one of numbers that were given.
func knownEffort(items []*plan.Item) bool {
	for _, it := range items {
		if it.SizeAssumed != "" {
			return false
		}
	}
	return true
}
