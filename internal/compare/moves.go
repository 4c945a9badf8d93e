package compare

import (
	"fmt"
	"slices"

	"milepost/internal/plan"
)

// leastMove is by how many places an item must have moved to be worth a line.
const leastMove = 3

// moves tells which items changed their place among those that were in the
// backlog before and are in it now. What left the backlog or came into it moves
// nobody: an item is said to have moved when it passed others.
//
// The smallest set of items that accounts for a new order are those outside a
// longest increasing subsequence; the rest only made room.
func (c *comparison) moves() {
	var now []*plan.Item // kept, in the order of today
	for _, i := range c.head.Backlog {
		if was := c.before(i); was != nil && was.Position > 0 {
			now = append(now, i)
		}
	}
	ranked := slices.Clone(now)
	slices.SortFunc(ranked, func(a, b *plan.Item) int { return c.before(a).Position - c.before(b).Position })
	rank := make(map[*plan.Item]int, len(ranked))
	for n, i := range ranked {
		rank[i] = n
	}
	places := make([]int, len(now))
	for n, i := range now {
		places[n] = rank[i]
	}
	stayed := longestIncreasing(places)
	for n, i := range now {
		up := places[n] - n
		if stayed[n] || up > -leastMove && up < leastMove {
			continue
		}
		c.add(Moved, i, place(c.before(i).Position), place(i.Position), direction(up)+c.cause(i))
	}
}

func place(position int) string { return fmt.Sprintf("no. %d", position) }

func direction(up int) string {
	if up > 0 {
		return fmt.Sprintf("up %d", up)
	}
	return fmt.Sprintf("down %d", -up)
}

// cause says why an item moved: the first part of what decides its place that is
// different. It is ": …", or "" where only others changed.
func (c *comparison) cause(now *plan.Item) string {
	was := c.before(now)
	if said := c.byKey(was, now); said != "" {
		return ": " + said
	}
	for _, need := range was.Needs {
		if head := c.now(need); head != nil && need.Status != plan.Done && head.Status == plan.Done {
			return ": " + head.ID + " is done"
		}
	}
	if said := c.byWorth(was, now); said != "" {
		return ": " + said
	}
	return ""
}

// byKey compares the keys the order goes by, field for field.
func (c *comparison) byKey(was, now *plan.Item) string {
	for n, kv := range now.Place.Key {
		if n >= len(was.Place.Key) || was.Place.Key[n] == kv {
			continue
		}
		if by := now.Place.Source; by != nil {
			return by.ID + " needs it"
		}
		if by := was.Place.Source; by != nil {
			return by.ID + " does not need it any more"
		}
		return fmt.Sprintf("%s %s → %s", kv.Name, was.Place.Key[n].Value, kv.Value)
	}
	return ""
}

// byWorth compares what an item and those it is done together with are worth.
func (c *comparison) byWorth(was, now *plan.Item) string {
	if amount(was.Score) != amount(now.Score) {
		return fmt.Sprintf("score %s → %s", plan.FormatScore(was.Score), plan.FormatScore(now.Score))
	}
	if ids(was.Needs) != ids(now.Needs) {
		return "it needs other work now"
	}
	if before, after := was.Place.For, now.Place.For; after != nil && (before == nil || before.ID != after.ID) {
		return "it opens " + after.ID
	}
	for _, other := range now.Place.Bundle.Items {
		old := c.before(other)
		if other != now && (old == nil || amount(old.Score) != amount(other.Score)) {
			return other.ID + " stands with it"
		}
	}
	return ""
}

// now is what became of an item, nil when it is gone.
func (c *comparison) now(was *plan.Item) *plan.Item {
	now, _ := c.head.Lookup(was.ID).Entity.(*plan.Item)
	return now
}

// longestIncreasing marks the members of a longest increasing subsequence of
// distinct numbers (patience sorting: n log n).
func longestIncreasing(numbers []int) []bool {
	tails := []int{} // index of the smallest end of a run of each length
	before := make([]int, len(numbers))
	for i, n := range numbers {
		at, _ := slices.BinarySearchFunc(tails, n, func(t, n int) int { return numbers[t] - n })
		before[i] = -1
		if at > 0 {
			before[i] = tails[at-1]
		}
		if at == len(tails) {
			tails = append(tails, i)
		} else {
			tails[at] = i
		}
	}
	member := make([]bool, len(numbers))
	if len(tails) == 0 {
		return member
	}
	for i := tails[len(tails)-1]; i >= 0; i = before[i] {
		member[i] = true
	}
	return member
}
