package view

import "milepost/internal/plan"

// robotsPage tells search engines what they may read: everything of a public
// site, nothing of one for an internal audience.
func robotsPage(p *plan.Plan) Page {
	return Page{Path: "robots.txt", Raw: func() []byte { return []byte(robots(p)) }}
}

func robots(p *plan.Plan) string {
	if p.Facts.Internal {
		return "User-agent: *\nDisallow: /\n"
	}
	text := "User-agent: *\nAllow: /\n"
	if p.Config.BaseURL != "" {
		text += "\nSitemap: " + p.Config.BaseURL + "sitemap.xml\n"
	}
	return text
}
