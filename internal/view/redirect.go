package view

import (
	"html"
	"net/url"
	"path"
	"strings"

	"milepost/internal/plan"
)

// redirects are small pages at the addresses entities once had. taken holds the
// paths of the site's own pages in lower case: a redirect never stands in the way
// of a page, nor of another redirect, on any file system.
func redirects(p *plan.Plan, pages []Page) []Page {
	taken := map[string]bool{}
	for _, page := range pages {
		taken[strings.ToLower(page.Path)] = true
	}
	var out []Page
	for _, e := range p.Entities()[1:] {
		for _, alias := range e.Base().Aliases {
			if f := p.Lookup(alias.Text); f.Entity != e || !f.ViaAlias {
				continue // it cannot be an id, or is another's
			}
			from := path.Join(path.Dir(plan.Path(e)), alias.Text+".html")
			if taken[strings.ToLower(from)] {
				continue
			}
			taken[strings.ToLower(from)] = true
			out = append(out, Page{Path: from, Raw: func() []byte { return redirect(p, e) }})
		}
	}
	return out
}

// redirect sends a reader on to an entity in the same folder. It is one of the
// few pages without a layout: nobody is meant to see it for long.
func redirect(p *plan.Plan, to plan.Entity) []byte {
	target := plan.Path(to)
	near := escapedAddress(path.Base(target))
	canonical := ""
	if p.Config.BaseURL != "" {
		canonical = `<link rel="canonical" href="` + html.EscapeString(absolute(p.Config.BaseURL, target)) + "\">\n"
	}
	title := html.EscapeString(to.Base().Title)
	return []byte(`<!doctype html>
<html lang="` + html.EscapeString(p.Config.Language) + `">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>` + title + `</title>
` + canonical + `<meta http-equiv="refresh" content="0; url=` + near + `">
</head>
<body>
<main>
<h1>This page has moved</h1>
<p>It is now at <a href="` + near + `">` + title + `</a>.</p>
</main>
</body>
</html>
`)
}

// escapedAddress is a file's name as an address beside it. "./" keeps a name with
// a colon from being read as a scheme.
func escapedAddress(name string) string {
	return html.EscapeString("./" + (&url.URL{Path: name}).EscapedPath())
}
