package view

import (
	"strconv"

	"milepost/internal/plan"
)

// The road bar: three stations from the vision to the next task, and where the
// reader stands between them.

// threadAtTasks is the bar of a page about all work: name says which part of it.
func (h here) threadAtTasks(name string) []Station {
	return []Station{h.visionStation("past"), h.themesStation("past"), {State: "here", Level: "Tasks", Name: name}}
}

// threadAtThemes is the bar of a page that stands beside the themes: a release,
// a free page.
func (h here) threadAtThemes(level, name string) []Station {
	return h.endingAtNext(h.visionStation("past"), Station{State: "here", Level: level, Name: name}, h.next)
}

// threadAtTheme is the bar of a theme's page.
func (h here) threadAtTheme(t *plan.Theme) []Station {
	stop := Station{State: "here", Level: "Theme", Name: shorten(t.Title, 48), Theme: h.shield(t)}
	return h.endingAtNext(h.visionStation("past"), stop, nextTask(openItems(t.Items)))
}

// threadAtItem is the bar of an item's page.
func (h here) threadAtItem(it *plan.Item) []Station {
	middle := h.themesStation("past")
	if t := it.Theme; t != nil {
		middle = Station{State: "past", Level: "Theme", Name: shorten(t.Title, 48), Href: h.href(t), Theme: h.shield(t)}
	}
	stop := Station{State: "here", Level: typeMark(it.Type).Word, Name: shorten(it.ID, 24)}
	if it.Position > 0 {
		stop.Extra = ", no. " + number(it.Position) + " of " + number(len(h.plan.Backlog))
	}
	return []Station{h.visionStation("past"), middle, stop}
}

// threadAtVision is the bar of the roadmap.
func (h here) threadAtVision() []Station {
	return h.endingAtNext(h.visionStation("here"), h.themesStation("ahead"), h.next)
}

// visionStation is the first stop. Without a vision it is named for the product.
func (h here) visionStation(state string) Station {
	st := Station{State: state, Level: "Vision", Name: shorten(oneLine(h.plan.Roadmap.Vision), 38)}
	if st.Name == "" {
		st.Level, st.Name = "Roadmap", h.frame.Title
	}
	if state != "here" {
		st.Href = h.to("index.html")
	}
	return st
}

func (h here) themesStation(state string) Station {
	return Station{
		State: state, Level: "Themes", Keep: true,
		Name: strconv.Itoa(len(h.plan.Themes)),
		Href: h.to("index.html#at.themes"),
	}
}

// endingAtNext adds the last stop, unless nothing is left to do.
func (h here) endingAtNext(first, second Station, next *plan.Item) []Station {
	if next == nil {
		return []Station{first, second}
	}
	last := Station{State: "ahead", Level: "Next task", Name: shorten(next.ID, 24), Href: h.href(next)}
	return []Station{first, second, last}
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
