package view

import (
	"cmp"
	"slices"

	"milepost/internal/calendar"
	"milepost/internal/plan"
)

// BoardPage is what moves: the open work by state, with the places there are.
type BoardPage struct {
	Frame
	Lede    string
	Empty   bool // nothing is open and nothing was done lately
	Columns []BoardColumn
	Waiting []WaitingRow
	Waits   string // "13 items; another comes first"
	More    []Part // where the waiting items are that are not shown
	Ideas   []Part // where the ideas are
}

// BoardColumn is the items in one state.
type BoardColumn struct {
	Class  string // ready, doing, review, done
	State  Mark
	Count  string
	Places []Segment // of work under way, empty where there is no limit
	Words  string    // what the column means, or whether a place is free
	Cards  []Card
	Free   bool // a place is free and drawn
	More   []Part
}

// Card is an item on the board.
type Card struct {
	Row
	Age  string // how long it has been in progress: "14 days"
	Old  bool   // the rules find that long
	When string // the day it was finished
	ISO  string
}

// WaitingRow is an item before which others come.
type WaitingRow struct {
	Row
	For []Part // "waits for A and B"
}

const (
	boardCards    = 60 // of a column; the backlog has them all
	boardWaiting  = 60
	boardDoneDays = 45 // how long what is done stays on the board
	boardDone     = 12
)

func boardPages(s *site) []Page {
	return []Page{s.page("board.html", "board", func(h here) any { return h.board() })}
}

func (h here) board() BoardPage {
	page := BoardPage{
		Frame: h.newFrame(head{
			title:       h.Say("Board"),
			description: h.Say("What {product} is working on, by state.", h.frame.Title),
			section:     "board",
			thread:      h.threadAtTasks(h.Say("by state")),
		}),
		Lede: h.Say("What is on the bench. Something new is begun only when a place is free."),
	}
	byState := map[plan.State][]*plan.Item{}
	for _, it := range h.plan.Backlog {
		byState[it.State] = append(byState[it.State], it)
	}
	done := h.doneLately()
	page.Columns = []BoardColumn{
		h.readyColumn(byState[plan.StateReady]),
		h.doingColumn(byState[plan.StateDoing], len(byState[plan.StateReview])),
		h.reviewColumn(byState[plan.StateReview]),
		h.doneColumn(done),
	}
	page.Empty = len(h.plan.Backlog)+len(done) == 0
	h.boardWaiting(&page, byState[plan.StateWaiting])
	if ideas := byState[plan.StateIdea]; len(ideas) > 0 {
		place := Part{Text: h.Say("in the backlog"), Href: h.backlogAt(ideas[0])}
		page.Ideas = h.phrase("{n} idea is not shaped yet and stands {place}.|{n} ideas are not shaped yet and stand {place}.", len(ideas), place)
	}
	return page
}

func (h here) readyColumn(items []*plan.Item) BoardColumn {
	c := h.column("ready", plan.StateReady, items)
	c.Words = h.Say("Anyone may begin")
	return c
}

// doingColumn shows the places too: what is in review still takes one.
func (h here) doingColumn(items []*plan.Item, reviews int) BoardColumn {
	c := h.column("doing", plan.StateDoing, items)
	limit := h.plan.Config.WIP
	taken := len(items) + reviews
	c.Count = h.Say("{n} of {limit}^places", taken, limit)
	c.Places = places(len(items), reviews, limit)
	switch free := limit - taken; {
	case free > 0:
		c.Free = true
		c.Words = h.Say("{n} place is free|{n} places are free", free)
	case free == 0 && reviews > 0:
		c.Words = h.Say("Full, with what is in review. Finish one first.")
	case free == 0:
		c.Words = h.Say("Full. Finish one first.")
	default:
		c.Words = h.Say("{n} too many. Finish one first.", -free)
	}
	return c
}

// mostPlaces is how many places are still drawn one by one.
const mostPlaces = 24

