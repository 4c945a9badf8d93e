package view

import (
	"slices"

	"milepost/internal/plan"
)

// Scope is what one theme brings to a release.
type Scope struct {
	Theme *Shield // nil for the items without a theme
	Words string  // "5 of 9 done"
	Share int     // of the effort, in percent; 0 where it is not known
	Why   string
}

// Moved is an outcome a release works for.
type Moved struct {
	Number int
	Title  string
	Words  []Amount // empty where it is not measured
	By     string   // "9 items, 62 % of the effort"
}

// Amount is a number of a measure with what it is: "58 %", "before".
type Amount struct{ Number, Words string }

// scope says for every theme how much of the items it stands for, in the order
// of the themes.
func (h here) scope(items []*plan.Item) []Scope {
	counts := map[*plan.Theme]*plan.Progress{}
	efforts := map[*plan.Theme]float64{}
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
		efforts[it.Theme] += it.Size
		if it.Status == plan.Done {
			c.Done++
		}
	}
	all := effortOf(items, func(*plan.Item) bool { return true })
	var out []Scope
	for _, t := range append(slices.Clone(h.plan.Themes), nil) { // nil: without a theme
		if c := counts[t]; c != nil {
			scope := Scope{Theme: h.shield(t), Words: number(c.Done) + " of " + number(c.All) + " done", Why: whyOf(t)}
			if all > 0 && len(counts) > 1 {
				scope.Share = percent(efforts[t] / all)
			}
			out = append(out, scope)
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
	all := effortOf(items, func(*plan.Item) bool { return true })
	var out []Moved
	for _, o := range h.plan.Outcomes {
		if served[o] {
			out = append(out, Moved{Number: o.Number, Title: o.Title.Text, Words: amounts(o), By: servedBy(items, o, all)})
		}
	}
	return out
}

// effortOf is the effort of those items that are wanted, and 0 where nobody has
// estimated any of them: a share of guesses says nothing.
func effortOf(items []*plan.Item, wanted func(*plan.Item) bool) float64 {
	sum, known := 0.0, false
	for _, it := range items {
		if it.State != plan.StateWont && wanted(it) {
			sum += it.Size
			known = known || it.Effort > 0
		}
	}
	if !known {
		return 0
	}
	return sum
}

// servedBy says how much of some items serves an outcome. all is their effort.
func servedBy(items []*plan.Item, o *plan.Outcome, all float64) string {
	n := 0
	serves := func(it *plan.Item) bool {
		return it.Theme != nil && slices.Contains(it.Theme.Outcomes, o)
	}
	for _, it := range items {
		if it.State != plan.StateWont && serves(it) {
			n++
		}
	}
	words := "By " + counted(n, "item", "items")
	if effort := effortOf(items, serves); effort > 0 && all > 0 {
		words += ", " + number(percent(effort/all)) + " % of the effort"
	}
	return words + "."
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
