package check_test

import (
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"milepost/internal/check"
)

// Whoever has just begun hears of nothing that nobody could know yet.
func TestABeginningIsNotDrownedInRemarks(t *testing.T) {
	for _, tt := range []struct {
		name, plan string
		want       []string
	}{
		{
			"one heading", "-- content/backlog/greet.md --\n# Greet people by their name\n",
			[]string{"warning unaligned content/backlog/greet.md"}, // "write the first theme"
		},
		{"one theme", "-- content/themes/growth.md --\n# Growth\n", nil},
		{"a theme and an idea", "-- content/themes/growth.md --\n# Growth\n-- content/themes/growth/greet.md --\n# Greet people\n", nil},
		{
			"a theme that is now, and an idea", "-- content/themes/growth.md --\n---\nhorizon: now\n---\n# Growth\n-- content/themes/growth/greet.md --\n# Greet people\n",
			[]string{"warning theme-without-why content/themes/growth.md"},
		},
		{"outcomes come first", "-- content/_index.md --\n---\ntitle: T\noutcomes:\n  - {id: a, title: A}\n  - {id: b, title: B}\n---\n", nil},
		{
			"five ideas of all kinds",
			"-- content/themes/growth.md --\n# Growth\n-- content/themes/growth/a-{1..2}.md --\n# A story\n" +
				"-- content/themes/growth/b.md --\n---\ntype: bug\n---\n# A bug\n-- content/themes/growth/c.md --\n---\ntype: spike\n---\n# A spike\n" +
				"-- content/themes/growth/d.md --\n---\ntype: task\nstatus: ready\ndepends_on: [b]\n---\n# A task\n",
			nil,
		},
		{"a release with one item", "-- content/releases/one.md --\n---\ntitle: One\ngoal: It works.\ndate: 2027\n---\n-- content/themes/growth.md --\n# Growth\n" +
			"-- content/themes/growth/a.md --\n---\ntitle: A\npriority: must\nrelease: one\n---\n", nil},
		{
			"work begins", "-- content/themes/growth.md --\n# Growth\n-- content/themes/growth/a.md --\n---\ntitle: A\nstatus: in-progress\n---\n",
			[]string{"info working-ahead content/themes/growth/a.md"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := gocmp.Diff(tt.want, names(check.Run(load(tt.plan)).Findings)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
