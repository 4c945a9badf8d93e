package order

import "slices"

// large is the size from which on a bundle is not looked into, unless there is
// only one item it can begin with.
const large = 200

// sequence puts the items of a class in order.
//
// The best order is the one in which value waits least: the least sum of value
// times time of completion. Without needs that is descending value for effort
// (Smith, Various optimizers for single-stage production, 1956); with needs it
// is NP-hard. This finds the bundles of the class, which settles all but the
// details, and then takes each bundle apart.
//
// Each connected part of the class is ordered as if there were nothing else, and
// then the bundles of all parts are merged. So an edit moves only what some chain
// of needs connects with it.
func (s *solver) sequence(class []int) []int {
	s.scale(class)
	var bundles []bundle
	for _, part := range s.connected(class, nil) {
		s.allow(part)
		start := len(bundles)
		bundles = append(bundles, s.split(part)...)
		for _, b := range bundles[start:] {
			s.arrange(b.items)
		}
	}
	slices.SortFunc(bundles, bundle.compare)
	order := make([]int, 0, len(class))
	for _, b := range bundles {
		order = append(order, b.items...)
	}
	return order
}

// arrange puts the items of a bundle in order: it takes a first step, splits what
// is left into bundles, and does the same with each of these. Whatever is left
// has at least the ratio of the bundle, so nothing after the bundle comes between.
func (s *solver) arrange(items []int) {
	s.order = s.order[:0]
	todo := append(s.upcoming[:0], items)
	for len(todo) > 0 {
		b := pop(&todo)
		step, forced := s.free(b)
		if len(b) > 1 && (s.left < 0 || len(b) > large && !forced) {
			s.pull(b)
			continue
		}
		if forced {
			s.march(step, b)
		} else {
			s.place(s.first(b), fact{size: len(b)})
		}
		_, rest := s.part(b, func(v int) bool { return !s.waiting[v] })
		for _, next := range slices.Backward(s.split(rest)) {
			todo = append(todo, next.items)
		}
	}
	s.upcoming = todo
	copy(items, s.order)
}

// free finds an item of a bundle that waits for nothing, and whether it is the
// only one.
func (s *solver) free(items []int) (step int, only bool) {
	step = none
	for _, v := range items {
		if s.needed[v] > 0 {
			continue
		}
		if step != none {
			return step, false
		}
		step = v
	}
	return step, true
}

// march takes the only possible first step of a bundle. In a large one it goes on
// while there is but one possible step: to split a long chain after each of its
// items would take for ever, and it leaves no choice.
func (s *solver) march(step int, items []int) {
	group := s.group[step]
	for left, ok := len(items), true; ok; left-- {
		s.place(step, fact{size: left})
		freed := 0
		for _, w := range s.needing(step) {
			if s.group[w] == group && s.needed[w] == 0 {
				step = w
				freed++
			}
		}
		ok = freed == 1 && left > large
	}
}

// first chooses the first step in a bundle that leaves a choice. In a small one
// it is the first step of the best order there is. In another it is a step
// towards the best goal, the item that has the best ratio together with all that
// must come before it: the first step in the first bundle of what must come
// before. (Where the bundle is a tree this leads to the best order as well.)
func (s *solver) first(items []int) int {
	for {
		if step, only := s.free(items); only || s.left < 0 {
			return step
		}
		if len(items) <= small {
			return s.best(items)
		}
		goal := s.goal(items)
		before := s.before(goal, items)
		if len(before) == 0 {
			return goal
		}
		items = s.split(before)[0].items
	}
}

// goal finds the item of a bundle that has the best ratio together with all that
// must come before it, of several the lowest.
func (s *solver) goal(items []int) int {
	var best bundle
	for i, v := range items {
		path := bundle{sum: s.sum(s.path(v)), lowest: v}
		if i == 0 || path.compare(best) < 0 {
			best = path
		}
	}
	return best.lowest
}

// path is an item and all that must come before it and is waiting, in no order.
func (s *solver) path(v int) []int {
	s.seens++
	s.seen[v] = s.seens
	path := append(s.search[:0], v)
	for i := 0; i < len(path); i++ {
		for _, w := range s.needs(path[i]) {
			if s.waiting[w] && s.seen[w] != s.seens {
				s.seen[w] = s.seens
				path = append(path, w)
			}
		}
		s.left -= 1 + len(s.needs(path[i]))
	}
	s.search = path
	return path
}

// before lists those of items that must come before one of them. The list is good
// until the next call, which may be for a part of it.
func (s *solver) before(v int, items []int) []int {
	s.path(v)
	before := s.prior[:0]
	for _, w := range items {
		if w != v && s.seen[w] == s.seens {
			before = append(before, w)
		}
	}
	s.prior = before
	return before
}

// place puts v at the next place.
func (s *solver) place(v int, f fact) {
	s.order = append(s.order, v)
	s.facts[v] = f
	s.waiting[v] = false
	for _, w := range s.needing(v) {
		s.needed[w]--
	}
}
