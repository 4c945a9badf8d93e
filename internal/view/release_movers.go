package view

import (
	"milepost/internal/plan"
)

// movers say what could move the date of a release, the weightiest first: what
// nobody estimated, what is large, what waits, what stands in front, what was
// added. A release that is out, or in which nothing is left, has none.
func (h here) movers(r *plan.Release, burn *BurnUp) [][]Part {
	open := openItems(r.Items)
	if r.Status != plan.Planned || len(open) == 0 {
		return nil
	}
	var out [][]Part
	for _, words := range [][]Part{h.guessed(open), h.largest(open), h.waitsOutside(r, open), h.inFront(open), grown(burn)} {
		if words != nil {
			out = append(out, words)
		}
	}
	return out
}

// guessed is how much of what is left is a guess.
func (h here) guessed(open []*plan.Item) []Part {
	n := 0
	for _, it := range open {
		if it.SizeAssumed != "" {
			n++
		}
	}
	switch {
	case n == 0:
		return nil
	case n == len(open):
		return text(h.Say("Nobody has estimated what is left."))
	}
	return text(h.Say("{n} of the {all} open items is not estimated, and counts by a guess.|{n} of the {all} open items are not estimated, and count by a guess.", n, len(open)))
}

// largeShare is from which part of what is left on an item is large.
const largeShare = .2

// largest names the largest item that is left, if it is large.
func (h here) largest(open []*plan.Item) []Part {
	var largest *plan.Item
	all := 0.0
	for _, it := range open {
		all += it.Size
		if it.Effort > 0 && (largest == nil || it.Effort > largest.Effort) {
			largest = it
		}
	}
	if largest == nil || len(open) < 3 || largest.Effort < largeShare*all {
		return nil
	}
	return h.phrase("{item} is the largest piece left: {effort} of {all} effort.", h.named(largest), largest.Effort, all)
}

// named names an item by its title.
func (h here) named(it *plan.Item) Part { return Part{Text: it.Title, Href: h.href(it)} }

// waitsOutside counts the items that wait for work outside their release.
func (h here) waitsOutside(r *plan.Release, open []*plan.Item) []Part {
	n := 0
	var first *plan.Item
	for _, it := range open {
		need := neededFrom(it, r)
		if need != nil || it.OtherWork {
			n++
		}
		if first == nil {
			first = need
		}
	}
	switch {
	case n == 0:
		return nil
	case first == nil:
		return text(h.Say("{n} item waits for work outside this release.|{n} items wait for work outside this release.", n))
	}
	return h.phrase("{n} item waits for work outside this release: {item}.|{n} items wait for work outside this release, such as {item}.", n, h.named(first))
}

// neededFrom is the first thing an item waits for that is not part of its release,
// nil for none.
func neededFrom(it *plan.Item, r *plan.Release) *plan.Item {
	for _, need := range it.Waits {
		if need.Release != r {
			return need
		}
	}
	return nil
}

// inFront counts what else stands before the last item of a release.
func (h here) inFront(open []*plan.Item) []Part {
	last := 0
	for _, it := range open {
		last = max(last, it.Position)
	}
	n := last - len(open)
	if n <= 0 {
		return nil
	}
	backlog := Part{Text: h.Say("backlog^in a sentence"), Href: h.to("backlog.html")}
	return h.phrase("{n} item of other work stands in the {backlog} before the last of these.|{n} items of other work stand in the {backlog} before the last of these.", n, backlog)
}

// grown says how much was added since the work on a release began.
func grown(burn *BurnUp) []Part {
	if burn == nil || burn.Grown == "" {
		return nil
	}
	return text(burn.Grown)
}
