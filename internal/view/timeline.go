package view

import (
	"time"

	"milepost/internal/calendar"
	"milepost/internal/plan"
)

// TimelinePage is about when: releases and themes over quarters. What is behind
// is exact; what is ahead fades where nothing is known. The drawing is for the eye,
// the table below says the same in words.
type TimelinePage struct {
	Frame
	Lede     string
	Ground   string // what the dates rest on
	Missing  []Part // in place of it: why there are no dates
	Quarters []Quarter
	HasToday bool
	Today    int // on the axis
	Rows     int // of releases, one below the other
	Releases []TimelineRelease
	Bands    []Band
	Themes   []TimelineTheme
	Table    []TimelineRow
}

// Quarter is a stretch of the axis. The last one has no scale: what is later.
type Quarter struct{ Name, Year string }

// TimelineRelease is a release above the axis.
type TimelineRelease struct {
	Link
	State  Mark
	When   string
	X, Row int
}

// Band is where a release may fall.
type Band struct{ X, Width int }

// TimelineTheme is the road of one theme over time. All places are on the axis.
type TimelineTheme struct {
	Shield
	Bars    []Bar
	Notches []int  // finished items
	Words   string // when it ends
	Side    string // where the words stand: "" behind the end, "lt" before the beginning, "in" on the bar
	At      int    // the end they stand beside
}

// Bar is a stretch of a road over time: past, sure, or fuzzy where it may end.
type Bar struct {
	Class  string
	X, End int
}

// TimelineRow is a release or a theme in the table.
type TimelineRow struct {
	Link
	Theme   *Shield // nil for a release
	State   Mark
	Planned string
	Likely  string
	Done    string
}

func timelinePages(s *site) []Page {
	return []Page{s.page("timeline.html", "timeline", func(h here) any { return h.timeline() })}
}

func (h here) timeline() TimelinePage {
	a := newAxis(h.plan)
	page := TimelinePage{
		Frame: h.newFrame(head{
			title:       h.Say("Timeline"),
			description: h.Say("About when the themes and releases of {product} come.", h.frame.Title),
			section:     "timeline",
			thread:      h.threadAtThemes(h.Say("Themes"), h.Say("over time")),
		}),
		Lede:     h.Say("What is behind us is exact. What is ahead of us fades where we do not know."),
		Ground:   h.ground(),
		Quarters: h.quarters(a),
		Table:    h.timelineTable(),
	}
	if base := h.base(); page.Ground == "" && base != nil {
		page.Missing = text(base.Words[0])
	}
	if a.today != 0 {
		page.HasToday, page.Today = true, a.x(a.today)
	}
	page.Releases, page.Rows = h.timelineReleases(a)
	page.Bands = h.bands(a)
	page.Themes = each(h.plan.Themes, func(t *plan.Theme) TimelineTheme { return h.timelineTheme(a, t) })
	return page
}

// axis lays days on a line of 1,000: four quarters of 200 each, and what is later.
type axis struct {
	today, first, end calendar.Day // end is the day after the fourth quarter
	starts            [5]calendar.Day
}

const (
	quarterWidth = 200
	axisScale    = 4 * quarterWidth // where the scale ends
	axisEnd      = 1000
)

// newAxis begins a quarter before that of today where something is known of it.
func newAxis(p *plan.Plan) axis {
	a := axis{today: p.Facts.Today}
	begin := quarterOf(p.Facts.Today)
	if before := quarterOf(begin - 1); knownBefore(p, begin) {
		begin = before
	}
	a.first = begin
	for i := range a.starts {
		a.starts[i] = begin
		begin = quarterOf(begin + 100) // a quarter has at most 92 days
	}
	a.end = a.starts[4]
	return a
}

