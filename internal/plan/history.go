package plan

import (
	"strconv"

	"milepost/internal/calendar"
)

// History is what the repository knows of a file: days of commits, each 0 where
// it is not known. Nothing in it is guessed; what an author writes counts more.
type History struct {
	Created  calendar.Day // of the first commit that had it, under whatever name
	Changed  calendar.Day // of the last commit that touched it
	Started  calendar.Day // of the first commit since which it was under way; of an item that is not, nothing
	Finished calendar.Day // of the commit that made it done; 0 unless it is done in the last one
	// Steps are what commits changed about what the file says of itself, the oldest
	// first. What it said before it was last hidden, as a draft or as internal, is not
	// among them.
	Steps []Step
}

// Step is a field that a commit changed.
type Step struct {
	Day           calendar.Day
	Field         string // status, horizon, release, effort or date
	Before, After string // as Said has them; "" for nothing
}

// Said is what a file says of itself that its history tells.
type Said struct {
	Hidden                                 bool // a draft, or internal
	Status, Horizon, Release, Effort, Date string
}

// Said gives what an entry says of itself.
func (e Entry) Said() Said {
	switch {
	case e.Item != nil:
		i := e.Item
		said := Said{Status: i.Status.String(), Horizon: i.Horizon.String(), Release: i.ReleaseRef.Text, Hidden: i.Internal || i.Draft}
		if i.Effort > 0 {
			said.Effort = strconv.FormatFloat(i.Effort, 'g', -1, 64)
		}
		return said
	case e.Theme != nil:
		return Said{Status: e.Theme.Status.String(), Horizon: e.Theme.Horizon.String(), Hidden: e.Theme.Internal || e.Theme.Draft}
	case e.Release != nil:
		return Said{Date: e.Release.Date.Text, Hidden: e.Release.Internal || e.Release.Draft}
	}
	return Said{}
}

// Since lists what was changed on a day from what was said before.
func (s Said) Since(before Said, day calendar.Day) []Step {
	var out []Step
	for _, f := range []struct{ name, before, after string }{
		{"status", before.Status, s.Status},
		{"horizon", before.Horizon, s.Horizon},
		{"release", before.Release, s.Release},
		{"effort", before.Effort, s.Effort},
		{"date", before.Date, s.Date},
	} {
		if f.before != f.after {
			out = append(out, Step{day, f.name, f.before, f.after})
		}
	}
	return out
}

// dates gives an item the days its author wrote, and where one is missing that of
// the repository, unless it contradicts a written one: a commit may come long
// after the fact.
func (p *Plan) dates(i *Item) {
	i.Created, i.Started, i.Finished = i.ItemText.Created, i.ItemText.Started, i.ItemText.Finished
	h := p.Facts.History[i.Doc.File.Path]
	if i.Finished == 0 && i.Status == Done && h.Finished >= i.Started {
		i.Finished = h.Finished
	}
	if i.Started == 0 && (i.Status.Started() || h.Finished != 0) && notAfter(h.Started, i.Finished) {
		i.Started = h.Started
	}
	if i.Created == 0 && notAfter(h.Created, i.Started) && notAfter(h.Created, i.Finished) {
		i.Created = h.Created
	}
}

// notAfter reports that a day does not come after another, which may be unknown.
func notAfter(day, limit calendar.Day) bool { return limit == 0 || day <= limit }

// Changed is the day on which the repository last saw a change of an entity, 0
// where it knows none.
func (p *Plan) Changed(e Entity) calendar.Day { return p.Facts.History[e.Base().Doc.File.Path].Changed }
