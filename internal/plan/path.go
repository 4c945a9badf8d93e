package plan

import "milepost/internal/schema"

// Path is where the page of an entity stands in the site, relative to its root.
// Sites are flat: a kind has one folder, and an id cannot hold a slash.
func Path(e Entity) string {
	c := e.Base()
	return pathOf(c.Kind, c.ID)
}

func pathOf(kind schema.Kind, id string) string {
	switch kind {
	case schema.Roadmap:
		return "index.html"
	case schema.Theme:
		return "themes/" + id + ".html"
	case schema.Item:
		return "items/" + id + ".html"
	case schema.Release:
		return "releases/" + id + ".html"
	}
	return id + ".html"
}

// ownFiles are the files beside the pages that Milepost makes itself.
var ownFiles = []string{
	"milepost.json", "backlog.csv", "feed.xml", "shipped.xml", "releases.ics", "llms.txt", "sitemap.xml", "robots.txt",
	"assets/milepost.css", "assets/milepost.js", "assets/boot.js", "assets/words.js", "assets/accent.css",
}

// OwnPages are the names at the root of a site that belong to Milepost: a free
// page cannot have one of them as its id.
var OwnPages = []string{
	"index", "timeline", "backlog", "board", "map", "releases", "shipped", "changes",
	"health", "people", "tags", "search", "404",
}
