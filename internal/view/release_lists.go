package view

import (
	"milepost/internal/plan"
)

// ItemList is a headed list of items: with the reasons for their order, or where
// there is nothing to explain in a line each.
type ItemList struct {
	Title string
	Count string
	Runs  []Run
	Lines []LineRun
}

// releaseLists are the rows of one page: what is still to do in the order of the
// backlog, what is done, and what was left out.
func (h here) releaseLists(r *plan.Release, l leaf) []ItemList {
	var open, wont, done []*plan.Item
	for i, it := range r.Items {
		on := i >= l.from && i < l.to
		switch {
		case !on:
		case it.Status == plan.Done:
			done = append(done, it)
		case it.Position == 0:
			wont = append(wont, it)
		default:
			open = append(open, it)
		}
	}
	todo := h.Say("Still to do")
	if r.Status != plan.Planned {
		todo = h.Say("Not finished")
	}
	var out []ItemList
	if len(open) > 0 {
		out = append(out, ItemList{Title: todo, Count: h.Number(r.Progress.Open), Runs: h.runs(open)})
	}
	out = append(out, h.lineList(h.Say("Done"), r.Progress.Done, done)...)
	return append(out, h.lineList(h.Say("Left out"), len(r.Items)-r.Progress.All, wont)...)
}

// lineList is one list with its heading, none where there is nothing to show.
// all is how long the list is over all pages.
func (h here) lineList(title string, all int, items []*plan.Item) []ItemList {
	if len(items) == 0 {
		return nil
	}
	return []ItemList{{Title: title, Count: h.Number(all), Lines: h.lineRuns(items)}}
}

// runs lays the items of a release on the road: a run begins where the surface
// changes.
func (h here) runs(items []*plan.Item) []Run {
	var out []Run
	for _, it := range items {
		if s := itemSurface(it); len(out) == 0 || out[len(out)-1].Surface != s {
			out = append(out, Run{Surface: s, Label: h.surfaceLabel(it)})
		}
		row := h.row(it)
		row.Release = nil // it is the page's own
		last := &out[len(out)-1]
		last.Rows = append(last.Rows, row)
	}
	return out
}

// itemSurface is the road an item lies on: solid behind us, and ahead as sure as
// its horizon is near.
func itemSurface(it *plan.Item) string {
	if it.Status == plan.Done {
		return "solid"
	}
	if it.Position == 0 {
		return "dotted"
	}
	return surface(it.Horizon)
}

// surfaceLabel says the same for those who cannot see the road.
func (s *site) surfaceLabel(it *plan.Item) string {
	switch {
	case it.Status == plan.Done:
		return s.Say("Done")
	case it.Position == 0:
		return s.Say("Left out")
	}
	return s.horizonWord(it.Horizon)
}
