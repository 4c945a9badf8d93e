package view

import (
	"cmp"

	"milepost/internal/plan"
)

// The road bar: up to three stations from the vision to the next task, and where the
// reader stands between them.

// threadAtTasks is the bar of a page about all work: name says which part of it.
func (h here) threadAtTasks(name string) []Station {
	out := append([]Station{h.visionStation("past")}, h.themesStation("past")...)
	return append(out, Station{State: "here", Level: h.Say("Tasks"), Name: name})
}

// threadAtThemes is the bar of a page that stands beside the themes: a release,
// a free page.
func (h here) threadAtThemes(level, name string) []Station {
	return h.endingAtNext([]Station{h.visionStation("past"), {State: "here", Level: level, Name: name}}, h.next)
}

// threadAtTheme is the bar of a theme's page.
func (h here) threadAtTheme(t *plan.Theme) []Station {
	stop := Station{State: "here", Level: h.Say("Theme"), Name: shorten(t.Title, 48), Theme: h.shield(t)}
	return h.endingAtNext([]Station{h.visionStation("past"), stop}, cmp.Or(h.nexts[t], nextTask(openItems(t.Items))))
}

// threadAtItem is the bar of an item's page.
func (h here) threadAtItem(it *plan.Item) []Station {
	middle := h.themesStation("past")
	if t := it.Theme; t != nil {
		middle = []Station{{State: "past", Level: h.Say("Theme"), Name: shorten(t.Title, 48), Href: h.href(t), Theme: h.shield(t)}}
	}
	stop := Station{State: "here", Level: h.typeMark(it.Type).Word, Name: shorten(it.ID, 24)}
	if it.Position > 0 {
		stop.Extra = h.Say(", no. {n} of {all}", it.Position, len(h.plan.Backlog))
	}
	out := append([]Station{h.visionStation("past")}, middle...)
	return append(out, stop)
}

// threadAtVision is the bar of the roadmap.
func (h here) threadAtVision() []Station {
	return h.endingAtNext(append([]Station{h.visionStation("here")}, h.themesStation("ahead")...), h.next)
}

// visionStation is the first stop. Without a vision it is named for the product.
func (h here) visionStation(state string) Station {
	st := Station{State: state, Level: h.Say("Vision"), Name: h.vision}
	if st.Name == "" {
		st.Level, st.Name = h.Say("Roadmap"), h.frame.Title
	}
	if state != "here" {
		st.Href = h.to("index.html")
	}
	return st
}

// themesStation is the stop for all themes, none in a plan without any.
func (h here) themesStation(state string) []Station {
	if len(h.plan.Themes) == 0 {
		return nil
	}
	return []Station{{
		State: state, Level: h.Say("Themes"), Keep: true,
		Name: h.Number(len(h.plan.Themes)),
		Href: h.to("index.html#at.themes"),
	}}
}

// endingAtNext adds the last stop, unless nothing is left to do.
func (h here) endingAtNext(road []Station, next *plan.Item) []Station {
	if next == nil {
		return road
	}
	return append(road, Station{State: "ahead", Level: h.Say("Next task"), Name: shorten(next.ID, 24), Href: h.href(next)})
}

// openItems are those that are still in the backlog.
func openItems(items []*plan.Item) []*plan.Item {
	var out []*plan.Item
	for _, it := range items {
		if it.Position > 0 {
			out = append(out, it)
		}
	}
	return out
}
