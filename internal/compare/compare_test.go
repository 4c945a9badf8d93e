package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"milepost/internal/calendar"
	"milepost/internal/check"
	"milepost/internal/compare"
	"milepost/internal/config"
	"milepost/internal/document"
	"milepost/internal/plan"
	"milepost/internal/source"
)

// side is the plan a text of files says.
func side(t testing.TB, archive string) compare.Side {
	t.Helper()
	var files []*source.File
	for _, f := range txtar.Parse([]byte(archive)).Files {
		files = append(files, source.NewFile(f.Name, f.Data))
	}
	tree := source.NewTree(files, nil)
	cfg, found := config.Read(tree.File("milepost.yaml"))
	today, err := calendar.ParseDay("2026-02-09")
	if err != nil {
		t.Fatal(err)
	}
	var entries []plan.Entry
	for _, f := range tree.Files(plan.Content) {
		entries = append(entries, plan.Decode(document.Parse(f, document.Options{}), cfg))
	}
	p := plan.Resolve(entries, cfg, tree, plan.Facts{Today: today})
	p.Findings = append(found, p.Findings...)
	return compare.Side{Plan: p, Findings: check.Run(p).Findings}
}

// lines are changes in a line each. Warnings and infos come and go with most
// edits; they are left out where a test is not about them.
func lines(changes []compare.Change, kinds ...string) []string {
	var out []string
	for _, c := range changes {
		if len(kinds) > 0 && !slices.Contains(kinds, c.Kind) {
			continue
		}
		if len(kinds) == 0 && (c.Kind == compare.Found || c.Kind == compare.Resolved) {
			continue
		}
		out = append(out, strings.TrimRight(fmt.Sprintf("%s %s: %s -> %s; %s", c.Kind, c.ID, c.Before, c.After, c.Because), "; "))
	}
	return out
}

const before = `
-- content/_index.md --
---
vision: A calm plan
outcomes: [{id: safe, title: Safe, target: 95 %, current: 50 %}]
---
-- content/themes/a.md --
---
title: Alpha
horizon: now
---
-- content/themes/b.md --
---
title: Beta
---
-- content/releases/1.0.md --
---
title: First
date: 2026-03
---
-- content/backlog/T-1.md --
---
title: One
theme: a
status: in-progress
effort: 3
---
-- content/backlog/T-2.md --
---
title: Two
theme: a
priority: should
---
-- content/backlog/T-3.md --
---
title: Three
theme: a
---
-- content/backlog/T-4.md --
---
title: Four
---
`

