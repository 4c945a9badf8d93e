package view

import (
	"milepost/internal/calendar"
	"milepost/internal/plan"
)

// ChangesPage is what happened to the plan, the last first.
type ChangesPage struct {
	Frame
	First  bool
	Lede   string
	Ground string // why less is known than could be, "" where nothing is missing
	Months []ChangesMonth
	Pager  *Pager
}

// ChangesMonth is a month in which something happened.
type ChangesMonth struct {
	Title     string
	Continued bool
	Weeks     []ChangesWeek
}

// ChangesWeek is a week of it; one that reaches over the end of a month is in both.
type ChangesWeek struct {
	Title, Day string // "Week of 23 November"; its Monday
	Changes    []ChangeLine
}

// ChangeLine is one thing that happened.
type ChangeLine struct {
	Icon     string
	Day, ISO string
	Link     Link
	Words    string  // of an update, "" for others
	Theme    *Shield // nil without one
}

// changeIcons are the shapes for what happened, by the kind of event.
var changeIcons = map[string]string{
	"finished": "check", "released": "flag", "update": "info", "added": "plus", "started": "arrow", "achieved": "flag",
	"dropped": "box", "nearer": "up", "farther": "down", "moved": "arrow", "date": "arrow", "effort": "arrow",
}

func changesPages(s *site) []Page {
	// How many there are decides how many pages there are, so that they are gathered here.
	all := s.happened()
	var out []Page
	for _, l := range leaves("changes.html", len(all), pageSize) {
		out = append(out, s.page(l.path(), "changes", func(h here) any { return h.changes(all, l) }))
	}
	return out
}

func (h here) changes(all []event, l leaf) ChangesPage {
	page := ChangesPage{
		Frame: h.newFrame(head{
			title:       h.Say("Changes") + h.suffix(l),
			description: h.Say("What changed in the plan of {product}: what is new, what was done, what moved.", h.frame.Title),
			section:     "changes",
			thread:      h.threadAtTasks(h.Say("as they changed")),
		}),
		First: l.index == 0,
		Lede:  h.Say("What happened to the plan, the last first."),
		Pager: h.pager(l, h.Say("Changes")),
	}
	page.Ground = h.historyGround()
	for n, e := range all[l.from:l.to] {
		month, week := monthOf(e.day), mondayOf(e.day)
		if n == 0 || month != monthOf(all[l.from+n-1].day) {
			before := l.from > 0 && n == 0 && monthOf(all[l.from-1].day) == month
			page.Months = append(page.Months, ChangesMonth{Title: h.Month(month), Continued: before})
		}
		m := &page.Months[len(page.Months)-1]
		if len(m.Weeks) == 0 || week != mondayOf(all[l.from+n-1].day) {
			m.Weeks = append(m.Weeks, ChangesWeek{Title: h.Say("Week of {day}", h.shortDay(week)), Day: week.String()})
		}
		w := &m.Weeks[len(m.Weeks)-1]
		w.Changes = append(w.Changes, h.changeLine(e, true))
	}
	return page
}

// historyGround says what the history lacks, "" where it is whole.
func (h here) historyGround() string {
	known := h.plan.Facts.History
	if known == nil {
		return h.Say("This site was built without the history of its repository. So only those days are here that the plan names itself.")
	}
	for _, e := range h.plan.Entities() {
		if past, ok := known[sourcePath(e)]; ok && past.Created == 0 {
			return h.Say("The history that this site was built with begins later than the plan. What was before is not here.")
		}
	}
	return ""
}

// mondayOf is the first day of a week, as ISO 8601 counts them.
func mondayOf(d calendar.Day) calendar.Day {
	return d - calendar.Day((int(d.Time().Weekday())+6)%7)
}

func (h here) changeLine(e event, withTheme bool) ChangeLine {
	line := ChangeLine{Icon: changeIcons[e.kind], Day: h.shortDay(e.day), ISO: e.day.String(), Link: Link{Text: e.title, Href: h.href(e.about)}}
	if e.kind == "update" {
		line.Words = shorten(oneLine(e.summary), 140)
	}
	if withTheme {
		line.Theme = h.shield(e.theme)
	}
	return line
}

