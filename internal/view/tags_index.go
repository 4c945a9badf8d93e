package view

import (
	"slices"
	"strconv"
	"strings"

	"milepost/internal/plan"
)

// cross is one word that cuts across the plan, a tag or a person, with all that
// carries it.
type cross struct {
	Name     string // as it is most often written
	Path     string // of its page
	Themes   []*plan.Theme
	Releases []*plan.Release
	Items    []*plan.Item // open in order, then done newest first, then withdrawn
	Pages    []*plan.Page

	spelt []*spelling
}

// spelling is one way in which a word is written, and how often.
type spelling struct {
	of    *cross // nil for a blank one
	word  string
	count int
}

// crossIndex holds the words of one sort. Words that differ only in case or in
// blanks are one.
type crossIndex struct {
	all   []*cross // by name
	by    map[string]*cross
	spelt map[string]*spelling // by the word as it is written: most are written alike
}

// indexTags gathers the tags of a plan, indexPeople its owners; the items in the
// order in which they are read.
func indexTags(p *plan.Plan, items []*plan.Item) *crossIndex {
	return indexBy(p, items, "tags/", func(c *plan.Common) []string { return c.Tags })
}

func indexPeople(p *plan.Plan, items []*plan.Item) *crossIndex {
	return indexBy(p, items, "people/", func(c *plan.Common) []string { return c.Owners })
}

// path is where the page of a word stands, relative to the root; "" when nothing
// carries it in this spelling.
func (x *crossIndex) path(word string) string {
	if s := x.spelt[word]; s != nil && s.of != nil {
		return s.of.Path
	}
	return ""
}

// fold is the form in which words are compared.
func fold(word string) string { return strings.ToLower(strings.Join(strings.Fields(word), " ")) }

func indexBy(p *plan.Plan, items []*plan.Item, folder string, words func(*plan.Common) []string) *crossIndex {
	x := &crossIndex{by: map[string]*cross{}, spelt: map[string]*spelling{}}
	for _, t := range p.Themes {
		for _, c := range x.carrying(words(t.Base())) {
			c.Themes = append(c.Themes, t)
		}
	}
	for _, r := range p.Releases {
		for _, c := range x.carrying(words(r.Base())) {
			c.Releases = append(c.Releases, r)
		}
	}
	for _, it := range items {
		for _, c := range x.carrying(words(it.Base())) {
			c.Items = append(c.Items, it)
		}
	}
	for _, page := range p.Pages {
		for _, c := range x.carrying(words(page.Base())) {
			c.Pages = append(c.Pages, page)
		}
	}
	x.finish(folder)
	return x
}

// carrying finds or makes the entry of every word, each once.
func (x *crossIndex) carrying(words []string) []*cross {
	var out []*cross
	for _, word := range words {
		if s := x.entry(word); s.of != nil && !slices.Contains(out, s.of) {
			s.count++
			out = append(out, s.of)
		}
	}
	return out
}

// entry finds or makes the entry of a word.
func (x *crossIndex) entry(word string) *spelling {
	if s, known := x.spelt[word]; known {
		return s
	}
	key := fold(word)
	c := x.by[key]
	if c == nil && key != "" {
		c = &cross{}
		x.by[key] = c
		x.all = append(x.all, c)
	}
	s := &spelling{of: c, word: word}
	x.spelt[word] = s
	if c != nil {
		c.spelt = append(c.spelt, s)
	}
	return s
}

// finish names the entries, gives them their pages and puts them in order.
func (x *crossIndex) finish(folder string) {
	keys := make([]string, 0, len(x.by))
	for key, c := range x.by {
		c.Name = strings.Join(strings.Fields(mostWritten(c.spelt)), " ")
		keys = append(keys, key)
	}
	for key, s := range slugs(keys, pageNumbers(len(keys))...) {
		x.by[key].Path = folder + s + ".html"
	}
	slices.SortFunc(x.all, func(a, b *cross) int { return plan.CompareNatural(fold(a.Name), fold(b.Name)) })
}

// pageNumbers are the file names of the second and later pages of a list of n
// words, which stand in the folder of the words themselves.
func pageNumbers(n int) []string {
	var out []string
	for i := 2; i <= len(leaves("", n, crossPageSize)); i++ {
		out = append(out, strconv.Itoa(i))
	}
	return out
}

// mostWritten is the most frequent spelling, of equals the first by its letters.
func mostWritten(spelt []*spelling) string {
	best := spelt[0]
	for _, s := range spelt[1:] {
		if s.count > best.count || (s.count == best.count && s.word < best.word) {
			best = s
		}
	}
	return best.word
}

// inReadingOrder lists the items as a reader wants them: what is open in the
// order of the backlog, then what is done, newest first, then what was withdrawn.
func inReadingOrder(p *plan.Plan) []*plan.Item {
	out := slices.Clone(p.Backlog)
	done := finishedFirst(p.Items, func(it *plan.Item) bool { return it.Status == plan.Done })
	out = append(out, done...)
	for _, it := range p.Items {
		if it.Position == 0 && it.Status != plan.Done {
			out = append(out, it)
		}
	}
	return out
}

// finishedFirst gives the items that fit, the last finished first; those whose
// day is not known come last, by natural id.
func finishedFirst(items []*plan.Item, fits func(*plan.Item) bool) []*plan.Item {
	var out []*plan.Item
	for _, it := range items {
		if fits(it) {
			out = append(out, it)
		}
	}
	slices.SortStableFunc(out, func(a, b *plan.Item) int { return int(b.Finished) - int(a.Finished) })
	return out
}
