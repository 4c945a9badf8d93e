package render_test

import (
	"encoding/json"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// eachPage parses every HTML page of some plans: one with everything, one with
// nothing, and one with a single file that is nearly empty.
func eachPage(t *testing.T, do func(t *testing.T, site map[string]string, path string, root *html.Node)) {
	t.Helper()
	for name, archive := range map[string][]byte{
		"everything": wholePlan(t),
		"nothing":    nil,
		"one title":  []byte("-- content/backlog/x.md --\n# Only a title\n"),
	} {
		t.Run(name, func(t *testing.T) {
			site := rendered(t, archive)
			for _, p := range slices.Sorted(maps.Keys(site)) {
				if !strings.HasSuffix(p, ".html") {
					continue
				}
				root, err := html.Parse(strings.NewReader(site[p]))
				if err != nil {
					t.Fatal(err)
				}
				do(t, site, p, root)
			}
		})
	}
}

func elements(root *html.Node, tags ...string) []*html.Node {
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (len(tags) == 0 || slices.Contains(tags, n.Data)) {
			out = append(out, n)
		}
	}
	return out
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestEveryPageIsWhole(t *testing.T) {
	eachPage(t, func(t *testing.T, _ map[string]string, p string, root *html.Node) {
		for _, tag := range []string{"h1", "main", "title"} {
			if n := len(elements(root, tag)); n != 1 {
				t.Errorf("%s has %d <%s>", p, n, tag)
			}
		}
		if strings.HasPrefix(p, "items/OLD") {
			return // a redirect has no frame
		}
		for _, tag := range []string{"header", "nav", "footer"} {
			if len(elements(root, tag)) == 0 {
				t.Errorf("%s has no <%s>", p, tag)
			}
		}
		seen := map[string]bool{}
		for _, n := range elements(root) {
			id := attribute(n, "id")
			if id != "" && seen[id] {
				t.Errorf("%s has two elements with the id %q", p, id)
			}
			seen[id] = true
		}
	})
}

// TestNothingRunsButOurScripts also holds for what authors write: their texts
// are full of scripts.
func TestNothingRunsButOurScripts(t *testing.T) {
	eachPage(t, func(t *testing.T, site map[string]string, p string, root *html.Node) {
		policy := ""
		for _, n := range elements(root) {
			if n.Data == "meta" && attribute(n, "http-equiv") == "Content-Security-Policy" {
				policy = attribute(n, "content")
			}
			if n.Data == "script" && attribute(n, "type") == "application/ld+json" { // data, which nothing runs
				if !json.Valid([]byte(n.FirstChild.Data)) {
					t.Errorf("%s has breadcrumbs that are no JSON: %s", p, n.FirstChild.Data)
				}
				continue
			}
			if n.Data == "script" && (n.FirstChild != nil || !strings.Contains(attribute(n, "src"), "assets/")) {
				t.Errorf("%s has a script that is not ours", p)
			}
			if slices.Contains([]string{"style", "iframe", "object", "embed", "base"}, n.Data) {
				t.Errorf("%s has a <%s>", p, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(a.Val), "javascript:") {
					t.Errorf("%s: <%s %s=%q>", p, n.Data, a.Key, a.Val)
				}
			}
		}
		if !strings.Contains(policy, "default-src 'none'; script-src 'self';") && !strings.HasPrefix(p, "items/OLD") {
			t.Errorf("%s has the policy %q", p, policy)
		}
		if strings.Contains(site[p], "ZgotmplZ") {
			t.Errorf("%s shows an address that was refused", p)
		}
	})
}

func TestEveryIconOfAPageIsInIt(t *testing.T) {
	eachPage(t, func(t *testing.T, _ map[string]string, p string, root *html.Node) {
		used, there := map[string]bool{}, map[string]bool{}
		for _, n := range elements(root, "use") {
			used[strings.TrimPrefix(attribute(n, "href"), "#")] = true
		}
		for _, n := range elements(root, "symbol") {
			there[attribute(n, "id")] = true
		}
		if !maps.Equal(used, there) {
			t.Errorf("%s uses %v and holds %v", p, slices.Sorted(maps.Keys(used)), slices.Sorted(maps.Keys(there)))
		}
	})
}

// TestEveryLinkOfTheSiteLeadsSomewhere follows what is written in the pages, as
// they would be found on a disk.
func TestEveryLinkOfTheSiteLeadsSomewhere(t *testing.T) {
	eachPage(t, func(t *testing.T, site map[string]string, p string, root *html.Node) {
		for _, n := range elements(root, "a", "link", "script", "img") {
			href := attribute(n, "href") + attribute(n, "src")
			if href == "" || strings.Contains(href, ":") || p == "404.html" {
				continue
			}
			target, anchor, _ := strings.Cut(href, "#")
			target, _, _ = strings.Cut(target, "?")
			full := p
			if target != "" {
				full = path.Join(path.Dir(p), target)
			}
			if strings.HasPrefix(target, "/") || path.IsAbs(full) || strings.HasPrefix(full, "..") {
				t.Errorf("%s links to %q, which leaves the site", p, href)
				continue
			}
			if strings.HasPrefix(full, "assets/") {
				continue // see TestAssetsAreCompleteAndInOrder
			}
			text, ok := site[full]
			if !ok {
				t.Errorf("%s links to %q, which is not there", p, href)
			}
			if anchor != "" && !regexp.MustCompile(`\sid="`+regexp.QuoteMeta(anchor)+`"`).MatchString(text) {
				t.Errorf("%s links to %q, but there is no such place", p, href)
			}
		}
	})
}

func TestPagesAreWellFormed(t *testing.T) {
	void := []string{"meta", "link", "br", "hr", "img", "input"}
	eachPage(t, func(t *testing.T, site map[string]string, p string, _ *html.Node) {
		var open []string
		z := html.NewTokenizer(strings.NewReader(site[p]))
		for tt := z.Next(); tt != html.ErrorToken; tt = z.Next() {
			tag, _ := z.TagName()
			switch name := string(tag); {
			case tt == html.StartTagToken && !slices.Contains(void, name):
				open = append(open, name)
			case tt == html.EndTagToken && (len(open) == 0 || open[len(open)-1] != name):
				t.Fatalf("%s: </%s> closes %v", p, name, open)
			case tt == html.EndTagToken:
				open = open[:len(open)-1]
			}
		}
		if len(open) > 0 {
			t.Errorf("%s: never closed: %v", p, open)
		}
	})
}
