package plan

import (
	"milepost/internal/calendar"
	"milepost/internal/forecast"
)

// Outlook is by when something is done, and how sure that is. It is for a whole
// Theme or Release as much as for an Item: each is done with its last item.
type Outlook struct {
	// Ahead is how much must be finished until it is, its own work included, in
	// hundredths of Plan.Forecast.Unit; 0 when nothing is open.
	Ahead int64
	// Dates are the days, where there are any to tell.
	Dates forecast.Outlook
	// Known tells that Dates may be shown: there is a forecast, something is
	// open, and it lies near enough.
	Known bool
}

// predict makes the forecast from what was finished, and reads off when every
// open item, theme and release is done.
func (p *Plan) predict() {
	work := forecast.Work{Today: int(p.Facts.Today)}
	for _, i := range p.Items {
		if i.Status == Done {
			work.Finished = append(work.Finished, i.forecastItem())
		}
	}
	for _, i := range p.Backlog {
		work.Open = append(work.Open, i.forecastItem())
	}
	p.Forecast = forecast.Predict(work)
	for n, i := range p.Backlog {
		i.Outlook = p.outlook(p.Forecast.Ahead[n])
	}
	for _, t := range p.Themes {
		t.Outlook = p.outlook(last(t.Items))
	}
	for _, r := range p.Releases {
		r.Outlook = p.outlook(last(r.Items))
		r.Chance = -1
		if percent, ok := p.Forecast.Chance(r.Outlook.Ahead, int(r.Date.Last)); ok && !r.Date.IsZero() && r.Status == Planned {
			r.Chance = percent
		}
	}
}

func (i *Item) forecastItem() forecast.Item {
	return forecast.Item{
		Effort: hundredths(i.Size), Assumed: i.SizeAssumed != "",
		Created: int(i.Created), Finished: int(i.Finished),
	}
}

func (p *Plan) outlook(ahead int64) Outlook {
	o := Outlook{Ahead: ahead}
	if ahead > 0 {
		o.Dates, o.Known = p.Forecast.Outlook(ahead)
		o.Known = o.Known && o.Dates.Doubt == forecast.NoDoubt
	}
	return o
}

// last is how much lies ahead of the last of some items.
func last(items []*Item) int64 {
	var ahead int64
	for _, i := range items {
		ahead = max(ahead, i.Outlook.Ahead)
	}
	return ahead
}

// BurnUp tells week by week how some items grew in number and were finished.
func (p *Plan) BurnUp(items []*Item) forecast.BurnUp {
	var finished, open []forecast.Item
	for _, i := range items {
		switch {
		case i.Status == Done:
			finished = append(finished, i.forecastItem())
		case i.Position > 0:
			open = append(open, i.forecastItem())
		}
	}
	return p.Forecast.BurnUp(finished, open)
}

// Day is a forecast's day as a day of the calendar.
func Day(d int) calendar.Day { return calendar.Day(d) }
