package view

import (
	"slices"
	"unicode/utf8"

	"milepost/internal/calendar"
	"milepost/internal/document"
	"milepost/internal/plan"
)

// RoadmapPage is the home page: why, and what next.
type RoadmapPage struct {
	Frame
	Heading    string        // the vision, or the name of the product
	Long       bool          // the heading is too long for the largest type
	Lede       string        // the goal, "" without one
	Lead       document.HTML // without a goal: the first paragraph
	Outcomes   []OutcomeRow
	Next       *NextRelease // nil when none is planned
	Behind     []Part       // what is done, in a sentence
	Horizons   []HorizonBand
	First      []Run // the head of the backlog, where there are no themes
	All        *Link // to the whole of it
	Unaligned  []Part
	Achieved   []Part // themes whose outcome was reached
	Today      []Part // the sign on the road
	Destiny    string // the vision in short, at the end of the road
	News       []ChangeLine
	Body       document.HTML
	Disclaimer string
	Ground     string // what the dates rest on
	Begin      bool   // there is no plan yet: say how to begin
}

// OutcomeRow is one business outcome with its number.
type OutcomeRow struct {
	Anchor string
	Number int
	Title  string
	Target string // "" where none is given
	Gauge  *Gauge // nil where it is not measured
	Now    string // the current number, "" where it is not measured
	Words  string // what it is the number of, and what it was
	By     string // when it is wanted, "" where none is given
}

// NextRelease is the planned release that comes first.
type NextRelease struct {
	Link
	Goal     string
	When     When
	Likely   string // "13–20 March 2026", as the past lets one think; "" where there are no dates
	Meant    string // "Meant for March 2026, 72 % likely", below Likely
	Firm     string // how firmly that is meant
	Segments Segments
	Progress string
}

// longVision is from how many characters on a vision is set in smaller type.
const longVision = 150

func roadmapPages(s *site) []Page {
	return []Page{s.page("index.html", "roadmap", func(h here) any { return h.roadmap() })}
}

func (h here) roadmap() RoadmapPage {
	r := h.plan.Roadmap
	page := RoadmapPage{
		Frame: h.newFrame(head{
			description: firstOf(r.Vision, r.Goal, summaryOf(r)),
			section:     "roadmap",
			thread:      h.threadAtVision(),
			source:      r,
		}),
		Heading:    firstOf(r.Vision, h.frame.Title),
		Long:       utf8.RuneCountInString(r.Vision) > longVision,
		Lede:       r.Goal,
		Outcomes:   each(h.plan.Outcomes, h.outcomeRow),
		Next:       h.nextRelease(),
		Behind:     h.behind(),
		Horizons:   h.horizons(),
		Unaligned:  h.unaligned(),
		Achieved:   h.achieved(),
		Today:      h.todaySign(),
		Destiny:    shorten(oneLine(r.Vision), 60),
		News:       h.news(),
		Disclaimer: firstOf(r.Disclaimer, h.Say("This is what we intend today, and not a promise. Plans change as we learn; only what has shipped is certain.")),
		Ground:     h.ground(),
		Begin:      len(h.plan.Items)+len(h.plan.Themes)+len(h.plan.Outcomes) == 0,
	}
	if len(h.plan.Themes) == 0 {
		page.First, page.All = h.backlogHead()
	}
	if r.Doc != nil {
		h.roadmapBody(&page, r)
	}
	return page
}

// roadmapBody lays out the text of the roadmap's file. Its first paragraph
// stands on top, unless the goal does.
func (h here) roadmapBody(page *RoadmapPage, r *plan.Roadmap) {
	lead := h.body(r, r.Doc.Lead)
	page.Body = h.body(r, r.Doc.Body)
	if page.Lede == "" {
		page.Lead = lead
		return
	}
	if lead != "" {
		page.Body = "<p>" + lead + "</p>\n" + page.Body
	}
}

