package view

import (
	"milepost/internal/calendar"
	"milepost/internal/forecast"
)

// Days that are foreseen. Near ones are told as days; farther ones as a third of a
// month, because a day so far ahead would promise more than a forecast knows.

// daysAhead is how far ahead a day is still told as a day.
const daysAhead = forecast.NearWeeks * 7

// foreseen is a stretch of days as people read it: "13–20 March 2026", "late May to
// mid-July 2026", "by 20 March 2026". The words never end before the days do.
func (s *site) foreseen(from, to calendar.Day) string {
	switch {
	case from == to:
		return s.Say("by {day}", s.by(to, true))
	case to-s.plan.Facts.Today > daysAhead:
		return s.Thirds(from, to)
	}
	return s.Range(from, to)
}

// by is a day up to which something is done: "20 March", "late June". The year is
// left out where it is this one, unless it is asked for.
func (s *site) by(d calendar.Day, year bool) string {
	today := s.plan.Facts.Today
	year = year || d.Time().Year() != today.Time().Year()
	switch {
	case d-today > daysAhead:
		return s.Third(d, year)
	case year:
		return s.Day(d)
	}
	return s.DayOfYear(d)
}

// rangeWords is a stretch of days as people read it: "13–20 March 2026", "late May
// to mid-July 2026". The words never end before the days do.
func rangeWords(from, to, today calendar.Day) string {
	if from == to {
		return "by " + byWords(to, today, true)
	}
	if to-today > daysAhead {
		return thirdsWords(from, to)
	}
	a, b := from.Time(), to.Time()
	switch {
	case a.Year() != b.Year():
		return dayWords(from) + " to " + dayWords(to)
	case a.Month() != b.Month():
		return a.Format("2 January") + " to " + dayWords(to)
	}
	return a.Format("2") + "–" + dayWords(to)
}

// thirdsWords is a stretch of days in thirds of months.
func thirdsWords(from, to calendar.Day) string {
	a, b := from.Time(), to.Time()
	switch {
	case third(from) == third(to) && a.Month() == b.Month() && a.Year() == b.Year():
		return third(to) + b.Format("January 2006")
	case a.Year() == b.Year() && a.Month() == b.Month():
		return third(from) + "to " + third(to) + b.Format("January 2006")
	case a.Year() == b.Year():
		return third(from) + a.Format("January") + " to " + third(to) + b.Format("January 2006")
	}
	return third(from) + a.Format("January 2006") + " to " + third(to) + b.Format("January 2006")
}

// third says in which third of its month a day lies.
func third(d calendar.Day) string {
	switch n := d.Time().Day(); {
	case n <= 10:
		return "early "
	case n <= 20:
		return "mid-"
	}
	return "late "
}

// byWords is a day up to which something is done: "20 March", "late June". The
// year is left out where it is this one, unless it is asked for.
func byWords(d, today calendar.Day, year bool) string {
	t := d.Time()
	words := t.Format("2 January")
	if d-today > daysAhead {
		words = third(d) + t.Format("January")
	}
	if year || t.Year() != today.Time().Year() {
		words += t.Format(" 2006")
	}
	return words
}
