package forecast

// Unit is what work is measured in.
type Unit int

// To count items is the popular advice, and where small ones are taken first it
// is badly wrong: history then shows small items while the large ones are still
// ahead. So items are counted only where efforts are missing.
const (
	Effort Unit = iota // every item is as much as its effort
	Items              // every item is as much as any other
)

// One is the amount of a unit: amounts are in hundredths.
const One = 100

// EstimatedShare is the least share of items, in percent, that must have an
// effort for effort to be the unit. It is a choice, not a measurement.
const EstimatedShare = 60

// most is the largest effort of an item, ten million units. Sums over any plan
// and any number of weeks then stay far from the ends of their type.
const most = 10_000_000 * One

// Amount is how much an item is, in hundredths and at least 1.
func (u Unit) Amount(item Item) int64 {
	if u == Items {
		return One
	}
	return min(max(item.Effort, 1), most)
}

// estimated reports whether someone has given the item's effort.
func (item Item) estimated() bool { return item.Effort > 0 && !item.Assumed }

// chooseUnit chooses the unit for a forecast in which the items of both lists
// take part, and says how many of them are estimated.
func chooseUnit(finished, open []Item) (u Unit, estimated, counted int) {
	for _, list := range [][]Item{finished, open} {
		counted += len(list)
		for _, item := range list {
			if item.estimated() {
				estimated++
			}
		}
	}
	if estimated*100 < counted*EstimatedShare {
		return Items, estimated, counted
	}
	return Effort, estimated, counted
}