// pastOf is what happened to one thing, the last first, without saying each time
// what it is called.
func (h here) pastOf(e plan.Entity) []ChangeLine {
	return each(h.happenedTo()[e], func(e event) ChangeLine {
		line := h.changeLine(e, false)
		line.Link = Link{Text: e.what}
		return line
	})
}

// byEntity lays what happened to what it happened to.
func byEntity(events []event) map[plan.Entity][]event {
	out := map[plan.Entity][]event{}
	for _, e := range events {
		out[e.about] = append(out[e.about], e)
	}
	return out
}

// commitEvents are what the commits of the repository changed.
func (s *site) commitEvents() []event {
	var out []event
	for _, e := range s.plan.Entities()[1:] {
		c := e.Base()
		h, known := s.plan.Facts.History[c.Doc.File.Path]
		if !known {
			continue
		}
		var theme *plan.Theme
		switch e := e.(type) {
		case *plan.Item:
			theme = e.Theme
		case *plan.Theme:
			theme = e
		case *plan.Page:
			continue // its words are read where they stand
		}
		add := func(day calendar.Day, kind, what string) {
			if what != "" {
				out = append(out, event{day, kind, e, what, s.Say("{what}: {title}", what, nameOf(e)), "", theme})
			}
		}
		if h.Created != 0 {
			add(h.Created, "added", s.Say("New"))
		}
		for _, step := range h.Steps {
			kind, what := s.told(step)
			add(step.Day, kind, what)
		}
	}
	return out
}

// nameOf is what a thing is called in a sentence.
func nameOf(e plan.Entity) string {
	if r, ok := e.(*plan.Release); ok {
		return releaseTitle(r)
	}
	return e.Base().Title
}

// told puts a step into words, "" where something else tells it or it says nothing
// to a reader.
func (s *site) told(step plan.Step) (kind, what string) {
	switch step.Field {
	case "status":
		return s.toldStatus(step)
	case "horizon":
		return s.toldHorizon(step)
	case "effort":
		if step.Before != "" && step.After != "" {
			return "effort", s.Say("Effort {a} → {b}", step.Before, step.After)
		}
	case "date":
		return "date", s.toldDate(step)
	case "release":
		return "moved", s.toldRelease(step)
	}
	return "", ""
}

func (s *site) toldStatus(step plan.Step) (kind, what string) {
	switch step.After {
	case "in-progress":
		return "started", s.Say("Begun")
	case "dropped":
		return "dropped", s.Say("Given up")
	case "achieved":
		return "achieved", s.Say("Achieved")
	}
	return "", "" // what is done is told with its day, which an author may have written
}

func (s *site) toldHorizon(step plan.Step) (kind, what string) {
	before, after := horizonOf(step.Before), horizonOf(step.After)
	if before == plan.NoHorizon || after == plan.NoHorizon {
		return "", ""
	}
	kind = "nearer"
	if after > before {
		kind = "farther"
	}
	return kind, s.horizonWord(before) + " → " + s.horizonWord(after)
}

func horizonOf(word string) plan.Horizon {
	for h := plan.Now; h <= plan.Later; h++ {
		if h.String() == word {
			return h
		}
	}
	return plan.NoHorizon
}

// toldDate shows the old date of a release beside the new one.
func (s *site) toldDate(step plan.Step) string {
	before, after := s.dateWords(step.Before), s.dateWords(step.After)
	switch {
	case before == after:
		return ""
	case before == "":
		return s.Say("Planned for {date}", after)
	case after == "":
		return s.Say("No date any more; it was {date}", before)
	}
	return before + " → " + after
}

func (s *site) dateWords(text string) string {
	i, err := calendar.ParseInterval(text)
	if err != nil || text == "" {
		return ""
	}
	return s.Interval(i)
}

// toldRelease names releases only that are in the plan: another may be internal.
func (s *site) toldRelease(step plan.Step) string {
	before, _ := s.plan.Lookup(step.Before).Entity.(*plan.Release)
	after, _ := s.plan.Lookup(step.After).Entity.(*plan.Release)
	switch {
	case before != nil && after != nil && before != after:
		return releaseTitle(before) + " → " + releaseTitle(after)
	case after != nil && step.Before == "":
		return s.Say("Planned for {release}", releaseTitle(after))
	case before != nil && step.After == "":
		return s.Say("No longer in {release}", releaseTitle(before))
	}
	return ""
}
