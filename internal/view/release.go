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
	Eyebrow  string // "Release 1.3"
	State    Mark   // "In the making"
	Heading  string
	Goal     string
	When     When
	Expected Expected // when it is ready, as the past lets one think
	Chance   *Chance  // to keep its date; nil where it is not known
	BurnUp   *BurnUp
	Chain    *Chain
	Movers   [][]Part // what could move the date
	Base     *Base    // what the dates rest on
	Far      []Part   // "6 of 14"; nil without items
	Segments Segments
	Load     Load
	Moves    []Moved
	Moves2   []Moved // those that do not fit beside the first
	Scope    []Scope
	Scope2   []Scope
	Shares   []Share
	Lead     document.HTML
	Body     document.HTML
	Lists    []ItemList
	Pager    *Pager
	Signals  []Signal
	Mentions []Link
	Past     []ChangeLine // what happened to it, the last first
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
			title:       releaseTitle(r) + h.suffix(l),
			description: firstOf(r.Goal, summaryOf(r)),
			section:     "releases",
			thread:      h.threadAtThemes(h.Say("Release"), shorten(releaseName(r), 40)),
			source:      r,
		}),
		ID:       r.ID,
		First:    l.index == 0,
		Eyebrow:  h.releaseEyebrow(r),
		State:    h.releaseMark(r),
		Heading:  r.Title,
		Goal:     r.Goal,
		Lists:    h.releaseLists(r, l),
		Pager:    h.pager(l, h.Say("Items")),
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
	page.Segments = h.segments(r.Progress, "")
	page.Far = h.howFar(r.Progress)
	page.Load = h.releaseLoad(r)
	page.Moves, page.Moves2 = folded(h.moves(r.Items), movesShown)
	page.Scope, page.Scope2 = folded(h.scope(r.Items), scopeShown)
	page.Shares = h.shares(r)
	page.Lead, page.Body = h.body(r, r.Doc.Lead), h.body(r, r.Doc.Body)
	page.Signals = h.signalsOf(r)
	page.Mentions = h.mentions(r)
	page.Past = h.pastOf(r)
	page.Facts = h.commonFacts(r)
}

// How much of a release is shown at once; the rest is folded away.
const (
	movesShown = 3
	scopeShown = 8
)

// folded divides a list into what is shown and what is folded away. A fold of a
// single thing would take more room than the thing.
func folded[T any](all []T, shown int) (first, rest []T) {
	if len(all) <= shown+1 {
		return all, nil
	}
	return all[:shown], all[shown:]
}

// howFar counts what is done: "6 of 14". The word for what is counted is left to
// the place where it stands.
func (h here) howFar(p plan.Progress) []Part {
	if p.All == 0 {
		return nil
	}
	return h.phrase("{done} of {all}", Part{Text: h.Number(p.Done), Strong: true}, p.All)
}

func (h here) releaseEyebrow(r *plan.Release) string {
	if short := releaseName(r); short != r.Title {
		return h.Say("Release {name}", short)
	}
	return h.Say("Release")
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
