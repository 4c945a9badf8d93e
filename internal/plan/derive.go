package plan

import (
	"slices"
	"strings"
)

// derive computes what needs the order or all items: states, readiness, and the
// sums of themes and releases.
func (p *Plan) derive() {
	for _, i := range p.Items {
		i.State = state(i)
		i.Unready = p.unready(i)
	}
	for _, i := range p.Backlog {
		if i.State == StateReady {
			i.NextUp = true
			break
		}
	}
	for _, i := range p.inReadingOrder() {
		if t := i.Theme; t != nil {
			t.Items = append(t.Items, i)
			t.Progress.add(i)
			if i.Release != nil && !slices.Contains(t.Releases, i.Release) {
				t.Releases = append(t.Releases, i.Release)
			}
		}
		if r := i.Release; r != nil && i.Status != Dropped {
			r.Items = append(r.Items, i)
			r.Progress.add(i)
			if i.State != StateWont {
				r.Load += i.Size
			}
		}
	}
	for _, t := range p.Themes {
		slices.SortFunc(t.Releases, func(a, b *Release) int { return a.rank - b.rank })
	}
	p.markOtherThemes()
}

func state(i *Item) State {
	switch {
	case i.Status == Done:
		return StateDone
	case i.Status == Dropped:
		return StateDropped
	case i.Status == InReview:
		return StateReview
	case i.Status == InProgress:
		return StateDoing
	case i.Position == 0:
		return StateWont
	case i.Status == Proposed:
		return StateIdea
	case len(i.Waits) > 0 || i.OtherWork:
		return StateWaiting
	}
	return StateReady
}

// unready lists the checks of readiness that fail. Readiness is a signal, never
// a gate.
func (p *Plan) unready(i *Item) []Clause {
	if !i.Status.Open() {
		return nil
	}
	var l lacks
	if i.Theme == nil {
		l.clause("it has no theme")
	}
	if i.Effort == 0 {
		l.clause("its effort is not known")
	}
	if i.Effort > p.Config.ReadyMax {
		l.clause("it is larger than {n}", p.Config.ReadyMax)
	}
	if len(i.Waits) > 0 || i.OtherWork {
		l.clause("it waits for other work")
	}
	switch {
	case i.Type == "story" && len(i.Doc.Criteria) == 0:
		l.clause("it has no acceptance criteria")
	case i.Type == "spike" && !strings.Contains(i.Title, "?") && !strings.Contains(string(i.Doc.File.Data), "?"):
		l.clause("it asks no question")
	case i.Type != "story" && i.Type != "spike" && i.Doc.Body.IsEmpty() && i.Doc.Lead.IsEmpty():
		l.clause("it has no description")
	}
	return l
}

// lacks are the checks of readiness that fail.
type lacks []Clause

func (l *lacks) clause(text string, args ...any) { *l = append(*l, Clause{text, args}) }

// inReadingOrder is the order of lists that show a whole life: what is under way
// and ahead in backlog order, then what will not be done, then what is done,
// newest first, then what was dropped.
func (p *Plan) inReadingOrder() []*Item {
	var wont, done, dropped []*Item
	for _, i := range p.Items { // which are in the order of their ids
		switch {
		case i.Position > 0:
		case i.Status.Open():
			wont = append(wont, i)
		case i.Status == Done:
			done = append(done, i)
		default:
			dropped = append(dropped, i)
		}
	}
	for _, list := range [][]*Item{done, dropped} {
		slices.SortStableFunc(list, func(a, b *Item) int { return int(b.Finished - a.Finished) })
	}
	return slices.Concat(p.Backlog, wont, done, dropped)
}

// add counts an item; what was dropped or will not be done is no part of the way.
func (g *Progress) add(i *Item) {
	switch i.State {
	case StateDropped, StateWont:
		return
	case StateDone:
		g.Done++
		g.DoneEffort += i.Effort
	case StateIdea:
		g.Idea++
	case StateReady:
		g.Ready++
	case StateWaiting:
		g.Waiting++
	case StateDoing:
		g.Doing++
	case StateReview:
		g.Reviews++
	}
	g.All++
	if i.State == StateDone {
		return
	}
	g.Open++
	g.OpenEffort += i.Effort
	if i.Status.Started() {
		g.Started++
	}
	if i.Effort == 0 {
		g.Unestimated++
	}
}

// markOtherThemes notes the themes that work which is not published serves.
func (p *Plan) markOtherThemes() {
	for _, e := range p.hidden {
		if i, ok := e.(*ItemText); ok && i.Internal {
			if t := find[*Theme](p, i.ThemeRef); t != nil {
				t.OtherWork = true
			}
		}
	}
}

// Shipped reports whether people have an item: it is done, and the release it
// belongs to, if any, is out.
func (i *Item) Shipped() bool {
	return i.Status == Done && (i.Release == nil || i.Release.Status == Released)
}
