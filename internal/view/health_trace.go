package view

import (
	"strconv"

	"milepost/internal/check"
	"milepost/internal/plan"
)

// Trace is one of the two numbers that say whether the thread of a plan holds:
// from the work up to an outcome, or from the strategy down to work. They are
// two, and not one grade, because a grade invites people to please it.
type Trace struct {
	Title    string
	Question string
	Main     string // "82 %", "3 of 4"
	Words    string // what it is of
	Gauge    *Gauge // nil where there is nothing to measure
	Note     string
	Outside  []Part // what is not counted in, by name
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
	t := Trace{
		Title:    "Trace up",
		Question: "Does what we work on next serve an outcome?",
		Outside:  h.untraced(s, "Leads to no outcome: "),
	}
	p, ok := s.Percent()
	if !ok {
		t.Main, t.Words = "Nothing yet", "No open item is near: in Now, or among the first ten."
		return t
	}
	t.Main, t.Gauge = strconv.Itoa(p)+" %", &Gauge{Percent: p}
	all := len(s.Inside) + len(s.Outside)
	t.Words = "of the effort near at hand reaches an outcome: " + number(len(s.Inside)) + " of " + counted(all, "item", "items") +
		", " + amountOrZero(rounded(s.Part)) + " of " + amount(rounded(s.Whole)) + " effort."
	if s.Assumed > 0 {
		t.Note = percentWords(s.Assumed/s.Whole) + " of that effort is assumed, because nobody has estimated it."
	}
	return t
}

func (h here) traceDown(s check.Share) Trace {
	t := Trace{
		Title:    "Trace down",
		Question: "Is there work behind what we want?",
		Outside:  h.untraced(s, "Nothing to pick up for: "),
	}
	p, ok := s.Percent()
	if !ok {
		t.Main, t.Words = "Nothing yet", "No theme is Now or Next."
		return t
	}
	t.Main, t.Gauge = number(int(s.Part))+" of "+number(int(s.Whole)), &Gauge{Percent: p}
	t.Words = plural(int(s.Whole), "theme", "themes") + " of Now and Next " + plural(int(s.Part), "has", "have") + " an item that is ready or under way."
	return t
}

// untraced names what is not inside, the first few with links.
func (h here) untraced(s check.Share, words string) []Part {
	if len(s.Outside) == 0 {
		return nil
	}
	out := text(words)
	for i, e := range s.Outside[:min(len(s.Outside), maxOutside)] {
		if i > 0 {
			out = append(out, Part{Text: ", "})
		}
		if it, ok := e.(*plan.Item); ok {
			out = append(out, h.ref(it))
		} else {
			out = append(out, Part{Text: e.Base().Title, Href: h.href(e)})
		}
	}
	if more := len(s.Outside) - maxOutside; more > 0 {
		out = append(out, Part{Text: " and " + number(more) + " more"})
	}
	return append(out, Part{Text: "."})
}

func percentWords(share float64) string { return strconv.Itoa(percent(share)) + " %" }
