package view

import (
	"slices"

	"milepost/internal/plan"
)

// MapPage is what waits for what: a drawing of the dependencies between open
// items, and the same as a list.
type MapPage struct {
	Frame
	Lede    string
	Empty   bool       // no open item waits for another
	Heading string     // of a page about one theme, its title
	Theme   *Shield    // nil on the page about all
	Chain   []ItemLine // the longest way still to go, its beginning first
	More    string     // how many of its items are left out
	Decides []Part     // what the chain decides
	Key     []Mark     // the states in the drawing
	Drawing *Drawing   // nil where there is too much to draw
	Themes  []MapTheme // where to find the drawings then
	Waits   []WaitingRow
	Broken  []Finding
	Pager   *Pager
	All     *Link // from the page about a theme to that about all
}

// MapTheme leads to the drawing of one theme.
type MapTheme struct {
	Theme Shield
	Words string // "14 items wait or are waited for"
	Href  string
}

const (
	mapDrawn = 300 // items of one drawing; beyond, there is one for each theme
	mapRows  = 150 // of the list below it on one page
)

// mapPages are the map of all, and where that is too much the map of each theme.
func mapPages(s *site) []Page {
	linked := linkedItems(s.plan.Backlog)
	waiting := waitingItems(linked)
	var out []Page
	for _, l := range leaves("map.html", len(waiting), mapRows) {
		out = append(out, s.page(l.path(), "map", func(h here) any { return h.mapOf(linked, waiting, l) }))
	}
	if len(linked) <= mapDrawn {
		return out
	}
	around := neighbourhoods(linked)
	for _, t := range s.plan.Themes {
		if near := around[t]; len(near) > 0 {
			out = append(out, s.page(themeMap(t), "map", func(h here) any { return h.mapOfTheme(t, near) }))
		}
	}
	return out
}

// themeMap is where the map of one theme stands. The folder ends like no id may, so
// that no page of the list can have the same name.
func themeMap(t *plan.Theme) string { return "map/theme." + t.ID + ".html" }

// linkedItems are the open items that wait for one or are waited for, in order.
func linkedItems(backlog []*plan.Item) []*plan.Item {
	needed := map[*plan.Item]bool{}
	for _, it := range backlog {
		for _, need := range it.Waits {
			needed[need] = true
		}
	}
	var out []*plan.Item
	for _, it := range backlog {
		if len(it.Waits) > 0 || needed[it] {
			out = append(out, it)
		}
	}
	return out
}

func waitingItems(items []*plan.Item) []*plan.Item {
	var out []*plan.Item
	for _, it := range items {
		if len(it.Waits) > 0 {
			out = append(out, it)
		}
	}
	return out
}

// neighbourhoods are for each theme its items and those of others that are tied to
// them, in the order of all.
func neighbourhoods(linked []*plan.Item) map[*plan.Theme][]*plan.Item {
	near := make(map[*plan.Item][]*plan.Theme, len(linked))
	add := func(it *plan.Item, t *plan.Theme) {
		if !slices.Contains(near[it], t) {
			near[it] = append(near[it], t)
		}
	}
	for _, it := range linked {
		for _, need := range it.Waits {
			for _, t := range []*plan.Theme{it.Theme, need.Theme} {
				add(it, t)
				add(need, t)
			}
		}
	}
	out := map[*plan.Theme][]*plan.Item{}
	for _, it := range linked {
		for _, t := range near[it] {
			out[t] = append(out[t], it)
		}
	}
	return out
}

func (h here) mapOf(linked, waiting []*plan.Item, l leaf) MapPage {
	page := h.mapPage(h.Say("Map")+h.suffix(l), h.Say("and what they wait for"))
	page.Heading = h.Say("Map")
	page.Empty = len(linked) == 0
	page.Waits = each(waiting[l.from:l.to], h.waiting)
	page.Pager = h.pager(l, h.Say("Items"))
	if l.index > 0 {
		return page
	}
	page.Broken = h.brokenNeeds()
	h.longestWay(&page)
	if len(linked) <= mapDrawn {
		page.Drawing = h.draw(linked)
		page.Key = h.statesOf(linked)
		return page
	}
	around := neighbourhoods(linked)
	for _, t := range h.plan.Themes {
		if near := around[t]; len(near) > 0 {
			page.Themes = append(page.Themes, MapTheme{
				Theme: *h.shield(t), Href: h.to(themeMap(t)),
				Words: h.Say("{n} item waits or is waited for|{n} items wait or are waited for", len(near)),
			})
		}
	}
	return page
}

