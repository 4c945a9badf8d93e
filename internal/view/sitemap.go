package view

import (
	"encoding/xml"
	"strconv"

	"milepost/internal/plan"
)

// sitemapLength is how many addresses the protocol lets one file hold.
const sitemapLength = 50_000

type sitemapFile struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapIndex struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Files   []sitemapURL `xml:"sitemap"`
}

type sitemapURL struct {
	Loc string `xml:"loc"`
}

// sitemapPages lists the pages people read for search engines, in one file or,
// where that is not enough, in several under an index. The protocol asks for full
// addresses: without a base URL there is no sitemap.
func sitemapPages(p *plan.Plan, pages []Page) []Page {
	base := p.Config.BaseURL
	if base == "" {
		return nil
	}
	paths := readable(pages)
	if len(paths) <= sitemapLength {
		return []Page{{Path: "sitemap.xml", Raw: func() []byte { return sitemap(base, paths) }}}
	}
	var files []Page
	for first := 0; first < len(paths); first += sitemapLength {
		part := paths[first:min(first+sitemapLength, len(paths))]
		name := "sitemap-" + strconv.Itoa(len(files)+1) + ".xml"
		files = append(files, Page{Path: name, Raw: func() []byte { return sitemap(base, part) }})
	}
	index := Page{Path: "sitemap.xml", Raw: func() []byte { return sitemapOf(base, files) }}
	return append([]Page{index}, files...)
}

// readable are the paths of the pages that are worth finding.
func readable(pages []Page) []string {
	var out []string
	for _, page := range pages {
		if page.Layout != "" && page.Path != notFoundPath {
			out = append(out, page.Path)
		}
	}
	return out
}

func sitemap(base string, paths []string) []byte {
	return xmlFile(sitemapFile{URLs: each(paths, func(path string) sitemapURL {
		return sitemapURL{Loc: absolute(base, indexless(path))}
	})})
}

func sitemapOf(base string, files []Page) []byte {
	return xmlFile(sitemapIndex{Files: each(files, func(f Page) sitemapURL { return sitemapURL{Loc: base + f.Path} })})
}

// indexless is the canonical form of the home page: the folder itself.
func indexless(path string) string {
	if path == "index.html" {
		return ""
	}
	return path
}
