package view

import (
	"milepost/internal/forecast"
	"milepost/internal/plan"
)

// Chance is how likely a release keeps its date.
type Chance struct {
	Date  string // what was promised or aimed at: "the first quarter of 2026"
	Fixed bool
	Odds  string // "93 %", "at least 93 %", "less than 1\u00a0%"
	Words string // the same in words: "likely"
	Poor  bool   // it is less likely than not
}

// chance is nil where nothing is known of it: without a date, without a forecast,
// when the date has passed, and when nothing is left to do.
func (h here) chance(r *plan.Release) *Chance {
	if r.Chance < 0 || r.Outlook.Ahead == 0 || r.Date.Last < h.plan.Facts.Today {
		return nil
	}
	c := &Chance{
		Date:  whenWords(r.Date),
		Fixed: r.Fixed,
		Odds:  number(r.Chance) + "\u00a0%",
		Words: oddsWords(r.Chance),
		Poor:  r.Chance < 50,
	}
	switch {
	case r.Chance == 0:
		c.Odds = "less than 1\u00a0%"
	case int(r.Date.Last-h.plan.Facts.Today) >= forecast.Horizon*7: // the odds are those of the last day that is played
		c.Odds = "at least " + c.Odds
	}
	return c
}

// oddsWords says odds as people do.
func oddsWords(percent int) string {
	switch {
	case percent >= 85:
		return "likely"
	case percent >= 50:
		return "more likely than not"
	case percent >= 15:
		return "less likely than not"
	}
	return "unlikely"
}

// expectedRelease is when a release is ready; one that is out or dropped is not
// foreseen.
func (h here) expectedRelease(r *plan.Release) Expected {
	if r.Status != plan.Planned {
		return Expected{}
	}
	return h.expected(r.Outlook)
}

// meant sets the date of a planned release beside its forecast: "Meant for March
// 2026, 72 % likely", "" without a date.
func (h here) meant(r *plan.Release) string {
	if r.Date.IsZero() {
		return ""
	}
	words := "Meant for "
	switch {
	case r.Date.Last < h.plan.Facts.Today:
		words = "Was meant for "
	case r.Fixed:
		words = "Promised for "
	}
	words += whenWords(r.Date)
	if c := h.chance(r); c != nil {
		words += ", " + c.Odds + " likely"
	}
	return words
}
