package order

import "slices"

// cut parts a connected set into what should go ahead and the rest. What goes
// ahead is the smallest closed subset, one with all that its items need in the
// set, that has the greatest
//
//	sum of  value(i) * effort(set) - value(set) * effort(i),
//
// which says by how much its value exceeds what its effort earns on the average
// of the set. It is empty if no closed subset has a better ratio than the set.
//
// To find such a subset is to find a minimum cut (Picard, Maximal closure of a
// graph and applications to combinatorial problems, 1976). In the words used
// here: an item above the average has money and one below it has debts, as much
// as the sum says. Money may be handed down, from an item to what it needs, and
// pays debts there. Whatever was handed down may be taken back up. When no debt
// can be reached any more from money that is left over, then all that this money
// can reach goes ahead: it is worth more than it costs and owes nothing.
func (s *solver) cut(set []int) (ahead, rest []int) {
	if s.left < 0 || len(set) == 1 || !s.settle(set) {
		return nil, set
	}
	s.handDown(set)
	for s.survey(set) {
		if s.left < 0 {
			return nil, set
		}
		s.climb(s.queue)
	}
	return s.part(set, func(v int) bool { return s.depth[v] != unreached })
}

// settle works out money and debts, as money below 0, and reports whether there
// are any: if all items have the same ratio nothing can be gained.
func (s *solver) settle(set []int) (any bool) {
	sum := s.sum(set)
	for _, v := range set {
		s.money[v] = s.value[v]*sum.effort - sum.value*s.effort[v]
		any = any || s.money[v] != 0
		clear(s.paid[s.middle[v]:s.from[v+1]])
		s.left -= 1 + len(s.around(v)) // for this and for handDown
	}
	return any
}

// handDown hands money down from the last item to the first: each pays the debts
// of what it needs and passes all it has left to one item that still has debts
// below it, or had some when this began. That is all there is to do where each
// item needs at most one other. Elsewhere money may end up with the wrong ones;
// climb mends that.
func (s *solver) handDown(set []int) {
	group := s.group[set[0]]
	for _, v := range set {
		s.below[v] = s.money[v] < 0
		for _, w := range s.needs(v) {
			s.below[v] = s.below[v] || s.group[w] == group && s.below[w]
		}
	}
	for _, v := range slices.Backward(set) {
		heir := none // the arc to the one who gets what is left
		for a := s.from[v]; a < s.middle[v] && s.money[v] > 0; a++ {
			if w := s.to[a]; s.group[w] == group && s.below[w] {
				heir = a
				s.pay(s.twin[a], min(s.money[v], max(-s.money[w], 0)))
			}
		}
		if heir != none {
			s.pay(s.twin[heir], s.money[v])
		}
	}
}

// pay hands an amount down to an item from one that needs it, along the arc from
// the first to the second. If the amount is below 0 it is taken back.
func (s *solver) pay(up int, amount int64) {
	s.paid[up] += amount
	s.money[s.to[up]] -= amount
	s.money[s.to[s.twin[up]]] += amount
}

const unreached = -1

// survey finds out how far each item is from money: depth 0 has money, depth 1
// can be handed some directly or has it to take back, and so on. It leaves the
// items that money can reach in queue, nearest first, and reports whether one of
// them has debts.
func (s *solver) survey(set []int) (debts bool) {
	group := s.group[set[0]]
	queue := s.queue[:0]
	for _, v := range set {
		s.depth[v] = unreached
		if s.money[v] > 0 {
			s.depth[v] = 0
			queue = append(queue, v)
		}
	}
	for i := 0; i < len(queue); i++ {
		v := queue[i]
		debts = debts || s.money[v] < 0
		for a := s.from[v]; a < s.from[v+1]; a++ {
			down := a < s.middle[v]
			if w := s.to[a]; s.group[w] == group && s.depth[w] == unreached && (down || s.paid[a] > 0) {
				s.depth[w] = s.depth[v] + 1
				queue = append(queue, w)
			}
		}
		s.left -= 1 + len(s.around(v)) // for this and for climb
	}
	s.left -= len(set)
	s.queue = queue
	return debts
}

// climb passes debts on towards money, each one step nearer, the farthest first:
// so they add up on their way and each need is looked at once. A debt that does
// not find enough money at its end stays in front of it.
//
// Like this no item ever gets nearer to money, and one whose debts stay where
// they are gets farther away, since all that is nearer has nothing to give to it.
// So there is an end to it. (This is how Goldberg and Tarjan, A new approach to
// the maximum-flow problem, 1988, find a cut, with all distances measured anew
// each time.)
func (s *solver) climb(queue []int) {
	for _, v := range slices.Backward(queue) {
		group, nearer := s.group[v], s.depth[v]-1
		for a := s.from[v]; s.money[v] < 0 && a < s.from[v+1]; a++ {
			w := s.to[a]
			if s.group[w] != group || s.depth[w] != nearer {
				continue
			}
			debt := -s.money[v]
			if nearer == 0 {
				debt = min(debt, s.money[w])
			}
			if a < s.middle[v] {
				s.pay(s.twin[a], -min(debt, s.paid[s.twin[a]]))
			} else {
				s.pay(a, debt)
			}
		}
	}
}
