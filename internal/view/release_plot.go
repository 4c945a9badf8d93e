package view

import (
	"milepost/internal/forecast"
	"milepost/internal/plan"
)

// The words of a BurnUp: in its field, in a table, and in sentences.

// nearMarks is a distance, in thousandths, at which two words would touch.
const nearMarks = 150

func (f field) marks(points []forecast.Point) []PlotMark {
	last := points[len(points)-1]
	x, y := f.x(last.Day), f.y(last.Scope)*1000/fieldHeight
	now := PlotMark{Class: "r", X: max(0, x-10), Y: y, Bold: hundredths(last.Scope), Text: unitName(f.unit)}
	if !f.out {
		now.Text += " now"
	}
	done := PlotMark{Class: "b", X: x + 18, Y: f.y(last.Done) * 1000 / fieldHeight, Bold: hundredths(last.Done), Text: "done"}
	if x > 850 {
		done.Class, done.X = "b r", x-18
	}
	if done.Y > 900 { // below it stand the months, and on its right begins the fan
		done.Class, done.X = "r", x-18
	}
	if x < 2*nearMarks {
		now.Class, now.X = "", 0
	}
	out := []PlotMark{now, done}
	if begun, ok := beginning(points); ok && begun.Scope != last.Scope && x > 3*nearMarks {
		out = append(out, PlotMark{Class: "s", X: max(6, f.x(begun.Day)-60), Y: f.y(begun.Scope) * 1000 / fieldHeight, Bold: hundredths(begun.Scope), Text: "at first"})
	}
	if !f.known {
		return out
	}
	at := PlotMark{Class: "c", X: f.x(f.p85), Y: y, Bold: rangeShort(f)}
	switch {
	case at.X > 880:
		at.Class, at.X = "r", 1000
	case at.X-x < nearMarks:
		at.Class, at.X = "", x+15
	}
	out = append(out, at)
	if sure := f.x(f.p95); at.Class == "c" && sure-at.X > nearMarks && sure < 950 {
		out = append(out, PlotMark{Class: "c s", X: sure, Y: y, Text: byWords(plan.Day(f.p95), f.today, false)})
	}
	return out
}

// rangeShort is the range without its year, which the axis shows.
func rangeShort(f field) string {
	from, to := plan.Day(f.p50), plan.Day(f.p85)
	if from == to {
		return byWords(to, f.today, false)
	}
	if to-f.today > daysAhead {
		return thirdsWords(from, to)
	}
	if a, b := from.Time(), to.Time(); a.Month() == b.Month() {
		return a.Format("2") + "–" + b.Format("2 January")
	}
	return byWords(from, f.today, false) + " to " + byWords(to, f.today, false)
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
	return "Its scope grew from " + hundredths(begun.Scope) + " to " + unitWords(f.unit, last.Scope) + " since " + dayWords(plan.Day(begun.Day)) + "."
}

func (f field) label(name string, points []forecast.Point) string {
	last := points[len(points)-1]
	words := "Burn-up of release " + name + ". "
	if grown := f.grown(points); grown != "" {
		words += grown + " "
	}
	words += "Done so far: " + hundredths(last.Done) + " of " + unitWords(f.unit, last.Scope)
	if !f.known {
		return words + "."
	}
	return words + ". All of it is done " + rangeWords(plan.Day(f.p50), plan.Day(f.p85), f.today) + " in 50 to 85 of 100 simulated futures."
}

// tableRows is about how many days of the past the table holds.
const tableRows = 12

func (f field) rows(points []forecast.Point) []BurnRow {
	step := max(1, len(points)/tableRows)
	var out []BurnRow
	for i, p := range points {
		if (len(points)-1-i)%step == 0 {
			d := plan.Day(p.Day)
			out = append(out, BurnRow{Day: dayWords(d), ISO: d.String(), Scope: hundredths(p.Scope), Done: hundredths(p.Done)})
		}
	}
	if !f.known {
		return out
	}
	scope := hundredths(points[len(points)-1].Scope)
	for _, q := range []struct {
		day  int
		odds string
	}{{f.p50, "50 %"}, {f.p85, "85 %"}, {f.p95, "95 %"}} {
		by := byDay(plan.Day(q.day), f.today)
		out = append(out, BurnRow{Day: "By " + byWords(plan.Day(q.day), f.today, true), ISO: by.ISO, Scope: scope, Done: scope + ", " + q.odds + " likely"})
	}
	return out
}
