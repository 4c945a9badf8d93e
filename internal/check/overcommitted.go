package check

import (
	"strconv"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/forecast"
	"milepost/internal/plan"
)

// evenChance is the least chance to keep a date that is worth announcing, in
// percent.
const evenChance = 50

var overcommitted = Rule{
	Name:     "overcommitted",
	Group:    Releases,
	Severity: diag.Warning,
	Summary:  "a release carries what it can",
	Doc: `The release holds more effort than its capacity, or it is more likely than not that its work will take
longer than its date allows. Move out what it could go without while that is still a decision and not an
excuse, or choose a later date.

The effort of all its items counts against capacity, also of what is done; where an effort is not known
the median is taken, and how much of the sum that is is said. The chance is that of the forecast, and
only spoken of where it is below 50 % and there is a forecast at all. Once the date is over date-passed
says so.`,
	Bad: `
-- content/releases/winter.md --
---
title: Winter
goal: Everybody finds everything.
capacity: 8
          ^ the release "winter" carries an effort of 11 (3 of it assumed), and has room for 8
          = move something out of it, or raise the capacity if there is more room
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
horizon: next
effort: 5
release: winter
---
-- content/themes/growth/albums.md --
---
title: Albums
effort: 3
release: winter
---
-- content/themes/growth/maps.md --
---
title: Maps
release: winter
---
`,
	Good: `
-- content/releases/winter.md --
---
title: Winter
goal: Everybody finds everything.
capacity: 8
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/search.md --
---
title: Search
horizon: next
effort: 5
release: winter
---
-- content/themes/growth/albums.md --
---
title: Albums
effort: 3
release: winter
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, rel := range p.Releases {
			if !r.overcommitted(rel) {
				continue
			}
			r.Report(r.overload(rel))
		}
	},
}

// overcommitted reports whether a release that lies ahead, with work left to do, carries too
// much.
func (s *survey) overcommitted(rel *plan.Release) bool {
	return rel.Status == plan.Planned && rel.Progress.Open > 0 && !s.overdue(rel) && (tooHeavy(rel) || s.unlikely(rel))
}

func tooHeavy(rel *plan.Release) bool { return rel.Capacity > 0 && more(rel.Load, rel.Capacity) }

// unlikely reports whether a release will rather miss its date than keep it. A
// date beyond what the forecast plays may well be kept.
func (s *survey) unlikely(rel *plan.Release) bool {
	return rel.Chance >= 0 && rel.Chance < evenChance && s.ago(rel.Date.Last) >= -7*forecast.Horizon
}

func (r *Reporter) overload(rel *plan.Release) diag.Diagnostic {
	var wrong []string
	key, hint := "date", "move something out of it, or choose a later date"
	if tooHeavy(rel) {
		key, hint = "capacity", "move something out of it, or raise the capacity if there is more room"
		wrong = append(wrong, "carries an effort of "+amount(rel.Load)+assumedIn(rel)+", and has room for "+amount(rel.Capacity))
	}
	if r.unlikely(rel) {
		chance := strconv.Itoa(rel.Chance)
		if rel.Chance == 0 {
			chance = "less than 1"
		}
		wrong = append(wrong, "has a chance of "+chance+" % to be done by "+rel.Date.Last.String())
	}
	return diag.New(r.Rule, rel.At(key), "the release %q %s", rel.ID, strings.Join(wrong, "; it ")).WithHint("%s", hint)
}

// assumedIn says how much of the load of a release nobody has estimated.
func assumedIn(rel *plan.Release) string {
	sum := 0.0
	for _, i := range rel.Items {
		if i.SizeAssumed != "" && i.State != plan.StateWont {
			sum += i.Size
		}
	}
	if sum == 0 {
		return ""
	}
	return " (" + amount(sum) + " of it assumed)"
}
