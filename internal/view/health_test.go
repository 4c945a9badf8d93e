package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/view"
)

// said is a sentence with its links in brackets.
func said(parts []view.Part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Href == "" {
			b.WriteString(p.Text)
		} else {
			fmt.Fprintf(&b, "[%s](%s)", p.Text, p.Href)
		}
	}
	return b.String()
}

const unhealthy = `
-- milepost.yaml --
repository: https://github.com/example/plan
rules: {alias-used: off}
-- content/backlog/T-1.md --
---
title: First
depends_on: [T-2, T-9]
titel: x
---
-- content/backlog/T-2.md --
---
title: Second
depends_on: [T-1]
ignore: {unknown-key: kept for the old importer}
owenr: y
---
`

func TestHealthSaysWhatIsWrongWhereAndWhatToDo(t *testing.T) {
	page := data[view.HealthPage](t, site(t, unhealthy), "health.html")
	var got []string
	for _, rule := range page.Rules {
		got = append(got, rule.Word+": "+rule.Rule)
		for _, f := range rule.Findings {
			got = append(got, "  "+said(f.Words), "  > "+said(f.Hint), "  @ "+f.Place.Text+" "+f.Place.Href+" in "+f.About.Text)
		}
		if rule.Title == rule.Rule || len(rule.Why) == 0 || rule.Silence != "ignore:\n  "+rule.Rule+": the reason" {
			t.Errorf("%s is not explained: %+v", rule.Rule, rule)
		}
	}
	const edit = "https://github.com/example/plan/edit/main/content/backlog/"
	want := []string{
		"Off course: unknown-key",
		`  An item has no key "titel".`,
		`  > Did you mean "title"?`,
		"  @ content/backlog/T-1.md:4 " + edit + "T-1.md in First",
		"Off course: unknown-item",
		`  No item has the id "T-9".`,
		"  > " + said(page.Rules[1].Findings[0].Hint),
		"  @ content/backlog/T-1.md:3 " + edit + "T-1.md in First",
		"Off course: dependency-cycle",
		"  " + said(page.Rules[2].Findings[0].Words),
		"  > " + said(page.Rules[2].Findings[0].Hint),
		"  @ content/backlog/T-1.md:3 " + edit + "T-1.md in First",
	}
	if len(page.Rules) < 3 {
		t.Fatalf("found only %q", got)
	}
	if diff := cmp.Diff(want, got[:min(len(got), len(want))]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if cycle := said(page.Rules[2].Findings[0].Words); !strings.Contains(cycle, "[T-1](items/T-1.html) needs [T-2](items/T-2.html)") {
		t.Errorf("the cycle reads %s", cycle)
	}
}

func TestHealthCountsWhatPassesAndNamesWhatIsSilenced(t *testing.T) {
	page := data[view.HealthPage](t, site(t, unhealthy), "health.html")
	if lede := plain(page.Lede); !strings.Contains(lede, "3 signals say off course") {
		t.Errorf("lede %s", lede)
	}
	if diff := cmp.Diff([]string{"alias-used"}, page.Off); diff != "" {
		t.Errorf("switched off (-want +got):\n%s", diff)
	}
	if len(page.Silenced) != 1 || page.Silenced[0].Rule != "unknown-key" || page.Silenced[0].Reason != "Kept for the old importer." {
		t.Errorf("silenced %+v", page.Silenced)
	}
	for _, g := range page.InOrder {
		for _, rule := range g.Rules {
			if rule == page.Rules[0].Title || rule == page.Rules[1].Title {
				t.Errorf("%q is broken and in order", rule)
			}
		}
	}
}

func TestAPlanWithoutFaultsIsInOrder(t *testing.T) {
	page := data[view.HealthPage](t, site(t, "-- content/_index.md --\n---\ntitle: T\n---\n"), "health.html")
	if len(page.Rules) != 0 {
		t.Errorf("signals %+v", page.Rules)
	}
	before, after, _ := strings.Cut(plain(page.Lede), "Nothing is off course: ")
	passing, all, _ := strings.Cut(strings.TrimSuffix(after, " checks pass."), " of ")
	if passing != all || passing == "0" || passing == "" {
		t.Errorf("%s%s", before, after)
	}
}

func TestManySignalsGoOnOverPages(t *testing.T) {
	var archive strings.Builder
	for i := range 250 {
		fmt.Fprintf(&archive, "-- content/backlog/T-%d.md --\n---\ntitel: x\nignore: {unknown-value: on purpose}\nstatus: nonsense\n---\n", i)
	}
	pages := site(t, archive.String())
	second := data[view.HealthPage](t, pages, "health/2.html")
	if second.First || !second.Rules[0].Continued || second.Rules[0].Count != "250" || len(second.Rules[0].Findings)+len(second.Rules[0].More) != 50 {
		t.Errorf("second page: %d findings of %+v", len(second.Rules[0].More), second.Rules[0].Rule)
	}
	silenced := 0
	for _, path := range []string{"health.html", "health/2.html", "health/3.html"} {
		silenced += len(data[view.HealthPage](t, pages, path).Silenced)
	}
	if silenced != 250 {
		t.Errorf("%d of 250 silenced findings are shown", silenced)
	}
}

func TestHealthTellsNothingOfHiddenWork(t *testing.T) {
	page := data[view.HealthPage](t, site(t, hidden), "health.html")
	all := fmt.Sprintf("%+v", page)
	for _, secret := range []string{"ACME", "Acme", "plan-b", "other plan", "titel"} {
		if strings.Contains(all, secret) {
			t.Errorf("the health page tells of %q", secret)
		}
	}
}
