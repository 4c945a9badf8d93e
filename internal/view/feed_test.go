package view_test

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

type feed struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Author  string   `xml:"author>name"`
	Links   []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"link"`
	Entries []struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
		Summary string `xml:"summary"`
		Link    struct {
			Href string `xml:"href,attr"`
		} `xml:"link"`
	} `xml:"entry"`
}

func readFeed(t *testing.T, archive string) feed {
	t.Helper()
	var f feed
	if err := xml.Unmarshal([]byte(raw(t, site(t, archive), "feed.xml")), &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestTheFeedTellsWhatHappenedNewestFirst(t *testing.T) {
	f := readFeed(t, tintype)
	var got []string
	for _, e := range f.Entries {
		got = append(got, e.Updated+" "+e.Title+" "+e.Link.Href)
	}
	want := []string{
		"2026-02-01T00:00:00Z Effortless backup https://example.org/tintype/themes/backup.html",
		"2026-01-20T00:00:00Z Done: On the side https://example.org/tintype/items/T-4.html",
		"2025-11-18T00:00:00Z Released: 1.2 Solid ground https://example.org/tintype/releases/1.2.html",
		"2025-11-02T00:00:00Z Done: Old work https://example.org/tintype/items/T-3.html",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if f.Entries[0].Summary != "Uploads can be resumed." {
		t.Errorf("summary %q", f.Entries[0].Summary)
	}
	if f.ID != "https://example.org/tintype/" || f.Title != "Tintype" || f.Author != "Tintype" || f.Updated != f.Entries[0].Updated {
		t.Errorf("the feed says %+v", f)
	}
	if f.Links[0].Rel != "self" || f.Links[0].Href != "https://example.org/tintype/feed.xml" {
		t.Errorf("links %+v", f.Links)
	}
}

func TestEveryEntryOfTheFeedHasItsOwnID(t *testing.T) {
	f := readFeed(t, tintype+"\n### 2026-02-01\nnot an update\n-- content/themes/b.md --\n## Updates\n### 2026-02-01\nOne.\n### 2026-02-01\nTwo.\n")
	seen := map[string]bool{}
	for _, e := range f.Entries {
		if seen[e.ID] {
			t.Errorf("two entries have the id %s", e.ID)
		}
		if _, err := time.Parse(time.RFC3339, e.Updated); err != nil {
			t.Error(err)
		}
		seen[e.ID] = true
	}
}

func TestTheFeedHasNoFutureAndAtMostFiftyEntries(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("-- milepost.yaml --\nbase_url: https://example.org\n")
	for i := range 70 {
		fmt.Fprintf(&archive, "-- content/backlog/T-%d.md --\n---\nstatus: done\nfinished: 2026-01-%02d\n---\n# Item %d\n", i, i%28+1, i)
	}
	archive.WriteString("-- content/backlog/T-99.md --\n---\nstatus: done\nfinished: 2026-03-01\n---\n# Tomorrow\n")
	archive.WriteString("-- content/backlog/T-98.md --\n---\nstatus: done\n---\n# One day\n")
	f := readFeed(t, archive.String())
	if len(f.Entries) != 50 || f.Entries[0].Updated != "2026-01-28T00:00:00Z" || f.Entries[0].Title != "Done: Item 27" {
		t.Errorf("%d entries, first %+v", len(f.Entries), f.Entries[0])
	}
	for _, e := range f.Entries {
		if strings.Contains(e.Title, "Tomorrow") || strings.Contains(e.Title, "One day") {
			t.Errorf("the feed tells of %s", e.Title)
		}
	}
}

func TestWithoutAnAddressThereIsNoFeedAndNoSitemap(t *testing.T) {
	pages := site(t, strings.Replace(tintype, "base_url", "#", 1))
	for _, path := range []string{"feed.xml", "sitemap.xml"} {
		if _, ok := pages[path]; ok {
			t.Errorf("there is a %s", path)
		}
	}
	if robots := raw(t, pages, "robots.txt"); strings.Contains(robots, "Sitemap") {
		t.Errorf("robots.txt says %q", robots)
	}
}

func TestHostileTextStaysTextInTheFeed(t *testing.T) {
	f := readFeed(t, "-- milepost.yaml --\nbase_url: https://example.org/\ntitle: '<b>&\"T'\n"+
		"-- content/backlog/é&b.md --\n---\ntitle: '<script>alert(1)</script> & \u0007 ]]>'\nstatus: done\nfinished: 2026-02-01\n---\n")
	if f.Title != `<b>&"T` || !strings.HasPrefix(f.Entries[0].Title, "Done: <script>alert(1)</script> & ") {
		t.Errorf("titles %q %q", f.Title, f.Entries[0].Title)
	}
	if want := "https://example.org/items/%C3%A9-b.html"; f.Entries[0].Link.Href != want {
		t.Errorf("link %s, want %s", f.Entries[0].Link.Href, want)
	}
}