// nextRelease is the planned release that comes first, nil when none is planned.
func (h here) nextRelease() *NextRelease {
	for _, r := range h.plan.Releases {
		if r.Status != plan.Planned {
			continue
		}
		when := h.when(r)
		return &NextRelease{
			Link:     Link{Text: releaseTitle(r), Href: h.href(r)},
			Goal:     r.Goal,
			When:     when,
			Firm:     when.Notes[len(when.Notes)-1], // a planned release always has one
			Segments: h.segments(r.Progress, ""),
			Progress: capital(h.progressWords(r.Progress)),
			Likely:   h.expectedRelease(r).Range,
			Meant:    h.meant(r),
		}
	}
	return nil
}

// behind says in a sentence what is done: the last release, else the work.
func (h here) behind() []Part {
	_, shipped, _ := sortReleases(h.plan.Releases)
	if len(shipped) > 0 {
		return h.lastRelease(shipped[0])
	}
	if n := h.doneCount(); n > 0 {
		return h.phrase("Done so far: {items}.", Part{Text: h.Say("{n} item|{n} items", n), Href: h.to("shipped.html")})
	}
	return nil
}

func (h here) lastRelease(r *plan.Release) []Part {
	link, goal := Part{Text: releaseTitle(r), Href: h.href(r)}, sentence(r.Goal)
	switch {
	case r.Released != 0 && goal != "":
		return h.phrase("{release}, released {day}. {goal}", link, h.Day(r.Released), goal)
	case r.Released != 0:
		return h.phrase("{release}, released {day}.", link, h.Day(r.Released))
	case goal != "":
		return h.phrase("{release}, released. {goal}", link, goal)
	}
	return h.phrase("{release}, released.", link)
}

func (h here) doneCount() int {
	n := 0
	for _, it := range h.plan.Items {
		if it.Status == plan.Done {
			n++
		}
	}
	return n
}

// firstRows is how many items stand on a roadmap without themes.
const firstRows = 8

// backlogHead is the beginning of the backlog, for a plan without themes.
func (h here) backlogHead() ([]Run, *Link) {
	if len(h.plan.Backlog) == 0 {
		return nil, nil
	}
	first := h.plan.Backlog[:min(firstRows, len(h.plan.Backlog))]
	all := &Link{Text: h.Say("The whole backlog, {n} item|The whole backlog, {n} items", len(h.plan.Backlog)), Href: h.to("backlog.html")}
	return h.runs(first), all
}

// unaligned says how much open work serves no theme, in a plan that has themes.
func (h here) unaligned() []Part {
	if len(h.plan.Themes) == 0 {
		return nil
	}
	n := 0
	for _, it := range h.plan.Backlog {
		if it.Theme == nil {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return h.phrase("{items} in the backlog without a theme.", Part{Text: h.Say("{n} item|{n} items", n), Href: h.to("backlog.html?theme=none")})
}

// achieved are the themes that are behind us.
func (h here) achieved() []Part {
	var out []Part
	for _, t := range h.plan.Themes {
		if t.Status == plan.ThemeAchieved {
			out = append(out, Part{Text: t.Title, Href: h.href(t)})
		}
	}
	if len(out) == 0 {
		return nil
	}
	return h.phrase("Achieved: {themes}.", h.joined(out))
}

// todaySign stands where the road is now, nil where the day is not known.
func (h here) todaySign() []Part {
	today := h.plan.Facts.Today
	if today == 0 {
		return nil
	}
	return h.phrase("Today, {day}", Part{Text: h.Day(today), ISO: today.String()})
}

// newsLength is how many events the roadmap tells.
const newsLength = 6

// news is what happened last.
func (h here) news() []ChangeLine {
	var out []ChangeLine
	for _, e := range h.happened() {
		if slices.Contains([]string{"added", "started", "effort", "moved"}, e.kind) {
			continue // the page of all changes has those
		}
		if out = append(out, h.changeLine(e, false)); len(out) == newsLength {
			break
		}
	}
	return out
}

// shortDay leaves out the year where it is this one.
func (h here) shortDay(d calendar.Day) string {
	t, today := d.Time(), h.plan.Facts.Today
	if today != 0 && t.Year() == today.Time().Year() {
		return h.Say("{day} {short month}", t.Day(), h.shortMonth(t.Month()))
	}
	return h.Say("{day} {short month} {year}", t.Day(), h.shortMonth(t.Month()), t.Format("2006"))
}
