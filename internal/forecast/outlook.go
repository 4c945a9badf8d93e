package forecast

// Outlook tells by when an amount is done: in 50, 85 and 95 of a hundred futures.
type Outlook struct {
	P50, P85, P95 When
	Doubt         Doubt
}

// When is the end of a week.
type When struct {
	// Week is counted from 1, which begins on the as-of day. It is 0 for what
	// is done already, and Horizon + 1 for what is not done within the Horizon.
	Week int

	// Day is the last one of that week; 0 for what is not done within the
	// Horizon.
	Day int
}

// Doubt tells why an amount is not foreseeable yet, if so.
type Doubt int

// The doubts about an Outlook. Only where there is none is it one to show.
const (
	NoDoubt Doubt = iota
	TooFar        // P95 lies beyond the Horizon
	TooWide       // P95 is more than NearWeeks ahead, and more than MaxSpread times as far as P50
)

// MaxSpread is how many times as far as the 50 % date the 95 % date may be, in
// weeks, if it is more than NearWeeks ahead. What comes within a quarter is news
// however wide its range: without that limit it would be the very next item that
// is not foreseeable, as soon as some weeks of history are empty, "this week, or
// else within four" being four times as far.
const (
	MaxSpread = 3
	NearWeeks = 13
)

// Outlook gives the dates by which amount is done, all that comes before it
// included; an amount of 0 is done. ok is false where there are no dates.
func (f Forecast) Outlook(amount int64) (o Outlook, ok bool) {
	if f.table == nil {
		return Outlook{}, false
	}
	return f.table.outlooks(f.Today, []int64{amount})[0], true
}

// Chance is the share of futures, in percent and rounded down, in which amount is
// done by the end of day, all that comes before it included. It is 100 only for
// an amount of 0; else at most 99, and 0 means less than 1. A day beyond the
// Horizon is taken for its last, so that the chance is at least what is told. ok
// is false where there are no dates.
func (f Forecast) Chance(amount int64, day int) (percent int, ok bool) {
	switch {
	case f.table == nil:
		return 0, false
	case amount <= 0:
		return 100, true
	}
	return f.table.chance(amount, daysBetween(f.Today-1, day)), true
}

// DoneBy is the amount that is done by the end of day in percent of the futures;
// percent is cut to 1 to 99. It answers how much fits before a date, and a day
// beyond the Horizon is taken for its last. ok is false where there are no dates.
func (f Forecast) DoneBy(day, percent int) (amount int64, ok bool) {
	if f.table == nil {
		return 0, false
	}
	percent = min(max(percent, 1), surest)
	return f.table.by(daysBetween(f.Today-1, day), percent), true
}

// outlooks looks up amounts in one pass: they ascend along the backlog, and weeks
// with them. For an amount less than the one before it begins again.
func (t *table) outlooks(today int, amounts []int64) []Outlook {
	out := make([]Outlook, len(amounts))
	var p50, p85, p95 int
	for i, amount := range amounts {
		if i > 0 && amount < amounts[i-1] {
			p50, p85, p95 = 0, 0, 0
		}
		p50 = t.week(50, amount, p50)
		p85 = t.week(85, amount, p85)
		p95 = t.week(95, amount, p95)
		out[i] = Outlook{when(today, p50), when(today, p85), when(today, p95), doubt(p50, p95)}
	}
	return out
}

// week is the first from which amount is done in percent of the trials, if it is
// not before the given one; Horizon + 1 if there is none.
func (t *table) week(percent int, amount int64, from int) int {
	week := from
	for week <= Horizon && t.done[percent][week] < amount {
		week++
	}
	return week
}

func when(today, week int) When {
	if week > Horizon {
		return When{Week: week}
	}
	return When{Week: week, Day: today + 7*week - 1}
}

func doubt(p50, p95 int) Doubt {
	switch {
	case p95 > Horizon:
		return TooFar
	case p95 > NearWeeks && p95 > MaxSpread*p50:
		return TooWide
	}
	return NoDoubt
}
