package view

import (
	"milepost/internal/document"
	"milepost/internal/plan"
)

// FreePage is a page an author wrote for the site: About, How to contribute.
type FreePage struct {
	Frame
	Heading  string
	Lead     document.HTML
	Body     document.HTML
	Mentions []Link
	Facts    []Fact
	Signals  []Signal
}

func freePages(s *site) []Page {
	return each(s.plan.Pages, func(p *plan.Page) Page {
		return s.page(plan.Path(p), "free", func(h here) any { return h.free(p) })
	})
}

func (h here) free(p *plan.Page) FreePage {
	return FreePage{
		Frame: h.newFrame(head{
			title:       p.Title,
			description: summaryOf(p),
			section:     p.ID,
			thread:      h.threadAtThemes(h.Say("Page"), shorten(p.Title, 40)),
			source:      p,
		}),
		Heading:  p.Title,
		Lead:     h.body(p, p.Doc.Lead),
		Body:     h.body(p, p.Doc.Body),
		Mentions: h.mentions(p),
		Facts:    h.commonFacts(p),
		Signals:  h.signalsOf(p),
	}
}
