package view

import (
	"math"

	"milepost/internal/check"
)

// EffortLine sets what a theme was meant to take of the effort beside what it
// takes: in numbers, and on a line from 0 to 100.
type EffortLine struct {
	Theme *Shield
	Said  EffortShare
	Done  EffortShare // of what was finished of late
	Next  EffortShare // of what is to come
	From  int         // of the stretch between what was said and what is done
	Size  int
}

// EffortShare is a part of the effort.
type EffortShare struct {
	Words   string // "40 %", "–" where there is nothing to take a part of
	Percent int
	Known   bool
	Off     bool // too far from what was said
}

// effortLines are nil in a plan where no theme was given a share of the effort.
func (h here) effortLines() []EffortLine {
	return each(check.Efforts(h.plan), func(e check.ThemeEffort) EffortLine {
		line := EffortLine{
			Theme: h.shield(e.Theme),
			Said:  h.effortShare(check.EffortShare{Percent: e.Said}),
			Done:  h.effortShare(e.Spent),
			Next:  h.effortShare(e.Planned),
		}
		if line.Done.Known {
			line.From = min(line.Said.Percent, line.Done.Percent)
			line.Size = max(line.Said.Percent, line.Done.Percent) - line.From
		}
		return line
	})
}

func (h here) effortShare(s check.EffortShare) EffortShare {
	if s.Percent < 0 {
		return EffortShare{Words: "–"}
	}
	n := int(math.Round(s.Percent))
	return EffortShare{Words: h.Say("{n}\u00a0%", n), Percent: n, Known: true, Off: s.Off}
}
