package order

import (
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
