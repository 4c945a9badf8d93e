package view

// crossPageSize is how many words stand on one page of a list of words: a line
// each is little.
const crossPageSize = 1000

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
	Words    string // "3 in progress, 12 ahead, 40 done"
}

// sort tells what a kind of cross-cutting word is called.
type sort struct {
	name    string // tags: of the list's page, its layout and its section
	single  string // tag: the layout of one word's page
	title   string // Tags
	level   string // Tag: in the thread bar
	lede    string
	about   string // of one word's page, before the word
	here    string // the same in the thread bar
	persons bool
}

var (
	tagSort = sort{
		name: "tags", single: "tag", title: "Tags", level: "Tag",
		lede: "Words that cut across themes and releases.", about: "Tagged", here: "tagged ",
	}
	personSort = sort{
		name: "people", single: "person", title: "People", level: "Person",
		lede: "Who looks after what.", about: "With", persons: true,
	}
)

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
	return CrossListPage{
		Frame: h.newFrame(head{
			title:       of.title + l.suffix(),
			description: of.lede,
			section:     of.name,
			thread:      h.threadAtTasks("by " + lower(of.level)),
		}),
		Heading: of.title,
		Lede:    of.lede,
		Lines:   each(x.all[l.from:l.to], func(c *cross) CrossLine { return h.crossLine(c, of) }),
		Pager:   h.pager(l, of.title),
	}
}

func (h here) crossLine(c *cross, of sort) CrossLine {
	line := CrossLine{Link: Link{Text: c.Name, Href: h.to(c.Path)}, Words: crossWords(c)}
	if of.persons {
		line.Initials = initials(c.Name)
	}
	return line
}
