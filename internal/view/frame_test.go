package view_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/view"
)

func TestTheMenuHoldsWhatTheConfigurationAdds(t *testing.T) {
	pages := site(t, `
-- milepost.yaml --
menu: [about, {title: Us, url: team}, {title: Home, url: "https://example.org/"}, nowhere, "javascript:alert(1)"]
-- content/pages/about.md --
# About this
-- content/pages/team.md --
# The team
-- content/pages/other.md --
# Another
`)
	frame := data[view.RoadmapPage](t, pages, "index.html").Frame
	var menu, more []string
	for _, m := range frame.Site.Menu {
		menu = append(menu, m.Title+" "+m.Href)
	}
	for _, m := range frame.Site.More {
		more = append(more, m.Title+" "+m.Href)
	}
	want := []string{"Roadmap index.html", "Timeline timeline.html", "Backlog backlog.html", "Board board.html", "Map map.html", "Releases releases.html", "Shipped shipped.html", "Health health.html", "About this about.html", "Us team.html", "Home https://example.org/"}
	if diff := cmp.Diff(want, menu); diff != "" {
		t.Errorf("menu (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{
		"Another other.html",
		"Changes changes.html", "JSON milepost.json", "CSV backlog.csv",
	}, more); diff != "" {
		t.Errorf("footer (-want +got):\n%s", diff)
	}
}

func TestAddressesAreFullOnlyWhereTheyMustBe(t *testing.T) {
	pages := site(t, tintype)
	home, item := data[view.RoadmapPage](t, pages, "index.html"), data[view.ItemPage](t, pages, "items/T-1.html")
	if home.Canonical != "https://example.org/tintype/" || item.Canonical != "https://example.org/tintype/items/T-1.html" {
		t.Errorf("canonical %q, %q", home.Canonical, item.Canonical)
	}
	if home.Root != "" || item.Root != "../" {
		t.Errorf("root %q, %q", home.Root, item.Root)
	}
	want := &view.Edit{Href: "https://github.com/example/tintype/edit/main/content/backlog/T-1.md", Path: "content/backlog/T-1.md", Host: "GitHub"}
	if diff := cmp.Diff(want, item.Edit); diff != "" {
		t.Errorf("edit (-want +got):\n%s", diff)
	}
	bare := data[view.ItemPage](t, site(t, "-- content/backlog/x.md --\n"), "items/x.html")
	if bare.Canonical != "" || bare.Edit == nil || bare.Edit.Href != "" || bare.Edit.Path != "content/backlog/x.md" {
		t.Errorf("without addresses: %q, %+v", bare.Canonical, bare.Edit)
	}
}

func TestTheRoadBarLeadsFromTheVisionToTheTask(t *testing.T) {
	pages := site(t, tintype)
	for path, want := range map[string]string{
		"index.html":          "here Vision Findable in fifty years. | ahead Themes 1 > index.html#at.themes | ahead Next task T-1 > items/T-1.html",
		"themes/backup.html":  "past Vision Findable in fifty years. > ../index.html | here Theme Effortless backup | ahead Next task T-1 > ../items/T-1.html",
		"items/T-1.html":      "past Vision Findable in fifty years. > ../index.html | past Theme Effortless backup > ../themes/backup.html | here Story T-1, no. 1 of 2",
		"items/T-3.html":      "past Vision Findable in fifty years. > ../index.html | past Theme Effortless backup > ../themes/backup.html | here Story T-3",
		"backlog.html":        "past Vision Findable in fifty years. > index.html | past Themes 1 > index.html#at.themes | here Tasks all 2 in order",
		"releases/1.3.html":   "past Vision Findable in fifty years. > ../index.html | here Release 1.3 | ahead Next task T-1 > ../items/T-1.html",
		"people/no-such.html": "",
	} {
		page, ok := pages[path]
		if !ok {
			continue
		}
		if got := stations(page); got != want {
			t.Errorf("%s\n got %s\nwant %s", path, got, want)
		}
	}
}

func stations(page view.Page) string {
	var thread []view.Station
	switch d := page.Data().(type) {
	case view.RoadmapPage:
		thread = d.Thread
	case view.ThemePage:
		thread = d.Thread
	case view.ItemPage:
		thread = d.Frame.Thread
	case view.BacklogPage:
		thread = d.Thread
	case view.ReleasePage:
		thread = d.Thread
	}
	var out []string
	for _, s := range thread {
		text := s.State + " " + s.Level + " " + s.Name + s.Extra
		if s.Href != "" {
			text += " > " + s.Href
		}
		out = append(out, text)
	}
	return strings.Join(out, " | ")
}

func TestAnAccentIsASheetOfItsOwn(t *testing.T) {
	pages := site(t, "-- milepost.yaml --\naccent: \"#f4c900\"\n-- static/assets/custom.css --\n:root{}\n")
	sheet := raw(t, pages, "assets/accent.css")
	if !strings.Contains(sheet, "--here: #f4c900;") {
		t.Errorf("the sheet is %s", sheet)
	}
	styles := data[view.RoadmapPage](t, pages, "index.html").Site.Styles
	if len(styles) != 2 || !strings.HasPrefix(styles[0], "assets/accent.css?v=") || !strings.HasPrefix(styles[1], "assets/custom.css?v=") {
		t.Errorf("styles %q", styles)
	}
	if _, ok := site(t, "")["assets/accent.css"]; ok {
		t.Error("there is a sheet without an accent")
	}
}

// words are the words of a sentence without its links.
func plain(parts []view.Part) string {
	var out strings.Builder
	for _, p := range parts {
		out.WriteString(p.Text)
	}
	return out.String()
}
