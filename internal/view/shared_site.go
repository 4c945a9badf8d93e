package view

import (
	"sync"

	"milepost/internal/check"
	"milepost/internal/diag"
	"milepost/internal/parallel"
	"milepost/internal/plan"
	"milepost/internal/words"
)

// site is what the pages of one plan share. It is gathered once and never
// changed afterwards, because pages are built at the same time.
type site struct {
	*words.Language // what the pages say, in the language of the site
	plan            *plan.Plan
	found           check.Result
	frame           *Site
	tags            *crossIndex
	people          *crossIndex
	signals         map[string][]diag.Diagnostic   // findings by the path of their file
	ends            map[*plan.Item][]*plan.Release // releases that end with this item in the backlog
	next            *plan.Item                     // the next thing to do, nil when nothing is left
	shields         map[*plan.Theme]Shield         // without Href, which depends on the page
	happened        func() []event                 // what happened, newest first
	happenedTo      func() map[plan.Entity][]event // the same, by what it happened to
	vision          string                         // in short, for the road bar
	chains          chains                         // what waits for what, the longest ways
	signs           map[*plan.Item]ForecastSign    // behind these items of the backlog
	nexts           map[*plan.Theme]*plan.Item     // what to pick up next for each theme
}

func newSite(p *plan.Plan, found check.Result) *site {
	s := &site{
		Language: words.Of(p.Config.Language),
		plan:     p,
		found:    found,
		signals:  map[string][]diag.Diagnostic{},
		ends:     releaseEnds(p),
		next:     nextTask(p.Backlog),
		shields:  make(map[*plan.Theme]Shield, len(p.Themes)),
	}
	items := inReadingOrder(p)
	parallel.Both(func() { s.tags = indexTags(p, items) }, func() { s.people = indexPeople(p, items) })
	s.vision = shorten(oneLine(p.Roadmap.Vision), 38)
	s.happened = sync.OnceValue(s.history)
	s.happenedTo = sync.OnceValue(func() map[plan.Entity][]event { return byEntity(s.happened()) })
	for _, d := range found.Findings {
		s.signals[d.Span.Path()] = append(s.signals[d.Span.Path()], d)
	}
	for i, t := range p.Themes {
		s.shields[t] = Shield{Letter: t.Letter, Class: shieldClass(i), Title: t.Title}
	}
	s.frame = siteFrame(s)
	s.chains = longestChains(p)
	s.signs = s.forecastSigns(s.ends)
	s.nexts = nextOfThemes(p.Backlog)
	return s
}

// shieldClass is the class of the i-th theme's colour: they repeat after eight.
func shieldClass(i int) string { return "t" + string(rune('A'+i%8)) }

// nextTask is the first item that is ready to be picked up, else the first of
// all: the end of the road bar is never empty while there is work.
func nextTask(backlog []*plan.Item) *plan.Item {
	for _, it := range backlog {
		if it.NextUp {
			return it
		}
	}
	if len(backlog) == 0 {
		return nil
	}
	return backlog[0]
}

// nextOfThemes is for each theme the first item that is ready to be picked up.
func nextOfThemes(backlog []*plan.Item) map[*plan.Theme]*plan.Item {
	out := map[*plan.Theme]*plan.Item{}
	for _, it := range backlog {
		if it.Theme != nil && it.State == plan.StateReady && out[it.Theme] == nil {
			out[it.Theme] = it
		}
	}
	return out
}

// releaseEnds finds, for every planned release with a date or a forecast, the open
// item of it that comes last in the backlog.
func releaseEnds(p *plan.Plan) map[*plan.Item][]*plan.Release {
	last := map[*plan.Release]*plan.Item{}
	for _, it := range p.Backlog {
		if r := it.Release; r != nil && r.Status == plan.Planned && (!r.Date.IsZero() || r.Outlook.Known) {
			last[r] = it
		}
	}
	ends := map[*plan.Item][]*plan.Release{}
	for _, r := range p.Releases {
		if it := last[r]; it != nil {
			ends[it] = append(ends[it], r)
		}
	}
	return ends
}
