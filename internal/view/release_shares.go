package view

import (
	"milepost/internal/plan"
)

// Share is how much of a release has one priority.
type Share struct {
	Word    string // Must, Should, Could
	Items   string // "5 items"
	Done    string // "3 done"
	Effort  string // "12 units"
	Percent int    // of the effort
	Note    string // where it is more than is wise
}

// shares say how much of a release must, should and could come. A release where
// nobody told them apart has none.
func (h here) shares(r *plan.Release) []Share {
	var items, done [plan.Wont]int
	var effort [plan.Wont]float64
	for _, it := range r.Items {
		if it.Priority >= plan.Wont || it.State == plan.StateWont {
			continue
		}
		items[it.Priority]++
		effort[it.Priority] += it.Size
		if it.Status == plan.Done {
			done[it.Priority]++
		}
	}
	if items[plan.Must] == 0 && items[plan.Could] == 0 {
		return nil
	}
	all := effort[plan.Must] + effort[plan.Should] + effort[plan.Could]
	var out []Share
	for priority := plan.Must; priority < plan.Wont; priority++ {
		if items[priority] == 0 {
			continue
		}
		s := Share{
			Word:   capital(priorityWord(h.plan, priority)),
			Items:  counted(items[priority], "item", "items"),
			Done:   number(done[priority]) + " done",
			Effort: amount(rounded(effort[priority])),
		}
		if all > 0 {
			s.Percent = percent(effort[priority] / all)
		}
		out = append(out, s)
	}
	if limit := h.plan.Config.MustMax; items[plan.Must] > 0 && float64(out[0].Percent) > limit {
		out[0].Note = "More than " + amount(limit) + " %: little can give way if time runs short."
	}
	return out
}