func TestWhatAnAuthorChangesIsTold(t *testing.T) {
	after := strings.NewReplacer(
		"current: 50 %", "current: 71 %",
		"title: Beta\n", "title: Beta\nhorizon: next\n",
		"date: 2026-03", "date: 2026-06",
		"status: in-progress\neffort: 3", "status: done\neffort: 5",
		"priority: should", "priority: must",
		"title: Three\ntheme: a\n---", "title: Three\ntheme: a\nstatus: dropped\n---\n## Why dropped\n\nNobody\nneeds it.\n",
		"-- content/backlog/T-4.md --\n---\ntitle: Four\n---\n", "-- content/backlog/T-9.md --\n---\ntitle: Nine\ntheme: b\n---\n-- content/backlog/U.md --\n---\naliases: [T-4]\ntitle: Four\n---\n",
	).Replace(before)
	want := []string{
		"dropped T-3: proposed -> dropped; Nobody needs it.",
		"date 1.0: 2026-03 -> 2026-06",
		"done T-1: in-progress -> done",
		"added T-9:  -> next, no. 2",
		"renamed U: T-4 -> U",
		"outcome safe: Safe, to 95 %, now 50 % -> Safe, to 95 %, now 71 %",
		"horizon b: later -> next",
		"priority T-2: should -> must",
		"effort T-1: 3 -> 5",
	}
	if diff := cmp.Diff(want, lines(compare.Plans(side(t, before), side(t, after)))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestARevertIsTheInverse holds the list of changes against its mirror image.
func TestARevertIsTheInverse(t *testing.T) {
	after := strings.NewReplacer("date: 2026-03", "date: 2026-06", "effort: 3", "effort: 8", "current: 50 %", "current: 60 %", "title: Four", "title: IV", "theme: a\npriority", "theme: b\npriority").Replace(before)
	a, b := side(t, before), side(t, after)
	turned := compare.Plans(b, a)
	for i := range turned {
		turned[i].Before, turned[i].After = turned[i].After, turned[i].Before
		turned[i].Title = strings.Replace(turned[i].Title, "Four", "IV", 1)
	}
	if diff := cmp.Diff(lines(compare.Plans(a, b)), lines(turned)); diff != "" {
		t.Errorf("(-there +back):\n%s", diff)
	}
	if got := compare.Plans(a, a); len(got) > 0 {
		t.Errorf("a plan differs from itself: %v", got)
	}
}

// ladder is a backlog of ten items of falling value.
func ladder(edit func(i int) string) string {
	var b strings.Builder
	for i := range 10 {
		fmt.Fprintf(&b, "-- content/backlog/T-%d.md --\n---\ntitle: Item %d\nstatus: ready\neffort: 2\n%s---\n", i, i, edit(i))
	}
	return b.String()
}

func TestAMoveIsToldWithItsCause(t *testing.T) {
	plain := func(i int) string { return fmt.Sprintf("value: %d\n", 20-i) }
	for name, c := range map[string]struct {
		before, after func(i int) string
		want          []string
	}{
		"its own value": {plain, func(i int) string {
			if i == 8 {
				return "value: 20\nurgency: 5\n"
			}
			return plain(i)
		}, []string{"moved T-8: no. 9 -> no. 1; up 8: score 6.0 → 12.5"}},
		"work that began": {plain, func(i int) string {
			if i == 6 {
				return plain(i) + "horizon: now\n"
			}
			return plain(i)
		}, []string{"moved T-6: no. 7 -> no. 1; up 6: horizon later → now"}},
		"what needs it": {plain, func(i int) string {
			if i == 0 {
				return plain(i) + "horizon: now\ndepends_on: T-7\n"
			}
			return plain(i)
		}, []string{"moved T-7: no. 8 -> no. 1; up 7: T-0 needs it"}},
	} {
		got := lines(compare.Plans(side(t, ladder(c.before)), side(t, ladder(c.after))), compare.Moved)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestAnItemRisesWhenWhatItWaitedForIsDone(t *testing.T) {
	waiting := func(state string) string {
		return "-- content/backlog/T-99.md --\n---\ntitle: Groundwork\nstatus: " + state + "\nvalue: 1\neffort: 40\n---\n" + ladder(func(i int) string {
			if i == 0 {
				return "value: 20\ndepends_on: T-99\n"
			}
			return fmt.Sprintf("value: %d\n", 20-i)
		})
	}
	want := []string{"moved T-0: no. 11 -> no. 1; up 9: T-99 is done"}
	if diff := cmp.Diff(want, lines(compare.Plans(side(t, waiting("ready")), side(t, waiting("done"))), compare.Moved)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestWhatIsFinishedMovesNobody: the others only close up.
func TestWhatIsFinishedMovesNobody(t *testing.T) {
	all := ladder(func(i int) string { return fmt.Sprintf("value: %d\n", 20-i) })
	done := strings.Replace(all, "status: ready", "status: done", 5)
	if got := lines(compare.Plans(side(t, all), side(t, done)), compare.Moved); len(got) > 0 {
		t.Errorf("moved: %v", got)
	}
}

func TestFindingsComeAndGo(t *testing.T) {
	wrong := strings.Replace(before, "title: Two\ntheme: a", "title: Two\ntheme: nowhere", 1)
	lower := strings.Replace(wrong, "title: Two\n", "owner: somebody\n\n\ntitle: Two\n", 1)
	a, b, c := side(t, before), side(t, wrong), side(t, lower)
	want := []string{`found T-2:  -> no theme has the id "nowhere"; content/backlog/T-2.md:3:8`}
	if got := lines(compare.Plans(a, b), compare.Found); !slices.Contains(got, want[0]) {
		t.Errorf("%q", got)
	}
	if got := lines(compare.Plans(b, a), compare.Resolved); len(got) == 0 || !strings.Contains(got[0], `no theme has the id "nowhere" ->`) {
		t.Errorf("%q", got)
	}
	for _, line := range lines(compare.Plans(b, c), compare.Found) {
		if strings.Contains(line, "nowhere") {
			t.Errorf("a finding that only stands further down is new: %s", line)
		}
	}
}

// TestTheDiffOfARevertIsTheInverse: what went comes, each field goes back to what it
// was, and findings that came are gone.
func TestTheDiffOfARevertIsTheInverse(t *testing.T) {
	changed := strings.NewReplacer(
		"current: 50 %", "current: 71 %", "title: Beta\n", "title: Beta\nhorizon: next\n", "date: 2026-03", "date: 2026-06",
		"effort: 3", "effort: 5\nrelease: 1.0", "priority: should", "priority: must\ndepends_on: [T-1]",
		"-- content/backlog/T-4.md --\n---\ntitle: Four\n---", "-- content/backlog/T-5.md --\n---\ntitle: Five\ntheme: nope\n---",
	).Replace(before)
	a, b := side(t, before), side(t, changed)
	there, back := compare.Plans(a, b), compare.Plans(b, a)
	opposite := map[string]string{compare.Added: compare.Removed, compare.Removed: compare.Added, compare.Found: compare.Resolved, compare.Resolved: compare.Found}
	type change struct{ kind, id, title, before, after string }
	count := func(changes []compare.Change, turn bool) map[change]int {
		out := map[change]int{}
		for _, c := range changes {
			switch c.Kind {
			case compare.Dropped, compare.Done, compare.Released, compare.Renamed, compare.Moved, compare.Forecast, "title", "status":
				continue // which have no word for their opposite, or name the thing as it is called after
			}
			one := change{c.Kind, c.ID, c.Title, c.Before, c.After}
			if one.kind != compare.Added && one.kind != compare.Removed && one.kind != compare.Found && one.kind != compare.Resolved {
				one.title = ""
			}
			if turn {
				if other := opposite[one.kind]; other != "" {
					one.kind = other
				}
				one.before, one.after = one.after, one.before
			}
			if c.Kind == compare.Added || c.Kind == compare.Removed {
				one.before, one.after = "", "" // what is new is told with its place, what is gone is not
			}
			out[one]++
		}
		return out
	}
	if len(count(there, false)) < 5 {
		t.Fatalf("there is little to turn: %v", lines(there))
	}
	if diff := cmp.Diff(count(there, true), count(back, false)); diff != "" {
		t.Errorf("(-turned +back):\n%s", diff)
	}
}
