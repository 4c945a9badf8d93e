package view

import (
	"io/fs"
	"sync"

	"milepost/internal/card"
	"milepost/internal/plan"
	"milepost/themes"
)

// Image is a picture that other sites show with a link to a page.
type Image struct {
	Href string // full address
	Alt  string
}

// socialPages are the images of the roadmap, the themes and the releases, for a site
// whose address is known: nobody else could point to them. One takes 3 ms, which is
// less than finding out whether it is still the same.
func socialPages(s *site) []Page {
	if s.plan.Config.BaseURL == "" {
		return nil
	}
	painter := sync.OnceValue(newPainter)
	page := func(path string, c func() card.Card) Page {
		return Page{Path: path, Raw: func() []byte { return painter().Draw(c()) }}
	}
	out := []Page{page(socialPath(s.plan.Roadmap), s.roadmapCard)}
	for i, t := range s.plan.Themes {
		out = append(out, page(socialPath(t), func() card.Card { return s.themeCardImage(t, i) }))
	}
	for _, r := range s.plan.Releases {
		out = append(out, page(socialPath(r), func() card.Card { return s.releaseCardImage(r) }))
	}
	return out
}

// newPainter writes with the typeface of the built-in site theme.
func newPainter() *card.Painter {
	read := func(name string) []byte {
		data, err := fs.ReadFile(themes.Default(), "social/"+name)
		if err != nil {
			panic("view: " + err.Error()) // it is embedded
		}
		return data
	}
	p, err := card.New(read("overpass-latin-400.ttf"), read("overpass-latin-800.ttf"))
	if err != nil {
		panic("view: " + err.Error()) // it is ours
	}
	return p
}

// socialPath is where the image of an entity lies.
func socialPath(e plan.Entity) string {
	b := e.Base()
	return "assets/social/" + b.Kind.String() + "." + b.ID + ".png"
}

// image is the picture of an entity that has one, else that of the roadmap; nil
// without a base URL.
func (h here) image(e plan.Entity) *Image {
	if h.frame.BaseURL == "" {
		return nil
	}
	switch e.(type) {
	case *plan.Theme, *plan.Release:
		return &Image{Href: absolute(h.frame.BaseURL, socialPath(e)), Alt: e.Base().Title}
	}
	return &Image{Href: absolute(h.frame.BaseURL, socialPath(h.plan.Roadmap)), Alt: h.frame.Title}
}

func (s *site) roadmapCard() card.Card {
	r := s.plan.Roadmap
	done, all := 0, 0
	for _, it := range s.plan.Items {
		if it.Status == plan.Done {
			done++
		}
		if it.Status == plan.Done || it.Position > 0 {
			all++
		}
	}
	c := card.Card{Site: s.frame.Title, Kicker: s.Say("Roadmap"), Title: firstOf(oneLine(r.Vision), s.frame.Title)}
	if all > 0 {
		c.Note = s.progressWords(plan.Progress{Done: done, All: all})
	}
	return c
}

func (s *site) themeCardImage(t *plan.Theme, route int) card.Card {
	h := s.at("", "")
	return card.Card{
		Site: s.frame.Title, Kicker: h.themeEyebrow(t), Title: t.Title, Letter: t.Letter, Route: route,
		Note: s.progressWords(t.Progress), Parts: s.cardParts(t.Progress),
	}
}

func (s *site) releaseCardImage(r *plan.Release) card.Card {
	h := s.at("", "")
	return card.Card{
		Site: s.frame.Title, Kicker: h.releaseEyebrow(r) + " · " + s.releaseMark(r).Word, Title: r.Title,
		Note: s.progressWords(r.Progress), Parts: s.cardParts(r.Progress),
	}
}

func (s *site) cardParts(p plan.Progress) []card.Part {
	var out []card.Part
	for _, part := range s.segments(p, "").Parts {
		out = append(out, card.Part{State: part.State, Size: part.Size})
	}
	return out
}
