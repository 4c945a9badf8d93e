package view

import (
	"milepost/internal/calendar"
	"milepost/internal/forecast"
	"milepost/internal/plan"
)

// Expected is by when something will be done, as the past lets one think: a
// range, and never a single day. The zero Expected has nothing to say.
type Expected struct {
	Range  string // "13–20 March 2026": even chance to 85 %; "" where there are no dates
	Even   ByDay  // 50 of 100 futures
	Likely ByDay  // 85
	Sure   ByDay  // 95
	Bar    RangeBar
	Silent string // in place of a range: why there are no dates
}

// ByDay is a day up to which something is done.
type ByDay struct {
	Words string // "20 March", "late June"
	ISO   string // "" where the words are coarser than a day
}

// RangeBar draws a range on a line from today on, in percent of the line.
type RangeBar struct {
	From int // where the even chance begins
	Size int // from there to 95 %
	Dark int // of Size, how much lies before 85 %
}

// expected says when what is open of a thing will be done. A plan whose past says
// nothing gives the reason; what is done already gives nothing.
func (h here) expected(o plan.Outlook) Expected {
	switch {
	case o.Ahead == 0:
		return Expected{}
	case len(h.plan.Forecast.Silence) > 0:
		return Expected{Silent: reasonWords(h.Language, h.plan.Forecast.Silence[0])}
	case !o.Known:
		return Expected{Silent: h.doubtWords(o.Dates.Doubt)}
	}
	today := h.plan.Facts.Today
	p50, p85, p95 := plan.Day(o.Dates.P50.Day), plan.Day(o.Dates.P85.Day), plan.Day(o.Dates.P95.Day)
	e := Expected{
		Range:  h.foreseen(p50, p85),
		Even:   h.byDay(p50),
		Likely: h.byDay(p85),
		Sure:   h.byDay(p95),
		Bar:    rangeBar(int(p50-today), int(p85-today), int(p95-today)),
	}
	if e.Likely.ISO == "" { // then the range is not told in days either
		e.Even = ByDay{Words: h.Third(p50, p50.Time().Year() != today.Time().Year())}
	}
	return e
}

func (s *site) byDay(d calendar.Day) ByDay {
	by := ByDay{Words: s.by(d, false)}
	if d-s.plan.Facts.Today <= daysAhead {
		by.ISO = d.String()
	}
	return by
}

// barEnd is where on its line a range ends, in percent: a little before the edge.
const barEnd = 96

// rangeBar lays three days on a line. The range stays wide enough to be seen.
func rangeBar(p50, p85, p95 int) RangeBar {
	bar := RangeBar{From: p50 * barEnd / max(p95, 1), Dark: 100}
	bar.From = min(bar.From, barEnd-4)
	bar.Size = barEnd - bar.From
	if p95 > p50 {
		bar.Dark = max(10, 100*(p85-p50)/(p95-p50))
	}
	return bar
}

// doubtWords says why one thing has no dates in a plan that has a forecast.
func (s *site) doubtWords(d forecast.Doubt) string {
	if d == forecast.TooFar {
		return s.Say("Not foreseeable yet: at the present pace it is more than two years ahead.")
	}
	return s.Say("Not foreseeable yet: the range of days would be too wide to be of use.")
}

// likelyWords is a range in a line: "Likely 13–20 March 2026", "" without one.
func (s *site) likelyWords(e Expected) string {
	if e.Range == "" {
		return ""
	}
	return s.Say("Likely {range}", e.Range)
}
