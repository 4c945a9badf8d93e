package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/view"
)

// legs are the headings of a theme's road with the ids below them; what is
// folded away stands in brackets.
func legs(page view.ThemePage) string {
	var out strings.Builder
	for _, leg := range page.Legs {
		fmt.Fprintf(&out, "%s (%s):", leg.Title, leg.Surface)
		for _, r := range leg.Earlier {
			out.WriteString(" [" + r.ID + "]")
		}
		for _, r := range leg.Rows {
			out.WriteString(" " + r.ID)
		}
		out.WriteString("\n")
	}
	return out.String()
}

func TestAThemesRoadLeadsFromThePastIntoTheFuture(t *testing.T) {
	archive := "-- content/themes/t.md --\n---\nhorizon: now\n---\n-- content/themes/u.md --\n"
	add := func(id, front string) {
		archive += fmt.Sprintf("-- content/backlog/%s.md --\n---\n%s\n---\n", id, front)
	}
	for i := 1; i <= 10; i++ {
		add(fmt.Sprintf("done-%d", i), fmt.Sprintf("theme: t\nstatus: done\nfinished: 2026-01-%02d", i))
	}
	add("begun", "theme: t\nstatus: in-progress")
	add("ready", "theme: t\nstatus: ready\ndepends_on: [elsewhere, begun]")
	add("far", "theme: t\nstatus: ready\nhorizon: later")
	add("idea", "theme: t")
	add("not", "theme: t\npriority: wont")
	add("gone", "theme: t\nstatus: dropped")
	add("elsewhere", "theme: u\nstatus: ready\ntitle: Elsewhere")
	pages := site(t, archive)
	page := data[view.ThemePage](t, pages, "themes/t.html")
	want := `Behind us (solid): [done-1] [done-2] done-3 done-4 done-5 done-6 done-7 done-8 done-9 done-10
Here (now): begun
Ahead (dashed): ready
Beyond (dotted): idea far
Won’t do (none): not
Dropped (none): gone
`
	if diff := cmp.Diff(want, legs(page)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if page.Tally != "10 of 14 items behind us" {
		t.Errorf("tally %q", page.Tally)
	}
	sides := page.Legs[2].Rows[0].Sides
	if len(sides) != 1 || sides[0].Words != "Waits for" || sides[0].Item.Text != "Elsewhere" || sides[0].Item.Href != "../items/elsewhere.html" || sides[0].Theme.Title != "U" {
		t.Errorf("crossings %+v", sides)
	}
	if r := page.Legs[0].Rows[0]; r.Note != "3 January 2026" || r.Day != "2026-01-03" || r.Theme != nil {
		t.Errorf("a stop behind us: %+v", r)
	}
}

func TestALongThemeShowsWhatIsNextFirst(t *testing.T) {
	archive := "-- content/themes/t.md --\nWhy.\n"
	for i := range 150 {
		archive += fmt.Sprintf("-- content/backlog/d-%d.md --\n---\ntheme: t\nstatus: done\nfinished: 2025-%02d-%02d\n---\n", i, 1+i/28, 1+i%28)
		archive += fmt.Sprintf("-- content/backlog/o-%d.md --\n---\ntheme: t\nstatus: ready\nhorizon: now\n---\n", i)
	}
	pages := site(t, archive)
	first, second := data[view.ThemePage](t, pages, "themes/t.html"), data[view.ThemePage](t, pages, "themes/t/2.html")
	if first.Pager.Words != "Items 1 to 200 of 300" || !first.First || second.First || second.Root != "../../" {
		t.Errorf("pager %+v, first %v, second %v in %q", first.Pager, first.First, second.First, second.Root)
	}
	if got := len(first.Legs[0].Rows); first.Legs[0].Title != "Behind us" || got != 8 || first.Legs[0].Rows[7].ID != "d-149" || len(first.Legs[0].Earlier) != 0 {
		t.Errorf("it begins with %d of %q", got, first.Legs[0].Title)
	}
	if got := len(first.Legs[1].Rows); first.Legs[1].Title != "Ahead" || got != 150 {
		t.Errorf("then come %d of %q", got, first.Legs[1].Title)
	}
	if first.Legs[2].Title != "Further behind us" || first.Legs[2].Rows[0].ID != "d-141" || second.Legs[0].Title != "Further behind us" {
		t.Errorf("the rest of the past: %+v", first.Legs[2].Title)
	}
	if _, more := pages["themes/t/3.html"]; more {
		t.Error("there is a third page")
	}
}

func TestAThemeSaysWhatItIsFor(t *testing.T) {
	page := data[view.ThemePage](t, site(t, tintype), "themes/backup.html")
	if page.Eyebrow != "Theme A, Now" || page.Why != "A photo nobody saved is lost." || rungs(page.LeadsTo) != "outcome: We will know by outcome 1: Safe the same evening. 71 % now, 95 % wanted.\n" {
		t.Errorf("%q, %q, %s", page.Eyebrow, page.Why, rungs(page.LeadsTo))
	}
	if len(page.Updates) != 1 || page.Updates[0].Day != "1 February 2026" || !strings.Contains(string(page.Updates[0].Body), "Uploads can be resumed.") {
		t.Errorf("updates %+v", page.Updates)
	}
	if page.End != "Safe the same evening" {
		t.Errorf("the road ends at %q", page.End)
	}
}

func TestAThemeWithoutAnythingIsAPage(t *testing.T) {
	page := data[view.ThemePage](t, site(t, "-- content/themes/t.md --\n"), "themes/t.html")
	if page.Heading != "T" || page.Progress != "No items yet" || len(page.Legs) != 0 || page.End != "" || page.Tally != "" || page.LeadsTo != nil {
		t.Errorf("%+v", page)
	}
}

// TestTheFirstParagraphIsNotSaidTwice: without a summary it is the summary.
func TestTheFirstParagraphIsNotSaidTwice(t *testing.T) {
	pages := site(t, "-- content/themes/t.md --\nFirst words.\n\nMore.\n-- content/themes/u.md --\n---\nsummary: The what.\n---\nFirst words.\n")
	if p := data[view.ThemePage](t, pages, "themes/t.html"); p.Summary != "First words." || p.Lead != "" {
		t.Errorf("t: %q, %q", p.Summary, p.Lead)
	}
	if p := data[view.ThemePage](t, pages, "themes/u.html"); p.Summary != "The what." || p.Lead != "First words." {
		t.Errorf("u: %q, %q", p.Summary, p.Lead)
	}
}
