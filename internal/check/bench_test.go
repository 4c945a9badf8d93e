package check_test

import (
	"fmt"
	"strings"
	"testing"

	"milepost/internal/check"
	"milepost/internal/plan"
	"milepost/internal/source"
)

// synthetic makes a plan of n items in themes of fifty, with dependencies, links
// and prose; change may spoil the text of an item.
func synthetic(n int, change func(i int, text string) string) *plan.Plan {
	prose := strings.Repeat("The end-to-end tests of this part run on every change, as agreed in phase-2 of the work. ", 18)
	var files []*source.File
	add := func(path, format string, args ...any) {
		files = append(files, source.NewFile("content/"+path, fmt.Appendf(nil, format, args...)))
	}
	add("_index.md", "---\ntitle: Synthetic\noutcomes:\n  - {id: safe, title: Safe}\n---\n")
	add("releases/v1.md", "---\ntitle: One\ndate: 2027-Q1\n---\n")
	add("releases/v2.md", "---\ntitle: Two\ndate: 2027-Q3\n---\n")
	for t := range (n + 49) / 50 {
		add(fmt.Sprintf("themes/theme-%d.md", t), "---\ntitle: Theme %d\nwhy: It is needed.\nhorizon: next\noutcomes: [safe]\n---\n", t)
	}
	for i := range n {
		text := fmt.Sprintf("---\ntitle: The piece of work number %d\ntheme: theme-%d\nrelease: v%d\neffort: %d\ndepends_on: [MP-%d, MP-%d]\n---\n%s See [[MP-%d]].\n",
			i, i/50, 1+2*i/n, 1+i%8, i/2, i-1, prose, i/5)
		if i == 0 {
			text = "---\ntitle: The first\ntheme: theme-0\n---\n"
		}
		add(fmt.Sprintf("backlog/MP-%d.md", i), "%s", change(i, text))
	}
	return resolve(source.NewTree(files, nil))
}

// The rules alone, over plans that are already resolved. They are to take less
// than 100 ms for 10,000 items.
func BenchmarkRun(b *testing.B) {
	same := func(_ int, text string) string { return text }
	internal := func(i int, text string) string {
		if i%4 == 3 {
			return strings.Replace(text, "---\n", "---\nvisibility: internal\n", 1)
		}
		return text
	}
	mistyped := func(i int, text string) string {
		return strings.Replace(text, "depends_on: [MP-", "depends_on: [PM-", 1)
	}
	busy := func(i int, text string) string {
		state := []string{"ready", "ready\nhorizon: now", "in-progress\nstarted: 2026-05-01", "done\nfinished: 2026-10-20"}[i%4]
		return strings.Replace(text, "---\n", "---\ncreated: 2024-01-01\nstatus: "+state+"\n", 1)
	}
	for _, bench := range []struct {
		name   string
		change func(int, string) string
	}{{"sound", same}, {"internal", internal}, {"mistyped", mistyped}, {"busy", busy}} {
		for _, n := range []int{1_000, 10_000} {
			p := synthetic(n, bench.change)
			b.Run(fmt.Sprintf("%s/%d", bench.name, n), func(b *testing.B) {
				for b.Loop() {
					check.Run(p)
				}
				b.ReportMetric(float64(len(check.Run(p).Findings)), "findings")
			})
		}
	}
}
