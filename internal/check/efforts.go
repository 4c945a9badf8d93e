package check

import (
	"math"

	"milepost/internal/plan"
)

// ThemeEffort is what a theme was meant to take of the effort, and what it takes.
type ThemeEffort struct {
	Theme   *plan.Theme
	Said    float64 // in percent, as its author wrote it
	Spent   EffortShare
	Planned EffortShare
}

// EffortShare is the part of a theme in some work.
type EffortShare struct {
	Percent float64 // -1 where there is no such work
	Off     bool    // farther from what was said than allocation-drift allows
}

// Efforts sets what was said about the effort beside what is done, for the themes
// that are now or next and say it. It is nil where none does, and in a plan whose
// unpublished work would make the shares untrue. The work is that which
// allocation-drift looks at: what was finished in the last weeks, and what is open
// and now or next.
func Efforts(p *plan.Plan) []ThemeEffort {
	if hiddenIn(p).work {
		return nil
	}
	planned, spent, slack := effortPlanned(p), effortSpent(p), p.Config.AllocationDrift
	var out []ThemeEffort
	for _, t := range p.Themes {
		if pursued(t) && t.Allocation >= 0 {
			out = append(out, ThemeEffort{Theme: t, Said: t.Allocation, Spent: spent.share(t, slack), Planned: planned.share(t, slack)})
		}
	}
	return out
}

// EffortWeeks is how far back the spent effort of Efforts reaches.
const EffortWeeks = spentWeeks

func (e effort) share(t *plan.Theme, slack float64) EffortShare {
	if e.all == 0 {
		return EffortShare{Percent: -1}
	}
	s := EffortShare{Percent: 100 * e.of[t] / e.all}
	s.Off = e.items >= enoughWork && more(math.Abs(s.Percent-t.Allocation), slack)
	return s
}
