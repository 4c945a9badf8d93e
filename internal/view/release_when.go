package view

import (
	"milepost/internal/calendar"
	"milepost/internal/plan"
)

// When says when a release comes or came, and how firmly that is meant.
type When struct {
	Main  string // "The third quarter of 2026"
	ISO   string // of a single day, "" for anything coarser
	Fixed bool   // a commitment to the date
	Late  bool   // the date has passed and the release is not out
	Notes []string
}

func (h here) when(r *plan.Release) When {
	switch r.Status {
	case plan.Released:
		return h.releasedWhen(r)
	case plan.ReleaseDropped:
		return When{Main: h.Say("It will not come"), Notes: []string{h.Say("This release was dropped. What it promised is listed here, so that nothing disappears in silence.")}}
	}
	if r.Date.IsZero() {
		return When{Main: h.Say("No date yet"), Notes: []string{h.Say("What it brings is clearer than when.")}}
	}
	w := When{
		Main:  capital(h.Interval(r.Date)),
		Fixed: r.Fixed,
		Late:  r.Date.Last < h.plan.Facts.Today,
	}
	if r.Date.Unit == calendar.OneDay {
		w.ISO = r.Date.First.String()
	} else {
		w.Notes = append(w.Notes, h.span(r.Date))
	}
	return h.withFirmness(w)
}

func (h here) withFirmness(w When) When {
	words := h.Say("What we aim for. The date may move.")
	if w.Fixed {
		words = h.Say("The date is fixed from outside: a commitment.")
	}
	w.Notes = append(w.Notes, words)
	return w
}

func (h here) releasedWhen(r *plan.Release) When {
	w := When{Main: h.Say("Released")}
	if r.Released != 0 {
		w.Main, w.ISO = h.Say("Released {day}", h.Day(r.Released)), r.Released.String()
	}
	if !r.Date.IsZero() {
		w.Notes = []string{h.wasPlanned(r)}
	}
	return w
}

// wasPlanned compares the day of a release with the date it was planned for.
func (h here) wasPlanned(r *plan.Release) string {
	date := h.Interval(r.Date)
	switch {
	case r.Released == 0:
		return h.Say("It was planned for {time}.", date)
	case r.Released > r.Date.Last:
		return h.Say("It was planned for {time}: {n} day late.|It was planned for {time}: {n} days late.", date, int(r.Released-r.Date.Last))
	case r.Released < r.Date.First:
		return h.Say("It was planned for {time}: {n} day early.|It was planned for {time}: {n} days early.", date, int(r.Date.First-r.Released))
	}
	return h.Say("It was planned for {time}, and came in time.", date)
}

// span names the first and the last day of an interval.
func (h here) span(i calendar.Interval) string {
	if i.First.Time().Year() != i.Last.Time().Year() {
		return h.Say("Between {first day} and {last day}.", h.Day(i.First), h.Day(i.Last))
	}
	return h.Say("Between {first day} and {last day}.", h.DayOfYear(i.First), h.Day(i.Last))
}