// places draws the limit on work under way: taken, in review, free.
func places(doing, reviews, limit int) []Segment {
	if max(doing+reviews, limit) > mostPlaces {
		return nil
	}
	var out []Segment
	for i := range max(doing+reviews, limit) {
		switch {
		case i < doing:
			out = append(out, Segment{State: "doing", Size: 1})
		case i < doing+reviews:
			out = append(out, Segment{State: "review", Size: 1})
		default:
			out = append(out, Segment{State: "free", Size: 1})
		}
	}
	return out
}

func (h here) reviewColumn(items []*plan.Item) BoardColumn {
	c := h.column("review", plan.StateReview, items)
	c.Words = h.Say("Done when somebody has looked")
	return c
}

func (h here) doneColumn(items []*plan.Item) BoardColumn {
	c := h.column("done", plan.StateDone, items)
	c.Words = h.Say("Lately")
	if today := h.plan.Facts.Today; today != 0 {
		c.Words = h.Say("Since {day}", h.by(today-boardDoneDays, false))
	}
	c.More = []Part{{Text: h.Say("All that is shipped"), Href: h.to("shipped.html")}}
	return c
}

func (h here) column(class string, state plan.State, items []*plan.Item) BoardColumn {
	shown := items[:min(len(items), boardCards)]
	c := BoardColumn{Class: class, State: h.stateMark(state), Count: h.Number(len(items)), Cards: each(shown, h.card)}
	if more := len(items) - len(shown); more > 0 {
		list := Part{Text: h.Say("in the backlog"), Href: h.to("backlog.html?status=" + state.String())}
		c.More = h.phrase("{n} more {place}", more, list)
	}
	return c
}

func (h here) card(it *plan.Item) Card {
	c := Card{Row: h.row(it)}
	switch {
	case it.State == plan.StateDone && it.Finished != 0:
		c.When, c.ISO = h.by(it.Finished, false), it.Finished.String()
	case it.Status.Started() && it.Started != 0 && h.plan.Facts.Today >= it.Started:
		c.Age = h.Say("{n} day|{n} days", int(h.plan.Facts.Today-it.Started))
	}
	for _, d := range h.signals[sourcePath(it)] {
		c.Old = c.Old || d.Rule == "aging" || d.Rule == "not-moving"
	}
	return c
}

// doneLately is what was finished in the last weeks, newest first.
func (h here) doneLately() []*plan.Item {
	var out []*plan.Item
	since := h.plan.Facts.Today - boardDoneDays
	for _, it := range h.plan.Items {
		if it.State == plan.StateDone && it.Finished != 0 && it.Finished >= since {
			out = append(out, it)
		}
	}
	slices.SortStableFunc(out, func(a, b *plan.Item) int {
		return cmp.Or(cmp.Compare[calendar.Day](b.Finished, a.Finished), plan.CompareNatural(a.ID, b.ID))
	})
	return out[:min(len(out), boardDone)]
}

func (h here) boardWaiting(page *BoardPage, items []*plan.Item) {
	if len(items) == 0 {
		return
	}
	page.Waits = h.Say("{n} item; another comes first|{n} items; another comes first", len(items))
	shown := items[:min(len(items), boardWaiting)]
	page.Waiting = each(shown, h.waiting)
	if more := len(items) - len(shown); more > 0 {
		list := Part{Text: h.Say("in the backlog"), Href: h.to("backlog.html?status=waiting")}
		page.More = h.phrase("{n} more {place}", more, list)
	}
}

// waitsFor names what an item waits for, each as a link.
func (h here) waitsFor(it *plan.Item) []Part {
	out := each(it.Waits, h.ref)
	if it.OtherWork {
		out = append(out, Part{Text: h.Say("other work")})
	}
	return out
}

// backlogAt is the place of an item in the backlog.
func (h here) backlogAt(it *plan.Item) string {
	page := leaf{base: "backlog.html"}.pathOf((it.Position - 1) / pageSize)
	return h.to(page) + anchor(it.ID)
}
