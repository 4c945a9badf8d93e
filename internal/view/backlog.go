package view

import (
	"strings"

	"milepost/internal/plan"
)

// BacklogPage is a page of the ordered list of all open work.
type BacklogPage struct {
	Frame
	First   bool
	Lede    string
	Chain   string // what decides the order, in words
	Empty   bool   // there is nothing to do
	Filters *Filters
	OnPage  string // " on this page" where the list has more pages
	Count   string // "32 items"
	Without string // columns that no item fills: "theme value owner"
	Base    *Base  // what the dates rest on; on the first page
	Runs    []BacklogRun
	Wont    []Row
	Pager   *Pager
}

// BacklogRun is a stretch of the backlog on one surface of road. What stands
// before it is a sign across the road.
type BacklogRun struct {
	Horizon string // where the road enters a farther horizon: "Next"
	Ends    []ReleaseEnd
	Sign    *ForecastSign
	Run
}

// ReleaseEnd is a sign across the road: here is the last item of a release.
type ReleaseEnd struct {
	Link
	Date  string // as it is meant: "September 2026", "" without one
	By    ByDay  // when it is likely to be reached; empty without a forecast
	Fixed bool
	Late  bool
}

func backlogPages(s *site) []Page {
	all := len(s.plan.Backlog) + len(s.plan.Wont)
	filters := s.filters()
	without := s.emptyColumns()
	var out []Page
	for _, l := range leaves("backlog.html", all, pageSize) {
		out = append(out, s.page(l.path(), "backlog", func(h here) any {
			page := h.backlog(l)
			page.Filters, page.Without = filters, without
			return page
		}))
	}
	return out
}

func (h here) backlog(l leaf) BacklogPage {
	open := len(h.plan.Backlog)
	page := BacklogPage{
		Frame: h.newFrame(head{
			title:       "Backlog" + h.suffix(l),
			description: "The one ordered list of what " + h.frame.Title + " does next.",
			section:     "backlog",
			thread:      h.threadAtTasks("all " + number(open) + " in order"),
		}),
		First: l.index == 0,
		Lede:  backlogLede(h.plan),
		Chain: chainWords(h.plan.Config.OrderBy),
		Empty: l.of == 0,
		Count: counted(l.to-l.from, "item", "items"),
		Pager: h.pager(l, "Positions"),
	}
	if l.count > 1 {
		page.OnPage = " on this page"
	}
	if page.First {
		page.Base = h.base()
	}
	if l.from < open {
		page.Runs = h.backlogRuns(l.from, min(l.to, open))
	}
	if l.to > open {
		page.Wont = h.rows(h.plan.Wont[max(0, l.from-open) : l.to-open])
	}
	return page
}

func backlogLede(p *plan.Plan) string {
	switch len(p.Backlog) {
	case 0:
		return "Nothing is waiting to be done."
	case 1:
		return "One item is waiting to be done."
	}
	return "One list, in order: the first line is what to do next."
}

// chainWords says once what decides the order, first things first.
func chainWords(keys []string) string {
	words := map[string]string{
		"progress": "what is begun",
		"horizon":  "what is near",
		"rank":     "what is ranked by hand",
		"release":  "what belongs to an earlier release",
		"priority": "what has the higher priority",
	}
	var chain []string
	for _, key := range keys {
		if w := words[key]; w != "" {
			chain = append(chain, w)
		}
	}
	const need = " What an item needs always stands before it."
	if len(chain) == 0 {
		return "The most value for its effort comes first." + need
	}
	return capital(strings.Join(chain, ", then ")) + "; among equals, the most value for its effort." + need
}

// emptyColumns names the columns of the backlog that no item fills.
func (s *site) emptyColumns() string {
	theme, value, owner := true, true, true
	for _, it := range s.plan.Backlog {
		theme = theme && it.Theme == nil
		value = value && it.Value == 0 && it.Effort == 0
		owner = owner && len(it.Owners) == 0
	}
	var out []string
	for _, c := range []struct {
		name  string
		empty bool
	}{{"theme", theme}, {"value", value}, {"owner", owner}} {
		if c.empty {
			out = append(out, c.name)
		}
	}
	return strings.Join(out, " ")
}
