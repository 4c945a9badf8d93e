package view

import (
	"strconv"
	"strings"
)

// pageSize is how many rows of a list stand on one page.
const pageSize = 200

// leaf is one page of a list that may be longer than a page: the rows from up
// to to, of all.
type leaf struct {
	base         string // path of the first page
	index, count int    // of pages, from 0
	from, to, of int    // rows
}

// leaves divides a list of n rows into pages of size; there is always one.
func leaves(base string, n, size int) []leaf {
	count := max(1, (n+size-1)/size)
	out := make([]leaf, count)
	for i := range out {
		out[i] = leaf{base: base, index: i, count: count, from: i * size, to: min(n, (i+1)*size), of: n}
	}
	return out
}

// path is where the page stands: backlog.html, backlog/2.html, …
func (l leaf) path() string { return l.pathOf(l.index) }

func (l leaf) pathOf(i int) string {
	if i == 0 {
		return l.base
	}
	return strings.TrimSuffix(l.base, ".html") + "/" + strconv.Itoa(i+1) + ".html"
}

// suffix tells pages of one list apart in titles: ", page 2".
func (s *site) suffix(l leaf) string {
	if l.index == 0 {
		return ""
	}
	return s.Say(", page {n}", l.index+1)
}

// pager leads through the pages, nil when there is only one. noun is what is
// counted: "Positions".
func (h here) pager(l leaf, noun string) *Pager {
	if l.count < 2 {
		return nil
	}
	p := &Pager{
		Words: h.Say("{what} {from} to {to} of {all}", noun, l.from+1, l.to, l.of),
		Page:  h.Say("Page {n} of {all}", l.index+1, l.count),
	}
	link := func(i int, words string) *Link { return &Link{Text: words, Href: h.to(l.pathOf(i))} }
	if l.index > 0 {
		p.Prev = link(l.index-1, h.Say("Previous page"))
	}
	if l.index > 1 {
		p.First = link(0, h.Say("First page"))
	}
	if l.index < l.count-1 {
		p.Next = link(l.index+1, h.Say("Next page"))
	}
	if l.index < l.count-2 {
		p.Last = link(l.count-1, h.Say("Last page"))
	}
	return p
}
