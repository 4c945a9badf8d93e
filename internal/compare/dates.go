package compare

import (
	"fmt"

	"milepost/internal/plan"
)

// leastShift is by how many days a foreseen day must move to be told: less is
// within what a forecast by weeks can know.
const leastShift = 7

// forecasts tells which releases are likely on another day than before.
func (c *comparison) forecasts() {
	for _, r := range c.head.Releases {
		was, ok := c.was[r].(*plan.Release)
		if !ok || r.Status != plan.Planned || was.Status != plan.Planned {
			continue
		}
		before, after := likely(was.Outlook), likely(r.Outlook)
		switch {
		case before == 0 && after == 0:
		case before == 0 || after == 0:
			c.add(Forecast, r, by(before), by(after), "")
		case after-before >= leastShift:
			c.add(Forecast, r, by(before), by(after), fmt.Sprintf("%d days later", after-before))
		case before-after >= leastShift:
			c.add(Forecast, r, by(before), by(after), fmt.Sprintf("%d days earlier", before-after))
		}
	}
}

// likely is the day by which something is done in 85 of 100 futures, 0 where
// none can be told.
func likely(o plan.Outlook) int {
	if !o.Known {
		return 0
	}
	return o.Dates.P85.Day
}

func by(day int) string {
	if day == 0 {
		return ""
	}
	return "by " + plan.Day(day).String()
}
