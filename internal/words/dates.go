package words

import (
	"strconv"
	"strings"
	"time"

	"milepost/internal/calendar"
)

// Day is a day as people read it: "9 February 2026", "" for a day that is not known.
func (l *Language) Day(d calendar.Day) string {
	if d == 0 {
		return ""
	}
	t := d.Time()
	return l.Say("{day} {month} {year}", t.Day(), l.month(t), year(t))
}

// DayOfYear is a day without its year: "9 February".
func (l *Language) DayOfYear(d calendar.Day) string {
	t := d.Time()
	return l.Say("{day} {month}", t.Day(), l.month(t))
}

// Month is the month of a day: "February 2026".
func (l *Language) Month(d calendar.Day) string {
	t := d.Time()
	return l.Say("{month} {year}", l.month(t), year(t))
}

// MonthName is the month of a day without its year: "February".
func (l *Language) MonthName(d calendar.Day) string { return l.month(d.Time()) }

// Third is the third of its month a day lies in: "early March", with the year if
// that is asked for.
func (l *Language) Third(d calendar.Day, withYear bool) string {
	t := d.Time()
	month := l.month(t)
	if withYear {
		month = l.Month(d)
	}
	switch n := t.Day(); {
	case n <= 10:
		return l.Say("early {month}", month)
	case n <= 20:
		return l.Say("mid-{month}", month)
	}
	return l.Say("late {month}", month)
}

// Range is a stretch of days, told as days: "13–20 March 2026".
func (l *Language) Range(from, to calendar.Day) string {
	a, b := from.Time(), to.Time()
	switch {
	case from == to:
		return l.Day(from)
	case a.Year() != b.Year():
		return l.Say("{from} to {to}", l.Day(from), l.Day(to))
	case a.Month() != b.Month():
		return l.Say("{from day} {from month} to {day} {month} {year}", a.Day(), l.month(a), b.Day(), l.month(b), year(b))
	}
	return l.Say("{from}–{to} {month} {year}", a.Day(), b.Day(), l.month(b), year(b))
}

// Thirds is a stretch of days in thirds of months: "late May to mid-July 2026".
func (l *Language) Thirds(from, to calendar.Day) string {
	end := l.Third(to, true)
	start := l.Third(from, from.Time().Year() != to.Time().Year())
	if l.Third(from, true) == end {
		return end
	}
	return l.Say("{from} to {to}", start, end)
}

// Interval is a planned time as people read it: "September 2026", "the third
// quarter of 2026".
func (l *Language) Interval(i calendar.Interval) string {
	first := i.First.Time()
	switch i.Unit {
	case calendar.None:
		return ""
	case calendar.Year:
		return year(first)
	case calendar.Half:
		return l.half(first)
	case calendar.Quarter:
		return l.quarter(first)
	case calendar.Month:
		return l.Month(i.First)
	case calendar.Week:
		y, w := first.ISOWeek()
		return l.Say("week {week} of {year}", w, strconv.Itoa(y))
	}
	return l.Day(i.First)
}

func (l *Language) half(t time.Time) string {
	if t.Month() < time.July {
		return l.Say("the first half of {year}", year(t))
	}
	return l.Say("the second half of {year}", year(t))
}

func (l *Language) quarter(t time.Time) string {
	switch (t.Month() - 1) / 3 {
	case 0:
		return l.Say("the first quarter of {year}", year(t))
	case 1:
		return l.Say("the second quarter of {year}", year(t))
	case 2:
		return l.Say("the third quarter of {year}", year(t))
	}
	return l.Say("the fourth quarter of {year}", year(t))
}

// List joins words as a sentence does: "a, b and c".
func (l *Language) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	rest := items[0]
	for _, item := range items[1:last] {
		rest = l.Say("{list}, {item}", rest, item)
	}
	return l.Say("{list} and {item}", rest, items[last])
}

func year(t time.Time) string { return strconv.Itoa(t.Year()) }

func (l *Language) month(t time.Time) string {
	switch t.Month() {
	case time.January:
		return l.Say("January")
	case time.February:
		return l.Say("February")
	case time.March:
		return l.Say("March")
	case time.April:
		return l.Say("April")
	case time.May:
		return l.Say("May^month")
	case time.June:
		return l.Say("June")
	case time.July:
		return l.Say("July")
	case time.August:
		return l.Say("August")
	case time.September:
		return l.Say("September")
	case time.October:
		return l.Say("October")
	case time.November:
		return l.Say("November")
	}
	return l.Say("December")
}
