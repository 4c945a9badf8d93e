package order

import (
	"cmp"
	"slices"
)

// bundle is a set of items that go together: no part of it that could go ahead
// on its own has a better ratio than the whole.
type bundle struct {
	items  []int
	sum    amount
	lowest int // the lowest of the items
}

// amount is value, and the effort it takes.
type amount struct{ value, effort int64 }

// compare is negative if a is the better ratio. The numbers of a solver are such
// that the products do not overflow; see scale.
func (a amount) compare(b amount) int { return cmp.Compare(b.value*a.effort, a.value*b.effort) }

// compare puts the bundle with the better ratio first, of equal ones the one with
// the lowest item.
func (b bundle) compare(c bundle) int {
	return cmp.Or(b.sum.compare(c.sum), cmp.Compare(b.lowest, c.lowest))
}

// split parts a set into its bundles, first to last. They share the memory of
// set; the list is good until the next call.
//
// This is the decomposition of Sidney (Decomposition algorithms for
// single-machine sequencing with precedence relations, Operations Research,
// 1975): the closed subset of the best ratio goes first, then the best one of
// what is left, and so on. One of the best orders keeps to it. Any order that
// does costs at most twice as much as the best (Chekuri and Motwani 1999;
// Margot, Queyranne and Wang 2003).
//
// Rather than to look for the best subset, cut parts off all that is better than
// the average, and then each side is split in turn: with fewer than two cuts for
// each bundle it is done.
func (s *solver) split(set []int) []bundle {
	s.bundles = s.bundles[:0]
	todo := s.connected(set, s.todo[:0])
	for len(todo) > 0 {
		part := pop(&todo)
		ahead, rest := s.cut(part)
		if len(ahead) == 0 {
			s.bundles = append(s.bundles, bundle{part, s.sum(part), slices.Min(part)})
			continue
		}
		todo = s.connected(rest, todo)
		todo = s.connected(ahead, todo)
	}
	s.todo = todo
	slices.SortFunc(s.bundles, bundle.compare)
	return s.bundles
}

// connected appends to list the connected parts of a set, each in a group of its
// own. They share the memory of set. What no need connects, directly or through
// others of the set, has no say in each other's order.
func (s *solver) connected(set []int, list [][]int) [][]int {
	s.groups++
	whole := s.groups
	for _, v := range set {
		s.group[v] = whole
	}
	found, ends := s.queue[:0], s.ends[:0]
	for _, root := range set {
		if s.group[root] != whole {
			continue
		}
		s.groups++
		s.group[root] = s.groups
		start := len(found)
		found = append(found, root)
		for i := start; i < len(found); i++ {
			for _, w := range s.around(found[i]) {
				if s.group[w] == whole {
					s.group[w] = s.groups
					found = append(found, w)
				}
			}
			s.left -= 1 + len(s.around(found[i]))
		}
		ends = append(ends, start)
		list = append(list, set[start:len(found):len(found)])
	}
	s.ends = ends
	s.sortByGroup(set, whole+1, ends)
	return list
}

// sortByGroup sorts a set by the groups of its items, numbered from first, and
// leaves each group in the order it has. ends tells where each group is to begin,
// and where it ends afterwards.
func (s *solver) sortByGroup(set []int, first int, ends []int) {
	if len(ends) == 1 {
		return
	}
	sorted := s.scratch[:len(set)]
	for _, v := range set {
		end := &ends[s.group[v]-first]
		sorted[*end] = v
		*end++
	}
	copy(set, sorted)
}

// part moves those items of a set that are in to its front. Both sides keep the
// order they have.
func (s *solver) part(set []int, in func(v int) bool) (those, others []int) {
	n, out := 0, s.scratch[:0]
	for _, v := range set {
		if in(v) {
			set[n] = v
			n++
		} else {
			out = append(out, v)
		}
	}
	copy(set[n:], out)
	return set[:n:n], set[n:]
}

// sum is the value and effort of items together.
func (s *solver) sum(items []int) (sum amount) {
	for _, v := range items {
		sum.value += s.value[v]
		sum.effort += s.effort[v]
	}
	return sum
}

// pop takes the last element off a list.
func pop[T any](list *[]T) T {
	last := len(*list) - 1
	top := (*list)[last]
	*list = (*list)[:last]
	return top
}
