package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/view"
)

const tangled = `
-- content/themes/a.md --
---
title: Alpha
horizon: now
---
-- content/releases/1.md --
---
title: One
version: "1.0"
---
-- content/backlog/T-1.md --
---
theme: a
effort: 5
---
-- content/backlog/T-2.md --
---
theme: a
effort: 3
depends_on: [T-1]
release: 1
---
-- content/backlog/T-3.md --
---
effort: 2
depends_on: [T-1, gone]
---
-- content/backlog/T-4.md --
---
effort: 1
---
`

func TestTheMapShowsWhatWaitsForWhat(t *testing.T) {
	page := data[view.MapPage](t, site(t, tangled), "map.html")
	var drawn []string
	for _, s := range page.Drawing.Stops {
		drawn = append(drawn, fmt.Sprintf("%s at %d %d, longest %v", s.Label, s.X, s.Y, s.Critical))
	}
	want := []string{"T-1 at 132 16, longest true", "T-2 at 408 16, longest true", "T-3 at 408 106, longest false"}
	if diff := cmp.Diff(want, drawn); diff != "" {
		t.Errorf("drawn (-want +got):\n%s", diff)
	}
	if len(page.Drawing.Edges) != 1 || len(page.Drawing.Critical) != 1 || len(page.Drawing.Lanes) != 2 {
		t.Errorf("%+v", page.Drawing)
	}
	if got := plain(page.Decides); got != "8 effort in a row decide when 1.0 can ship. A day saved on T-1 is a day saved on the release." {
		t.Errorf("the longest way: %s", got)
	}
	if len(page.Waits) != 2 || plain(page.Waits[1].For) != "waits for T-1" {
		t.Errorf("the list: %+v", page.Waits)
	}
	if len(page.Broken) != 1 || !strings.Contains(plain(page.Broken[0].Words), "gone") {
		t.Errorf("what leads nowhere: %+v", page.Broken)
	}
}

func TestAMapWithNothingToDrawSaysSo(t *testing.T) {
	page := data[view.MapPage](t, site(t, "-- content/backlog/a.md --\n# A\n"), "map.html")
	if !page.Empty || page.Drawing != nil || len(page.Chain) > 0 {
		t.Errorf("%+v", page)
	}
}

func TestAMapTooLargeToReadIsDrawnThemeByTheme(t *testing.T) {
	var b strings.Builder
	for _, theme := range []string{"a", "b"} {
		fmt.Fprintf(&b, "-- content/themes/%s.md --\n# Theme %s\n", theme, theme)
		for n := range 170 {
			fmt.Fprintf(&b, "-- content/backlog/%s-%d.md --\n---\ntheme: %s\ndepends_on: [%s-%d]\n---\n# I\n", theme, n+1, theme, theme, n)
		}
		fmt.Fprintf(&b, "-- content/backlog/%s-0.md --\n---\ntheme: %s\n---\n# I\n", theme, theme)
	}
	pages := site(t, b.String())
	all := data[view.MapPage](t, pages, "map.html")
	if all.Drawing != nil || len(all.Themes) != 2 || all.Pager == nil || len(all.Waits) != 150 {
		t.Fatalf("%d themes, %d rows, drawing %v", len(all.Themes), len(all.Waits), all.Drawing != nil)
	}
	one := data[view.MapPage](t, pages, all.Themes[0].Href)
	if len(one.Drawing.Stops) != 171 || len(one.Drawing.Edges)+len(one.Drawing.Critical) != 170 {
		t.Errorf("%d items, %d edges", len(one.Drawing.Stops), len(one.Drawing.Edges))
	}
}
