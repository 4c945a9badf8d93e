package check

import (
	"math"
	"slices"

	"milepost/internal/calendar"
	"milepost/internal/plan"
	"milepost/internal/source"
)

// Several rules need to know when something happened. They read the days that
// authors wrote and those of the repository's commits, and invent none: what has no date is left alone and counted by
// Reporter.Undated.

// changed is the newest day on which something is known to have happened to e, and
// 0 where no day is known: the newest of the days its author wrote and of its last
// commit. It is the one place that decides this.
func (s *survey) changed(e plan.Entity) calendar.Day {
	var last calendar.Day
	for _, day := range append(writtenDays(e), s.plan.Changed(e)) {
		if day <= s.plan.Facts.Today { // a day to come is a slip of the pen, or a plan
			last = max(last, day)
		}
	}
	return last
}

func writtenDays(e plan.Entity) []calendar.Day {
	var days []calendar.Day
	switch e := e.(type) {
	case *plan.Item:
		return writtenDays(e.ItemText)
	case *plan.ItemText:
		days = append(days, e.Created, e.Started, e.Finished)
	case *plan.Release:
		return writtenDays(e.ReleaseText)
	case *plan.ReleaseText:
		days = append(days, e.Released)
	case *plan.Roadmap:
		for _, o := range e.Outcomes {
			days = append(days, o.Checked)
		}
	}
	for _, u := range e.Base().Doc.Updates {
		if day, err := calendar.ParseDay(u.Date); err == nil {
			days = append(days, day)
		}
	}
	return days
}

// ago is how many days have passed since day.
func (s *survey) ago(day calendar.Day) int { return int(s.plan.Facts.Today - day) }

// enoughCycles are so many items whose cycle time is known that something can be
// said of the next one.
const enoughCycles = 8

// cycleTimes are the days from the start of an item to its end, ascending, of what
// was finished in the last year: an older pace is another team's.
func cycleTimes(p *plan.Plan) []int {
	var times []int
	for _, i := range p.Items {
		day := i.Finished
		if i.Status != plan.Done || i.Started == 0 || day < i.Started || day > p.Facts.Today || p.Facts.Today-day > 365 {
			continue
		}
		times = append(times, int(day-i.Started))
	}
	slices.Sort(times)
	return times
}

// cycleTime is the number of days within which so many in a hundred items were
// done; ok is false where too few are known.
func (s *survey) cycleTime(percent int) (days int, ok bool) {
	n := len(s.cycles)
	if n < enoughCycles {
		return 0, false
	}
	return s.cycles[int(math.Ceil(float64(n*percent)/100))-1], true
}

// dayAt is the place where an item gives one of its days, or that of its title.
func dayAt(i *plan.Item, day calendar.Day) source.Span {
	switch day {
	case i.Finished:
		return fieldAt(i, "finished")
	case i.Started:
		return fieldAt(i, "started")
	case i.Created:
		return fieldAt(i, "created")
	}
	for _, u := range i.Doc.Updates {
		if u.Date == day.String() {
			return u.At
		}
	}
	return titleAt(i)
}
