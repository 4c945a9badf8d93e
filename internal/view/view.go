// Package view is the table of pages: it turns a plan into plain page data.
//
// Pages lists every file of the site that is made from the plan. The data of a
// page is built when it is asked for, out of strings, numbers and slices: a
// template can show it and can reach nothing else. Addresses in it are already
// relative to the page they stand on.
package view

// Page is one file of the site. Its data is built on demand, so that a list of
// 100,000 pages is cheap and a preview renders only the one asked for. Both
// functions may be called more than once and from several goroutines.
type Page struct {
	Path   string        // below the output: "items/MP-7.html"
	Layout string        // the layout that renders Data: "item"; "" for a file that needs none
	Data   func() any    // for the layout; its first field is the embedded Frame
	Raw    func() []byte // the bytes of a file without a layout: a feed, JSON, CSV
}

// Frame is what every page with a layout has.
type Frame struct {
	Site        *Site
	Layout      string // of this page: "item"
	Path        string // of this page
	Root        string // from this page to the root of the site: "" or "../"
	Title       string // of the browser's window, without the site's name
	Description string
	Canonical   string // full address, "" without a base URL
	Section     string // the entry of the menu this page belongs to: "roadmap", "backlog", …
	Thread      []Station
	Edit        *Edit   // nil where there is nothing to edit
	Image       *Image  // nil without a base URL
	Feed        string  // address of the page's own feed, "" without one
	Crumbs      []Crumb // the way here from the home page, in full addresses; nil without a base URL
	// Own are the keys of the author's own in the file of this page: x_sponsor is a
	// text, a list or a map, whatever was written.
	Own map[string]any
}

// Site is what is the same on all pages. Its addresses are relative to the root
// of the site: templates put Frame.Root before them.
type Site struct {
	Title        string
	Language     string
	Dir          string // of the language: ltr, rtl
	Menu         []MenuItem
	More         []MenuItem // of the footer: feeds, people, tags, free pages
	Today        string     // as-of day, as people read it
	TodayISO     string
	Built        []Part // "Built 9 February 2026 from 44 Markdown files"
	BaseURL      string
	WordsVersion string   // changes with the words that scripts show
	Styles       []string // sheets that follow the theme's own: the accent, the project's custom.css
}

// Crumb is one step of the way from the home page to a page.
type Crumb struct{ Position, Name, Href string }

// MenuItem is an entry of a menu.
type MenuItem struct {
	Section, Title, Href string
	External             bool // Href is a full address
}

// Station is one stop of the thread bar: vision, theme, task.
type Station struct {
	State string // past, here, ahead
	Level string // Vision, Theme, Story …
	Name  string
	Extra string // after the name, on wide screens: ", no. 2 of 32"
	Href  string // "" where you are
	Theme *Shield
	Keep  bool // the level word stays on phones
}

// Shield is the letter and colour of a theme.
type Shield struct {
	Letter string // A, B, …, AA
	Class  string // tA … tH: colours repeat after eight
	Title  string
	Href   string // of the theme's page
}

// Edit is where the source of a page can be changed.
type Edit struct {
	Href string // "" where no repository is configured
	Path string
	Host string // the repository's host in words: "GitHub", "" where it has no well-known name
}

// Part is a piece of a sentence that may be a link.
type Part struct {
	Text, Href string
	ID         bool   // the text is an id that is kept on one line
	Strong     bool   // the text is what the sentence is about
	ISO        string // the text is this day
}
