// Package calendar holds days, and the intervals in which plans name them.
//
// A plan says "2026-Q3" when it means a quarter and "2026-09-18" when it means a
// day; an Interval keeps what was written and knows its first and last day. All
// of it is plain arithmetic on days: no clock and no time zone.
package calendar

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Day is a day of the Gregorian calendar, counted from 1 January 1970; the zero
// Day means "unknown", and so 1970-01-01 itself cannot be told apart from it.
type Day int

// DayOf returns the day on which t falls in t's own time zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return date(y, m, d)
}

func date(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Time is the day's first moment in UTC.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// String is the day as YYYY-MM-DD, or "" when it is unknown.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// ParseDay reads YYYY-MM-DD, also where a time of day follows. A day that is not
// in the calendar is an error that says why.
func ParseDay(text string) (Day, error) {
	m := dayForm.FindStringSubmatch(text)
	if m == nil {
		return 0, fmt.Errorf("%q is not a day; write it as 2026-09-18", text)
	}
	return exact(m[1], m[2], m[3])
}

// exact makes the day of three numbers, and refuses 30 February.
func exact(year, month, day string) (Day, error) {
	y, m, d := number(year), number(month), number(day)
	if m < 1 || m > 12 {
		return 0, fmt.Errorf("there is no month %s", month)
	}
	if d == 0 {
		return 0, fmt.Errorf("there is no day %s", day)
	}
	if last := date(y, time.Month(m)+1, 0).Time().Day(); d > last {
		return 0, fmt.Errorf("%s %d has only %d days", time.Month(m), y, last)
	}
	return date(y, time.Month(m), d), nil
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits) // the form admits digits only, too few to overflow
	return n
}

// Interval is a stretch of days, written as a year, half, quarter, month, week
// or day. The zero Interval is no date at all.
type Interval struct {
	Text        string // as written
	First, Last Day    // both inside
	Unit        Unit
}

// Unit tells how finely an interval is written.
type Unit int

// The units, from coarse to fine.
const (
	None Unit = iota
	Year
	Half
	Quarter
	Month
	Week
	OneDay
)

// IsZero reports whether there is no date.
func (i Interval) IsZero() bool { return i.Unit == None }

// timeForm is a time of day as YAML, TOML and git write it. It is dropped: a
// plan is made in days.
const timeForm = ` *\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: *(?:[Zz]|[+-]\d{1,2}(?::?\d{2})?))?`

var (
	dayForm     = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})(?:[Tt ]` + timeForm + `)?$`)
	yearForm    = regexp.MustCompile(`^(\d{4})$`)
	halfForm    = regexp.MustCompile(`^(\d{4})-[Hh]([12])$`)
	quarterForm = regexp.MustCompile(`^(\d{4})-[Qq]([1-4])$`)
	monthForm   = regexp.MustCompile(`^(\d{4})-(\d{2})$`)
	weekForm    = regexp.MustCompile(`^(\d{4})-[Ww](\d{2})$`)
)

// ParseInterval reads 2026, 2026-H2, 2026-Q3, 2026-09, 2026-W38 or 2026-09-18.
// Weeks are those of ISO 8601: they begin on Monday, and week 1 holds 4 January.
func ParseInterval(text string) (Interval, error) {
	if m := yearForm.FindStringSubmatch(text); m != nil {
		return months(text, Year, number(m[1]), 1, 12), nil
	}
	if m := halfForm.FindStringSubmatch(text); m != nil {
		return months(text, Half, number(m[1]), 6*number(m[2])-5, 6), nil
	}
	if m := quarterForm.FindStringSubmatch(text); m != nil {
		return months(text, Quarter, number(m[1]), 3*number(m[2])-2, 3), nil
	}
	if m := monthForm.FindStringSubmatch(text); m != nil {
		if n := number(m[2]); n < 1 || n > 12 {
			return Interval{}, fmt.Errorf("there is no month %s", m[2])
		}
		return months(text, Month, number(m[1]), number(m[2]), 1), nil
	}
	if m := weekForm.FindStringSubmatch(text); m != nil {
		return week(text, number(m[1]), number(m[2]))
	}
	if m := dayForm.FindStringSubmatch(text); m != nil {
		d, err := exact(m[1], m[2], m[3])
		if err != nil {
			return Interval{}, err
		}
		return Interval{Text: text, First: d, Last: d, Unit: OneDay}, nil
	}
	return Interval{}, fmt.Errorf("%q is not a date; write 2026, 2026-H2, 2026-Q3, 2026-09, 2026-W38 or 2026-09-18", text)
}

func months(text string, unit Unit, year, first, count int) Interval {
	return Interval{
		Text: text, Unit: unit,
		First: date(year, time.Month(first), 1),
		Last:  date(year, time.Month(first+count), 0),
	}
}

func week(text string, year, n int) (Interval, error) {
	fourth := date(year, time.January, 4)
	monday := fourth - Day((int(fourth.Time().Weekday())+6)%7) + Day(7*(n-1))
	if y, w := (monday + 3).Time().ISOWeek(); n < 1 || y != year || w != n {
		return Interval{}, fmt.Errorf("%d has no week %02d", year, n)
	}
	return Interval{Text: text, First: monday, Last: monday + 6, Unit: Week}, nil
}
