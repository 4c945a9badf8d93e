package check_test

import (
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"milepost/internal/check"
	"milepost/internal/plan"
)

const traced = `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: safe, title: Safe}
---
-- content/themes/backup.md --
---
title: Serves an outcome
horizon: now
outcomes: [safe]
---
-- content/themes/backup/b-1.md --
---
title: Ready
status: ready
effort: 5
---
-- content/themes/backup/b-2.md --
---
title: Done
status: done
effort: 40
---
-- content/themes/backup/b-3.md --
---
title: Will not be done
priority: wont
effort: 40
---
-- content/themes/albums.md --
---
title: Serves none
horizon: next
---
-- content/themes/albums/a-1.md --
---
title: An idea of unknown effort
---
-- content/themes/quiet.md --
---
title: Its work is not published
horizon: now
outcomes: [safe]
---
-- content/themes/quiet/q-1.md --
---
title: Internal
visibility: internal
effort: 40
---
-- content/themes/secret.md --
---
title: Not published
horizon: now
visibility: internal
---
-- content/themes/secret/s-1.md --
---
title: Of a theme that is not published
horizon: now
effort: 40
---
-- content/themes/later.md --
---
title: Later
outcomes: [safe]
---
-- content/themes/dropped.md --
---
title: Dropped
horizon: now
status: dropped
outcomes: [safe]
---
-- content/themes/dropped/d-1.md --
---
title: Goes on for a theme that was dropped
status: in-progress
effort: 3
---
-- content/themes/later/far-{01..14}.md --
---
title: Far {n}
effort: 1
---
`

func idsOf(entities []plan.Entity) string {
	var ids []string
	for _, e := range entities {
		ids = append(ids, e.Base().ID)
	}
	return strings.Join(ids, " ")
}

func TestTrace(t *testing.T) {
	up, down := check.Trace(load(traced))
	type share struct {
		Part, Whole, Assumed float64
		Inside, Outside      string
	}
	want := []share{
		// The ten at the top, but for the one that an unpublished theme decides:
		// a-1 has no effort, and counts with the median of 1.
		{5 + 6, 5 + 6 + 3 + 1, 1, "b-1 far-01 far-02 far-03 far-04 far-05 far-06", "d-1 a-1"},
		{1, 2, 0, "backup", "albums"},
	}
	got := []share{
		{up.Part, up.Whole, up.Assumed, idsOf(up.Inside), idsOf(up.Outside)},
		{down.Part, down.Whole, down.Assumed, idsOf(down.Inside), idsOf(down.Outside)},
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if percent, ok := up.Percent(); percent != 73 || !ok {
		t.Errorf("%d %%, %v", percent, ok)
	}
	if percent, ok := down.Percent(); percent != 50 || !ok {
		t.Errorf("%d %%, %v", percent, ok)
	}
}

// Where there is nothing to share there is no share, and all of it is 100 %
// whatever its parts add up to.
func TestShareOfNothingAndOfAll(t *testing.T) {
	up, down := check.Trace(load("-- content/pages/about.md --\n# About\n"))
	for _, s := range []check.Share{up, down} {
		if percent, ok := s.Percent(); percent != 0 || ok {
			t.Errorf("%d %%, %v of nothing", percent, ok)
		}
	}
	all := check.Share{Part: 0.1 + 0.2, Whole: 0.3}
	if percent, _ := all.Percent(); percent != 100 {
		t.Errorf("%d %% of all", percent)
	}
	nearly := check.Share{Part: 999, Whole: 1000}
	if percent, _ := nearly.Percent(); percent != 99 {
		t.Errorf("%d %% of all but one", percent)
	}
}
