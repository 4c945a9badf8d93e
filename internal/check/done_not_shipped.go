package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// shelfDays is for how long finished work may wait for its release.
const shelfDays = 30

var doneNotShipped = Rule{
	Name:     "done-not-shipped",
	Group:    Releases,
	Severity: diag.Info,
	Summary:  "what is done reaches people soon",
	Doc: `The work is paid for and helps nobody, and whether it was right will be known only when people have it.
Release what is there, if only a part of what was planned.

It is said once for a release, when something in it has been done for more than 30 days: for one that is
planned, and for one that was dropped with finished work in it. Once its date is over date-passed speaks
of it. An item without a day under finished is not judged.`,
	Bad: `
-- content/releases/winter.md --
---
title: Winter
       ^^^^^^ 2 items of the release "winter" have been done for more than 30 days: "index" and "store"
            = release what is there, if only a part
goal: Everybody finds everything.
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/store.md --
---
title: Store the texts
status: done
finished: 2026-10-12
release: winter
---
-- content/themes/growth/index.md --
---
title: Index the texts
status: done
finished: 2026-10-19
release: winter
---
`,
	Good: `
-- content/releases/winter.md --
---
title: Winter
goal: Everybody finds everything.
---
-- content/themes/growth.md --
# Growth
-- content/themes/growth/index.md --
---
title: Index the texts
status: done
finished: 2026-11-16
release: winter
---
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, rel := range p.Releases {
			if rel.Status == plan.Released || r.overdue(rel) {
				continue
			}
			if waiting := r.onShelf(rel); len(waiting) > 0 {
				r.Report(r.shelved(rel, waiting))
			}
		}
	},
}

// onShelf lists the items of a release that have been done for long.
func (r *Reporter) onShelf(rel *plan.Release) []*plan.Item {
	var waiting []*plan.Item
	for _, i := range rel.Items {
		switch {
		case i.Status != plan.Done:
		case i.Finished == 0:
			r.Undated()
		case r.ago(i.Finished) > shelfDays:
			waiting = append(waiting, i)
		}
	}
	return waiting
}

func (r *Reporter) shelved(rel *plan.Release, waiting []*plan.Item) diag.Diagnostic {
	have := "have"
	if len(waiting) == 1 {
		have = "has"
	}
	state, hint := "", "release what is there, if only a part"
	if rel.Status == plan.ReleaseDropped {
		state, hint = ", which was dropped,", "give what is done to another release, or take it out of this one"
	}
	return diag.New(r.Rule, titleAt(rel), "%s of the release %q%s %s been done for more than %d days: %s",
		counted(len(waiting), "item"), rel.ID, state, have, shelfDays, several(waiting)).WithHint("%s", hint)
}
