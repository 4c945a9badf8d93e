package view

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"milepost/internal/calendar"
	"milepost/internal/plan"
)

// feedLength is how many entries the feed holds: a reader that calls once a week
// misses nothing, and the file stays small.
const feedLength = 50

// atomFeed and what it holds follow RFC 4287.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr,omitempty"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Updated    string         `xml:"updated"`
	Link       atomLink       `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary,omitempty"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr,omitempty"`
}

// event is one thing that happened on a day the plan knows.
type event struct {
	day     calendar.Day
	kind    string // a key of changeIcons, and part of the entry's id
	about   plan.Entity
	what    string // in a word or two, on a page about the thing
	title   string
	summary string
	theme   *plan.Theme
}

// feed is one of the feeds of a site: what it is called, the page it belongs to,
// and what it tells.
type feed struct {
	path   string
	title  string
	page   string // path of the page it belongs to
	events []event
}

// feedPages are the feeds, for a site whose address is known: an entry must have an
// id that stays, and only the address can give one. There is one of all changes, one
// of what has shipped, and one for each theme and release.
func feedPages(s *site) []Page {
	if s.plan.Config.BaseURL == "" {
		return nil
	}
	page := func(path string, make func() feed) Page {
		return Page{Path: path, Raw: func() []byte { return s.atom(make()) }}
	}
	out := []Page{
		page("feed.xml", func() feed { return feed{"feed.xml", s.frame.Title, "index.html", s.newest(everything)} }),
		page("shipped.xml", func() feed {
			return feed{"shipped.xml", s.Say("{product}: shipped", s.frame.Title), "shipped.html", s.newest(shippedOnly)}
		}),
	}
	for _, t := range s.plan.Themes {
		path := feedPath(t)
		out = append(out, page(path, func() feed {
			return feed{path, s.Say("{product}: {what}", s.frame.Title, t.Title), plan.Path(t), s.newest(func(e event) bool { return e.theme == t })}
		}))
	}
	for _, r := range s.plan.Releases {
		path := feedPath(r)
		out = append(out, page(path, func() feed {
			return feed{path, s.Say("{product}: {what}", s.frame.Title, releaseTitle(r)), plan.Path(r), s.newest(func(e event) bool { return e.release() == r })}
		}))
	}
	return out
}

// feedPath is where the feed of a theme or a release lies: beside its page.
func feedPath(e plan.Entity) string { return strings.TrimSuffix(plan.Path(e), ".html") + ".xml" }

func everything(event) bool { return true }

// shippedOnly are what reached people: releases, and finished work outside of any.
func shippedOnly(e event) bool {
	it, ok := e.about.(*plan.Item)
	return e.kind == "released" || ok && it.Shipped()
}

// release is what a thing that happened belongs to, nil for none.
func (e event) release() *plan.Release {
	switch about := e.about.(type) {
	case *plan.Item:
		return about.Release
	case *plan.Release:
		return about
	}
	return nil
}

func (s *site) atom(f feed) []byte {
	p := s.plan
	base, page := p.Config.BaseURL, absolute(p.Config.BaseURL, f.page)
	if f.page == "index.html" {
		page = base
	}
	feed := atomFeed{
		Lang:    p.Config.Language,
		ID:      page,
		Title:   f.title,
		Updated: atomTime(lastDay(p, f.events)),
		Author:  s.frame.Title,
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: absolute(base, f.path)},
			{Rel: "alternate", Type: "text/html", Href: page},
		},
	}
	seen := map[string]int{}
	for _, e := range f.events {
		entry := e.entry(base)
		if seen[entry.ID]++; seen[entry.ID] > 1 { // two updates of one theme on one day
			entry.ID += "-" + strconv.Itoa(seen[entry.ID])
		}
		feed.Entries = append(feed.Entries, entry)
	}
	return xmlFile(feed)
}

// lastDay is when the feed last changed: with its newest entry. A feed without
// one still has to name a day.
func lastDay(p *plan.Plan, events []event) calendar.Day {
	if len(events) > 0 {
		return events[0].day
	}
	return p.Facts.Today
}

func (e event) entry(base string) atomEntry {
	link := absolute(base, plan.Path(e.about))
	entry := atomEntry{
		ID:      link + "#" + e.kind + "-" + e.day.String(),
		Title:   e.title,
		Updated: atomTime(e.day),
		Link:    atomLink{Rel: "alternate", Type: "text/html", Href: link},
		Summary: e.summary,
	}
	if e.theme != nil {
		entry.Categories = []atomCategory{{Term: e.theme.ID, Label: e.theme.Title}}
	}
	return entry
}

// newest lists what happened up to today and is wanted, the last first.
func (s *site) newest(wanted func(event) bool) []event {
	var events []event
	for _, e := range s.happened() {
		if wanted(e) {
			events = append(events, e)
		}
		if len(events) == feedLength {
			break
		}
	}
	return events
}

// history is all that happened up to today, the last first.
func (s *site) history() []event {
	p := s.plan
	events := slices.Concat(s.finishedEvents(), s.releaseEvents(), s.updateEvents(), s.commitEvents())
	events = slices.DeleteFunc(events, func(e event) bool { return e.day == 0 || e.day > p.Facts.Today })
	slices.SortStableFunc(events, func(a, b event) int {
		return cmp.Or(cmp.Compare(b.day, a.day), plan.CompareNatural(a.about.Base().ID, b.about.Base().ID))
	})
	return events
}

func (s *site) finishedEvents() []event {
	var out []event
	for _, it := range s.plan.Items {
		if it.Status == plan.Done {
			out = append(out, event{it.Finished, "finished", it, s.Say("Done"), s.Say("Done: {title}", it.Title), summaryOf(it), it.Theme})
		}
	}
	return out
}

func (s *site) releaseEvents() []event {
	var out []event
	for _, r := range s.plan.Releases {
		if r.Status == plan.Released {
			out = append(out, event{r.Released, "released", r, s.Say("Released"), s.Say("Released: {title}", releaseTitle(r)), cmp.Or(r.Goal, summaryOf(r)), nil})
		}
	}
	return out
}

func (s *site) updateEvents() []event {
	var out []event
	for _, t := range s.plan.Themes {
		if t.Doc == nil {
			continue
		}
		for _, u := range t.Doc.Updates {
			if day, err := calendar.ParseDay(u.Date); err == nil { // check says what is wrong with another
				out = append(out, event{day, "update", t, s.Say("Update"), t.Title, u.Text, t})
			}
		}
	}
	return out
}

// summaryOf is the first paragraph of an entity's text.
func summaryOf(e plan.Entity) string {
	if doc := e.Base().Doc; doc != nil {
		return doc.Summary
	}
	return ""
}

// absolute is the full address of a page.
func absolute(base, path string) string { return base + (&url.URL{Path: path}).EscapedPath() }

// atomTime is the first moment of a day: plans know no hours.
func atomTime(d calendar.Day) string { return d.Time().Format("2006-01-02T15:04:05Z") }

// xmlFile writes one XML document. Characters XML cannot hold are replaced.
func xmlFile(v any) []byte {
	var out bytes.Buffer
	out.WriteString(xml.Header)
	enc := xml.NewEncoder(&out)
	enc.Indent("", " ")
	if err := enc.Encode(v); err != nil {
		panic("view: " + err.Error()) // our own types hold nothing XML cannot say
	}
	out.WriteByte('\n')
	return out.Bytes()
}
