package view

import (
	"milepost/internal/plan"
)

// Load is the work in a release against what fits into it.
type Load struct {
	Words string // "34 of 40 units of effort"; "" where nothing is known of it
	Note  string // what is uncertain about it
	Over  bool   // it is more than fits
}

func releaseLoad(r *plan.Release) Load {
	guessed, all := 0, 0
	for _, it := range r.Items {
		if it.State == plan.StateWont {
			continue
		}
		all++
		if it.Effort == 0 {
			guessed++
		}
	}
	if guessed == all { // a sum of guesses says nothing
		return Load{}
	}
	load := Load{Words: loadWords(r.Load, r.Capacity), Over: r.Capacity > 0 && r.Load > r.Capacity}
	if guessed > 0 {
		load.Note = counted(guessed, "item is", "items are") + " not estimated and counted by a guess."
	}
	return load
}

func loadWords(load, capacity float64) string {
	words := amount(rounded(load))
	switch {
	case capacity == 0:
		return words + " units of effort in all"
	case load > capacity:
		return words + " of " + amount(capacity) + " units of effort: over by " + amount(rounded(load-capacity))
	}
	return words + " of " + amount(capacity) + " units of effort"
}
