package view

import "milepost/internal/words"

// crossPageSize is how many words stand on one page of a list of words: a line
// and a bar each are little.
const crossPageSize = 400

// CrossListPage lists the words of one sort, tags or people, with how much
// carries each.
type CrossListPage struct {
	Frame
	Heading string
	Lede    string
	Lines   []CrossLine
	Pager   *Pager
}

// CrossLine is one word of a CrossListPage.
type CrossLine struct {
	Link
	Initials string // of a person
	Words    string // "3 in progress, 12 ahead and 40 done"
	Segments Segments
}

// sort tells what a kind of cross-cutting word is called.
type sort struct {
	name    string     // tags: of the list's page, its layout and its section
	single  string     // tag: the layout of one word's page
	title   words.Text // Tags
	level   words.Text // Tag
	lede    words.Text
	all     words.Text // what leads back to the list
	road    words.Text // of the list, in the thread bar
	here    words.Text // of one word's page, in the thread bar
	about   words.Text // of one word's page, for search engines
	persons bool
}

var tagSort = sort{
	name: "tags", single: "tag",
	title: words.Text("Tags"), level: words.Text("Tag"),
	lede: words.Text("Words that cut across themes and releases."), all: words.Text("All tags"), road: words.Text("by tag"),
	here: words.Text("tagged {name}"), about: words.Text("Tagged {name}: {what}."),
}

func tagPages(s *site) []Page { return crossPages(s, s.tags, tagSort) }

// crossPages are the list of all words, and a page for each. Without any word
// there is no list.
func crossPages(s *site, x *crossIndex, of sort) []Page {
	if len(x.all) == 0 {
		return nil
	}
	var out []Page
	for _, l := range leaves(of.name+".html", len(x.all), crossPageSize) {
		out = append(out, s.page(l.path(), of.name, func(h here) any { return h.crossList(x, l, of) }))
	}
	for _, c := range x.all {
		for _, l := range leaves(c.Path, len(c.Items), pageSize) {
			out = append(out, s.page(l.path(), of.single, func(h here) any { return h.cross(c, l, of) }))
		}
	}
	return out
}

func (h here) crossList(x *crossIndex, l leaf, of sort) CrossListPage {
	title, lede := h.Argument(of.title), h.Argument(of.lede)
	return CrossListPage{
		Frame: h.newFrame(head{
			title:       title + h.suffix(l),
			description: lede,
			section:     of.name,
			thread:      h.threadAtTasks(h.Argument(of.road)),
		}),
		Heading: title,
		Lede:    lede,
		Lines:   each(x.all[l.from:l.to], func(c *cross) CrossLine { return h.crossLine(c, of) }),
		Pager:   h.pager(l, title),
	}
}

func (h here) crossLine(c *cross, of sort) CrossLine {
	line := CrossLine{
		Link:     Link{Text: c.Name, Href: h.to(c.Path)},
		Words:    h.crossWords(c),
		Segments: h.crossSegments(c),
	}
	if of.persons {
		line.Initials = initials(c.Name)
	}
	return line
}
