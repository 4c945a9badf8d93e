package forecast

// How many weeks of history count. More of them tell the mean more surely, and
// tell more of a team that is no longer the same: with a rate that drifts by 5 %
// a week, the longer history is the worse one.
const (
	MinWindow     = 6
	DefaultWindow = 12
	MaxWindow     = 26
)

// windowOf is the number of weeks to look back.
func windowOf(asked int) int {
	if asked == 0 {
		return DefaultWindow
	}
	return min(max(asked, MinWindow), MaxWindow)
}

// Base is the history a forecast rests on: weeks of seven days, of which the
// last ends the day before the as-of day. A week begun is left out, because it
// would count as a bad one; a week in which nothing was finished counts. The
// weeks do not reach back before the first finished item.
type Base struct {
	First, Last int     // the first and the last day of the weeks; 0 if there is none
	Weeks       int     // how many
	Amounts     []int64 // what was finished in each, oldest first
	Amount      int64   // what was finished in all
	Finished    int     // how many items
	Active      int     // in how many of the weeks
	Idle        int     // whole weeks since anything was finished, before the as-of day
	Undated     int     // how many finished items have no day of it, and could not be counted
}

// baseOf gathers the history of at most so many weeks.
func baseOf(work Work, window int, unit Unit) Base {
	b := Base{Undated: undated(work.Finished)}
	first, last, ok := span(work.Finished, work.Today)
	if !ok {
		return b
	}
	b.Idle = daysBetween(last, work.Today-1) / 7
	b.Weeks = min(daysBetween(first, work.Today)/7, window)
	if b.Weeks == 0 {
		return b
	}
	b.First, b.Last = work.Today-7*b.Weeks, work.Today-1
	b.Amounts = make([]int64, b.Weeks)
	for _, item := range within(work.Finished, b.First, work.Today) {
		week := (item.Finished - b.First) / 7
		b.Amounts[week] += unit.Amount(item)
		b.Amount += unit.Amount(item)
		b.Finished++
	}
	for _, amount := range b.Amounts {
		if amount > 0 { // there is no item of amount 0
			b.Active++
		}
	}
	return b
}

// span finds the first and the last day on which something was finished, up to
// and including today: work that was finished this morning is no part of a
// complete week, but it does show that work goes on.
func span(finished []Item, today int) (first, last int, ok bool) {
	for _, item := range finished {
		day := item.Finished
		if day == 0 || day > today {
			continue
		}
		if !ok {
			first, last, ok = day, day, true
		}
		first, last = min(first, day), max(last, day)
	}
	return first, last, ok
}

// within keeps the items finished on the days from first to before end.
func within(finished []Item, first, end int) []Item {
	var out []Item
	for _, item := range finished {
		if item.Finished != 0 && first <= item.Finished && item.Finished < end {
			out = append(out, item)
		}
	}
	return out
}

// undated counts the items without a day of finishing.
func undated(finished []Item) int {
	n := 0
	for _, item := range finished {
		if item.Finished == 0 {
			n++
		}
	}
	return n
}

// daysBetween is to - from, at least 0 and at most a million, so that a wild date
// cannot overflow.
func daysBetween(from, to int) int {
	const many = 1_000_000
	days := to - from
	switch {
	case from >= to:
		return 0
	case days < 0 || days > many:
		return many
	}
	return days
}