func (h here) mapOfTheme(t *plan.Theme, near []*plan.Item) MapPage {
	page := h.mapPage(h.Say("Map of {theme}", t.Title), h.Say("and what they wait for"))
	page.Heading, page.Theme = t.Title, h.shield(t)
	page.All = &Link{Text: h.Say("The map of all themes"), Href: h.to("map.html")}
	// What does not fit into the drawing is in the list of the page about all.
	drawn := near[:min(len(near), mapDrawn)]
	if more := len(near) - len(drawn); more > 0 {
		page.More = h.Say("{n} more item farther down the backlog is not drawn.|{n} more items farther down the backlog are not drawn.", more)
	}
	page.Drawing = h.draw(drawn)
	page.Key = h.statesOf(drawn)
	page.Waits = each(waitingItems(drawn), h.waiting)
	return page
}

func (h here) mapPage(title, road string) MapPage {
	return MapPage{
		Frame: h.newFrame(head{
			title:       title,
			description: h.Say("Which open item of {product} waits for which.", h.frame.Title),
			section:     "map",
			thread:      h.threadAtTasks(road),
		}),
		Lede: h.Say("What waits for what. A line is read from left to right: the item on the left comes first. Items that wait for nothing, and that nothing waits for, are not drawn."),
	}
}

// waiting is an item with what it waits for, in a list.
func (h here) waiting(it *plan.Item) WaitingRow {
	return WaitingRow{Row: h.row(it), For: h.phrase("waits for {items}", h.joined(h.waitsFor(it)))}
}

// longestWay adds the chain that takes the longest, and what it decides.
func (h here) longestWay(page *MapPage) {
	last := h.chains.longest(h.plan.Backlog)
	items := h.chains.to(last)
	if len(items) < 2 {
		return
	}
	shown := items[:min(len(items), maxLinks)]
	page.Chain = each(shown, func(it *plan.Item) ItemLine {
		line := h.line(it)
		line.Note, line.Day = "", ""
		if it.Effort > 0 {
			line.Note = h.Say("{n} effort", it.Effort)
		}
		return line
	})
	if more := len(items) - len(shown); more > 0 {
		page.More = h.Say("{n} more after them", more)
	}
	effort, first := h.chains.effort[last], h.ref(items[0])
	switch r := last.Release; {
	case r == nil || !knownEffort(items):
		page.Decides = text(h.Say("Each of these waits for the one before it. More hands do not make it shorter."))
	default:
		link := Part{Text: releaseName(r), Href: h.href(r)}
		page.Decides = h.phrase("{effort} effort in a row decide when {release} can ship. A day saved on {item} is a day saved on the release.", effort, link, first)
	}
}

// longest is the item at the end of the chain that takes the longest, nil without
// any.
func (c chains) longest(items []*plan.Item) *plan.Item {
	var last *plan.Item
	for _, it := range items {
		if c.before[it] != nil && (last == nil || c.effort[it] > c.effort[last]) {
			last = it
		}
	}
	return last
}

// statesOf are the states of some items, in the order of their life.
func (h here) statesOf(items []*plan.Item) []Mark {
	there := map[plan.State]bool{}
	for _, it := range items {
		there[it.State] = true
	}
	var out []Mark
	for _, state := range []plan.State{plan.StateDoing, plan.StateReview, plan.StateReady, plan.StateWaiting, plan.StateIdea} {
		if there[state] {
			out = append(out, h.stateMark(state))
		}
	}
	return out
}

// brokenNeedsShown is how many dependencies that lead nowhere are listed; the
// health page has all.
const brokenNeedsShown = 50

// brokenNeeds are the findings about dependencies that cannot be drawn.
func (h here) brokenNeeds() []Finding {
	broken := map[string]bool{"unknown-item": true, "depends-on-dropped": true, "dependency-cycle": true, "self-dependency": true}
	about := map[string]plan.Entity{}
	for _, it := range h.plan.Items {
		about[sourcePath(it)] = it
	}
	var out []Finding
	for _, d := range h.found.Findings {
		if broken[d.Rule] && len(out) < brokenNeedsShown {
			out = append(out, h.finding(d, about))
		}
	}
	return out
}
