package engine_test

import (
	"bytes"
	"net/url"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"milepost/internal/engine"
)

// page is what a crawl needs to know of one page.
type page struct {
	anchors map[string]bool
	refs    []string // the addresses it leads to
}

// TestEveryLinkFragmentAndImageOfOurSiteIsThere crawls the site made of our own
// plan, as a browser that opened it from a disk would find it.
func TestEveryLinkFragmentAndImageOfOurSiteIsThere(t *testing.T) {
	s := engine.Evaluate(ownPlan(t, 0), engine.Options{Today: today})
	pages, files := map[string]page{}, map[string]bool{}
	for f, err := range s.Files() {
		if err != nil {
			t.Fatal(err)
		}
		files[f.Path] = true
		if strings.HasSuffix(f.Path, ".html") {
			pages[f.Path] = read(t, f)
		}
	}
	checked := 0
	for from, p := range pages {
		for _, ref := range p.refs {
			checked++
			if problem := follow(from, ref, pages, files); problem != "" {
				t.Errorf("%s leads to %q: %s", from, ref, problem)
			}
		}
	}
	if len(pages) < 80 || checked < 2000 {
		t.Errorf("only %d pages and %d links were looked at", len(pages), checked)
	}
}

// read collects the anchors and addresses of a page, and holds it to what every
// page must be.
func read(t *testing.T, f engine.File) page {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(f.Data))
	if err != nil {
		t.Fatal(err)
	}
	p := page{anchors: map[string]bool{}}
	headings := 0
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "h1" {
			headings++
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				if p.anchors[a.Val] {
					t.Errorf("%s has two elements with the id %q", f.Path, a.Val)
				}
				p.anchors[a.Val] = true
			case a.Key == "href" || a.Key == "src":
				p.refs = append(p.refs, a.Val)
			case a.Key == "aria-labelledby" || a.Key == "aria-controls" || a.Key == "for":
				p.refs = append(p.refs, "#"+a.Val)
			}
		}
	}
	if headings != 1 {
		t.Errorf("%s has %d h1 headings", f.Path, headings)
	}
	return p
}

// follow says what is wrong with an address on a page, if anything is.
func follow(from, ref string, pages map[string]page, files map[string]bool) string {
	u, err := url.Parse(ref)
	if err != nil {
		return err.Error()
	}
	if u.Scheme != "" || u.Host != "" {
		return ""
	}
	if strings.HasPrefix(u.Path, "/") && from != "404.html" {
		return "it is not relative, so it breaks below a folder"
	}
	target := from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
	}
	if !files[target] {
		return "there is no such file"
	}
	if p, ok := pages[target]; ok && u.Fragment != "" && !p.anchors[u.Fragment] {
		return "the page has no such place"
	}
	return ""
}
