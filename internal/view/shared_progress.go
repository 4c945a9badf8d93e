package view

import "milepost/internal/plan"

// manySegments is where single segments get too thin to be counted by eye.
const manySegments = 24

// segments draws the progress of a theme or a release.
func segments(p plan.Progress, class string) Segments {
	s := Segments{Class: class, Label: progressWords(p), Bar: p.All > manySegments}
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
		if s.Bar {
			s.Parts = append(s.Parts, c)
			continue
		}
		for range c.Size {
			s.Parts = append(s.Parts, Segment{State: c.State, Size: 1})
		}
	}
	return s
}

// progressWords says the same in words: "7 of 11 items done, 1 in progress".
func progressWords(p plan.Progress) string {
	if p.All == 0 {
		return "no items yet"
	}
	words := number(p.Done) + " of " + counted(p.All, "item", "items") + " done"
	if p.Started > 0 {
		words += ", " + number(p.Started) + " in progress"
	}
	return words
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
