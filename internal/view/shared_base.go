package view

import (
	"math"

	"milepost/internal/forecast"
	"milepost/internal/plan"
)

// Base is what the dates of a site rest on, said wherever there are dates; or why
// there are none, and what would bring them.
type Base struct {
	Title  string // "Where the dates come from", "Why there are no dates yet"
	Words  []string
	Doubts []string // what speaks against believing them
}

// base tells of the plan's forecast. A plan with nothing left to do has none.
func (s *site) base() *Base {
	f := s.plan.Forecast
	if len(s.plan.Backlog) == 0 || s.plan.Facts.Today == 0 {
		return nil
	}
	if len(f.Silence) > 0 {
		return &Base{Title: s.Say("Why there are no dates yet"), Words: s.whyNoDates(f)}
	}
	return &Base{Title: s.Say("Where the dates come from"), Words: []string{s.baseWords(), s.growthWords(f)}, Doubts: s.baseDoubts(f)}
}

// whyNoDates says what a forecast lacks, and how to give it.
func (s *site) whyNoDates(f forecast.Forecast) []string {
	out := []string{reasonWords(s.Language, f.Silence[0])}
	if n := f.Base.Undated; n > 0 {
		out = append(out, s.Say("{n} finished item does not say on which day, and could not be counted.|{n} finished items do not say on which day, and could not be counted.", n))
	}
	return append(out, s.Say("Finished items count once their files say when, as in {example}.", "finished: "+s.frame.TodayISO))
}

// baseWords is the history behind the dates.
func (s *site) baseWords() string {
	b, today := s.plan.Forecast.Base, s.Day(s.plan.Facts.Today)
	if s.plan.Forecast.Unit == forecast.Effort {
		return s.Say("The dates come from {n} item finished in {weeks} weeks, {effort} effort in all, as of {day}; they hold if nothing is put in front.|The dates come from {n} items finished in {weeks} weeks, {effort} effort in all, as of {day}; they hold if nothing is put in front.",
			b.Finished, b.Weeks, bare(b.Amount), today)
	}
	return s.Say("The dates come from {n} item finished in {weeks} weeks, as of {day}; they hold if nothing is put in front.|The dates come from {n} items finished in {weeks} weeks, as of {day}; they hold if nothing is put in front.", b.Finished, b.Weeks, today)
}

// ground is the base in a sentence, for pages that tell dates and have no room for
// more; "" where there are none to tell.
func (s *site) ground() string {
	if len(s.plan.Backlog) == 0 || len(s.plan.Forecast.Silence) > 0 {
		return ""
	}
	return s.baseWords()
}

// baseNote is the least that must stand beside a date.
func (s *site) baseNote() string {
	return s.Say("Even chance to 85\u00a0%, from {n} week of finished work; if nothing is put in front|Even chance to 85\u00a0%, from {n} weeks of finished work; if nothing is put in front", s.plan.Forecast.Base.Weeks)
}

// growthWords sets the pace beside what keeps coming in.
func (s *site) growthWords(f forecast.Forecast) string {
	perWeek, _ := f.PerWeek()
	pace := s.unitWords(f.Unit, tidy(perWeek))
	growth, ok := f.Growth.PerWeek()
	switch {
	case !ok:
		return s.Say("The pace is about {amount} a week; how fast the backlog grows is not known, because too few items say when they were created.", pace)
	case growth > 0:
		return s.Say("The pace is about {amount} a week, and meanwhile the backlog grows by {n}: what is put in front moves the dates.", pace, bare(tidy(growth)))
	case growth < 0:
		return s.Say("The pace is about {amount} a week, and the backlog shrinks by {n}.", pace, bare(tidy(-growth)))
	}
	return s.Say("The pace is about {amount} a week, and the backlog neither grows nor shrinks.", pace)
}

// baseDoubts are the reasons to believe the dates a little less.
func (s *site) baseDoubts(f forecast.Forecast) []string {
	var out []string
	if f.Unit == forecast.Items {
		out = append(out, s.Say("Items are counted, because only {n} of {all} have an effort. Small items tend to be finished first, so the dates may be too early.", f.Estimated, f.Counted))
	}
	if b := f.Bulk; b.Items > 0 {
		out = append(out, s.Say("{n} of {all} finished items share one day, {day}. If those dates came with an import, the forecast is too hopeful.", b.Items, b.Of, s.Day(plan.Day(b.Day))))
	}
	if n := f.Base.Undated; n > 0 {
		out = append(out, s.Say("{n} finished item has no day and could not be counted, so the dates may be too late.|{n} finished items have no day and could not be counted, so the dates may be too late.", n))
	}
	return out
}

// bare is an amount of the forecast as a number.
func bare(n int64) float64 { return float64(n) / forecast.One }

// tidy rounds an amount to tenths: a pace is known no better.
func tidy(n int64) int64 { return int64(math.Round(float64(n)/10)) * 10 }

// unitWords is an amount with its unit: "61 effort", "1 item".
func (s *site) unitWords(u forecast.Unit, n int64) string {
	switch {
	case u == forecast.Effort:
		return s.Say("{n} effort", bare(n))
	case n%forecast.One == 0:
		return s.Say("{n} item|{n} items", int(n/forecast.One))
	}
	return s.Say("{amount} items", bare(n))
}
