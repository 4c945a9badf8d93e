package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/view"
)

func TestTagsThatDifferOnlyInCaseAreOne(t *testing.T) {
	pages := site(t, tintype)
	list := data[view.CrossListPage](t, pages, "tags.html")
	var got []string
	for _, line := range list.Lines {
		got = append(got, line.Text+" "+line.Href+" "+line.Words)
	}
	want := []string{"C++ tags/c.html 1 in progress", "Mobile tags/mobile.html 1 in progress and 1 ahead"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	tag := data[view.CrossPage](t, pages, "tags/mobile.html")
	if tag.Heading != "Mobile" || len(tag.Lists) != 2 || tag.Lists[1].Lines[0].Lines[0].Href != "../items/T-2.html" {
		t.Errorf("%+v", tag)
	}
}

func TestAPersonHasAPageWithAllThatIsTheirs(t *testing.T) {
	page := data[view.CrossPage](t, site(t, tintype), "people/ines.html")
	if page.Heading != "Ines" || page.Lede != "1 in progress and 1 theme." || len(page.Themes) != 1 || page.Lists[0].Title != "In progress" {
		t.Errorf("%+v", page)
	}
	if page.All.Href != "../people.html" {
		t.Errorf("the list of people is said to be at %s", page.All.Href)
	}
}

func TestWithoutTagsAndPeopleThereAreNoSuchPages(t *testing.T) {
	for path := range site(t, "-- content/backlog/a.md --\n# A\n") {
		if strings.HasPrefix(path, "tags") || strings.HasPrefix(path, "people") {
			t.Errorf("there is %s", path)
		}
	}
}

func TestEveryTagHasAPageOfItsOwnWhateverItIs(t *testing.T) {
	tags := []string{"c", "C#", "c++", "🚀", "../../etc/passwd", "<script>", "2", "mobile", "MOBILE", " Mobile ", "a/b", "a b", "ä", "tab\\there", strings.Repeat("long ", 60)}
	var archive strings.Builder
	for i, tag := range tags {
		fmt.Fprintf(&archive, "-- content/backlog/T-%d.md --\n---\ntags: ['%s']\n---\n# Item %d\n", i, tag, i)
	}
	pages := site(t, archive.String())
	list := data[view.CrossListPage](t, pages, "tags.html")
	seen := map[string]bool{}
	for _, line := range list.Lines {
		if strings.Count(line.Href, "/") != 1 || seen[strings.ToLower(line.Href)] || len(line.Href) > 120 {
			t.Errorf("%q is at %q", line.Text, line.Href)
		}
		seen[strings.ToLower(line.Href)] = true
		if _, ok := pages[line.Href]; !ok {
			t.Errorf("%q has no page %s", line.Text, line.Href)
		}
	}
	if len(list.Lines) != len(tags)-2 {
		t.Errorf("%d tags, want %d", len(list.Lines), len(tags)-2)
	}
}

func TestALongListOfTagsLeavesRoomForItsPages(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("-- content/backlog/T.md --\n---\ntags:\n")
	for i := range 1500 {
		fmt.Fprintf(&archive, "  - '%d'\n", i)
	}
	archive.WriteString("---\n# Item\n")
	pages := site(t, archive.String())
	if second := data[view.CrossListPage](t, pages, "tags/2.html"); len(second.Lines) != 400 {
		t.Errorf("the second page has %d tags", len(second.Lines))
	}
}

func TestAFreePageSaysWhoMentionsIt(t *testing.T) {
	pages := site(t, "-- content/pages/about.md --\n# About\n-- content/pages/team.md --\n# Team\nSee [[about]].\n")
	page := data[view.FreePage](t, pages, "about.html")
	if diff := cmp.Diff([]view.Link{{Text: "Team", Href: "team.html"}}, page.Mentions); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if team := data[view.FreePage](t, pages, "team.html"); string(team.Lead) != `See <a href="about.html">About</a>.` && !strings.Contains(string(team.Lead), `href="about.html"`) {
		t.Errorf("the body is %q", team.Lead)
	}
}

func TestTheLostAreLedHomeFromAnyDepth(t *testing.T) {
	for _, tc := range []struct{ base, root string }{
		{"", ""},
		{"base_url: https://example.org", "/"},
		{"base_url: https://example.org/a plan/", "/a%20plan/"},
	} {
		page := data[view.NotFoundPage](t, site(t, "-- milepost.yaml --\n"+tc.base+"\n"), "404.html")
		if page.Root != tc.root || page.Lost != (tc.base == "") || page.Canonical != "" {
			t.Errorf("%q: root %q, lost %v, canonical %q", tc.base, page.Root, page.Lost, page.Canonical)
		}
		for _, way := range page.Ways {
			if !strings.HasPrefix(way.Href, tc.root) {
				t.Errorf("%q: a way out leads to %s", tc.base, way.Href)
			}
		}
	}
}
