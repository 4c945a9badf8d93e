package plan

import "milepost/internal/calendar"

// History is what the repository knows of a file: days of commits, each 0 where
// it is not known. Nothing in it is guessed; what an author writes counts more.
type History struct {
	Created  calendar.Day // of the first commit that had it, under whatever name
	Changed  calendar.Day // of the last commit that touched it
	Started  calendar.Day // of the first commit since which it was under way; of an item that is not, nothing
	Finished calendar.Day // of the commit that made it done; 0 unless it is done in the last one
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
