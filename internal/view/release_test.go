package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/view"
)

// data is what the layout of a page is given.
func data[T any](t testing.TB, pages map[string]view.Page, path string) T {
	t.Helper()
	page, ok := pages[path]
	if !ok || page.Data == nil {
		t.Fatalf("the site has no page %s", path)
	}
	got, ok := page.Data().(T)
	if !ok {
		t.Fatalf("%s has data of type %T", path, page.Data())
	}
	return got
}

func TestAReleaseSaysWhenHowFarAndWhatFor(t *testing.T) {
	r := data[view.ReleasePage](t, site(t, tintype), "releases/1.3.html")
	if r.Eyebrow != "Release 1.3" || r.Heading != "Home before dinner" || r.Goal != "New photos are home the same evening." {
		t.Errorf("head %q %q %q", r.Eyebrow, r.Heading, r.Goal)
	}
	when := view.When{Main: "The first quarter of 2026", Notes: []string{"Between 1 January and 31 March 2026.", "What we aim for. The date may move."}}
	if diff := cmp.Diff(when, r.When); diff != "" {
		t.Errorf("when (-want +got):\n%s", diff)
	}
	if plain(r.Far) != "0 of 2" || r.Load.Words != "5 effort planned, room for 4: 1 too much" || !r.Load.Over {
		t.Errorf("%s done, load %+v", plain(r.Far), r.Load)
	}
	if len(r.Scope) != 1 || r.Scope[0].Theme.Href != "../themes/backup.html" || r.Scope[0].Words != "0 of 2 done" || r.Scope[0].Why != "A photo nobody saved is lost." {
		t.Errorf("scope %+v", r.Scope)
	}
	if len(r.Moves) != 1 || r.Moves[0].Title != "Safe the same evening" || plain(r.Moves[0].Measure) != "58 % before, 71 % now, 95 % is the goal" || r.Moves[0].By != "By 2 items, 100\u00a0% of the effort." {
		t.Errorf("moves %+v", r.Moves)
	}
	shares := []view.Share{
		{Word: "Must", Words: "1 item, 0 done", Percent: 60},
		{Word: "Should", Words: "1 item, 0 done", Percent: 40},
	}
	if diff := cmp.Diff(shares, r.Shares); diff != "" {
		t.Errorf("shares (-want +got):\n%s", diff)
	}
	if len(r.Lists) != 1 || r.Lists[0].Title != "Still to do" || r.Lists[0].Count != "2" || r.Lists[0].Runs[0].Rows[0].ID != "T-1" {
		t.Errorf("lists %+v", r.Lists)
	}
}

func TestWhenAReleaseComes(t *testing.T) {
	for _, tc := range []struct {
		front string
		want  view.When
	}{
		{"", view.When{Main: "No date yet", Notes: []string{"What it brings is clearer than when."}}},
		{"date: 2026-12-01\nfixed: true", view.When{Main: "1 December 2026", ISO: "2026-12-01", Fixed: true, Notes: []string{"The date is fixed from outside: a commitment."}}},
		{"date: 2026-01", view.When{Main: "January 2026", Late: true, Notes: []string{"Between 1 January and 31 January 2026.", "What we aim for. The date may move."}}},
		{"released: 2026-02-03\ndate: 2026-01", view.When{Main: "Released 3 February 2026", ISO: "2026-02-03", Notes: []string{"It was planned for January 2026: 3 days late."}}},
		{"released: 2025-12-31\ndate: 2026-01", view.When{Main: "Released 31 December 2025", ISO: "2025-12-31", Notes: []string{"It was planned for January 2026: 1 day early."}}},
		{"released: 2026-01-31\ndate: 2026-01", view.When{Main: "Released 31 January 2026", ISO: "2026-01-31", Notes: []string{"It was planned for January 2026, and came in time."}}},
		{"status: released", view.When{Main: "Released"}},
		{"status: dropped\ndate: 2026-01", view.When{Main: "It will not come", Notes: []string{"This release was dropped. What it promised is listed here, so that nothing disappears in silence."}}},
	} {
		pages := site(t, "-- content/releases/x.md --\n---\n"+tc.front+"\n---\n")
		if diff := cmp.Diff(tc.want, data[view.ReleasePage](t, pages, "releases/x.html").When); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tc.front, diff)
		}
	}
}

func TestALongReleaseHasPages(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("-- content/releases/big.md --\n# Big\n")
	for i := range 400 {
		status := []string{"ready", "done"}[i%2]
		fmt.Fprintf(&archive, "-- content/backlog/T-%d.md --\n---\nrelease: big\nstatus: %s\n---\n# Item %d\n", i, status, i)
	}
	pages := site(t, archive.String())
	first := data[view.ReleasePage](t, pages, "releases/big.html")
	second := data[view.ReleasePage](t, pages, "releases/big/2.html")
	third := data[view.ReleasePage](t, pages, "releases/big/3.html")
	if first.Pager.Next.Href != "releases/big/2.html" && first.Pager.Next.Href != "../releases/big/2.html" {
		t.Errorf("the first page leads to %q", first.Pager.Next.Href)
	}
	if second.Pager.Prev.Href != "../../releases/big.html" || second.Pager.Next.Href != "../../releases/big/3.html" {
		t.Errorf("the second page leads to %q and %q", second.Pager.Prev.Href, second.Pager.Next.Href)
	}
	if !first.First || second.First || third.Pager.Next != nil {
		t.Error("only the first page describes the release, and the last leads no further")
	}
	seen := map[string]bool{}
	for _, page := range []view.ReleasePage{first, second, third} {
		for _, list := range page.Lists {
			if list.Count != "200" {
				t.Errorf("%s counts %s", list.Title, list.Count)
			}
			for _, run := range list.Runs {
				for _, row := range run.Rows {
					seen[row.Title] = true
				}
			}
			for _, run := range list.Lines {
				for _, line := range run.Lines {
					seen[line.Title] = true
				}
			}
		}
	}
	if len(seen) != 400 {
		t.Errorf("%d of 400 items are listed", len(seen))
	}
}

func TestReleasesAreListedByWhatTheyMeanToAReader(t *testing.T) {
	page := data[view.ReleasesPage](t, site(t, `
-- content/releases/a.md --
---
title: Later
date: 2027
---
-- content/releases/b.md --
---
title: Soon
date: 2026-03
---
-- content/releases/c.md --
# One day
-- content/releases/d.md --
---
title: First
released: 2025-01-01
---
-- content/releases/e.md --
---
title: Second
released: 2025-06-01
---
-- content/releases/f.md --
---
title: Out on a day nobody knows
status: released
---
-- content/releases/g.md --
---
title: Never
status: dropped
---
`), "releases.html")
	titles := func(cards []view.ReleaseCard) (out []string) {
		for _, c := range cards {
			out = append(out, c.Title)
		}
		return out
	}
	if diff := cmp.Diff([]string{"Soon", "Later", "One day"}, titles(page.Planned)); diff != "" {
		t.Errorf("to come (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Second", "First", "Out on a day nobody knows"}, titles(page.Shipped)); diff != "" {
		t.Errorf("out (-want +got):\n%s", diff)
	}
	if len(page.Dropped) != 1 || page.Dropped[0].Text != "Never" {
		t.Errorf("dropped %+v", page.Dropped)
	}
}
