package view

import (
	"math"
	"strconv"

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
		return &Base{
			Title: "Why there are no dates yet",
			Words: []string{reasonWords(f.Silence[0]), undatedWords(f.Base.Undated) +
				"Finished items count once their files say when, as in finished: " + s.frame.TodayISO + "."},
		}
	}
	return &Base{Title: "Where the dates come from", Words: []string{baseWords(s.plan), growthWords(f)}, Doubts: baseDoubts(f)}
}

// baseWords is the history behind the dates.
func baseWords(p *plan.Plan) string {
	b := p.Forecast.Base
	words := "The dates come from " + counted(b.Weeks, "week", "weeks") + " in which " + counted(b.Finished, "item was", "items were") + " finished"
	if p.Forecast.Unit == forecast.Effort {
		words += ", " + hundredths(b.Amount) + " effort in all"
	}
	return words + ", as of " + dayWords(p.Facts.Today) + "; they hold if nothing is put in front."
}

// ground is the base in a sentence, for pages that tell dates and have no room for
// more; "" where there are none to tell.
func (s *site) ground() string {
	if len(s.plan.Backlog) == 0 || len(s.plan.Forecast.Silence) > 0 {
		return ""
	}
	return baseWords(s.plan)
}

// baseNote is the least that must stand beside a date.
func (s *site) baseNote() string {
	return "Even chance to 85 %, from " + counted(s.plan.Forecast.Base.Weeks, "week", "weeks") + " of finished work; if nothing is put in front"
}

// growthWords sets the pace beside what keeps coming in.
func growthWords(f forecast.Forecast) string {
	pace, _ := f.PerWeek()
	words := "The pace is about " + unitWords(f.Unit, tidy(pace)) + " a week"
	growth, ok := f.Growth.PerWeek()
	switch {
	case !ok:
		return words + "; how fast the backlog grows is not known, because too few items say when they were created."
	case growth > 0:
		return words + ", and meanwhile the backlog grows by " + hundredths(tidy(growth)) + ": what is put in front moves the dates."
	case growth < 0:
		return words + ", and the backlog shrinks by " + hundredths(tidy(-growth)) + "."
	}
	return words + ", and the backlog neither grows nor shrinks."
}

// baseDoubts are the reasons to believe the dates a little less.
func baseDoubts(f forecast.Forecast) []string {
	var out []string
	if f.Unit == forecast.Items {
		out = append(out, "Items are counted, because only "+number(f.Estimated)+" of "+number(f.Counted)+
			" have an effort. Small items tend to be finished first, so the dates may be too early.")
	}
	if b := f.Bulk; b.Items > 0 {
		out = append(out, number(b.Items)+" of "+number(b.Of)+" finished items share one day, "+dayWords(plan.Day(b.Day))+
			". If those dates came with an import, the forecast is too hopeful.")
	}
	if n := f.Base.Undated; n > 0 {
		out = append(out, counted(n, "finished item has", "finished items have")+" no day and could not be counted, so the dates may be too late.")
	}
	return out
}

// hundredths writes an amount of the forecast: "61", "2.5".
func hundredths(n int64) string {
	return strconv.FormatFloat(float64(n)/forecast.One, 'f', -1, 64)
}

// tidy rounds an amount to tenths: a pace is known no better.
func tidy(n int64) int64 { return int64(math.Round(float64(n)/10)) * 10 }

// unitWords is an amount with its unit: "61 effort", "1 item".
func unitWords(u forecast.Unit, n int64) string {
	switch {
	case u == forecast.Effort:
		return hundredths(n) + " effort"
	case n == forecast.One:
		return "1 item"
	}
	return hundredths(n) + " items"
}
