package view

import (
	"milepost/internal/plan"
)

// CrossPage is all that carries one word: a tag, or a person's name. Items that
// do not fit on the first page follow on others.
type CrossPage struct {
	Frame
	First    bool
	Eyebrow  string // Tag, Person
	Heading  string
	Initials string // of a person
	Lede     string // "3 in progress, 12 ahead and 40 done."
	Segments Segments
	Themes   []Scope
	Releases []ReleaseLine
	Pages    []Link
	Lists    []ItemList
	Pager    *Pager
	All      Link // the list of all words
}

func (h here) cross(c *cross, l leaf, of sort) CrossPage {
	what := h.crossWords(c)
	page := CrossPage{
		Frame: h.newFrame(head{
			title:       c.Name + h.suffix(l),
			description: h.Say(string(of.about), c.Name, what),
			section:     of.name,
			thread:      h.threadAtTasks(h.Say(string(of.here), shorten(c.Name, 30))),
		}),
		First:   l.index == 0,
		Eyebrow: h.Argument(of.level),
		Heading: c.Name,
		Lede:    sentence(what),
		Lists:   h.crossLists(c, l),
		Pager:   h.pager(l, h.Say("Items")),
		All:     Link{Text: h.Argument(of.all), Href: h.to(of.name + ".html")},
	}
	if of.persons {
		page.Initials = initials(c.Name)
	}
	if page.First {
		h.describeCross(&page, c)
	}
	return page
}

// describeCross adds what only the first page of a word shows.
func (h here) describeCross(page *CrossPage, c *cross) {
	page.Segments = h.crossSegments(c)
	for _, t := range c.Themes {
		page.Themes = append(page.Themes, Scope{Theme: h.shield(t), Words: h.segments(t.Progress, "").Label, Why: whyOf(t)})
	}
	page.Releases = each(c.Releases, h.releaseLine)
	page.Pages = each(c.Pages, func(p *plan.Page) Link { return Link{Text: p.Title, Href: h.href(p)} })
}

// crossLists are the items of one page, by what is being done about them.
func (h here) crossLists(c *cross, l leaf) []ItemList {
	lists := []struct {
		title string
		fits  func(*plan.Item) bool
	}{
		{h.Say("In progress"), underWay},
		{h.Say("Ahead, in order"), ahead},
		{h.Say("Done"), func(it *plan.Item) bool { return it.Status == plan.Done }},
		{h.Say("Left out"), leftOut},
	}
	var out []ItemList
	for _, list := range lists {
		var on []*plan.Item
		all := 0
		for i, it := range c.Items {
			if !list.fits(it) {
				continue
			}
			all++
			if i >= l.from && i < l.to {
				on = append(on, it)
			}
		}
		out = append(out, h.lineList(list.title, all, on)...)
	}
	return out
}

func underWay(it *plan.Item) bool { return it.Position > 0 && it.Status.Started() }
func ahead(it *plan.Item) bool    { return it.Position > 0 && !it.Status.Started() }
func leftOut(it *plan.Item) bool  { return it.Position == 0 && it.Status != plan.Done }

// crossWords counts what carries a word.
func (h here) crossWords(c *cross) string {
	p := crossProgress(c)
	counts := []struct {
		n     int
		words string
	}{
		{p.Started, h.Say("{n} in progress", p.Started)},
		{p.Open - p.Started, h.Say("{n} ahead", p.Open-p.Started)},
		{p.Done, h.Say("{n} done", p.Done)},
		{len(c.Items) - p.All, h.Say("{n} left out", len(c.Items)-p.All)},
		{len(c.Themes), h.Say("{n} theme|{n} themes", len(c.Themes))},
		{len(c.Releases), h.Say("{n} release|{n} releases", len(c.Releases))},
		{len(c.Pages), h.Say("{n} page|{n} pages", len(c.Pages))},
	}
	var out []string
	for _, count := range counts {
		if count.n > 0 {
			out = append(out, count.words)
		}
	}
	return h.List(out)
}

// crossProgress counts the items of a word that are wanted, by what is being done
// about them.
func crossProgress(c *cross) plan.Progress {
	var p plan.Progress
	for _, it := range c.Items {
		switch {
		case it.Status == plan.Done:
			p.Done++
		case underWay(it):
			p.Open++
			p.Started++
		case ahead(it):
			p.Open++
		}
	}
	p.All = p.Done + p.Open
	return p
}

// crossSegments draws the same, as one bar: the words stand beside it.
func (h here) crossSegments(c *cross) Segments {
	p := crossProgress(c)
	s := Segments{Label: h.crossWords(c), Bar: true}
	for _, part := range []Segment{{"done", p.Done}, {"doing", p.Started}, {"ready", p.Open - p.Started}} {
		if part.Size > 0 {
			s.Parts = append(s.Parts, part)
		}
	}
	return s
}