func quarterOf(d calendar.Day) calendar.Day {
	t := d.Time()
	return calendar.DayOf(time.Date(t.Year(), (t.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC))
}

// knownBefore reports whether anything is known to have happened before a day.
func knownBefore(p *plan.Plan, day calendar.Day) bool {
	for _, it := range p.Items {
		if it.Finished != 0 && it.Finished < day || it.Status.Started() && it.Started != 0 && it.Started < day {
			return true
		}
	}
	for _, r := range p.Releases {
		if r.Released != 0 && r.Released < day {
			return true
		}
	}
	return false
}

// x is the place of a day: at the left edge for what is earlier, in the middle of
// what has no scale for what is later.
func (a axis) x(d calendar.Day) int {
	if d < a.first {
		return 0
	}
	for i := range 4 {
		if start, next := a.starts[i], a.starts[i+1]; d < next {
			return i*quarterWidth + int(d-start)*quarterWidth/int(next-start)
		}
	}
	return axisScale + quarterWidth/2
}

// shows reports whether a day lies on the axis.
func (a axis) shows(d calendar.Day) bool { return d >= a.first && d < a.end }

func (h here) quarters(a axis) []Quarter {
	out := each(a.starts[:4], func(d calendar.Day) Quarter {
		t := d.Time()
		return Quarter{Name: h.Say("Q{n}", int(t.Month()-1)/3+1), Year: h.Say("{year}", t.Format("2006"))}
	})
	return append(out, Quarter{Name: h.Say("Later")})
}

// bands are where planned releases may fall: between the even chance and the likely
// day, or within the time they are planned for.
func (h here) bands(a axis) []Band {
	var out []Band
	for _, r := range h.plan.Releases {
		from, to := fallsBetween(r)
		if r.Status != plan.Planned || from == 0 || !a.shows(from) {
			continue
		}
		x := a.x(from)
		out = append(out, Band{X: x, Width: max(a.x(to)-x, 12)})
	}
	return out
}

// fallsBetween are the days between which a release likely comes, 0 for unknown.
func fallsBetween(r *plan.Release) (from, to calendar.Day) {
	switch {
	case r.Released != 0:
		return r.Released, r.Released
	case r.Outlook.Known:
		return plan.Day(r.Outlook.Dates.P50.Day), plan.Day(r.Outlook.Dates.P85.Day)
	case !r.Date.IsZero():
		return r.Date.First, r.Date.Last
	}
	return 0, 0
}

func (h here) timelineTable() []TimelineRow {
	var out []TimelineRow
	for _, r := range h.plan.Releases {
		if r.Status == plan.ReleaseDropped {
			continue
		}
		row := TimelineRow{
			Link: Link{Text: releaseTitle(r), Href: h.href(r)}, State: h.releaseMark(r),
			Planned: capital(h.Interval(r.Date)), Likely: h.expectedRelease(r).Range, Done: h.doneOf(r.Progress),
		}
		if r.Released != 0 {
			row.Likely = h.Day(r.Released)
		}
		out = append(out, row)
	}
	for _, t := range h.plan.Themes {
		out = append(out, TimelineRow{
			Link: Link{Text: t.Title, Href: h.href(t)}, Theme: h.shield(t),
			State: h.themeMark(t), Planned: h.horizonWord(t.Horizon), Likely: h.expected(t.Outlook).Range, Done: h.doneOf(t.Progress),
		})
	}
	return out
}

// doneOf counts what is done of all, "" without items.
func (h here) doneOf(p plan.Progress) string {
	if p.All == 0 {
		return ""
	}
	return h.Say("{n} of {all}", p.Done, p.All)
}

// themeMark is the shape of a theme: reached, under way, or still to be begun.
func (s *site) themeMark(t *plan.Theme) Mark {
	switch {
	case t.Status == plan.ThemeAchieved:
		return Mark{Class: plan.StateDone.String(), Word: s.Say("Achieved")}
	case t.Status == plan.ThemeDropped:
		return Mark{Class: plan.StateDropped.String(), Word: s.Say("Dropped")}
	case t.Progress.Done+t.Progress.Started > 0:
		return Mark{Class: plan.StateDoing.String(), Word: s.Say("Under way")}
	case t.Horizon == plan.Later:
		return Mark{Class: plan.StateIdea.String(), Word: s.Say("Later")}
	}
	return Mark{Class: plan.StateReady.String(), Word: s.Say("Planned")}
}
