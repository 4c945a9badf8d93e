package order

import (
	"math"
	"math/big"
)

// bound is a cost, in the unit of Cost, that no order of items which respects
// their needs and effective keys can be below. The order of Plan is at most twice
// as much. Numbers that Plan has to round make it inexact (see scale), and it can
// take long for plans that are built for it.
//
// It is the bound of Sidney's decomposition, as proved in pictures by Goemans and
// Williamson (Two-dimensional Gantt charts and a scheduling algorithm of Lawler,
// 2000): as if each bundle gave its value bit by bit as its effort is spent, plus
// half the value of each item times its own effort, since an item gives nothing
// before it is done.
func bound(items []Item) *big.Int {
	net := link(items)
	keys := rankKeys(items)
	s := newSolver(items, net.needs)
	var twice total
	var done int64
	for _, class := range classes(net, keys, inherit(net, keys)) {
		s.scale(class)
		s.left = math.MaxInt
		for _, b := range s.split(class) {
			var value, effort int64
			for _, v := range b.items {
				value += items[v].worth()
				effort += items[v].price()
				twice.add(items[v].worth(), items[v].price())
			}
			twice.add(value, 2*done+effort)
			done += effort
		}
	}
	half := twice.big()
	return half.Rsh(half.Add(half, big.NewInt(1)), 1)
}
