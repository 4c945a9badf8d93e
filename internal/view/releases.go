package view

import (
	"slices"

	"milepost/internal/calendar"
	"milepost/internal/plan"
)

// releaseCards is how many releases of the past are shown in full; a product that
// ships every day names the older ones in a line each.
const releaseCards = 60

// ReleasesPage is the list of all releases.
type ReleasesPage struct {
	Frame
	Lede    string
	Ground  string        // what the dates rest on
	Planned []ReleaseCard // by date
	Shipped []ReleaseCard // newest first
	Earlier []ReleaseLine // newest first, after the cards
	Dropped []ReleaseLine
}

// ReleaseCard is a release in a list.
type ReleaseCard struct {
	Title    string
	Href     string
	Goal     string
	State    Mark
	Surface  string // the road on which it lies: how sure it is
	When     When
	Likely   string // "Likely 13–20 March 2026"; "" where there are no dates
	Meant    string // "Meant for March 2026, 72 % likely", below Likely
	Segments Segments
	Progress string
	Load     Load
}

// ReleaseLine is a release in one line.
type ReleaseLine struct {
	Mark
	Link
	Note, Day string
}

func releasesPages(s *site) []Page {
	return []Page{s.page("releases.html", "releases", func(h here) any { return h.releases() })}
}

func (h here) releases() ReleasesPage {
	planned, shipped, dropped := sortReleases(h.plan.Releases)
	cards := min(len(shipped), releaseCards)
	return ReleasesPage{
		Frame: h.newFrame(head{
			title:       h.Say("Releases"),
			description: h.Say("What each release of {product} brings, and when.", h.frame.Title),
			section:     "releases",
			thread:      h.threadAtThemes(h.Say("Releases"), h.releaseCounts(planned, shipped)),
		}),
		Lede:    h.releasesLede(planned, shipped),
		Ground:  h.ground(),
		Planned: each(planned, h.releaseCard),
		Shipped: each(shipped[:cards], h.releaseCard),
		Earlier: each(shipped[cards:], h.releaseLine),
		Dropped: each(dropped, h.droppedLine),
	}
}

// sortReleases divides releases by their state: those to come in the order of
// their dates, the others newest first.
func sortReleases(releases []*plan.Release) (planned, shipped, dropped []*plan.Release) {
	for _, r := range releases {
		switch r.Status {
		case plan.Released:
			shipped = append(shipped, r)
		case plan.ReleaseDropped:
			dropped = append(dropped, r)
		default:
			planned = append(planned, r)
		}
	}
	newestFirst(shipped)
	newestFirst(dropped)
	return planned, shipped, dropped
}

// newestFirst orders releases by the day they came out or were meant to; those
// without any day come last. Of those of one day the later in the plan is newer.
func newestFirst(releases []*plan.Release) {
	slices.Reverse(releases)
	slices.SortStableFunc(releases, func(a, b *plan.Release) int { return int(outDay(b) - outDay(a)) })
}

// outDay is the day a release came out, else the last of those it was planned for.
func outDay(r *plan.Release) calendar.Day {
	if r.Released != 0 {
		return r.Released
	}
	return r.Date.Last
}

func (h here) releaseCounts(planned, shipped []*plan.Release) string {
	switch {
	case len(planned) == 0 && len(shipped) == 0:
		return h.Say("none yet^releases")
	case len(planned) == 0:
		return h.Say("{n} out", len(shipped))
	case len(shipped) == 0:
		return h.Say("{n} to come", len(planned))
	}
	return h.Say("{n} to come, {more} out", len(planned), len(shipped))
}

func (h here) releasesLede(planned, shipped []*plan.Release) string {
	switch {
	case len(planned) == 0 && len(shipped) == 0:
		return h.Say("A release is how finished work reaches people. None is planned yet.")
	case len(planned) == 0:
		return h.Say("All planned work that has a release is out. Nothing further is planned yet.")
	}
	return h.Say("What comes next, and what is out. A fixed date is a commitment; any other date is what we aim for and may move.")
}

func (h here) releaseCard(r *plan.Release) ReleaseCard {
	progress := h.segments(r.Progress, "")
	return ReleaseCard{
		Title:    releaseTitle(r),
		Href:     h.href(r),
		Goal:     r.Goal,
		State:    h.releaseMark(r),
		Surface:  releaseSurface(r),
		When:     h.when(r),
		Likely:   h.likelyRelease(r),
		Meant:    h.meant(r),
		Segments: progress,
		Progress: capital(progress.Label),
		Load:     h.releaseLoad(r),
	}
}

func (h here) releaseLine(r *plan.Release) ReleaseLine {
	line := ReleaseLine{Mark: h.releaseMark(r), Link: Link{Text: releaseTitle(r), Href: h.href(r)}}
	w := h.when(r)
	line.Note, line.Day = w.Main, w.ISO
	if likely := h.likelyRelease(r); likely != "" {
		line.Note, line.Day = likely, ""
	}
	if r.Status == plan.ReleaseDropped {
		line.Note, line.Day = h.Say("Dropped"), ""
	}
	return line
}

// droppedLine stands under a heading that says already what became of it.
func (h here) droppedLine(r *plan.Release) ReleaseLine {
	line := h.releaseLine(r)
	line.Note = shorten(r.Goal, 200)
	return line
}

// releaseMark is the shape of a release: out, being made, planned, or an idea
// that has no date yet.
func (s *site) releaseMark(r *plan.Release) Mark {
	switch {
	case r.Status == plan.Released:
		return Mark{Class: plan.StateDone.String(), Word: s.Say("Released")}
	case r.Status == plan.ReleaseDropped:
		return Mark{Class: plan.StateDropped.String(), Word: s.Say("Dropped")}
	case r.Progress.Done+r.Progress.Started > 0:
		return Mark{Class: plan.StateDoing.String(), Word: s.Say("In the making")}
	case r.Date.IsZero():
		return Mark{Class: plan.StateIdea.String(), Word: s.Say("No date yet")}
	}
	return Mark{Class: plan.StateReady.String(), Word: s.Say("Planned")}
}

// releaseSurface is the road to a release: solid behind us, open where work is
// under way, dashed where a time is named, dotted where none is.
func releaseSurface(r *plan.Release) string {
	switch {
	case r.Status == plan.Released:
		return "solid"
	case r.Progress.Done+r.Progress.Started > 0:
		return "now"
	case r.Date.IsZero():
		return "dotted"
	}
	return "dashed"
}
