package view

import (
	"milepost/internal/plan"
	"milepost/internal/schema"
)

// commonFacts are what any kind of page may say about itself: who looks after it,
// its tags, and the addresses that belong to it.
func (h here) commonFacts(e plan.Entity) []Fact {
	c := e.Base()
	var out []Fact
	if len(c.Owners) > 0 {
		out = append(out, Fact{Term: h.Say("Owner"), Parts: h.crossParts(h.people, c.Owners)})
	}
	if len(c.Tags) > 0 {
		out = append(out, Fact{Term: h.Say("Tags"), Tags: each(c.Tags, func(tag string) Link {
			return Link{Text: tag, Href: h.to(h.tags.path(tag))}
		})})
	}
	if len(c.Links) > 0 {
		out = append(out, Fact{Term: h.Say("See also"), Parts: h.joined(each(c.Links, func(l schema.Link) Part { return Part{Text: l.Title, Href: l.URL} }))})
	}
	return out
}

// crossParts lists words that have pages of their own.
func (h here) crossParts(x *crossIndex, words []string) []Part {
	return h.joined(each(words, func(word string) Part { return Part{Text: word, Href: h.to(x.path(word))} }))
}
