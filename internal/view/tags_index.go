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

	spelt map[string]int // how often each spelling occurs
}

// crossIndex holds the words of one sort. Words that differ only in case or in
// blanks are one.
type crossIndex struct {
	all   []*cross // by name
	by    map[string]*cross
	spelt map[string]*cross // by the word as it is written: most are written alike
}

// indexTags gathers the tags of a plan, indexPeople its owners.
func indexTags(p *plan.Plan) *crossIndex {
	return indexBy(p, "tags/", func(c *plan.Common) []string { return c.Tags })
}

func indexPeople(p *plan.Plan) *crossIndex {
	return indexBy(p, "people/", func(c *plan.Common) []string { return c.Owners })
}

// path is where the page of a word stands, relative to the root; "" when nothing
// carries it in this spelling.
func (x *crossIndex) path(word string) string {
	if c := x.spelt[word]; c != nil {
		return c.Path
	}
	return ""
}

// fold is the form in which words are compared.
func fold(word string) string { return strings.ToLower(strings.Join(strings.Fields(word), " ")) }

func indexBy(p *plan.Plan, folder string, words func(*plan.Common) []string) *crossIndex {
	x := &crossIndex{by: map[string]*cross{}, spelt: map[string]*cross{}}
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
	for _, it := range inReadingOrder(p) {
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
		if c := x.entry(word); c != nil && !slices.Contains(out, c) {
			c.spelt[word]++
			out = append(out, c)
		}
	}
	return out
}

// entry finds or makes the entry of a word, nil for a blank one.
func (x *crossIndex) entry(word string) *cross {
	if c, known := x.spelt[word]; known {
		return c
	}
	key := fold(word)
	c := x.by[key]
	if c == nil && key != "" {
		c = &cross{spelt: map[string]int{}}
		x.by[key] = c
		x.all = append(x.all, c)
	}
	x.spelt[word] = c
	return c
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
func mostWritten(spelt map[string]int) string {
	best := ""
	for word, n := range spelt {
		if best == "" || n > spelt[best] || (n == spelt[best] && word < best) {
			best = word
		}
	}
	return best
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
