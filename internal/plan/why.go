package plan

import (
	"slices"

	"milepost/internal/order"
)

// Comparison is why one item of the backlog stands before another: the first
// difference between them, in the order in which the backlog is ordered.
type Comparison struct {
	Before, After *Item
	Cause         order.Cause
	Field         string  // the field of the key that differs, where that is the cause
	Path          []*Item // where After needs Before: from After to Before, each needing the next
	Reason        Sentence
}

// Why compares two different items of the backlog; ok is false when one of them
// is not in it.
func (p *Plan) Why(a, b *Item) (c Comparison, ok bool) {
	q := p.queue
	x, inA := q.number[a]
	y, inB := q.number[b]
	if !inA || !inB || a == b {
		return c, false
	}
	d := q.result.Why(x, y)
	c = Comparison{Before: q.items[d.Before], After: q.items[d.After], Cause: d.Cause}
	switch d.Cause {
	case order.ByKey:
		c.Field = p.keyNames()[d.Field]
		p.byKey(&c)
	case order.ByNeed:
		p.byNeed(&c, d.Path)
	case order.ByRatio:
		c.Reason.add("what stands with ", c.Before, " is worth more for its effort: "+ratioWords(p.bundle(d.Bundles[0]))+" against "+ratioWords(p.bundle(d.Bundles[1]))+" for ", c.After)
	case order.ByStep:
		p.byStep(&c, p.bundle(d.Bundles[0]))
	case order.BySize:
		c.Reason.add("both belong to one bundle that is too large to be looked into; in it ", c.Before, " has the better score, or is needed for something that has")
	default:
		byTie(&c)
	}
	return c, true
}

// byKey says which field differs, and for whose sake where a key is inherited.
func (p *Plan) byKey(c *Comparison) {
	c.Reason.add("the "+fieldWords[c.Field]+" differs: ", c.Before, " counts as "+keyOf(c.Before, c.Field)+", ", c.After, " as "+keyOf(c.After, c.Field))
	for _, i := range []*Item{c.Before, c.After} {
		if by := i.Place.Source; by != nil {
			c.Reason.clause(i, " takes that over from ", by, ", which needs it")
		}
	}
}

var fieldWords = map[string]string{
	"progress": "progress", "horizon": "horizon", "rank": "hand order", "release": "release", "priority": "priority",
}

func keyOf(i *Item, field string) string {
	for _, kv := range i.Place.Key {
		if kv.Name == field {
			return kv.Value
		}
	}
	return ""
}

func (p *Plan) byNeed(c *Comparison, path []int) {
	for n, number := range path {
		i := p.queue.items[number]
		c.Path = append(c.Path, i)
		if n > 0 {
			c.Reason.add(" needs ")
		}
		c.Reason.add(i)
	}
}

func (p *Plan) byStep(c *Comparison, b Bundle) {
	c.Reason.add("both belong to one bundle (" + ratioWords(b) + "), ")
	if c.Before.Place.For == nil {
		c.Reason.add("which is best begun with ", c.Before)
		return
	}
	c.Reason.add("and the best first step in it is ", c.Before, ", which opens ", c.Before.Place.For, " ("+FormatScore(c.Before.Place.For.Score)+")")
}

func byTie(c *Comparison) {
	if c.Before.Theme != c.After.Theme && c.Before.Theme != nil {
		c.Reason.add("they are equally good, and the theme "+c.Before.Theme.Title+" comes first: ", c.Before, " before ", c.After)
		return
	}
	c.Reason.add("they are equally good, and ", c.Before, " is the lower id")
}

func ratioWords(b Bundle) string {
	return formatNumber(b.Value) + " value for " + formatNumber(b.Effort) + " effort = " + FormatScore(b.Ratio())
}

// Price is what ranking an item by hand costs, against the order without that
// rank: so much value comes later, by so much effort.
type Price struct {
	Value, Effort float64
}

// RankPrice is the price of the place an item has in the hand order; ok is false
// when it has none, or when that costs nothing. The backlog is ordered again for
// it, so it is for single questions.
func (p *Plan) RankPrice(i *Item) (price Price, ok bool) {
	q := p.queue
	field := slices.Index(p.keyNames(), "rank")
	if q.ranks[i] == 0 || field < 0 {
		return price, false
	}
	free := slices.Clone(q.work)
	n := q.number[i]
	free[n].Key = slices.Clone(free[n].Key)
	free[n].Key[field] = unranked
	cost := q.result.Compare(q.work, order.Plan(free))
	if cost.Cost.Sign() <= 0 {
		return price, false
	}
	return Price{Value: float64(cost.Value) / 100, Effort: float64(cost.Effort) / 100}, true
}
