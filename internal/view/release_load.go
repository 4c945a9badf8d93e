package view

import (
	"milepost/internal/plan"
)

// Load is the work in a release against what fits into it. It counts what is done
// and what is not, and so says nothing of how far the release is.
type Load struct {
	Words string // "34 effort planned, room for 40"; "" where nothing is known of it
	Note  string // what is uncertain about it
	Over  bool   // it is more than fits
	Bar   *LoadBar
}

// LoadBar draws a load and the capacity on one line, in percent of the longer.
type LoadBar struct {
	Load, Room int
}

// releaseLoad is nothing where nobody has estimated any of the work: a sum of
// guesses says nothing. What fitted into a release that is out is no news.
func (h here) releaseLoad(r *plan.Release) Load {
	guessed, all := guesses(r.Items)
	if guessed == all {
		return Load{}
	}
	load := Load{Words: h.Say("{effort} effort in all", r.Load)}
	if r.Status == plan.Planned && r.Capacity > 0 {
		load = h.loadOf(r.Load, r.Capacity)
	}
	if guessed > 0 {
		load.Note = h.Say("{n} item is not estimated and counted by a guess.|{n} items are not estimated and counted by a guess.", guessed)
	}
	return load
}

func (h here) loadOf(effort, capacity float64) Load {
	whole := max(effort, capacity)
	load := Load{Bar: &LoadBar{Load: percent(effort / whole), Room: percent(capacity / whole)}}
	if load.Over = effort > capacity; load.Over {
		load.Words = h.Say("{effort} effort planned, room for {capacity}: {over} too much", effort, capacity, effort-capacity)
	} else {
		load.Words = h.Say("{effort} effort planned, room for {capacity}", effort, capacity)
	}
	return load
}

// guesses counts the items nobody has estimated, of all that count.
func guesses(items []*plan.Item) (guessed, all int) {
	for _, it := range items {
		if it.State == plan.StateWont {
			continue
		}
		all++
		if it.Effort == 0 {
			guessed++
		}
	}
	return guessed, all
}
