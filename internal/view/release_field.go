package view

import (
	"strconv"
	"time"

	"milepost/internal/calendar"
	"milepost/internal/forecast"
	"milepost/internal/plan"
)

const fieldHeight = 300

// field is the ground a BurnUp is drawn on: days to the right, work upwards.
type field struct {
	*site
	first, last int   // days
	top         int64 // work
	unit        forecast.Unit
	known       bool // there are dates
	out         bool // it is not planned any more
	p50         int
	p85, p95    int
}

// field leaves room for what is to come, and a little above it.
func (h here) field(r *plan.Release, points []forecast.Point) field {
	f := field{site: h.site, first: points[0].Day, last: points[len(points)-1].Day, unit: h.plan.Forecast.Unit}
	f.out = r.Status != plan.Planned
	for _, p := range points {
		f.top = max(f.top, p.Scope)
	}
	f.top += f.top / 6
	past := f.last - f.first
	if r.Outlook.Known && !f.out {
		d := r.Outlook.Dates
		f.known, f.p50, f.p85, f.p95 = true, d.P50.Day, d.P85.Day, d.P95.Day
		f.last = max(f.last, f.p95)
	}
	if day := int(r.Date.Last); !f.out && day > f.last && day-f.last < past {
		f.last = day
	}
	f.last += max(1, (f.last-f.first)/16)
	return f
}

// x is the place of a day, in thousandths.
func (f field) x(day int) int { return (day - f.first) * 1000 / max(1, f.last-f.first) }

// y is the place of an amount, in the field's own measure.
func (f field) y(amount int64) int {
	return fieldHeight - int(amount*fieldHeight/max(1, f.top))
}

// height is the place of an amount in thousandths, from the top.
func (f field) height(amount int64) int { return f.y(amount) * 1000 / fieldHeight }

func (f field) at(day int, amount int64) string {
	return strconv.Itoa(f.x(day)) + " " + strconv.Itoa(f.y(amount))
}

// steps is the path of an amount that stays until it changes.
func (f field) steps(points []forecast.Point, amount func(forecast.Point) int64) string {
	path := "M" + f.at(points[0].Day, amount(points[0]))
	for i, p := range points[1:] {
		last := i+2 == len(points)
		if amount(p) == amount(points[i]) && !last {
			continue
		}
		path += "H" + strconv.Itoa(f.x(p.Day))
		if amount(p) != amount(points[i]) {
			path += "V" + strconv.Itoa(f.y(amount(p)))
		}
	}
	return path
}

// fan spreads from the last point to the days on which all is done.
func (f field) fan(from forecast.Point, to int) string {
	return "M" + f.at(from.Day, from.Done) + "L" + f.at(f.p50, from.Scope) + "H" + strconv.Itoa(max(f.x(to), f.x(f.p50)+3)) + "Z"
}

// maxTicks is how many months have room for their names.
const maxTicks = 7

// months are the first days of months, of quarters, or of years.
func (f field) months() []Tick {
	every := 1
	for _, n := range []int{1, 3, 12, 60} {
		if every = n; (f.last-f.first)/(30*n) < maxTicks {
			break
		}
	}
	var out []Tick
	day := plan.Day(f.first).Time()
	for t := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC); ; t = t.AddDate(0, 1, 0) {
		d := int(calendar.DayOf(t))
		if d >= f.last {
			return out
		}
		if d <= f.first || (t.Year()*12+int(t.Month())-1)%every != 0 || f.x(d) > 960 {
			continue
		}
		x := f.x(d)
		out = append(out, Tick{X: x, Text: f.tickWords(t), Path: "M" + strconv.Itoa(x) + " 0V" + strconv.Itoa(fieldHeight)})
	}
}

// tickWords names a month, and January by its year.
func (f field) tickWords(t time.Time) string {
	if t.Month() == time.January {
		return strconv.Itoa(t.Year())
	}
	return f.shortMonth(t.Month())
}

// shortMonth is the name of a month where there is little room.
func (s *site) shortMonth(m time.Month) string {
	switch m {
	case time.January:
		return s.Say("Jan")
	case time.February:
		return s.Say("Feb")
	case time.March:
		return s.Say("Mar")
	case time.April:
		return s.Say("Apr")
	case time.May:
		return s.Say("May^short month")
	case time.June:
		return s.Say("Jun")
	case time.July:
		return s.Say("Jul")
	case time.August:
		return s.Say("Aug")
	case time.September:
		return s.Say("Sep")
	case time.October:
		return s.Say("Oct")
	case time.November:
		return s.Say("Nov")
	}
	return s.Say("Dec")
}
