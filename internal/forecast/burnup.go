package forecast

// BurnUp is how a set of items grew, and what was done of it.
type BurnUp struct {
	// Points are a week apart and end with the as-of day. They begin with the
	// last such day before anything happened, or on the first day that
	// something did, but no more than BurnUpWeeks back. There are none if there
	// are no items.
	Points []Point

	// Undated is how many days of creation or finishing are missing. Without
	// the one an item counts from the first point on, without the other at the
	// last one only: neither makes the work look faster than it was.
	Undated int
}

// BurnUpWeeks is the length of the longest burn-up. What happened earlier is in
// its first point.
const BurnUpWeeks = 260

// Point is how things stood at the end of a day.
type Point struct {
	Day         int
	Scope, Done int64
}

// BurnUp tells week by week how the scope of some items and the finished part of
// it grew, in the unit of the forecast. It looks back only, and so holds when
// there are no dates.
func (f Forecast) BurnUp(finished, open []Item) BurnUp {
	if len(finished)+len(open) == 0 {
		return BurnUp{}
	}
	first := min(earliest(finished, f.Today), earliest(open, f.Today))
	b := newBurnUp(f.Today, first)
	last := len(b.Points) - 1
	for _, item := range finished {
		done := b.at(item.Finished, last)
		created := min(b.at(item.Created, 0), done) // what is done was there, whatever its days say
		b.Points[created].Scope += f.Unit.Amount(item)
		b.Points[done].Done += f.Unit.Amount(item)
	}
	for _, item := range open {
		b.Points[b.at(item.Created, 0)].Scope += f.Unit.Amount(item)
	}
	b.accumulate()
	return b
}

// earliest is the first day that items tell of, today if there is none before.
func earliest(items []Item, today int) int {
	for _, item := range items {
		for _, day := range []int{item.Created, item.Finished} {
			if day != 0 {
				today = min(today, day)
			}
		}
	}
	return today
}

// newBurnUp makes the points from a day until today, with nothing in them.
func newBurnUp(today, first int) BurnUp {
	weeks := min((daysBetween(first, today)+6)/7, BurnUpWeeks)
	points := make([]Point, weeks+1)
	for i := range points {
		points[i].Day = today - 7*(weeks-i)
	}
	return BurnUp{Points: points}
}

// at is the index of the point in which a day first counts. For a missing day it
// is the one given.
func (b *BurnUp) at(day, missing int) int {
	if day == 0 {
		b.Undated++
		return missing
	}
	last := len(b.Points) - 1
	return max(last-daysBetween(day, b.Points[last].Day)/7, 0)
}

// accumulate turns what came at each point into what there was.
func (b *BurnUp) accumulate() {
	for i := 1; i < len(b.Points); i++ {
		b.Points[i].Scope += b.Points[i-1].Scope
		b.Points[i].Done += b.Points[i-1].Done
	}
}
