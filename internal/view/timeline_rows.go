package view

import (
	"cmp"
	"slices"

	"milepost/internal/calendar"
	"milepost/internal/plan"
)

const (
	releaseLabel = 190 // how much of the axis the words of a release take
	releaseRows  = 5   // of releases at most; the table has them all
)

// timelineReleases stand one beside the other, and where there is no room below
// each other. A release before the axis is left to the table.
func (h here) timelineReleases(a axis) (out []TimelineRelease, rows int) {
	var ends [releaseRows]int
	for _, r := range byPlace(a, h.plan.Releases) {
		from, _ := fallsBetween(r)
		if r.Status == plan.ReleaseDropped || r.Status == plan.Released && !a.shows(from) {
			continue
		}
		x := axisScale + 5
		if from != 0 && from < a.end {
			x = a.x(from)
		}
		row := slices.IndexFunc(ends[:], func(end int) bool { return end <= x })
		if row < 0 {
			continue
		}
		ends[row] = x + releaseLabel
		rows = max(rows, row+1)
		out = append(out, TimelineRelease{
			Link: Link{Text: releaseTitle(r), Href: h.href(r)}, State: h.releaseMark(r),
			When: h.releaseDay(r), X: x, Row: row,
		})
	}
	return out, rows
}

// byPlace are the releases from left to right.
func byPlace(a axis, releases []*plan.Release) []*plan.Release {
	out := slices.Clone(releases)
	slices.SortStableFunc(out, func(x, y *plan.Release) int {
		return cmp.Compare(placeOnAxis(a, x), placeOnAxis(a, y))
	})
	return out
}

func placeOnAxis(a axis, r *plan.Release) int {
	from, _ := fallsBetween(r)
	if from == 0 {
		return axisEnd
	}
	return a.x(from)
}

// releaseDay says when a release comes or came, in few words.
func (h here) releaseDay(r *plan.Release) string {
	switch from, to := fallsBetween(r); {
	case from == 0:
		return h.Say("No date yet")
	case r.Released != 0:
		return h.Day(r.Released)
	case r.Outlook.Known:
		return h.foreseen(from, to)
	}
	return capital(h.Interval(r.Date))
}

// stretch is where the parts of a theme's road end, on the axis.
type stretch struct {
	begin  int
	past   int // what is behind ends here; begin for nothing
	even   int // up to here it takes at least
	likely int // up to here it may take
}

// timelineTheme is the road of a theme from its first work to where it may end.
func (h here) timelineTheme(a axis, t *plan.Theme) TimelineTheme {
	row := TimelineTheme{Shield: *h.shield(t)}
	begun, notches := behind(a, t)
	row.Notches = notches
	s := stretch{begin: a.x(a.today), past: a.x(a.today)}
	if begun != 0 && begun <= a.today {
		s.begin = a.x(begun)
	}
	s.even, s.likely = s.past, s.past
	row.Words = h.ahead(&s, a, t)
	row.Bars = s.bars()
	row.Side, row.At = s.side()
	return row
}

func (s stretch) bars() []Bar {
	var out []Bar
	for _, bar := range []Bar{{"past", s.begin, s.past}, {"sure", max(s.begin, s.past), s.even}, {"fuzzy", s.even, s.likely}} {
		if bar.End > bar.X {
			out = append(out, bar)
		}
	}
	return out
}

// side finds room for the words of a row: they need a third of the axis.
func (s stretch) side() (side string, at int) {
	switch {
	case s.likely <= axisEnd*2/3:
		return "", s.likely
	case s.begin >= axisEnd/3:
		return "lt", s.begin
	}
	return "in", s.likely
}

// behind are the first day on which a theme was worked on, 0 for unknown, and the
// places at which its items were finished.
func behind(a axis, t *plan.Theme) (begun calendar.Day, notches []int) {
	for _, it := range t.Items {
		for _, day := range []calendar.Day{it.Started, it.Finished} {
			if day != 0 && (it.Status == plan.Done || it.Status.Started()) && (begun == 0 || day < begun) {
				begun = day
			}
		}
		if it.Status == plan.Done && a.shows(it.Finished) && it.Finished <= a.today {
			notches = append(notches, a.x(it.Finished))
		}
	}
	slices.Sort(notches)
	return begun, slices.Compact(notches)
}

// ahead draws what is open of a theme: to where the forecast reaches, else to the
// time its last planned release is meant for, else into what has no scale. It gives
// the words for that.
func (h here) ahead(s *stretch, a axis, t *plan.Theme) string {
	switch {
	case t.Status != plan.ThemeOpen || t.Progress.Open == 0 && t.Progress.Done > 0:
		return h.themeMark(t).Word
	case t.Progress.Open == 0:
		return ""
	}
	from, to := fallsWithin(t)
	switch {
	case from != 0:
		if start := h.starts(t); s.begin == s.past && start > a.today {
			s.begin = a.x(start)
		}
		s.reach(a.x(from), a.x(to))
		if !t.Outlook.Known {
			return h.Interval(lastPlanned(t).Date)
		}
		return h.foreseen(from, to)
	case t.Horizon == plan.Later && s.begin == s.past:
		s.begin, s.even, s.likely = axisScale, axisScale, axisEnd
	default:
		s.likely = min(s.past+quarterWidth, axisScale)
	}
	return h.Say("no dates")
}

// reach lets a road end between two places. What has no scale fades all the way.
func (s *stretch) reach(even, likely int) {
	s.even, s.likely = max(even, s.begin), max(likely, even+8, s.begin+8)
	if s.likely > axisScale {
		s.even, s.likely = min(s.even, max(axisScale, s.begin)), axisEnd
	}
}

// fallsWithin are the days between which the open work of a theme likely ends, 0
// for unknown.
func fallsWithin(t *plan.Theme) (from, to calendar.Day) {
	if t.Outlook.Known {
		return plan.Day(t.Outlook.Dates.P50.Day), plan.Day(t.Outlook.Dates.P85.Day)
	}
	if r := lastPlanned(t); r != nil {
		return r.Date.First, r.Date.Last
	}
	return 0, 0
}

// lastPlanned is the last planned release a theme contributes to that has a date,
// nil without one.
func lastPlanned(t *plan.Theme) *plan.Release {
	var last *plan.Release
	for _, r := range t.Releases {
		if r.Status == plan.Planned && !r.Date.IsZero() {
			last = r
		}
	}
	return last
}

// starts is about when a theme's first open item is begun: when the one before it
// in the backlog is as likely done as not. 0 is at once, or unknown.
func (h here) starts(t *plan.Theme) calendar.Day {
	for _, it := range t.Items {
		if it.Position == 0 {
			continue
		}
		if it.Status.Started() || it.Position < 2 {
			return 0
		}
		if before := h.plan.Backlog[it.Position-2].Outlook; before.Known {
			return plan.Day(before.Dates.P50.Day)
		}
		return 0
	}
	return 0
}
