package view_test

import (
	"encoding/xml"
	"strings"
	"testing"
)

func TestTheSitemapListsThePagesPeopleRead(t *testing.T) {
	var got struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []struct {
			Loc string `xml:"loc"`
		} `xml:"url"`
	}
	pages := site(t, tintype)
	if err := xml.Unmarshal([]byte(raw(t, pages, "sitemap.xml")), &got); err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, u := range got.URLs {
		listed[u.Loc] = true
	}
	const base = "https://example.org/tintype/"
	for _, path := range []string{"", "items/T-1.html", "releases/1.2.html", "people/jonas.html", "about.html", "health.html"} {
		if !listed[base+path] {
			t.Errorf("%q is not listed", path)
		}
	}
	for _, path := range []string{"index.html", "404.html", "items/T-0.html", "milepost.json", "feed.xml"} {
		if listed[base+path] {
			t.Errorf("%q is listed", path)
		}
	}
}

func TestRobotsMayReadPublicSitesOnly(t *testing.T) {
	public := raw(t, site(t, tintype), "robots.txt")
	if !strings.Contains(public, "Allow: /\n") || !strings.Contains(public, "Sitemap: https://example.org/tintype/sitemap.xml\n") {
		t.Errorf("public: %q", public)
	}
	internal := raw(t, site(t, strings.Replace(tintype, "base_url", "audience: internal\nbase_url", 1)), "robots.txt")
	if internal != "User-agent: *\nDisallow: /\n" {
		t.Errorf("internal: %q", internal)
	}
}
