package view

import "milepost/internal/plan"

// manySegments is where single segments get too thin to be counted by eye.
const manySegments = 24

// segments draws the progress of a theme or a release.
func (s *site) segments(p plan.Progress, class string) Segments {
	out := Segments{Class: class, Label: s.progressWords(p), Bar: p.All > manySegments}
	counts := []Segment{
		{"done", p.Done},
		{"review", p.Reviews},
		{"doing", p.Doing},
		{"ready", p.Ready},
		{"waiting", p.Waiting},
		{"idea", p.Idea},
	}
	for _, c := range counts {
		if c.Size == 0 {
			continue
		}
		if out.Bar {
			out.Parts = append(out.Parts, c)
			continue
		}
		for range c.Size {
			out.Parts = append(out.Parts, Segment{State: c.State, Size: 1})
		}
	}
	return out
}

// progressWords says the same in words: "7 of 11 items done, 1 in progress".
func (s *site) progressWords(p plan.Progress) string {
	switch {
	case p.All == 0:
		return s.Say("no items yet")
	case p.Started > 0:
		return s.Say("{done} of {n} item done, {started} in progress|{done} of {n} items done, {started} in progress", p.Done, p.All, p.Started)
	}
	return s.Say("{done} of {n} item done|{done} of {n} items done", p.Done, p.All)
}

// percent is a share as a whole number that says 0 and 100 only when it is.
func percent(share float64) int {
	switch n := int(share*100 + .5); {
	case share <= 0:
		return 0
	case share >= 1:
		return 100
	default:
		return min(max(n, 1), 99)
	}
}
