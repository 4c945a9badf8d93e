package view

import "strings"

// BacklogPage is a page of the ordered list of all open work.
type BacklogPage struct {
	Frame
	First   bool
	Lede    string
	Chain   string // what decides the order, in words
	Empty   bool   // there is nothing to do
	Filters *Filters
	Whole   bool   // the filters work on more than this page holds
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
	Sign []Part // "About here by 20 March, 85 % likely", else for when it is meant
	Note []Part // "1.3 Home before dinner ends here, meant for March 2026"
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
			title:       h.Say("Backlog") + h.suffix(l),
			description: h.Say("The one ordered list of what {product} does next.", h.frame.Title),
			section:     "backlog",
			thread:      h.threadAtTasks(h.Say("all {n} in order", open)),
		}),
		First: l.index == 0,
		Lede:  h.backlogLede(),
		Chain: h.chainWords(h.plan.Config.OrderBy),
		Empty: l.of == 0,
		Whole: l.count > 1,
		Count: h.Say("{n} item|{n} items", open),
		Pager: h.pager(l, h.Say("Positions")),
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

func (h here) backlogLede() string {
	switch len(h.plan.Backlog) {
	case 0:
		return h.Say("Nothing is waiting to be done.")
	case 1:
		return h.Say("One item is waiting to be done.")
	}
	return h.Say("One list, in order: the first line is what to do next.")
}

// chainWords says once what decides the order, first things first.
func (h here) chainWords(keys []string) string {
	chain := ""
	for _, key := range keys {
		word := h.keyWord(key)
		switch {
		case word == "":
		case chain == "":
			chain = word
		default:
			chain = h.Say("{first}, then {next}", chain, word)
		}
	}
	if chain == "" {
		return h.Say("The most value for its effort comes first. What an item needs always stands before it.")
	}
	return capital(h.Say("{chain}; among equals, the most value for its effort. What an item needs always stands before it.", chain))
}

// keyWord is what comes first by one part of the order, "" for the score.
func (h here) keyWord(key string) string {
	switch key {
	case "progress":
		return h.Say("what is begun")
	case "horizon":
		return h.Say("what is near")
	case "rank":
		return h.Say("what is ranked by hand")
	case "release":
		return h.Say("what belongs to an earlier release")
	case "priority":
		return h.Say("what has the higher priority")
	}
	return ""
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
