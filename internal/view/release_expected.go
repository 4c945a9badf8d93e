package view

import (
	"milepost/internal/forecast"
	"milepost/internal/plan"
)

// Chance is how likely a release keeps its date.
type Chance struct {
	Words []Part // "Aimed at March 2026, which is likely: 93 %."
	Odds  string // "93 %", "at least 93 %", "less than 1 %"
	Poor  bool   // it is less likely than not
}

// chance is nil where nothing is known of it: without a date, without a forecast,
// when the date has passed, and when nothing is left to do.
func (h here) chance(r *plan.Release) *Chance {
	if r.Chance < 0 || r.Outlook.Ahead == 0 || r.Date.Last < h.plan.Facts.Today {
		return nil
	}
	c := &Chance{Odds: h.odds(r), Poor: r.Chance < 50}
	date, word := h.Interval(r.Date), Part{Text: h.oddsWord(r.Chance), Strong: true}
	if r.Fixed {
		c.Words = h.phrase("Promised for {time}, which is {likely}: {odds}.", date, word, c.Odds)
	} else {
		c.Words = h.phrase("Aimed at {time}, which is {likely}: {odds}.", date, word, c.Odds)
	}
	return c
}

func (h here) odds(r *plan.Release) string {
	switch {
	case r.Chance == 0:
		return h.Say("less than 1\u00a0%")
	case int(r.Date.Last-h.plan.Facts.Today) >= forecast.Horizon*7: // the odds are those of the last day that is played
		return h.Say("at least {n}\u00a0%", r.Chance)
	}
	return h.Say("{n}\u00a0%", r.Chance)
}

// oddsWord says odds as people do.
func (h here) oddsWord(percent int) string {
	switch {
	case percent >= 85:
		return h.Say("likely")
	case percent >= 50:
		return h.Say("more likely than not")
	case percent >= 15:
		return h.Say("less likely than not")
	}
	return h.Say("unlikely")
}

// expectedRelease is when a release is ready; one that is out or dropped is not
// foreseen.
func (h here) expectedRelease(r *plan.Release) Expected {
	if r.Status != plan.Planned {
		return Expected{}
	}
	return h.expected(r.Outlook)
}

// likelyRelease is the same in a line: "Likely 13–20 March 2026", "" where there
// are no dates.
func (h here) likelyRelease(r *plan.Release) string {
	return h.likelyWords(h.expectedRelease(r))
}

// meant sets the date of a planned release beside its forecast: "Meant for March
// 2026, 72 % likely", "" without a date.
func (h here) meant(r *plan.Release) string {
	if r.Date.IsZero() {
		return ""
	}
	date, chance := h.Interval(r.Date), h.chance(r)
	switch {
	case r.Date.Last < h.plan.Facts.Today:
		return h.Say("Was meant for {time}", date)
	case r.Fixed && chance != nil:
		return h.Say("Promised for {time}, {odds} likely", date, chance.Odds)
	case r.Fixed:
		return h.Say("Promised for {time}", date)
	case chance != nil:
		return h.Say("Meant for {time}, {odds} likely", date, chance.Odds)
	}
	return h.Say("Meant for {time}", date)
}
