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
