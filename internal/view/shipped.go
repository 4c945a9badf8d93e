package view

import (
	"cmp"
	"slices"

	"milepost/internal/calendar"
	"milepost/internal/plan"
)

// ShippedPage is what has been delivered, the newest first.
type ShippedPage struct {
	Frame
	First  bool
	Lede   string
	Months []ShippedMonth // how much came out, oldest first; nil where there is too little
	Groups []ShippedGroup
	Pager  *Pager
}

// ShippedGroup is one release, or one month of items that belong to none.
type ShippedGroup struct {
	Title     string // "1.2 Solid ground", "February 2026"
	Href      string // of the release
	When, Day string
	Goal      string
	Continued bool
	Themes    []ShippedTheme
}

// ShippedTheme is what a group did for one theme, and why.
type ShippedTheme struct {
	Theme *Shield // nil: without a theme
	Why   string
	Run   LineRun
}

// delivery is an item with what it is shown under.
type delivery struct {
	item  *plan.Item
	month calendar.Day // the first day of its month; 0 when it is not known
	rank  int          // of its theme, in the order of themes
	out   int          // the place of its release among all, -1 without one
}

func shippedPages(s *site) []Page {
	all := deliveries(s.plan)
	var out []Page
	for _, l := range leaves("shipped.html", len(all), pageSize) {
		out = append(out, s.page(l.path(), "shipped", func(h here) any { return h.shipped(all, l) }))
	}
	return out
}

// deliveries lists what people have, newest first: by the day of its release, or
// by its own month where it has no release. Within a release or a month the
// themes come in their order.
func deliveries(p *plan.Plan) []delivery {
	rank := map[*plan.Theme]int{nil: len(p.Themes)}
	for i, t := range p.Themes {
		rank[t] = i
	}
	place := map[*plan.Release]int{nil: -1}
	for i, r := range p.Releases {
		place[r] = i
	}
	var out []delivery
	for _, it := range p.Items {
		if it.Shipped() {
			out = append(out, delivery{it, monthOf(it.Finished), rank[it.Theme], place[it.Release]})
		}
	}
	slices.SortStableFunc(out, func(a, b delivery) int {
		return cmp.Or(
			cmp.Compare(b.sortDay(), a.sortDay()),
			b.out-a.out, // of two releases of one day the later in the plan is newer
			a.rank-b.rank,
			cmp.Compare(b.item.Finished, a.item.Finished),
		)
	})
	return out
}

// sortDay is the day a delivery's group stands at: a release at the day it came
// out, a month after the releases of that month.
func (d delivery) sortDay() calendar.Day {
	if r := d.item.Release; r != nil {
		return outDay(r)
	}
	return d.month
}

func (d delivery) together(other delivery) bool {
	return d.item.Release == other.item.Release && (d.item.Release != nil || d.month == other.month)
}

func monthOf(d calendar.Day) calendar.Day {
	if d == 0 {
		return 0
	}
	return d - calendar.Day(d.Time().Day()-1)
}

func (h here) shipped(all []delivery, l leaf) ShippedPage {
	page := ShippedPage{
		Frame: h.newFrame(head{
			title:       h.Say("Shipped") + h.suffix(l),
			description: h.Say("What {product} has delivered, and why.", h.frame.Title),
			section:     "shipped",
			thread:      h.threadAtTasks(h.Say("{n} shipped", len(all))),
		}),
		First:  l.index == 0,
		Lede:   h.shippedLede(len(all)),
		Groups: h.shippedGroups(all, l),
		Pager:  h.pager(l, h.Say("Items")),
	}
	if page.First {
		page.Months = h.shippedMonths(all)
	}
	return page
}

func (h here) shippedLede(n int) string {
	if n == 0 {
		return h.Say("Nothing has been delivered yet. What is done and out will be listed here, newest first.")
	}
	return h.Say("{n} item is done and in people’s hands. Done work that waits for its release is not listed.|{n} items are done and in people’s hands, newest first. Done work that waits for its release is not listed.", n)
}

func (h here) shippedGroups(all []delivery, l leaf) []ShippedGroup {
	var out []ShippedGroup
	for i := l.from; i < l.to; i++ {
		d := all[i]
		begins := i == l.from || !d.together(all[i-1])
		if begins {
			group := h.shippedGroup(d)
			group.Continued = i > 0 && d.together(all[i-1])
			out = append(out, group)
		}
		group := &out[len(out)-1]
		if begins || d.item.Theme != all[i-1].item.Theme {
			group.Themes = append(group.Themes, ShippedTheme{
				Theme: h.shield(d.item.Theme),
				Why:   whyOf(d.item.Theme),
				Run:   LineRun{Surface: "solid"},
			})
		}
		theme := &group.Themes[len(group.Themes)-1]
		line := h.line(d.item)
		line.Theme = nil // it stands above
		if d.item.Release != nil {
			line.Note, line.Day = "", "" // the day that counts is the release's
		}
		theme.Run.Lines = append(theme.Run.Lines, line)
	}
	return out
}

func (h here) shippedGroup(d delivery) ShippedGroup {
	if r := d.item.Release; r != nil {
		return ShippedGroup{
			Title: releaseTitle(r),
			Href:  h.href(r),
			When:  firstOf(h.Day(r.Released), capital(h.Interval(r.Date))),
			Day:   r.Released.String(),
			Goal:  r.Goal,
		}
	}
	if d.month == 0 {
		return ShippedGroup{Title: h.Say("Earlier"), When: h.Say("On a day nobody wrote down")}
	}
	return ShippedGroup{Title: h.Month(d.month), When: h.Say("Outside any release")}
}
