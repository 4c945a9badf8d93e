package view

import "milepost/internal/plan"

// Leg is a part of a theme's road under a heading of its own.
type Leg struct {
	Title   string
	Surface string
	Earlier []Row // folded away at its beginning: the older part of what is behind us
	Rows    []Row
}

// road is a theme's items in the order of its pages, each on its leg.
type road struct {
	stops []stop
	fold  int // of the stops on the first page, how many at its beginning are folded away
}

type stop struct {
	leg  leg
	item *plan.Item
}

// leg is where on the road an item stands.
type leg int

const (
	legBehind leg = iota
	legHere
	legAhead
	legBeyond
	legEarlier // what is done, on the further pages of a long road
	legWont
	legDropped
)

func (s *site) legTitle(l leg) string {
	switch l {
	case legBehind:
		return s.Say("Behind us")
	case legHere:
		return s.Say("Here^on the road")
	case legAhead:
		return s.Say("Ahead")
	case legBeyond:
		return s.Say("Beyond")
	case legEarlier:
		return s.Say("Further behind us")
	case legWont:
		return s.Say("Won’t do")
	}
	return s.Say("Dropped")
}

func (l leg) surface() string {
	return [...]string{"solid", "now", "dashed", "dotted", "solid", "none", "none"}[l]
}

// lately is how much of what is behind us stands open on a theme's first page.
const lately = 8

// themeRoad orders the items of a theme from the past into the future. Where
// they do not fit on one page, the first shows the end of the past, and the rest
// of it follows after the future: a reader comes for what is next.
func themeRoad(t *plan.Theme) road {
	var done, ahead, gone []stop
	for _, it := range t.Items {
		switch l := legOf(it); l {
		case legBehind:
			done = append(done, stop{l, it})
		case legWont, legDropped:
			gone = append(gone, stop{l, it})
		default:
			ahead = append(ahead, stop{l, it})
		}
	}
	var r road
	shown := done
	if len(t.Items) > pageSize {
		shown = done[:min(lately, len(done))]
	}
	for i := len(shown) - 1; i >= 0; i-- { // they come newest first
		r.stops = append(r.stops, shown[i])
	}
	r.fold = max(0, len(shown)-lately)
	r.stops = append(r.stops, legsInOrder(ahead)...)
	for _, s := range done[len(shown):] {
		r.stops = append(r.stops, stop{legEarlier, s.item})
	}
	r.stops = append(r.stops, gone...)
	return r
}

// legsInOrder puts stops leg by leg, and keeps the backlog's order within each.
func legsInOrder(stops []stop) []stop {
	var out []stop
	for l := legHere; l <= legBeyond; l++ {
		for _, s := range stops {
			if s.leg == l {
				out = append(out, s)
			}
		}
	}
	return out
}

func legOf(it *plan.Item) leg {
	switch {
	case it.State == plan.StateDone:
		return legBehind
	case it.State == plan.StateDropped:
		return legDropped
	case it.Position == 0:
		return legWont
	case it.Status.Started():
		return legHere
	case it.State == plan.StateIdea || it.Horizon == plan.Later:
		return legBeyond
	}
	return legAhead
}

// legs are the stops of one page under their headings.
func (h here) legs(t *plan.Theme, road road, l leaf) []Leg {
	var out []Leg
	last := leg(-1)
	for i, s := range road.stops[l.from:l.to] {
		if s.leg != last {
			out = append(out, Leg{Title: h.legTitle(s.leg), Surface: s.leg.surface()})
			last = s.leg
		}
		to := &out[len(out)-1]
		if l.from+i < road.fold {
			to.Earlier = append(to.Earlier, h.stopRow(t, s.item))
		} else {
			to.Rows = append(to.Rows, h.stopRow(t, s.item))
		}
	}
	return out
}

// stopRow is an item on its theme's road: without the theme, with the crossings
// to others.
func (h here) stopRow(t *plan.Theme, it *plan.Item) Row {
	r := h.row(it)
	r.Theme = nil
	r.NextHere = h.nexts[t] == it
	if it.State == plan.StateDropped {
		r.Why, r.Note = nil, shorten(oneLine(it.Doc.Dropped), 160)
	}
	if it.Position == 0 {
		return r
	}
	r.Sides = append(h.sides(t, it.Waits, h.Say("Waits for")), h.sides(t, openItems(it.Blocks), h.Say("Opens the way for"))...)
	return r
}

// maxSides is how many crossings one item shows of each sort.
const maxSides = 3

// sides are the crossings to items of other themes.
func (h here) sides(t *plan.Theme, items []*plan.Item, words string) []Side {
	var out []Side
	more := 0
	for _, it := range items {
		switch {
		case it.Theme == t:
		case len(out) == maxSides:
			more++
		default:
			out = append(out, Side{Theme: h.shield(it.Theme), Words: words, Item: Link{Text: it.Title, Href: h.href(it)}})
		}
	}
	if more > 0 {
		out = append(out, Side{Words: words, Item: Link{Text: h.Say("{n} more item|{n} more items", more)}})
	}
	return out
}
