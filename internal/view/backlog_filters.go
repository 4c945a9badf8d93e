package view

import (
	"slices"

	"milepost/internal/plan"
	"milepost/internal/schema"
)

// Filters are the choices above the backlog: only those that would find
// something.
type Filters struct {
	Types  []Mark
	States []Mark
	Themes []Shield // as shields, where they are few
	Names  []Choice // else by name
	Loose  bool     // some items have no theme
	Owners []Choice
	Tags   []Choice
}

// Choice is one entry of a list to choose from.
type Choice struct{ Value, Text string }

// maxShields is how many themes are offered as shields.
const maxShields = 12

// filters gathers the choices from the open items.
func (s *site) filters() *Filters {
	types, states, owners, tags := map[string]bool{}, map[plan.State]bool{}, map[string]bool{}, map[string]bool{}
	themes := map[*plan.Theme]bool{}
	for _, it := range s.plan.Backlog {
		types[it.Type], states[it.State], themes[it.Theme] = true, true, true
		for _, o := range it.Owners {
			owners[o] = true
		}
		for _, t := range it.Tags {
			tags[t] = true
		}
	}
	f := &Filters{Loose: themes[nil], Owners: choices(owners), Tags: choices(tags)}
	for _, t := range schema.Types {
		if types[t] {
			f.Types = append(f.Types, s.typeMark(t))
		}
	}
	for _, st := range []plan.State{plan.StateDoing, plan.StateReview, plan.StateReady, plan.StateWaiting, plan.StateIdea} {
		if states[st] {
			f.States = append(f.States, s.stateMark(st))
		}
	}
	s.themeChoices(f, themes)
	return f.useful()
}

func (s *site) themeChoices(f *Filters, themes map[*plan.Theme]bool) {
	delete(themes, nil)
	for _, t := range s.plan.Themes {
		switch {
		case !themes[t]:
		case len(themes) > maxShields:
			f.Names = append(f.Names, Choice{Value: t.Letter, Text: t.Letter + " " + t.Title})
		default:
			f.Themes = append(f.Themes, s.shields[t])
		}
	}
}

// useful drops the groups in which there is nothing to choose.
func (f *Filters) useful() *Filters {
	if len(f.Types) < 2 {
		f.Types = nil
	}
	if len(f.States) < 2 {
		f.States = nil
	}
	if len(f.Themes) < 2 {
		f.Themes = nil
	}
	return f
}

// maxChoices is how many words one can still choose from; the filter by words
// finds them, too.
const maxChoices = 200

func choices(words map[string]bool) []Choice {
	if len(words) > maxChoices {
		return nil
	}
	var out []Choice
	for w := range words {
		out = append(out, Choice{Value: w, Text: w})
	}
	slices.SortFunc(out, func(a, b Choice) int { return plan.CompareNatural(fold(a.Text), fold(b.Text)) })
	return out
}
