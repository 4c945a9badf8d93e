package view

import (
	"unicode/utf8"

	"milepost/internal/plan"
)

// ItemLine is an item in one line: all that a list needs whose order needs no
// reasons. Such lists are long, so it holds no more than is drawn.
type ItemLine struct {
	Title, Href string
	State       Mark    // its Word is left out where the list says it already
	Theme       *Shield // nil: none, or the list is of one theme
	Label       string  // the id, where it is short enough
	Note, Day   string  // "no. 12", or the day it was done
}

// LineRun is a stretch of lines on one surface of road.
type LineRun struct {
	Surface string
	Label   string // for those who cannot see the road
	Lines   []ItemLine
}

func (h here) line(it *plan.Item) ItemLine {
	line := ItemLine{Title: it.Title, Href: h.href(it), State: h.stateMark(it.State), Theme: h.shield(it.Theme)}
	if utf8.RuneCountInString(it.ID) <= longID {
		line.Label = it.ID
	}
	if it.Position > 0 {
		line.Note = h.Say("no. {n}", it.Position)
	}
	if it.Status == plan.Done {
		line.State.Word = ""
		line.Note, line.Day = h.Day(it.Finished), it.Finished.String()
	}
	return line
}

// lineRuns lays items on the road: a run begins where the surface changes.
func (h here) lineRuns(items []*plan.Item) []LineRun {
	var out []LineRun
	for _, it := range items {
		if s := itemSurface(it); len(out) == 0 || out[len(out)-1].Surface != s {
			out = append(out, LineRun{Surface: s, Label: h.surfaceLabel(it)})
		}
		run := &out[len(out)-1]
		run.Lines = append(run.Lines, h.line(it))
	}
	return out
}
