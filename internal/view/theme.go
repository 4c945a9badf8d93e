package view

import (
	"milepost/internal/calendar"
	"milepost/internal/document"
	"milepost/internal/plan"
)

// ThemePage is one theme: why, and how far. A theme of many items has more than
// one page: only the first, with First set, says what it is for.
type ThemePage struct {
	Frame
	First    bool
	Shield   Shield
	Eyebrow  string // "Theme A, Now"
	Heading  string
	Summary  string
	LeadsTo  []Rung // the outcomes it serves
	Why      string
	Lead     document.HTML
	Body     document.HTML
	Updates  []Update
	Tally    string // "7 of 11 items behind us"
	Legs     []Leg
	End      string // what the road leads to
	Pager    *Pager
	Outcomes []OutcomeRow
	Segments Segments
	Progress string
	Facts    []Fact
	Signals  []Signal
	Mentions []Link
}

// Update is one entry of a theme's log.
type Update struct {
	Day, ISO string
	Body     document.HTML
}

func themePages(s *site) []Page {
	var out []Page
	for _, t := range s.plan.Themes {
		road := themeRoad(t)
		for _, l := range leaves(plan.Path(t), len(road.stops), pageSize) {
			out = append(out, s.page(l.path(), "theme", func(h here) any { return h.theme(t, road, l) }))
		}
	}
	return out
}

func (h here) theme(t *plan.Theme, road road, l leaf) ThemePage {
	page := ThemePage{
		Frame: h.newFrame(head{
			title:       t.Title + h.suffix(l),
			description: firstOf(t.Summary, t.Why),
			section:     "roadmap",
			thread:      h.threadAtTheme(t),
			source:      t,
		}),
		First:   l.index == 0,
		Shield:  *h.shield(t),
		Eyebrow: themeEyebrow(t),
		Heading: t.Title,
		Summary: t.Summary,
		Tally:   behindUs(t.Progress),
		Legs:    h.legs(t, road, l),
		Pager:   h.pager(l, "Items"),
	}
	if page.First {
		h.describeTheme(&page, t)
	}
	if l.index == l.count-1 {
		page.End = roadEnd(t)
	}
	return page
}

// describeTheme adds what only the first page of a theme shows.
func (h here) describeTheme(page *ThemePage, t *plan.Theme) {
	page.LeadsTo = h.outcomeRungs(t)
	page.Why = sentence(t.Why)
	page.Body = h.body(t, t.Doc.Body)
	if t.Wrote("summary") { // else the first paragraph is the summary
		page.Lead = h.body(t, t.Doc.Lead)
	}
	for _, u := range t.Doc.Updates {
		page.Updates = append(page.Updates, Update{Day: updateDay(u), ISO: u.Date, Body: h.body(t, u.Body)})
	}
	page.Outcomes = each(t.Outcomes, h.outcomeRow)
	page.Segments = segments(t.Progress, page.Shield.Class)
	page.Progress = capital(progressWords(t.Progress))
	page.Facts = h.themeFacts(t)
	page.Signals = h.signalsOf(t)
	page.Mentions = h.mentions(t)
}

func themeEyebrow(t *plan.Theme) string {
	where := t.Horizon.Title()
	if t.Status != plan.ThemeOpen {
		where = t.Status.String()
	}
	return "Theme " + t.Letter + ", " + where
}

// behindUs counts what is done beside the heading of the road, "" without items.
func behindUs(p plan.Progress) string {
	if p.All == 0 {
		return ""
	}
	return number(p.Done) + " of " + counted(p.All, "item", "items") + " behind us"
}

// roadEnd names what the road leads to: the first outcome of the theme.
func roadEnd(t *plan.Theme) string {
	if len(t.Outcomes) == 0 || len(t.Items) == 0 {
		return ""
	}
	return outcomeTitle(t.Outcomes[0])
}

// updateDay is the heading of an update as people read it; what is no day stays
// as it is written.
func updateDay(u document.Update) string {
	day, err := calendar.ParseDay(u.Date)
	if err != nil {
		return u.Date
	}
	return dayWords(day)
}

// themeFacts are what is known of a theme beside its text.
func (h here) themeFacts(t *plan.Theme) []Fact {
	var out []Fact
	add := func(term, words string) {
		if words != "" {
			out = append(out, Fact{Term: term, Parts: text(words)})
		}
	}
	if t.Status == plan.ThemeOpen {
		add("Horizon", h.horizonWord(t.Horizon))
		add("Confidence", capital(t.Confidence))
	}
	add("Health", healthWord(t.Health))
	if words := h.completeWords(t); words != "" {
		out = append(out, Fact{Term: "Complete", Parts: text(words), Note: h.baseNote()})
	}
	add("Effort", effortWords(t.Progress))
	if t.Allocation >= 0 {
		add("Meant to take", amountOrZero(t.Allocation)+" % of the effort")
	}
	if len(t.Releases) > 0 {
		out = append(out, Fact{Term: plural(len(t.Releases), "Release", "Releases"), Parts: h.releaseParts(t.Releases)})
	}
	if t.OtherWork {
		add("Also", "other work that is not published")
	}
	return append(out, h.commonFacts(t)...)
}

// completeWords says when the last open item of a theme is likely to be done, ""
// in a plan without a forecast.
func (h here) completeWords(t *plan.Theme) string {
	e := h.expected(t.Outlook)
	switch {
	case e.Range != "":
		return e.likely()
	case t.Outlook.Ahead == 0 || len(h.plan.Forecast.Silence) > 0:
		return ""
	}
	return "Not foreseeable yet"
}

// effortWords says how much of the effort is done, and how much is not known.
func effortWords(p plan.Progress) string {
	all := p.DoneEffort + p.OpenEffort
	if all == 0 {
		return ""
	}
	words := amountOrZero(rounded(p.DoneEffort)) + " of " + amount(rounded(all)) + " done"
	if p.Unestimated > 0 {
		words += "; " + counted(p.Unestimated, "item", "items") + " not estimated"
	}
	return words
}

func amountOrZero(f float64) string { return firstOf(amount(f), "0") }

// releaseParts names releases, one after another.
func (h here) releaseParts(releases []*plan.Release) []Part {
	var out []Part
	for i, r := range releases {
		if i > 0 {
			out = append(out, Part{Text: ", "})
		}
		out = append(out, Part{Text: releaseName(r), Href: h.href(r)})
	}
	return out
}
