// Package forecast turns the throughput of the past into dates for what is
// ahead.
//
// It looks at how much was finished in each of the last complete weeks, plays
// the coming two years ten thousand times with weeks drawn from those, and reads
// off by when a given amount of work was done in 50, 85 and 95 of a hundred
// futures. Predict takes Work and returns a Forecast: an Outlook for every open
// item, the Base it rests on, and what speaks against believing it. Of any other
// amount, such as all that a release waits for, Forecast.Outlook gives the dates
// and Forecast.Chance the chance to make a date.
//
// A forecast from too little is worse than none. Where the history is too short,
// too thin or has come to a halt there are no dates but Reasons, with the
// numbers a sentence needs; the words are the caller's.
//
// Days are counted from 1 January 1970, and day 0 is an unknown one. Amounts are
// in hundredths of the Unit, so that a mean can be told without a fraction. The
// result is a function of the Work alone: the as-of day is part of it, chance
// comes from a generator of our own with a fixed seed, and there are no floats,
// which machines may round differently.
//
// What is not here: any knowledge of who does what. The team is a pipe, and what
// is ahead of an item goes through first; what is in progress goes through whole.
// Nor are dates right when something is put in front, or when the team changes.
package forecast

// Item is a piece of work as the forecast sees it.
type Item struct {
	Effort   int64 // in hundredths; where nobody gave one, what is assumed instead
	Assumed  bool  // the effort is assumed
	Created  int   // day; 0 where it is unknown
	Finished int   // day; 0 where it is unknown, and for what is open
}

// Work is what a forecast is made from.
type Work struct {
	Today    int    // the as-of day: the first one that is ahead
	Finished []Item // what is done, in any order
	Open     []Item // what is to be done, in the order in which it will be
	Window   int    // how many weeks to look back, 6 to 26; 0 means 12
}

// Forecast is the answer to Predict.
type Forecast struct {
	Today int
	Unit  Unit // what the amounts are hundredths of

	// Estimated of Counted items have an effort that was given: of those that
	// are open or were finished in the window. It decides the Unit.
	Estimated, Counted int

	Base    Base
	Silence []Reason // why there are no dates, in the order of the kinds; empty if there are
	Bulk    Bulk
	Growth  Growth

	// Ahead tells of each open item how much must be finished until it is, its
	// own amount included.
	Ahead []int64

	// Outlooks are the dates of the open items; nil if there is a Silence.
	Outlooks []Outlook

	table *table // nil if there are no dates
}

// Predict makes the forecast of work. It changes nothing in it. Time is a few
// milliseconds for the simulation, and linear in the number of items.
func Predict(work Work) Forecast { return predict(work, Trials) }

// predict plays so many trials: tests that play thousands of plans play fewer.
func predict(work Work, trials int) Forecast {
	f := Forecast{Today: work.Today}
	window := windowOf(work.Window)
	recent := within(work.Finished, work.Today-7*window, work.Today)
	f.Unit, f.Estimated, f.Counted = chooseUnit(recent, work.Open)
	f.Base = baseOf(work, window, f.Unit)
	f.Silence = reasons(f.Base)
	f.Bulk = bulkOf(recent)
	f.Growth = growthOf(work, f.Base, f.Unit)
	f.Ahead = aheadOf(work.Open, f.Unit)
	if len(f.Silence) == 0 {
		f.table = simulate(f.Base.Amounts, trials, 1)
		f.Outlooks = f.table.outlooks(f.Today, f.Ahead)
	}
	return f
}

// aheadOf adds up the amounts of items in their order.
func aheadOf(items []Item, unit Unit) []int64 {
	out := make([]int64, len(items))
	var sum int64
	for i, item := range items {
		sum += unit.Amount(item)
		out[i] = sum
	}
	return out
}
