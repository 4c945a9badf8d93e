package view

import (
	"net/url"
)

// notFoundPath is the page servers show for an address that leads nowhere.
const notFoundPath = "404.html"

// NotFoundPage is shown at any address, at any depth.
type NotFoundPage struct {
	Frame
	Ways []Link
	// Lost tells that the site does not know its own address, so that the links
	// of this page are right at its root only.
	Lost bool
}

func notFoundPages(s *site) []Page {
	return []Page{s.page(notFoundPath, "notfound", func(h here) any { return h.notFound() })}
}

func (h here) notFound() NotFoundPage {
	h.root = sitePath(h.frame.BaseURL)
	page := NotFoundPage{
		Frame: h.newFrame(head{title: h.Say("Not found"), description: h.Say("There is no page at this address.")}),
		Lost:  h.root == "",
	}
	page.Canonical, page.Crumbs = "", nil // it stands for no address of its own
	for _, m := range h.frame.Menu {
		if !m.External {
			page.Ways = append(page.Ways, Link{Text: m.Title, Href: h.to(m.Href)})
		}
	}
	return page
}

// sitePath is where a site begins on its host, "" when that is not known.
func sitePath(base string) string {
	u, err := url.Parse(base)
	if base == "" || err != nil {
		return ""
	}
	return u.EscapedPath()
}
