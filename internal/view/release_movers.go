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
	for _, words := range [][]Part{h.guessed(open), h.largest(open), h.waitsOutside(r, open), h.inFront(r, open), grown(burn)} {
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
		return text("Nobody has estimated what is left.")
	}
	return text(number(n) + " of the " + number(len(open)) + " open items " + plural(n, "is", "are") +
		" not estimated, and " + plural(n, "counts", "count") + " by a guess.")
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
	return []Part{
		{Text: largest.Title, Href: h.href(largest)},
		{Text: " is the largest piece left: " + amount(largest.Effort) + " of " + amount(rounded(all)) + " effort."},
	}
}

// waitsOutside counts the items that wait for work outside their release.
func (h here) waitsOutside(r *plan.Release, open []*plan.Item) []Part {
	n := 0
	var first *plan.Item
	for _, it := range open {
		outside := it.OtherWork
		for _, need := range it.Waits {
			if need.Release != r {
				outside = true
				if first == nil {
					first = need
				}
			}
		}
		if outside {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	words := counted(n, "item waits", "items wait") + " for work outside this release"
	if first == nil {
		return text(words + ".")
	}
	return []Part{{Text: words + ", such as "}, {Text: first.Title, Href: h.href(first)}, {Text: "."}}
}

// inFront counts what else stands before the last item of a release.
func (h here) inFront(r *plan.Release, open []*plan.Item) []Part {
	last := 0
	for _, it := range open {
		last = max(last, it.Position)
	}
	n := last - len(open)
	if n <= 0 {
		return nil
	}
	return []Part{
		{Text: counted(n, "item", "items") + " of other work " + plural(n, "stands", "stand") + " in the "},
		{Text: "backlog", Href: h.to("backlog.html")},
		{Text: " before the last of these."},
	}
}

// grown says how much was added since the work on a release began.
func grown(burn *BurnUp) []Part {
	if burn == nil || burn.Grown == "" {
		return nil
	}
	return text(burn.Grown)
}
