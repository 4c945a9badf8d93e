package view

import (
	"milepost/internal/forecast"
	"milepost/internal/plan"
)

// ForecastSign stands across the road behind an item: about here by a day.
type ForecastSign struct {
	By   []Part // "About here by 20 March, 85 % likely"; nil without a day
	Note string // in place of a day: the forecast ends here
}

// signWeeks are the distances at which signs stand where no release ends.
var signWeeks = []int{4, 13, 26, 52}

// signGap is the least number of items between a sign and the end of a release,
// which is a sign itself.
const signGap = 3

// forecastSigns says behind which items a sign stands: at sensible distances, and
// where the forecast ends. Without a forecast there are none.
func (s *site) forecastSigns(ends map[*plan.Item][]*plan.Release) map[*plan.Item]ForecastSign {
	p := s.plan
	out := map[*plan.Item]ForecastSign{}
	if len(p.Forecast.Silence) > 0 {
		return out
	}
	known := 0 // how many items from the top have dates, at least the last of them
	for i, it := range p.Backlog {
		if it.Outlook.Known {
			known = i + 1
		}
	}
	taken := map[int]bool{}
	for i := range known {
		if len(ends[p.Backlog[i]]) > 0 {
			taken[i] = true
		}
	}
	for _, weeks := range signWeeks {
		at := lastWithin(p.Backlog[:known], weeks)
		if at < 0 || crowded(taken, at) {
			continue
		}
		taken[at] = true
		day := plan.Day(p.Backlog[at].Outlook.Dates.P85.Day)
		out[p.Backlog[at]] = ForecastSign{By: s.aboutHere(s.byDay(day))}
	}
	if known > 0 && known < len(p.Backlog) && !p.Backlog[known].Outlook.Known {
		last := p.Backlog[known-1]
		sign := out[last]
		sign.Note = s.endWords(p.Backlog[known].Outlook.Dates.Doubt)
		out[last] = sign
	}
	return out
}

// lastWithin is the last of some items that is done in time in 85 of 100 futures,
// -1 if none is.
func lastWithin(items []*plan.Item, weeks int) int {
	at := -1
	for i, it := range items {
		if it.Outlook.Known && it.Outlook.Dates.P85.Week <= weeks {
			at = i
		}
	}
	return at
}

func crowded(taken map[int]bool, at int) bool {
	for i := at - signGap; i <= at+signGap; i++ {
		if taken[i] {
			return true
		}
	}
	return false
}

// endWords says why no day is told from here on.
func (s *site) endWords(d forecast.Doubt) string {
	if d == forecast.TooFar {
		return s.Say("From here on more than two years ahead, and not foreseeable")
	}
	return s.Say("From here on the days cannot be foreseen yet")
}
