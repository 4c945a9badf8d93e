package view

import (
	"net/url"
	"strconv"
	"strings"

	"milepost/internal/plan"
	"milepost/internal/schema"
)

// here is a page seen from inside: it knows how to reach the rest of the site.
// All builders of page data are its methods.
type here struct {
	*site
	path   string
	layout string
	root   string // "" or "../" as often as needed
}

func (s *site) at(path, layout string) here {
	return here{site: s, path: path, layout: layout, root: strings.Repeat("../", strings.Count(path, "/"))}
}

// to is the address of a path of the site, seen from here.
func (h here) to(path string) string { return h.root + path }

// href is the address of an entity's page, seen from here.
func (h here) href(e plan.Entity) string { return h.root + plan.Path(e) }

// page says what a page is called and where it stands, for frame.
type head struct {
	title       string
	description string // "" takes the roadmap's
	section     string
	thread      []Station
	source      plan.Entity // whose file the page can be edited in, nil for none
}

// frame makes what every page with a layout has.
func (h here) newFrame(of head) Frame {
	f := Frame{
		Site:        h.frame,
		Layout:      h.layout,
		Path:        h.path,
		Root:        h.root,
		Title:       of.title,
		Description: shorten(oneLine(of.description), 200),
		Canonical:   h.canonical(),
		Section:     of.section,
		Thread:      of.thread,
	}
	if f.Description == "" {
		f.Description = shorten(oneLine(firstOf(h.plan.Roadmap.Vision, h.plan.Roadmap.Goal, h.Say("The roadmap of {product}", h.frame.Title))), 200)
	}
	if of.source != nil {
		f.Edit, f.Own = h.edit(of.source), of.source.Base().Own
	}
	f.Image, f.Feed, f.Crumbs = h.image(of.source), h.feed(of.source), h.crumbs(of)
	return f
}

// feed is the address of the feed that tells of a page, "" without a base URL.
func (h here) feed(e plan.Entity) string {
	if h.frame.BaseURL == "" {
		return ""
	}
	switch {
	case h.path == "shipped.html":
		return h.to("shipped.xml")
	case e != nil && (e.Base().Kind == schema.Theme || e.Base().Kind == schema.Release):
		return h.to((&url.URL{Path: feedPath(e)}).EscapedPath())
	}
	return h.to("feed.xml")
}

// crumbs are the stops of the road bar that have pages of their own, and this page.
func (h here) crumbs(of head) []Crumb {
	if h.frame.BaseURL == "" || h.path == "index.html" {
		return nil
	}
	var out []Crumb
	add := func(name, href string) {
		out = append(out, Crumb{Position: strconv.Itoa(len(out) + 1), Name: name, Href: href})
	}
	add(h.frame.Title, h.frame.BaseURL)
	for _, st := range of.thread {
		path := strings.TrimPrefix(st.Href, h.root)
		if st.State == "past" && path != "index.html" && !strings.Contains(path, "#") {
			add(st.Name, absolute(h.frame.BaseURL, path))
		}
	}
	if of.section == "releases" && h.path != "releases.html" {
		add(h.Say("Releases"), absolute(h.frame.BaseURL, "releases.html"))
	}
	add(of.title, h.canonical())
	return out
}

// canonical is the full address of this page, "" without a base URL.
func (h here) canonical() string {
	if h.frame.BaseURL == "" {
		return ""
	}
	path := h.path
	if path == "index.html" {
		path = ""
	}
	return h.frame.BaseURL + (&url.URL{Path: path}).EscapedPath()
}

// edit is where the source of an entity can be changed, nil when it has no file.
func (h here) edit(e plan.Entity) *Edit {
	path := sourcePath(e)
	if path == "" {
		return nil
	}
	edit := &Edit{Path: path, Host: hostName(h.plan.Config.Repository)}
	if repo := h.plan.Config.Repository; repo != "" {
		edit.Href = repo + "/edit/" + h.plan.Config.Branch + "/" + (&url.URL{Path: path}).EscapedPath()
	}
	return edit
}

// hostName is the name people know a host by, "" for others.
func hostName(repository string) string {
	u, err := url.Parse(repository)
	if err != nil {
		return ""
	}
	switch {
	case strings.HasSuffix(u.Host, "github.com"):
		return "GitHub"
	case strings.Contains(u.Host, "gitlab"):
		return "GitLab"
	case u.Host == "codeberg.org":
		return "Codeberg"
	}
	return ""
}
