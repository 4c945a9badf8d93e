package view

import (
	"slices"

	"milepost/internal/check"
	"milepost/internal/parallel"
	"milepost/internal/plan"
)

// Pages lists every file of the site that is made from the plan. What all pages
// share is gathered here once; the data of a page is built when it is asked for.
func Pages(p *plan.Plan, found check.Result) []Page {
	found = Publishable(p, found)
	s := newSite(p, found)
	kinds := []func(*site) []Page{
		roadmapPages,
		timelinePages,
		themePages,
		itemPages,
		backlogPages,
		boardPages,
		mapPages,
		releasesPages,
		releasePages,
		shippedPages,
		changesPages,
		healthPages,
		peoplePages,
		tagPages,
		freePages,
		searchPages,
		notFoundPages,
		accentPages,
		scriptWordPages,
	}
	of := make([][]Page, len(kinds))
	parallel.Each(len(kinds), func(n int) { of[n] = kinds[n](s) })
	out := append(slices.Concat(of...), s.machinePages()...)
	// These speak of all other pages, and so come last.
	out = append(out, sitemapPages(p, out)...)
	return append(out, redirects(p, out)...)
}

// machinePages are the files for programs.
func (s *site) machinePages() []Page {
	p, found := s.plan, s.found
	pages := []Page{jsonPage(p, found), csvPage(p), robotsPage(p)}
	pages = append(pages, feedPages(s)...)
	pages = append(pages, calendarPages(s)...)
	pages = append(pages, socialPages(s)...)
	return append(pages, llmsPage(s))
}

// page is one page with a layout. build makes its data, from where it stands.
func (s *site) page(path, layout string, build func(here) any) Page {
	return Page{Path: path, Layout: layout, Data: func() any { return build(s.at(path, layout)) }}
}
