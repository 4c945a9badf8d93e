package view

import (
	"slices"

	"milepost/internal/plan"
)

// Scope is what one theme brings to a release.
type Scope struct {
	Theme *Shield // nil for the items without a theme
	Words string  // "5 of 9 done"
	Why   string
}

// Moved is an outcome a release works for.
type Moved struct {
	Number int
	Title  string
	Words  []Amount // empty where it is not measured
}

// Amount is a number of a measure with what it is: "58 %", "before".
type Amount struct{ Number, Words string }

// scope says for every theme how much of the items it stands for, in the order
// of the themes.
func (h here) scope(items []*plan.Item) []Scope {
	counts := map[*plan.Theme]*plan.Progress{}
	for _, it := range items {
		if it.State == plan.StateWont {
			continue
		}
		c := counts[it.Theme]
		if c == nil {
			c = &plan.Progress{}
			counts[it.Theme] = c
		}
		c.All++
		if it.Status == plan.Done {
			c.Done++
		}
	}
	var out []Scope
	for _, t := range append(slices.Clone(h.plan.Themes), nil) { // nil: without a theme
		if c := counts[t]; c != nil {
			out = append(out, Scope{Theme: h.shield(t), Words: number(c.Done) + " of " + number(c.All) + " done", Why: whyOf(t)})
		}
	}
	return out
}

// whyOf is why a theme is worth its work, in as few words as there are.
func whyOf(t *plan.Theme) string {
	if t == nil {
		return ""
	}
	return firstOf(t.Why, t.Summary)
}

// moves are the outcomes the themes of some items serve.
func (h here) moves(items []*plan.Item) []Moved {
	served := map[*plan.Outcome]bool{}
	for _, it := range items {
		if it.Theme == nil || it.State == plan.StateWont {
			continue
		}
		for _, o := range it.Theme.Outcomes {
			served[o] = true
		}
	}
	var out []Moved
	for _, o := range h.plan.Outcomes {
		if served[o] {
			out = append(out, Moved{Number: o.Number, Title: o.Title.Text, Words: amounts(o)})
		}
	}
	return out
}

// amounts are where a measure was, is, and shall be.
func amounts(o *plan.Outcome) []Amount {
	var out []Amount
	for _, a := range []Amount{{o.Baseline.Text, "before"}, {o.Current.Text, "now"}, {o.Target.Text, "is the goal"}} {
		if a.Number != "" {
			out = append(out, a)
		}
	}
	return out
}
