package view

import (
	"strings"

	"milepost/internal/forecast"
	"milepost/internal/plan"
)

// The words of a BurnUp: in its field, in a table, and in sentences.

// nearMarks is a distance, in thousandths, at which two words would touch.
const nearMarks = 150

func (f field) marks(points []forecast.Point) []PlotMark {
	out := append([]PlotMark{f.scopeMark(points), f.doneMark(points)}, f.firstMark(points)...)
	if f.known {
		out = append(out, f.dateMarks(points)...)
	}
	return out
}

// scopeMark stands at the end of the upper line: "14 items now".
func (f field) scopeMark(points []forecast.Point) PlotMark {
	last := points[len(points)-1]
	x := f.x(last.Day)
	mark := PlotMark{Class: "r", X: max(0, x-10), Y: f.height(last.Scope), Words: []Part{f.strong(last.Scope)}}
	if !f.out {
		mark.Words = f.phrase("{amount} now", f.strong(last.Scope))
	}
	if x < 2*nearMarks {
		mark.Class, mark.X = "", 0
	}
	return mark
}

// doneMark stands at the end of the lower line: "6 items done".
func (f field) doneMark(points []forecast.Point) PlotMark {
	last := points[len(points)-1]
	x := f.x(last.Day)
	mark := PlotMark{Class: "b", X: x + 18, Y: f.height(last.Done), Words: f.phrase("{amount} done", f.strong(last.Done))}
	if x > 850 {
		mark.Class, mark.X = "b r", x-18
	}
	if mark.Y > 900 { // below it stand the months, and on its right begins the fan
		mark.Class, mark.X = "r", x-18
	}
	return mark
}

// firstMark tells how much there was before the first of it was finished, where
// the line stays level for long enough to write above it.
func (f field) firstMark(points []forecast.Point) []PlotMark {
	begun, ok := beginning(points)
	last := points[len(points)-1]
	if !ok || begun.Scope == last.Scope || f.x(last.Day) < 3*nearMarks {
		return nil
	}
	rise := f.x(rises(points, begun))
	if rise < nearMarks {
		return nil
	}
	return []PlotMark{{Class: "r s", X: rise - 6, Y: f.height(begun.Scope), Words: f.phrase("{amount} at first", f.strong(begun.Scope))}}
}

// rises is the day on which the scope grows beyond that of a point.
func rises(points []forecast.Point, from forecast.Point) int {
	for _, p := range points {
		if p.Day > from.Day && p.Scope > from.Scope {
			return p.Day
		}
	}
	return from.Day
}

// dateMarks stand where the fan reaches the upper line.
func (f field) dateMarks(points []forecast.Point) []PlotMark {
	last := points[len(points)-1]
	x, y := f.x(last.Day), f.height(last.Scope)
	at := PlotMark{Class: "c", X: f.x(f.p85), Y: y, Words: []Part{{Text: f.rangeShort(), Strong: true}}}
	switch {
	case at.X > 880:
		at.Class, at.X = "r", 1000
	case at.X-x < nearMarks:
		at.Class, at.X = "", x+15
	}
	sure := f.x(f.p95)
	if at.Class != "c" || sure-at.X <= nearMarks || sure >= 950 {
		return []PlotMark{at}
	}
	return []PlotMark{at, {Class: "c s", X: sure, Y: y, Words: text(f.by(plan.Day(f.p95), false))}}
}

// rangeShort is the range without its year, which the axis shows.
func (f field) rangeShort() string {
	from, to := plan.Day(f.p50), plan.Day(f.p85)
	switch {
	case from == to:
		return f.by(to, false)
	case to-f.plan.Facts.Today > daysAhead:
		return f.Thirds(from, to)
	case from.Time().Month() == to.Time().Month():
		return f.Say("{from}–{to} {month}", from.Time().Day(), to.Time().Day(), f.MonthName(to))
	}
	return f.Say("{from} to {to}", f.by(from, false), f.by(to, false))
}

// beginning is how things stood before the first of the work was finished.
func beginning(points []forecast.Point) (forecast.Point, bool) {
	for i, p := range points {
		if p.Done > 0 {
			return points[max(0, i-1)], i > 0 && points[i-1].Scope > 0
		}
	}
	return forecast.Point{}, false
}

// grown tells how the scope changed since then, "" where it did not grow.
func (f field) grown(points []forecast.Point) string {
	begun, ok := beginning(points)
	last := points[len(points)-1]
	if !ok || last.Scope <= begun.Scope {
		return ""
	}
	return f.Say("Its scope grew from {amount} to {more} since {day}.", bare(begun.Scope), f.amount(last.Scope), f.Day(plan.Day(begun.Day)))
}

func (f field) label(name string, points []forecast.Point) string {
	last := points[len(points)-1]
	sentences := []string{f.Say("Burn-up of release {name}.", name)}
	if grown := f.grown(points); grown != "" {
		sentences = append(sentences, grown)
	}
	sentences = append(sentences, f.Say("Done so far: {amount} of {all}.", bare(last.Done), f.amount(last.Scope)))
	if f.known {
		sentences = append(sentences, f.Say("All of it is done {range of days} in 50 to 85 of 100 simulated futures.", f.foreseen(plan.Day(f.p50), plan.Day(f.p85))))
	}
	return strings.Join(sentences, " ")
}

func (f field) heads() (scope, done string) {
	if f.unit == forecast.Effort {
		return f.Say("In the release, effort"), f.Say("Done, effort")
	}
	return f.Say("In the release, items"), f.Say("Done, items")
}

// tableRows is about how many days of the past the table holds.
const tableRows = 12

func (f field) rows(points []forecast.Point) []BurnRow {
	step := max(1, len(points)/tableRows)
	var out []BurnRow
	for i, p := range points {
		if (len(points)-1-i)%step == 0 {
			d := plan.Day(p.Day)
			out = append(out, BurnRow{Day: f.Day(d), ISO: d.String(), Scope: f.Decimal(bare(p.Scope)), Done: f.Decimal(bare(p.Done))})
		}
	}
	if f.known {
		out = append(out, f.rowsAhead(points[len(points)-1].Scope)...)
	}
	return out
}

// rowsAhead are the days on which all is done, with how likely that is.
func (f field) rowsAhead(scope int64) []BurnRow {
	var out []BurnRow
	for _, q := range []struct{ day, percent int }{{f.p50, 50}, {f.p85, 85}, {f.p95, 95}} {
		day := plan.Day(q.day)
		row := BurnRow{
			Day:   f.Say("By {day}", f.by(day, true)),
			Scope: f.Decimal(bare(scope)),
			Done:  f.Say("{amount}, {n}\u00a0% likely", bare(scope), q.percent),
		}
		if day-f.plan.Facts.Today <= daysAhead {
			row.ISO = day.String()
		}
		out = append(out, row)
	}
	return out
}

// amount is an amount with its unit: "61 effort", "1 item".
func (f field) amount(n int64) string {
	return f.unitWords(f.unit, n)
}

func (f field) strong(n int64) Part { return Part{Text: f.amount(n), Strong: true} }
