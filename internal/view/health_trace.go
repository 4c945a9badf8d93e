package view

import (
	"milepost/internal/check"
	"milepost/internal/plan"
)

// Trace is one of the two numbers that say whether the thread of a plan holds:
// from the work up to an outcome, or from the strategy down to work. They are
// two, and not one grade, because a grade invites people to please it.
type Trace struct {
	Title   string // "Trace up: Does what we work on next serve an outcome?"
	Main    string // "82 %", "3 of 4"
	Words   string // what it is of
	Gauge   *Gauge // nil where there is nothing to measure
	Note    string
	Outside []Part // what is not counted in, by name
}

// maxOutside is how many names of what is outside are told.
const maxOutside = 5

// traces are the two of them; nil in a plan that holds nothing to trace.
func (h here) traces() []Trace {
	up, down := check.Trace(h.plan)
	if up.Whole == 0 && down.Whole == 0 {
		return nil
	}
	return []Trace{h.traceUp(up), h.traceDown(down)}
}

func (h here) traceUp(s check.Share) Trace {
	t := Trace{Title: h.Say("Trace up: Does what we work on next serve an outcome?")}
	if names := h.untraced(s); len(names) > 0 {
		t.Outside = h.phrase("Leads to no outcome: {items}.", names)
	}
	p, ok := s.Percent()
	if !ok {
		t.Main, t.Words = h.Say("Nothing yet"), h.Say("No open item is near: in Now, or among the first ten.")
		return t
	}
	t.Main, t.Gauge = h.Say("{n}\u00a0%", p), &Gauge{Percent: p}
	t.Words = h.Say("of the effort near at hand reaches an outcome: {inside} of {n} item, {effort} of {whole} effort.|of the effort near at hand reaches an outcome: {inside} of {n} items, {effort} of {whole} effort.",
		len(s.Inside), len(s.Inside)+len(s.Outside), s.Part, s.Whole)
	if s.Assumed > 0 {
		t.Note = h.Say("{n}\u00a0% of that effort is assumed, because nobody has estimated it.", percent(s.Assumed/s.Whole))
	}
	return t
}

func (h here) traceDown(s check.Share) Trace {
	t := Trace{Title: h.Say("Trace down: Is there work behind what we want?")}
	if names := h.untraced(s); len(names) > 0 {
		t.Outside = h.phrase("Nothing to pick up for: {themes}.", names)
	}
	p, ok := s.Percent()
	if !ok {
		t.Main, t.Words = h.Say("Nothing yet"), h.Say("No theme is Now or Next.")
		return t
	}
	t.Main, t.Gauge = h.Say("{n} of {all}", int(s.Part), int(s.Whole)), &Gauge{Percent: p}
	t.Words = h.Say("Themes of Now and Next that have an item which is ready or under way.")
	return t
}

// untraced names what is not inside, the first few with links.
func (h here) untraced(s check.Share) []Part {
	names := each(s.Outside[:min(len(s.Outside), maxOutside)], func(e plan.Entity) Part {
		if it, ok := e.(*plan.Item); ok {
			return h.ref(it)
		}
		return Part{Text: e.Base().Title, Href: h.href(e)}
	})
	if more := len(s.Outside) - maxOutside; more > 0 {
		names = append(names, Part{Text: h.Say("{n} more", more)})
	}
	return h.joined(names)
}
