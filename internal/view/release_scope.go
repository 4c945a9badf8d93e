package view

import (
	"slices"

	"milepost/internal/plan"
)

// Scope is what one theme brings to a release.
type Scope struct {
	Theme *Shield // nil for the items without a theme
	Words string  // "5 of 9 done, 40 % of the effort"
	Why   string
}

// Moved is an outcome a release works for.
type Moved struct {
	Number  int
	Title   string
	Measure []Part // "58 % before, 71 % now and 95 % is the goal"; nil where it is not measured
	By      string // "By 9 items, 62 % of the effort."
}

// themeScope is what the items of one theme amount to.
type themeScope struct {
	done, all int
	effort    float64
}

// scope says for every theme how much of the items it stands for, in the order
// of the themes.
func (h here) scope(items []*plan.Item) []Scope {
	counts := scopeByTheme(items)
	all := effortOf(items, func(*plan.Item) bool { return true })
	var out []Scope
	for _, t := range append(slices.Clone(h.plan.Themes), nil) { // nil: without a theme
		if c := counts[t]; c != nil {
			words := h.Say("{done} of {all} done", c.done, c.all)
			if all > 0 && len(counts) > 1 {
				words = h.Say("{done} of {all} done, {n}\u00a0% of the effort", c.done, c.all, percent(c.effort/all))
			}
			out = append(out, Scope{Theme: h.shield(t), Words: words, Why: whyOf(t)})
		}
	}
	return out
}

func scopeByTheme(items []*plan.Item) map[*plan.Theme]*themeScope {
	counts := map[*plan.Theme]*themeScope{}
	for _, it := range items {
		if it.State == plan.StateWont {
			continue
		}
		c := counts[it.Theme]
		if c == nil {
			c = &themeScope{}
			counts[it.Theme] = c
		}
		c.all++
		c.effort += it.Size
		if it.Status == plan.Done {
			c.done++
		}
	}
	return counts
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
	all := effortOf(items, func(*plan.Item) bool { return true })
	var out []Moved
	for _, o := range h.plan.Outcomes {
		if serving(items, o) > 0 {
			out = append(out, Moved{Number: o.Number, Title: o.Title.Text, Measure: h.measure(o), By: h.servedBy(items, o, all)})
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

func serves(it *plan.Item, o *plan.Outcome) bool {
	return it.State != plan.StateWont && it.Theme != nil && slices.Contains(it.Theme.Outcomes, o)
}

func serving(items []*plan.Item, o *plan.Outcome) int {
	n := 0
	for _, it := range items {
		if serves(it, o) {
			n++
		}
	}
	return n
}

// servedBy says how much of some items serves an outcome. all is their effort.
func (h here) servedBy(items []*plan.Item, o *plan.Outcome, all float64) string {
	n := serving(items, o)
	effort := effortOf(items, func(it *plan.Item) bool { return serves(it, o) })
	if effort > 0 && all > 0 {
		return h.Say("By {n} item, {share}\u00a0% of the effort.|By {n} items, {share}\u00a0% of the effort.", n, percent(effort/all))
	}
	return h.Say("By {n} item.|By {n} items.", n)
}

// measure says where an outcome was, is, and shall be.
func (h here) measure(o *plan.Outcome) []Part {
	var out []Part
	add := func(phrase []Part) {
		if out != nil {
			phrase = h.phrase("{list}, {item}", out, phrase)
		}
		out = phrase
	}
	number := func(q plan.Quantity) Part { return Part{Text: q.Text, Strong: true} }
	if o.Baseline.Text != "" {
		add(h.phrase("{number} before", number(o.Baseline)))
	}
	if o.Current.Text != "" {
		add(h.phrase("{number} now", number(o.Current)))
	}
	if o.Target.Text != "" {
		add(h.phrase("{number} is the goal", number(o.Target)))
	}
	return out
}
