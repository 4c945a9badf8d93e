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
	Past     []ChangeLine // what happened to it, the last first
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
		Eyebrow: h.themeEyebrow(t),
		Heading: t.Title,
		Summary: t.Summary,
		Tally:   h.behindUs(t.Progress),
		Legs:    h.legs(t, road, l),
		Pager:   h.pager(l, h.Say("Items")),
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
		page.Updates = append(page.Updates, Update{Day: h.updateDay(u), ISO: u.Date, Body: h.body(t, u.Body)})
	}
	page.Outcomes = each(t.Outcomes, h.outcomeRow)
	page.Segments = h.segments(t.Progress, page.Shield.Class)
	page.Progress = capital(h.progressWords(t.Progress))
	page.Facts = h.themeFacts(t)
	page.Signals = h.signalsOf(t)
	page.Mentions = h.mentions(t)
	page.Past = h.pastOf(t)
}

func (h here) themeEyebrow(t *plan.Theme) string {
	where := h.horizonWord(t.Horizon)
	if t.Status != plan.ThemeOpen {
		where = h.themeMark(t).Word
	}
	return h.Say("Theme {letter}, {horizon}", t.Letter, where)
}

// behindUs counts what is done beside the heading of the road, "" without items.
func (h here) behindUs(p plan.Progress) string {
	if p.All == 0 {
		return ""
	}
	return h.Say("{done} of {n} item behind us|{done} of {n} items behind us", p.Done, p.All)
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
func (h here) updateDay(u document.Update) string {
	day, err := calendar.ParseDay(u.Date)
	if err != nil {
		return u.Date
	}
	return h.Day(day)
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
		add(h.Say("Horizon"), h.horizonWord(t.Horizon))
		add(h.Say("Confidence"), h.confidenceWord(t.Confidence))
	}
	add(h.Say("Health"), h.healthWord(t.Health))
	if words := h.completeWords(t); words != "" {
		out = append(out, Fact{Term: h.Say("Complete"), Parts: text(words), Note: h.baseNote()})
	}
	add(h.Say("Effort"), h.effortWords(t.Progress))
	if t.Allocation >= 0 {
		add(h.Say("Meant to take"), h.Say("{n} % of the effort", t.Allocation))
	}
	if len(t.Releases) > 0 {
		out = append(out, Fact{Term: h.Say("Releases"), Parts: h.joined(each(t.Releases, func(r *plan.Release) Part { return Part{Text: releaseName(r), Href: h.href(r)} }))})
	}
	if t.OtherWork {
		add(h.Say("Also"), h.Say("other work that is not published"))
	}
	return append(out, h.commonFacts(t)...)
}

// completeWords says when the last open item of a theme is likely to be done, ""
// in a plan without a forecast.
func (h here) completeWords(t *plan.Theme) string {
	e := h.expected(t.Outlook)
	switch {
	case e.Range != "":
		return h.likelyWords(e)
	case t.Outlook.Ahead == 0 || len(h.plan.Forecast.Silence) > 0:
		return ""
	}
	return h.Say("Not foreseeable yet")
}

// effortWords says how much of the effort is done, and how much is not known.
func (h here) effortWords(p plan.Progress) string {
	all := p.DoneEffort + p.OpenEffort
	switch {
	case all == 0:
		return ""
	case p.Unestimated > 0:
		return h.Say("{done} of {all} done; {n} item not estimated|{done} of {all} done; {n} items not estimated", p.DoneEffort, all, p.Unestimated)
	}
	return h.Say("{done} of {all} done", p.DoneEffort, all)
}

// confidenceWord is how sure an author is of a theme.
func (s *site) confidenceWord(confidence string) string {
	switch confidence {
	case "high":
		return s.Say("High^confidence")
	case "medium":
		return s.Say("Medium^confidence")
	case "low":
		return s.Say("Low^confidence")
	}
	return capital(confidence)
}

// healthWord is how a theme stands, in its author's judgement.
func (s *site) healthWord(health string) string {
	switch health {
	case "on-track":
		return s.Say("On track")
	case "at-risk":
		return s.Say("At risk")
	case "off-track":
		return s.Say("Off track")
	}
	return ""
}
