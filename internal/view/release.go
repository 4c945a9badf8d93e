package view

import (
	"milepost/internal/document"
	"milepost/internal/plan"
)

// ReleasePage is one release. A release of many items has more than one page:
// only the first, with First set, says what it is for.
type ReleasePage struct {
	Frame
	ID       string
	First    bool
	Eyebrow  string // "Release 1.3, in the making"
	Heading  string
	Goal     string
	When     When
	Expected Expected // when it is ready, as the past lets one think
	Chance   *Chance  // to keep its date; nil where it is not known
	BurnUp   *BurnUp
	Chain    *Chain
	Movers   [][]Part // what could move the date
	Base     *Base    // what the dates rest on
	Done     string   // "6" of
	All      string   // "14"; "" without items
	Segments Segments
	Load     Load
	Moves    []Moved
	Scope    []Scope
	Shares   []Share
	Lead     document.HTML
	Body     document.HTML
	Lists    []ItemList
	Pager    *Pager
	Signals  []Signal
	Mentions []Link
	Facts    []Fact
	Releases []ReleaseLine // the others around it; this one has no Href
}

// releasePageSize is how many items stand on one page of a release: their rows
// hold reasons, which are long.
const releasePageSize = 150

func releasePages(s *site) []Page {
	var out []Page
	for _, r := range s.plan.Releases {
		for _, l := range leaves(plan.Path(r), len(r.Items), releasePageSize) {
			out = append(out, s.page(l.path(), "release", func(h here) any { return h.release(r, l) }))
		}
	}
	return out
}

func (h here) release(r *plan.Release, l leaf) ReleasePage {
	page := ReleasePage{
		Frame: h.newFrame(head{
			title:       releaseTitle(r) + l.suffix(),
			description: firstOf(r.Goal, summaryOf(r)),
			section:     "releases",
			thread:      h.threadAtThemes("Release", shorten(releaseName(r), 40)),
			source:      r,
		}),
		ID:       r.ID,
		First:    l.index == 0,
		Eyebrow:  releaseEyebrow(r),
		Heading:  r.Title,
		Goal:     r.Goal,
		Lists:    h.releaseLists(r, l),
		Pager:    h.pager(l, "Items"),
		Releases: h.neighbours(r),
	}
	if page.First {
		h.describeRelease(&page, r)
	}
	return page
}

// describeRelease adds what only the first page of a release shows.
func (h here) describeRelease(page *ReleasePage, r *plan.Release) {
	page.When = h.when(r)
	page.Expected, page.Chance = h.expectedRelease(r), h.chance(r)
	page.BurnUp, page.Chain = h.burnUp(r), h.chain(r)
	page.Movers = h.movers(r, page.BurnUp)
	if page.Expected.Range != "" {
		page.Base = h.base()
	}
	page.Segments = segments(r.Progress, "")
	if r.Progress.All > 0 {
		page.Done, page.All = number(r.Progress.Done), number(r.Progress.All)
	}
	page.Load = releaseLoad(r)
	page.Moves = h.moves(r.Items)
	page.Scope = h.scope(r.Items)
	page.Shares = h.shares(r)
	page.Lead, page.Body = h.body(r, r.Doc.Lead), h.body(r, r.Doc.Body)
	page.Signals = h.signalsOf(r)
	page.Mentions = h.mentions(r)
	page.Facts = h.commonFacts(r)
}

func releaseEyebrow(r *plan.Release) string {
	name := "Release"
	if short := releaseName(r); short != r.Title {
		name += " " + short
	}
	switch r.Status {
	case plan.Released:
		return name + ", out"
	case plan.ReleaseDropped:
		return name + ", dropped"
	}
	if r.Progress.Done+r.Progress.Started > 0 {
		return name + ", in the making"
	}
	return name + ", planned"
}

// neighbours are the releases around this one that are not dropped: two before
// it, and four after.
func (h here) neighbours(r *plan.Release) []ReleaseLine {
	var all []*plan.Release
	at := 0
	for _, other := range h.plan.Releases {
		if other == r {
			at = len(all)
		} else if other.Status == plan.ReleaseDropped {
			continue
		}
		all = append(all, other)
	}
	first, last := max(0, at-2), min(len(all), at+5)
	if last-first < 2 {
		return nil
	}
	out := each(all[first:last], h.releaseLine)
	out[at-first].Href = ""
	return out
}
