package view

import (
	"unicode/utf8"

	"milepost/internal/document"
	"milepost/internal/plan"
)

// ItemPage is one item: what is to be done, and what for.
type ItemPage struct {
	Frame
	ID       string
	Heading  string
	State    Mark
	Type     Mark
	Lede     document.HTML // the first paragraph, where it is short
	Thread   []Rung        // from the vision to this item, in sentences
	Dropped  string        // why it was dropped
	Lead     document.HTML // the first paragraph, where it is long
	Body     document.HTML
	Graph    *Graph // nil when it depends on nothing and nothing on it
	Mentions []Link
	Past     []ChangeLine // what happened to it, the last first
	Standing Standing
	Facts    []Fact
	Signals  []Signal
}

// Standing is where an item stands, and why.
type Standing struct {
	Title string
	Why   []Part
	// Factors are the numbers behind it, Facts the rest.
	Factors []Factor
	Facts   []Fact
	Prev    *Neighbour
	Next    *Neighbour
}

// Neighbour is the item before or after in the backlog.
type Neighbour struct {
	Position int
	Link
}

// ledeLength is how long a first paragraph may be to stand in large type.
const ledeLength = 260

func itemPages(s *site) []Page {
	out := make([]Page, len(s.plan.Items))
	for i, it := range s.plan.Items {
		out[i] = s.page(plan.Path(it), "item", func(h here) any { return h.item(it) })
	}
	return out
}

func (h here) item(it *plan.Item) ItemPage {
	page := ItemPage{
		Frame: h.newFrame(head{
			title:       it.Title + " · " + it.ID,
			description: firstOf(it.Doc.Summary, it.Title),
			section:     "backlog",
			thread:      h.threadAtItem(it),
			source:      it,
		}),
		ID:       it.ID,
		Heading:  it.Title,
		State:    h.stateMark(it.State),
		Type:     h.typeMark(it.Type),
		Thread:   h.thread(it),
		Body:     h.body(it, it.Doc.Body),
		Graph:    h.graph(it),
		Mentions: h.mentions(it),
		Past:     h.pastOf(it),
		Standing: h.standing(it),
		Facts:    h.itemFacts(it),
		Signals:  h.signalsOf(it),
	}
	lead := h.body(it, it.Doc.Lead)
	if utf8.RuneCountInString(it.Doc.Summary) <= ledeLength {
		page.Lede = lead
	} else {
		page.Lead = lead
	}
	if it.State == plan.StateDropped {
		page.Dropped = firstOf(sentence(it.Doc.Dropped), h.Say("No reason is given."))
	}
	return page
}
