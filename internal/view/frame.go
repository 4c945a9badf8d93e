package view

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"milepost/internal/plan"
	"milepost/internal/source"
)

// siteFrame is what is the same on all pages.
func siteFrame(s *site) *Site {
	p := s.plan
	return &Site{
		Title:        siteTitle(p),
		Language:     firstOf(p.Config.Language, "en"),
		Dir:          s.Dir,
		Menu:         mainMenu(s),
		More:         footerMenu(s),
		Today:        s.Day(p.Facts.Today),
		TodayISO:     p.Facts.Today.String(),
		Built:        s.built(),
		BaseURL:      p.Config.BaseURL,
		WordsVersion: shortHash(sha256.Sum256(s.scriptWordFile())),
		Styles:       styles(p),
	}
}

// siteTitle is the name of the product.
func siteTitle(p *plan.Plan) string {
	return firstOf(p.Config.Title, p.Roadmap.Title, "Milepost")
}

// mainMenu lists the views, and after them what the configuration adds: ids of
// free pages, or addresses.
func mainMenu(s *site) []MenuItem {
	p := s.plan
	menu := []MenuItem{
		{Section: "roadmap", Title: s.Say("Roadmap"), Href: "index.html"},
		{Section: "timeline", Title: s.Say("Timeline"), Href: "timeline.html"},
		{Section: "backlog", Title: s.Say("Backlog"), Href: "backlog.html"},
		{Section: "board", Title: s.Say("Board"), Href: "board.html"},
		{Section: "map", Title: s.Say("Map"), Href: "map.html"},
		{Section: "releases", Title: s.Say("Releases"), Href: "releases.html"},
		{Section: "shipped", Title: s.Say("Shipped"), Href: "shipped.html"},
		{Section: "health", Title: s.Say("Health"), Href: "health.html"},
	}
	for _, l := range p.Config.Menu {
		if page := freePage(p, l.URL); page != nil {
			title := l.Title
			if title == l.URL { // none is given
				title = page.Title
			}
			menu = append(menu, MenuItem{Section: page.ID, Title: title, Href: plan.Path(page)})
			continue
		}
		if webAddress(l.URL) {
			menu = append(menu, MenuItem{Title: l.Title, Href: l.URL, External: true})
		}
	}
	return menu
}

// footerMenu lists what is not in the main menu: machine output, people, tags,
// and the free pages. A page in a folder of its own belongs to another one, which
// leads to it: a documentation of twenty pages is one entry.
func footerMenu(s *site) []MenuItem {
	var menu []MenuItem
	add := func(section, title, href string) {
		menu = append(menu, MenuItem{Section: section, Title: title, Href: href})
	}
	for _, page := range s.plan.Pages {
		deep := strings.Contains(strings.TrimPrefix(page.Doc.File.Path, "content/pages/"), "/")
		if !deep && !inMenu(s.plan, page.ID) {
			add(page.ID, page.Title, plan.Path(page))
		}
	}
	add("changes", s.Say("Changes"), "changes.html")
	if len(s.people.all) > 0 {
		add("people", s.Say("People"), "people.html")
	}
	if len(s.tags.all) > 0 {
		add("tags", s.Say("Tags"), "tags.html")
	}
	if s.plan.Config.BaseURL != "" {
		add("", s.Say("Feed"), "feed.xml")
		add("", s.Say("Calendar"), "releases.ics")
	}
	add("", "JSON", "milepost.json")
	add("", "CSV", "backlog.csv")
	return menu
}

func inMenu(p *plan.Plan, id string) bool {
	for _, l := range p.Config.Menu {
		if l.URL == id {
			return true
		}
	}
	return false
}

func freePage(p *plan.Plan, id string) *plan.Page {
	for _, page := range p.Pages {
		if page.ID == id {
			return page
		}
	}
	return nil
}

// webAddress reports whether text is an address a reader may be sent to.
func webAddress(text string) bool {
	lower := strings.ToLower(text)
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(lower, scheme) {
			return true
		}
	}
	return false
}

func markdownFiles(p *plan.Plan) int {
	n := 0
	for _, f := range p.Tree.Files("content/") {
		if strings.HasSuffix(f.Path, ".md") {
			n++
		}
	}
	return n
}

const (
	accentPath = "assets/accent.css"
	customPath = "assets/custom.css" // the project's own, from static/
)

// styles are the sheets that follow the theme's own. The part after "?" changes
// with the content, because servers let browsers keep a sheet for a while.
func styles(p *plan.Plan) []string {
	var out []string
	if p.Config.Accent != "" {
		out = append(out, accentPath+"?v="+shortHash(sha256.Sum256(accentSheet(p.Config.Accent))))
	}
	if f := p.Tree.File("static/" + customPath); f != nil {
		out = append(out, customPath+"?v="+shortHash(f.Hash))
	} else if p.Tree.Has("static/" + customPath) {
		out = append(out, customPath)
	}
	return out
}

func shortHash(h source.Hash) string { return hex.EncodeToString(h[:5]) }

// accentPages is the sheet that sets the colour for here and now, none without
// one. It is a file because the site's security policy admits no style in pages.
func accentPages(s *site) []Page {
	accent := s.plan.Config.Accent
	if accent == "" {
		return nil
	}
	return []Page{{Path: accentPath, Raw: func() []byte { return accentSheet(accent) }}}
}

// accentSheet also chooses black or white for the text on the accent, and a tint
// of it that can be read on the dark band.
func accentSheet(accent string) []byte {
	return []byte(`:root {
  --here: ` + accent + `;
  --on-here: oklch(from ` + accent + ` clamp(.15, (.65 - l) * 1000, .98) 0 0);
  --here-on-band: oklch(from ` + accent + ` max(l, .8) min(c, .17) h);
}
`)
}
