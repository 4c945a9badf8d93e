package order

import (
	"cmp"
	"slices"
)

// pull orders a bundle that is not looked into: by own ratio, each item right
// after what it needs.
func (s *solver) pull(items []int) {
	slices.SortFunc(items, func(v, w int) int {
		a, b := amount{s.value[v], s.effort[v]}, amount{s.value[w], s.effort[w]}
		return cmp.Or(a.compare(b), cmp.Compare(v, w))
	})
	for i, v := range items {
		s.number[v] = i
	}
	needs := make([][]int, len(items))
	for i, v := range items {
		for _, w := range s.needs(v) {
			if s.waiting[w] {
				needs[i] = append(needs[i], s.number[w])
			}
		}
		slices.Sort(needs[i])
	}
	order, _ := walk(upTo(len(items)), needs)
	for back, i := range order {
		s.place(items[i], fact{back: back, size: len(items)})
	}
}
