package order

import (
	"math"
	"math/big"
	"math/bits"
)

// Cost is what an order of items costs: of each item the value times the effort
// of all up to and including it, added up. It is what there is to lose by waiting,
// and among orders with the same keys the one that Plan looks for has the least.
// The unit is a hundredth of value times a hundredth of effort.
func Cost(items []Item, sequence []int) *big.Int {
	var cost total
	var done int64
	for _, v := range sequence {
		done += items[v].price()
		cost.add(items[v].worth(), done)
	}
	return cost.big()
}

// Bound is a cost, in the unit of Cost, that no order of items which respects
// their needs and effective keys can be below. The order of Plan is at most twice
// as much. Numbers that Plan has to round make it inexact (see scale), and it can
// take long for plans that are built for it: it is meant for tests.
//
// It is the bound of Sidney's decomposition, as proved in pictures by Goemans and
// Williamson (Two-dimensional Gantt charts and a scheduling algorithm of Lawler,
// 2000): as if each bundle gave its value bit by bit as its effort is spent, plus
// half the value of each item times its own effort, since an item gives nothing
// before it is done.
func Bound(items []Item) *big.Int {
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

// Price is what one order costs against another of the same items: what a hand
// rank costs, if one order has it and the other has not.
type Price struct {
	// Value is of the items that are done later than in the other order, together,
	// in hundredths.
	Value int64

	// Effort is by how much later they are done, in hundredths: the mean, each
	// item weighed by its value, rounded. Where a few items are put before the
	// rest, it is the effort of these few.
	Effort int64

	// Cost is how much more the order costs, in the unit of Cost: what those items
	// lose less what is won by others that are done earlier. Below 0 the order is
	// the better one.
	Cost *big.Int
}

// Compare gives the price of o against another order of the same items, whose
// keys may differ.
func (o Order) Compare(items []Item, other Order) Price {
	when, otherwise := done(items, o), done(items, other)
	var p Price
	var lost total
	for v, item := range items {
		if later := when[v] - otherwise[v]; later > 0 {
			p.Value += item.worth()
			lost.add(item.worth(), later)
		}
	}
	if p.Value > 0 {
		value := big.NewInt(p.Value)
		mean := lost.big()
		mean.Add(mean, new(big.Int).Rsh(value, 1))
		p.Effort = mean.Div(mean, value).Int64()
	}
	p.Cost = Cost(items, o.Sequence())
	p.Cost.Sub(p.Cost, Cost(items, other.Sequence()))
	return p
}

// done gives for each item the effort that is spent when it is done.
func done(items []Item, o Order) []int64 {
	when := make([]int64, len(items))
	var sum int64
	for _, p := range o.Positions {
		sum += items[p.Item].price()
		when[p.Item] = sum
	}
	return when
}

// total is a sum of products in 128 bits: enough for a million items of the
// greatest value and effort.
type total struct{ high, low uint64 }

func (t *total) add(a, b int64) {
	high, low := bits.Mul64(uint64(a), uint64(b))
	var carry uint64
	t.low, carry = bits.Add64(t.low, low, 0)
	t.high, _ = bits.Add64(t.high, high, carry)
}

func (t total) big() *big.Int {
	sum := new(big.Int).SetUint64(t.high)
	return sum.Lsh(sum, 64).Or(sum, new(big.Int).SetUint64(t.low))
}
