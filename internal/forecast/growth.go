package forecast

// Growth is how the backlog itself changed over the weeks of the Base. A
// forecast holds if nothing is put in front of what it speaks of, and this says
// how much usually comes. What was dropped since is in neither number.
type Growth struct {
	Added    int64 // what was created in the weeks
	Finished int64 // what was finished in them
	Weeks    int

	// Dated of Counted items have a day of creation: of those that are open or
	// were finished in the weeks.
	Dated, Counted int
}

// PerWeek is the mean by which the backlog grows in a week, rounded; it is
// negative where it shrinks. ok is false if there are no weeks, or if fewer items
// than the EstimatedShare have a day of creation.
func (g Growth) PerWeek() (amount int64, ok bool) {
	if g.Weeks == 0 || g.Dated*100 < g.Counted*EstimatedShare {
		return 0, false
	}
	return mean(g.Added-g.Finished, g.Weeks), true
}

// growthOf sums up what came and what went in the weeks of a base.
func growthOf(work Work, b Base, unit Unit) Growth {
	g := Growth{Finished: b.Amount, Weeks: b.Weeks}
	if b.Weeks == 0 {
		return g
	}
	// What was finished today was still in the backlog when the weeks ended.
	for _, list := range [][]Item{within(work.Finished, b.First, work.Today+1), work.Open} {
		g.Counted += len(list)
		for _, item := range list {
			if item.Created != 0 {
				g.Dated++
			}
			if item.Created != 0 && b.First <= item.Created && item.Created <= b.Last {
				g.Added += unit.Amount(item)
			}
		}
	}
	return g
}
