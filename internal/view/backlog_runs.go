package view

import (
	"milepost/internal/plan"
)

// backlogRuns lays the items from..to of the backlog on the road. A run ends
// where the surface changes and where a release ends.
func (h here) backlogRuns(from, to int) []BacklogRun {
	var out []BacklogRun
	farthest := h.farthestBefore(from)
	for i := from; i < to; i++ {
		it := h.plan.Backlog[i]
		var ends []ReleaseEnd
		var sign *ForecastSign
		if i > 0 {
			ends, sign = h.releaseEnds(h.plan.Backlog[i-1]), h.sign(h.plan.Backlog[i-1])
		}
		horizon := wanted(it)
		enters := horizon > farthest
		if len(out) == 0 || len(ends) > 0 || sign != nil || enters || out[len(out)-1].Surface != surface(horizon) {
			run := BacklogRun{Ends: ends, Sign: sign, Run: Run{Surface: surface(horizon)}}
			if enters {
				run.Horizon = h.horizonWord(horizon)
			}
			out = append(out, run)
		}
		farthest = max(farthest, horizon)
		last := &out[len(out)-1]
		last.Rows = append(last.Rows, h.row(it))
	}
	if to == len(h.plan.Backlog) && to > 0 {
		last := h.plan.Backlog[to-1]
		if ends, sign := h.releaseEnds(last), h.sign(last); len(ends) > 0 || sign != nil {
			out = append(out, BacklogRun{Ends: ends, Sign: sign})
		}
	}
	for i := range out {
		out[i].Label = h.runLabel(out[i].Rows)
	}
	return out
}

// farthestBefore is the farthest horizon the road has entered before a position:
// the sign at an entry stands only once.
func (h here) farthestBefore(position int) plan.Horizon {
	farthest := plan.NoHorizon
	for _, it := range h.plan.Backlog[:position] {
		farthest = max(farthest, wanted(it))
	}
	return farthest
}

// wanted is how near an item is in truth: what is begun is now, and what a nearer
// item needs is as near as that.
func wanted(it *plan.Item) plan.Horizon {
	by := it.Place.Source
	switch {
	case it.Status.Started() || by != nil && by.Status.Started():
		return plan.Now
	case by != nil:
		return min(it.Horizon, by.Horizon)
	}
	return it.Horizon
}

func (h here) runLabel(rows []Row) string {
	switch len(rows) {
	case 0:
		return ""
	case 1:
		return h.Say("Position {n}", rows[0].Position)
	}
	return h.Say("Positions {from} to {to}", rows[0].Position, rows[len(rows)-1].Position)
}

// sign is the sign behind an item, nil without one.
func (h here) sign(it *plan.Item) *ForecastSign {
	if s, ok := h.signs[it]; ok {
		return &s
	}
	return nil
}

// releaseEnds are the signs behind an item.
func (h here) releaseEnds(it *plan.Item) []ReleaseEnd {
	return each(h.ends[it], h.releaseEnd)
}

// releaseEnd says about when the end of a release is reached, and when it was meant.
func (h here) releaseEnd(r *plan.Release) ReleaseEnd {
	name, date := Part{Text: releaseTitle(r), Href: h.href(r)}, h.Interval(r.Date)
	late := !r.Date.IsZero() && r.Date.Last < h.plan.Facts.Today
	ends := h.phrase("{release} ends here", name)
	if likely := h.expected(r.Outlook).Likely; likely.Words != "" {
		switch {
		case r.Date.IsZero():
		case r.Fixed:
			ends = h.phrase("{release} ends here, promised for {time}", name, date)
		case late:
			ends = h.phrase("{release} ends here, was meant for {time}", name, date)
		default:
			ends = h.phrase("{release} ends here, meant for {time}", name, date)
		}
		return ReleaseEnd{Sign: h.aboutHere(likely), Note: ends}
	}
	bold := Part{Text: date, Strong: true}
	switch {
	case r.Fixed:
		return ReleaseEnd{Sign: h.phrase("Promised for {time}", bold), Note: ends}
	case late:
		return ReleaseEnd{Sign: h.phrase("Was meant for {time}", bold), Note: ends}
	}
	return ReleaseEnd{Sign: h.phrase("Meant for {time}", bold), Note: ends}
}

// aboutHere is what a sign says where a forecast reaches a place.
func (s *site) aboutHere(by ByDay) []Part {
	return s.phrase("About here by {day}, 85\u00a0% likely", Part{Text: by.Words, ISO: by.ISO, Strong: true})
}
