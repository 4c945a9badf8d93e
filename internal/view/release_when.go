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
		return releasedWhen(r)
	case plan.ReleaseDropped:
		return When{Main: "It will not come", Notes: []string{"This release was dropped. What it promised is listed here, so that nothing disappears in silence."}}
	}
	if r.Date.IsZero() {
		return When{Main: "No date yet", Notes: []string{"What it brings is clearer than when."}}
	}
	w := When{
		Main:  capital(whenWords(r.Date)),
		Fixed: r.Fixed,
		Late:  r.Date.Last < h.plan.Facts.Today,
	}
	if r.Date.Unit == calendar.OneDay {
		w.ISO = r.Date.First.String()
	} else {
		w.Notes = append(w.Notes, spanWords(r.Date))
	}
	if r.Fixed {
		w.Notes = append(w.Notes, "The date is fixed from outside: a commitment.")
	} else {
		w.Notes = append(w.Notes, "What we aim for. The date may move.")
	}
	return w
}

func releasedWhen(r *plan.Release) When {
	w := When{Main: "Released"}
	if r.Released != 0 {
		w.Main, w.ISO = "Released "+dayWords(r.Released), r.Released.String()
	}
	if !r.Date.IsZero() {
		w.Notes = []string{planned(r)}
	}
	return w
}

// planned compares the day of a release with the date it was planned for.
func planned(r *plan.Release) string {
	words := "It was planned for " + whenWords(r.Date)
	switch {
	case r.Released == 0:
		return words + "."
	case r.Released > r.Date.Last:
		return words + ": " + counted(int(r.Released-r.Date.Last), "day", "days") + " late."
	case r.Released < r.Date.First:
		return words + ": " + counted(int(r.Date.First-r.Released), "day", "days") + " early."
	}
	return words + ", and came in time."
}

// spanWords names the first and the last day of an interval.
func spanWords(i calendar.Interval) string {
	first, last := i.First.Time(), i.Last.Time()
	if first.Year() != last.Year() {
		return "Between " + dayWords(i.First) + " and " + dayWords(i.Last) + "."
	}
	if first.Month() != last.Month() {
		return "Between " + first.Format("2 January") + " and " + dayWords(i.Last) + "."
	}
	return "Between " + first.Format("2") + " and " + dayWords(i.Last) + "."
}
