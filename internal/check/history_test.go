package check_test

import (
	"os"
	"regexp"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"milepost/internal/check"
	"milepost/internal/plan"
)

// What has no day is not judged, and that is told.
func TestWhatHasNoDayIsCounted(t *testing.T) {
	p := load(`
-- milepost.yaml --
rules: {health-mismatch: off}
-- content/themes/growth.md --
---
title: Growth
why: Few know us.
horizon: now
health: at-risk
---
-- content/themes/growth/a-{1..3}.md --
---
title: A {n}
status: in-progress
---
-- content/themes/growth/b.md --
# B
-- content/themes/trust.md --
---
title: Trust
why: Nobody buys from a stranger.
horizon: now
---
-- content/themes/trust/c.md --
---
title: C
status: ready
---
-- content/themes/trust/d.md --
---
title: D
status: done
release: one
---
-- content/releases/one.md --
---
title: One
goal: It works.
---
`)
	result := check.Run(p)
	if diff := gocmp.Diff([]string(nil), names(result.Findings)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	want := []check.Undated{
		{"theme-stalled", 1}, {"stale", 2}, {"aging", 3}, {"not-moving", 3}, {"done-not-shipped", 1}, {"page-stale", 1},
	}
	if diff := gocmp.Diff(want, result.Undated); diff != "" {
		t.Errorf("undated (-want +got):\n%s", diff)
	}
}

// Read on no day at all, a plan has neither a past nor a future.
func TestNoToday(t *testing.T) {
	p := load("-- content/themes/a.md --\n# A\n-- content/themes/a/b.md --\n---\ntitle: B\nstatus: done\nstarted: 2026-10-01\nfinished: 2026-10-02\n---\n",
		func(f *plan.Facts) { f.Today = 0 })
	if diff := gocmp.Diff([]string(nil), names(check.Run(p).Findings)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// What is not told in testdata/unpublished.txtar, because of work and days that are
// not published, is told once there is no such work.
func TestLacksAreToldOfACompletePlan(t *testing.T) {
	data, err := os.ReadFile("testdata/unpublished.txtar")
	if err != nil {
		t.Fatal(err)
	}
	internal := regexp.MustCompile(`(?m)^-- \S*internal\S* --\n(?:[^-].*\n|---\n)*`)
	want := []string{
		"info next-empty content/_index.md",
		"warning page-stale content/_index.md",
		"info delivery-gap content/releases/r-3.md",
		"info no-contribution content/releases/r-4.md",
		"warning allocation-drift content/themes/growth.md",
	}
	if diff := gocmp.Diff(want, names(check.Run(load(internal.ReplaceAllString(string(data), ""))).Findings)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// All circles of a tangle are one remark, with the others told beside it.
func TestATangleIsOneRemark(t *testing.T) {
	found := check.Run(load(`
-- milepost.yaml --
rules: {unaligned: off}
-- content/backlog/a.md --
---
title: A
depends_on: [a, b-1, b-2, b-3, b-4, b-5, b-6, b-7, b-8]
---
-- content/backlog/b-{1..8}.md --
---
title: B {n}
depends_on: [a]
---
`)).Findings
	if diff := gocmp.Diff([]string{"error self-dependency content/backlog/a.md", "error dependency-cycle content/backlog/a.md"}, names(found)); diff != "" {
		t.Fatalf("-want +got:\n%s", diff)
	}
	var related []string
	for _, r := range found[1].Related {
		related = append(related, r.Span.Path()+": "+r.Message)
	}
	want := []string{
		`content/backlog/b-1.md: "b-1" needs "a"`,
		`content/backlog/a.md: and another circle: "a" needs "b-2" needs "a"`,
		`content/backlog/a.md: and another circle: "a" needs "b-3" needs "a"`,
		`content/backlog/a.md: and another circle: "a" needs "b-4" needs "a"`,
		`content/backlog/a.md: and another circle: "a" needs "b-5" needs "a"`,
		`content/backlog/a.md: and another circle: "a" needs "b-6" needs "a"`,
		`content/backlog/a.md: and 2 more circles`,
	}
	if diff := gocmp.Diff(want, related); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
