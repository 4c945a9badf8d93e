package check_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"milepost/internal/check"
	"milepost/internal/plan"
)

// pool holds what an author may write into a field, and what one should not.
var pool = map[string]map[string][]string{
	"item": {
		"type":     {"story", "bug", "spike", "task"},
		"theme":    {"t1", "t2", "t3", "gone"},
		"status":   {"proposed", "ready", "in-progress", "in-review", "done", "dropped"},
		"horizon":  {"now", "next", "later"},
		"priority": {"must", "should", "wont"},
		"effort":   {"0.1", "1", "13", "1000000"},
		"release":  {"r1", "r2", "gone"},
		"created":  {"0001-01-01", "2025-01-01", "2026-11-01", "9999-12-31"},
		"started":  {"2025-01-01", "2026-10-01", "2026-11-23", "2062-01-01"},
		"finished": {"1969-12-31", "2026-09-10", "2026-10-01", "2026-10-15", "2026-11-01", "2062-01-01"},
	},
	"theme": {
		"horizon": {"now", "next", "later"}, "status": {"open", "achieved", "dropped"}, "health": {"on-track", "at-risk"},
		"allocation": {"0", "60", "100"}, "outcomes": {"[o1]", "[o1, o2]", "[gone]"}, "visibility": {"internal"},
	},
	"release": {
		"date":     {"2026", "2026-09", "2026-H2", "2027-Q1", "2026-12", "2027-W09", "2027-03-05", "9999-12-31"},
		"released": {"2026-06-01", "2026-10-01", "2062-01-01"}, "status": {"planned", "dropped"},
		"capacity": {"0", "1", "50"}, "fixed": {"true"},
	},
}

// randomPlan is a plan of about twenty files with fields from the pool.
func randomPlan(random *rand.Rand) string {
	var out strings.Builder
	fields := func(kind string) {
		for _, key := range slices.Sorted(maps.Keys(pool[kind])) {
			if values := pool[kind][key]; random.IntN(3) > 0 {
				fmt.Fprintf(&out, "%s: %s\n", key, values[random.IntN(len(values))])
			}
		}
	}
	out.WriteString("-- content/_index.md --\n---\ntitle: T\noutcomes:\n  - {id: o1, title: A, baseline: 0, target: 10, current: 1}\n  - {id: o2, title: B}\n---\n")
	for n := range 3 {
		fmt.Fprintf(&out, "-- content/themes/t%d.md --\n---\ntitle: T\n", n+1)
		fields("theme")
		out.WriteString("---\n\n## Updates\n\n### 2026-10-10\n\nA word.\n")
	}
	for n := range 2 {
		fmt.Fprintf(&out, "-- content/releases/r%d.md --\n---\ntitle: R\n", n+1)
		fields("release")
		out.WriteString("---\n")
	}
	for n := range random.IntN(40) {
		fmt.Fprintf(&out, "-- content/backlog/i%d.md --\n---\ntitle: I\ndepends_on: [i%d, i%d]\n", n, random.IntN(40), random.IntN(40))
		fields("item")
		out.WriteString("---\n")
	}
	return out.String()
}

// Whatever a plan holds, each remark stands at a place, is well put, and says the
// same the second time.
func TestRemarksOnRandomPlansAreWellPut(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	spoken := map[string]bool{}
	for range 400 {
		text := randomPlan(random)
		p := load(text, func(f *plan.Facts) { f.Internal = random.IntN(2) == 0 })
		result := check.Run(p)
		for _, d := range result.Findings {
			spoken[d.Rule] = true
			if d.Span.IsZero() || strings.Contains(d.Message+d.Hint, "%!") || strings.HasSuffix(d.Message, ".") || strings.Contains(d.Message, "NaN") {
				t.Fatalf("%s\n%s: %s; %s", text, d.Rule, d.Message, d.Hint)
			}
		}
		if again := check.Run(p); fmt.Sprint(names(again.Findings), again.Undated) != fmt.Sprint(names(result.Findings), result.Undated) {
			t.Fatalf("%s\nthe second time other things are said", text)
		}
		check.Trace(p)
	}
	// It would be no test if the plans were too dull for the rules to speak.
	for _, rule := range check.Rules() {
		if rule.Group >= check.Strategy && !spoken[rule.Name] && !slices.Contains(beyondPool, rule.Name) {
			t.Errorf("%s never spoke", rule.Name)
		}
	}
}

// beyondPool are the rules that need more than the random plans hold: a body, a
// hand order, many files.
var beyondPool = []string{
	"theme-stalled", "too-many-now", "over-detailed-later", "backlog-too-deep", "order-crosses-horizon", "order-dead",
	"critical-path", "now-overfull", "done-open-criteria", "delivery-gap", "page-stale",
}

// The chains that long-chain names are real, the longest is among them, and no
// two share an item.
func TestLongChainsAreTheLongest(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	quoted := regexp.MustCompile(`"(i\d)"`)
	for range 300 {
		const n = 9
		needs := make([][]bool, n)
		depth := make([]int, n)
		longest := 0
		var text strings.Builder
		for i := range n {
			needs[i], depth[i] = make([]bool, n), 1
			var ids []string
			for k := range i {
				if random.IntN(4) == 0 {
					needs[i][k] = true
					depth[i] = max(depth[i], depth[k]+1)
					ids = append(ids, fmt.Sprint("i", k))
				}
			}
			longest = max(longest, depth[i])
			fmt.Fprintf(&text, "-- content/backlog/i%d.md --\n---\nhorizon: now\ndepends_on: [%s]\n---\n# Item\n", i, strings.Join(ids, ", "))
		}
		seen := map[string]bool{}
		named := 0
		for _, d := range check.Run(load(text.String())).Findings {
			if d.Rule != "long-chain" {
				continue
			}
			_, way, _ := strings.Cut(d.Message, ": ")
			ids := quoted.FindAllStringSubmatch(way, -1)
			named = max(named, len(ids))
			for at, id := range ids {
				here := int(id[1][1] - '0')
				if seen[id[1]] || depth[here] != len(ids)-at || at > 0 && !needs[int(ids[at-1][1][1]-'0')][here] {
					t.Fatalf("%s\n%s", text.String(), d.Message)
				}
				seen[id[1]] = true
			}
		}
		if want := longest; longest < 4 && named != 0 || longest >= 4 && named != want {
			t.Fatalf("%s\nthe longest chain named has %d items, want %d", text.String(), named, want)
		}
	}
}
