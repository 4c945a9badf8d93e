package view

import (
	"milepost/internal/plan"
)

// commonFacts are what any kind of page may say about itself: who looks after it,
// its tags, and the addresses that belong to it.
func (h here) commonFacts(e plan.Entity) []Fact {
	c := e.Base()
	var out []Fact
	if len(c.Owners) > 0 {
		out = append(out, Fact{Term: "Owner", Parts: h.crossParts(h.people, c.Owners)})
	}
	if len(c.Tags) > 0 {
		out = append(out, Fact{Term: "Tags", Tags: each(c.Tags, func(tag string) Link {
			return Link{Text: tag, Href: h.to(h.tags.path(tag))}
		})})
	}
	for _, l := range c.Links {
		out = append(out, Fact{Term: "See also", Parts: []Part{{Text: l.Title, Href: l.URL}}})
	}
	return out
}

// crossParts lists words that have pages of their own.
func (h here) crossParts(x *crossIndex, words []string) []Part {
	var out []Part
	for i, word := range words {
		if i > 0 {
			out = append(out, Part{Text: ", "})
		}
		out = append(out, Part{Text: word, Href: h.to(x.path(word))})
	}
	return out
}
