package view

import (
	"milepost/internal/plan"
)

// Share is how much of a release has one priority.
type Share struct {
	Word    string // Must, Should, Could
	Words   string // "5 items, 3 done"
	Percent int    // of the effort
	Note    string // where it is more than is wise
}

// shareCount counts the items of one priority.
type shareCount struct {
	items, done int
	effort      float64
}

// shares say how much of a release must, should and could come. A release where
// nobody told them apart has none.
func (h here) shares(r *plan.Release) []Share {
	counts := countShares(r.Items)
	if counts[plan.Must].items == 0 && counts[plan.Could].items == 0 {
		return nil
	}
	all := 0.0
	for _, c := range counts {
		all += c.effort
	}
	var out []Share
	for priority, c := range counts {
		if c.items > 0 {
			out = append(out, h.share(plan.Priority(priority), c, all))
		}
	}
	return out
}

func countShares(items []*plan.Item) [plan.Wont]shareCount {
	var counts [plan.Wont]shareCount
	for _, it := range items {
		if it.Priority >= plan.Wont || it.State == plan.StateWont {
			continue
		}
		c := &counts[it.Priority]
		c.items++
		c.effort += it.Size
		if it.Status == plan.Done {
			c.done++
		}
	}
	return counts
}

func (h here) share(priority plan.Priority, c shareCount, all float64) Share {
	s := Share{
		Word:  h.priority(priority),
		Words: h.Say("{n} item, {done} done|{n} items, {done} done", c.items, c.done),
	}
	if all > 0 {
		s.Percent = percent(c.effort / all)
	}
	if limit := h.plan.Config.MustMax; priority == plan.Must && float64(s.Percent) > limit {
		s.Note = h.Say("More than {n} %: little can give way if time runs short.", limit)
	}
	return s
}

// priority is the word for a priority: the project's own, else that of the
// interface.
func (h here) priority(priority plan.Priority) string {
	own := priorityWord(h.plan, priority)
	switch {
	case own == "must":
		return h.Say("Must^priority")
	case own == "should":
		return h.Say("Should^priority")
	case own == "could":
		return h.Say("Could^priority")
	}
	return capital(own)
}
