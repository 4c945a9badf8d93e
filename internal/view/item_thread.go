package view

import (
	"strings"

	"milepost/internal/plan"
)

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
	noun := h.typeMark(it.Type).Word
	mark := h.stateMark(it.State)
	last := Rung{Class: "item", State: &mark}
	if it.Theme == nil {
		last.Words = text("This " + strings.ToLower(noun) + " serves no theme yet.")
		return append(out, last)
	}
	out = append(out, h.outcomeRungs(it.Theme)...)
	out = append(out, h.themeRung(it.Theme))
	last.Words = text(thisRung(it, strings.ToLower(noun)))
	return append(out, last)
}

// outcomeRungs say what will show that a theme gets there.
func (h here) outcomeRungs(t *plan.Theme) []Rung {
	if len(t.Outcomes) == 0 {
		if len(h.plan.Outcomes) == 0 {
			return nil
		}
		return []Rung{{Class: "hole", Words: text("The theme names no outcome yet that would show it.")}}
	}
	return each(t.Outcomes, func(o *plan.Outcome) Rung {
		return Rung{
			Class: "outcome",
			Words: []Part{
				{Text: "We will know by outcome " + number(o.Number) + ": "},
				{Text: closed(outcomeTitle(o)), Href: h.outcomeHref(o)},
			},
			Note: sentence(nowAndWanted(o)),
		}
	})
}

// themeRung says how the theme leads there.
func (h here) themeRung(t *plan.Theme) Rung {
	rung := Rung{Class: "theme", Shield: h.shield(t), Words: []Part{{Text: t.Title, Href: h.href(t)}}}
	if why := firstOf(t.Why, t.Summary); why != "" {
		rung.Words = append(rung.Words, Part{Text: ": " + sentence(oneLine(why))})
	} else {
		rung.Words = append(rung.Words, Part{Text: " leads there."})
	}
	return rung
}

// thisRung says what part the item has in it.
func thisRung(it *plan.Item, noun string) string {
	switch it.State {
	case plan.StateDone:
		words := "This " + noun + " was a step on that road"
		if it.Finished != 0 {
			words += ", finished on " + dayWords(it.Finished)
		}
		return words + "."
	case plan.StateDropped:
		return "This " + noun + " was meant as a step on that road, and was dropped."
	case plan.StateWont:
		return "This " + noun + " would be a step on that road, but will not be done."
	}
	return "This " + noun + " is a step on that road."
}
