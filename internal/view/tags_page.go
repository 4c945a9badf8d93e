package view

import (
	"strings"

	"milepost/internal/plan"
)

// CrossPage is all that carries one word: a tag, or a person's name. Items that
// do not fit on the first page follow on others.
type CrossPage struct {
	Frame
	First    bool
	Eyebrow  string // Tag, Person
	Heading  string
	Lede     string // "3 in progress, 12 ahead, 40 done"
	Themes   []Scope
	Releases []ReleaseLine
	Pages    []Link
	Lists    []ItemList
	Pager    *Pager
	All      Link // the list of all words
}

func (h here) cross(c *cross, l leaf, of sort) CrossPage {
	page := CrossPage{
		Frame: h.newFrame(head{
			title:       c.Name + l.suffix(),
			description: of.about + " " + c.Name + ": " + crossWords(c) + ".",
			section:     of.name,
			thread:      h.threadAtTasks(of.here + shorten(c.Name, 30)),
		}),
		First:   l.index == 0,
		Eyebrow: of.level,
		Heading: c.Name,
		Lede:    capital(crossWords(c)) + ".",
		Lists:   h.crossLists(c, l),
		Pager:   h.pager(l, "Items"),
		All:     Link{Text: "All " + lower(of.title), Href: h.to(of.name + ".html")},
	}
	if !page.First {
		return page
	}
	for _, t := range c.Themes {
		page.Themes = append(page.Themes, Scope{Theme: h.shield(t), Words: progressWords(t.Progress), Why: whyOf(t)})
	}
	page.Releases = each(c.Releases, h.releaseLine)
	page.Pages = each(c.Pages, func(p *plan.Page) Link { return Link{Text: p.Title, Href: h.href(p)} })
	return page
}

// crossLists are the items of one page, by what is being done about them.
func (h here) crossLists(c *cross, l leaf) []ItemList {
	lists := []struct {
		title string
		fits  func(*plan.Item) bool
	}{
		{"In progress", func(it *plan.Item) bool { return it.Position > 0 && it.Status.Started() }},
		{"Ahead, in order", func(it *plan.Item) bool { return it.Position > 0 && !it.Status.Started() }},
		{"Done", func(it *plan.Item) bool { return it.Status == plan.Done }},
		{"Left out", func(it *plan.Item) bool { return it.Position == 0 && it.Status != plan.Done }},
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

// crossWords counts what carries a word.
func crossWords(c *cross) string {
	var started, ahead, done, left int
	for _, it := range c.Items {
		switch {
		case it.Status == plan.Done:
			done++
		case it.Position > 0 && it.Status.Started():
			started++
		case it.Position > 0:
			ahead++
		default:
			left++
		}
	}
	var out []string
	add := func(n int, words string) {
		if n > 0 {
			out = append(out, number(n)+" "+words)
		}
	}
	add(started, "in progress")
	add(ahead, "ahead")
	add(done, "done")
	add(left, "left out")
	for _, thing := range []struct {
		n         int
		one, many string
	}{{len(c.Themes), "theme", "themes"}, {len(c.Releases), "release", "releases"}, {len(c.Pages), "page", "pages"}} {
		if thing.n > 0 {
			out = append(out, counted(thing.n, thing.one, thing.many))
		}
	}
	return strings.Join(out, ", ")
}

// lower is a title in the middle of a sentence.
func lower(title string) string { return strings.ToLower(title) }
