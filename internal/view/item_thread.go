package view

import "milepost/internal/plan"

// Rung is one sentence of the way from the vision down to an item.
type Rung struct {
	Class  string // vision, outcome, theme, item, hole
	Shield *Shield
	State  *Mark
	Words  []Part
	Note   string
}

// thread is the way from the vision to an item, in sentences: vision, outcome,
// theme, this. What the plan does not say yet is said to be missing only where
// the rest of the plan has it.
func (h here) thread(it *plan.Item) []Rung {
	var out []Rung
	if v := h.plan.Roadmap.Vision; v != "" {
		out = append(out, Rung{Class: "vision", Words: []Part{{Text: sentence(oneLine(v)), Href: h.to("index.html")}}})
	}
	mark := h.stateMark(it.State)
	last := Rung{Class: "item", State: &mark}
	if it.Theme == nil {
		last.Words = text(h.Say("It serves no theme yet."))
		return append(out, last)
	}
	out = append(out, h.outcomeRungs(it.Theme)...)
	out = append(out, h.themeRung(it.Theme))
	last.Words = text(h.thisRung(it))
	return append(out, last)
}

// outcomeRungs say what will show that a theme gets there.
func (h here) outcomeRungs(t *plan.Theme) []Rung {
	if len(t.Outcomes) == 0 {
		if len(h.plan.Outcomes) == 0 {
			return nil
		}
		return []Rung{{Class: "hole", Words: text(h.Say("The theme names no outcome yet that would show it."))}}
	}
	return each(t.Outcomes, func(o *plan.Outcome) Rung {
		return Rung{
			Class: "outcome",
			Words: h.phrase("We will know by outcome {n}: {outcome}", o.Number, Part{Text: closed(outcomeTitle(o)), Href: h.outcomeHref(o)}),
			Note:  sentence(h.nowAndWanted(o)),
		}
	})
}

// themeRung says how the theme leads there.
func (h here) themeRung(t *plan.Theme) Rung {
	rung := Rung{Class: "theme", Shield: h.shield(t)}
	link := Part{Text: t.Title, Href: h.href(t)}
	if why := firstOf(t.Why, t.Summary); why != "" {
		rung.Words = h.phrase("{theme}: {why}", link, sentence(oneLine(why)))
	} else {
		rung.Words = h.phrase("{theme} leads there.", link)
	}
	return rung
}

// thisRung says what part the item has in it.
func (h here) thisRung(it *plan.Item) string {
	switch {
	case it.State == plan.StateDone && it.Finished != 0:
		return h.Say("It was a step on that road, finished on {day}.", h.Day(it.Finished))
	case it.State == plan.StateDone:
		return h.Say("It was a step on that road.")
	case it.State == plan.StateDropped:
		return h.Say("It was meant as a step on that road, and was dropped.")
	case it.State == plan.StateWont:
		return h.Say("It would be a step on that road, but will not be done.")
	}
	switch it.Type {
	case "bug":
		return h.Say("This bug is a step on that road.")
	case "improvement":
		return h.Say("This improvement is a step on that road.")
	case "task":
		return h.Say("This task is a step on that road.")
	case "spike":
		return h.Say("This spike is a step on that road.")
	}
	return h.Say("This story is a step on that road.")
}
