package view

import (
	"strconv"

	"milepost/internal/calendar"
)

// ShippedMonth is how many items reached people in one month.
type ShippedMonth struct {
	Label  string // "3 items in February 2026"
	Name   string // "Feb"
	Year   string // beside the first month of a year, else ""
	Number string // "" for none
	Height int    // in percent of the highest
}

const (
	monthsShown  = 12
	fewestMonths = 3 // with something in them
	lowestOfABar = 4 // percent: the least that can be seen
)

// shippedMonths counts the last months up to today, nil where that tells nothing:
// in a young plan, and where the days are not known.
func (h here) shippedMonths(all []delivery) []ShippedMonth {
	counts := map[calendar.Day]int{}
	for _, d := range all {
		counts[monthOf(d.day())]++
	}
	months := lastMonths(h.plan.Facts.Today, counts)
	highest, with := 0, 0
	for _, m := range months {
		highest = max(highest, counts[m])
		with += min(counts[m], 1)
	}
	if with < fewestMonths {
		return nil
	}
	out := make([]ShippedMonth, len(months))
	for i, m := range months {
		out[i] = h.shippedMonth(m, counts[m], highest)
		if i == 0 || m.Time().Month() == 1 {
			out[i].Year = strconv.Itoa(m.Time().Year())
		}
	}
	return out
}

func (h here) shippedMonth(m calendar.Day, n, highest int) ShippedMonth {
	month := ShippedMonth{
		Label: h.Say("{n} item in {month}|{n} items in {month}", n, h.Month(m)),
		Name:  h.shortMonth(m.Time().Month()),
	}
	if n > 0 {
		month.Number = h.Number(n)
		month.Height = max(lowestOfABar, n*100/highest)
	}
	return month
}

// lastMonths are the months up to that of today, from the first in which there was
// something on.
func lastMonths(today calendar.Day, counts map[calendar.Day]int) []calendar.Day {
	if today == 0 {
		return nil
	}
	var out []calendar.Day
	for m := monthOf(today); len(out) < monthsShown; m = monthOf(m - 1) {
		out = append([]calendar.Day{m}, out...)
	}
	for len(out) > 0 && counts[out[0]] == 0 {
		out = out[1:]
	}
	return out
}

// day is when a delivery reached people: with its release, or when it was done.
func (d delivery) day() calendar.Day {
	if r := d.item.Release; r != nil {
		return r.Released
	}
	return d.item.Finished
}
