package view

import (
	"strconv"
	"strings"

	"milepost/internal/calendar"
	"milepost/internal/forecast"
	"milepost/internal/plan"
)

// BurnUp draws how the work of a release grew and was finished, and where it will
// end. Lines are paths in a field of 1000 by 300; words stand at thousandths of
// its width and height, so that they keep their size when the field is stretched.
type BurnUp struct {
	Title     string // "The road to 1.3"
	Label     string // the whole drawing in sentences
	Grid      []Tick // months
	Scope     string // the path of what belongs to the release
	Done      string // of what is finished
	Ahead     string // of the scope from today on; "" when it is out
	Fan       string // from today to where 95 of 100 futures end; "" without dates
	Dark      string // the part of it from an even chance to 85
	Today     string // the line of today; "" when it is out
	X, Y      int    // of the last point
	Marks     []PlotMark
	Rows      []BurnRow // the same in numbers
	ScopeHead string    // "In the release, items"
	DoneHead  string    // "Done, items"
	Note      string    // what is uncertain about it
	Grown     string    // how the scope grew since the first of it was finished
	Legend    string
}

// Tick is a month on the axis.
type Tick struct {
	X    int
	Text string
	Path string
}

// PlotMark is a word in the field.
type PlotMark struct {
	Class string // how it stands to its place, and whether it may be left out on phones
	X, Y  int
	Words []Part
}

// BurnRow is how things stood on a day, or will stand.
type BurnRow struct {
	Day, ISO, Scope, Done string
}

// burnUp is nil where there is nothing to draw: no items, nothing done and nothing
// foreseen, or too little history.
func (h here) burnUp(r *plan.Release) *BurnUp {
	history := h.plan.BurnUp(r.Items)
	points := history.Points
	if r.Status == plan.Released && r.Released != 0 {
		points = until(points, r.Released)
	}
	if tooYoung(points) || points[len(points)-1].Done == 0 && !r.Outlook.Known {
		return nil
	}
	f := h.field(r, points)
	b := f.draw(points)
	b.Title = h.Say("The road to {release}", releaseName(r))
	b.Label = f.label(releaseName(r), points)
	b.ScopeHead, b.DoneHead = f.heads()
	if n := history.Undated; n > 0 {
		b.Note = h.Say("{n} day of writing or finishing is not known: such items count from the beginning, and as done only at the end.|{n} days of writing or finishing are not known: such items count from the beginning, and as done only at the end.", n)
	}
	return b
}

// draw makes the lines and the words on them.
func (f field) draw(points []forecast.Point) *BurnUp {
	last := points[len(points)-1]
	b := &BurnUp{
		Grid:   f.months(),
		Scope:  f.steps(points, func(p forecast.Point) int64 { return p.Scope }),
		Done:   f.steps(points, func(p forecast.Point) int64 { return p.Done }),
		X:      f.x(last.Day),
		Y:      f.y(last.Done) * 1000 / fieldHeight,
		Marks:  f.marks(points),
		Rows:   f.rows(points),
		Grown:  f.grown(points),
		Legend: f.Say("Stepped lines: what belongs to the release, and what is done."),
	}
	if !f.out {
		b.Ahead = "M" + f.at(last.Day, last.Scope) + "H1000"
		b.Today = "M" + strconv.Itoa(b.X) + " 12V" + strconv.Itoa(fieldHeight)
	}
	if f.known {
		b.Fan, b.Dark = f.fan(last, f.p95), f.fan(last, f.p85)
		b.Legend = strings.Join([]string{b.Legend, f.Say("The fan is where 95 of 100 simulated futures end; its dark part holds those from an even chance to 85.")}, " ")
	}
	return b
}

// until cuts points after the week of a day.
func until(points []forecast.Point, day calendar.Day) []forecast.Point {
	for i, p := range points {
		if p.Day >= int(day) {
			return points[:i+1]
		}
	}
	return points
}

// minPoints is how many weeks with work in them make a drawing worth looking at.
const minPoints = 3

func tooYoung(points []forecast.Point) bool {
	n := 0
	for _, p := range points {
		if p.Scope > 0 {
			n++
		}
	}
	return n < minPoints
}
