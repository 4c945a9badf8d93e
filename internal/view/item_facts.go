package view

import (
	"strconv"
	"strings"

	"milepost/internal/plan"
)

// itemFacts are what is known of an item beside its text; what is not known is
// left out.
func (h here) itemFacts(it *plan.Item) []Fact {
	state, kind := h.stateMark(it.State), h.typeMark(it.Type)
	out := []Fact{{Term: "Status", Mark: &state}, {Term: "Type", Type: &kind}}
	add := func(term string, parts []Part, note string) {
		if len(parts) > 0 && parts[0].Text != "" {
			out = append(out, Fact{Term: term, Parts: parts, Note: note})
		}
	}
	if t := it.Theme; t != nil {
		add("Theme", []Part{{Text: t.Title, Href: h.href(t)}}, "")
	}
	if it.Status.Open() {
		add("Horizon", text(h.horizonWord(it.Horizon)), "")
		add("Priority", text(capital(priorityWord(h.plan, it.Priority))), "")
	}
	if r := it.Release; r != nil {
		add("Release", []Part{{Text: releaseTitle(r), Href: h.href(r)}}, releaseNote(r))
	}
	if e := h.expected(it.Outlook); e.Range != "" {
		add("Forecast", text(e.likely()), h.baseNote())
	} else if it.Outlook.Ahead > 0 && len(h.plan.Forecast.Silence) == 0 {
		add("Forecast", text("Not foreseeable yet"), "")
	}
	add("Worth", text(worthWords(it)), "")
	add("Effort", text(amount(it.Effort)), "")
	out = append(out, h.commonFacts(it)...)
	add("Written", text(dayWords(it.Created)), "")
	add("Started", text(dayWords(it.Started)), "")
	add("Finished", text(dayWords(it.Finished)), tookWords(it))
	return out
}

// releaseNote says when a release comes or came.
func releaseNote(r *plan.Release) string {
	switch {
	case r.Status == plan.ReleaseDropped:
		return "Dropped"
	case r.Released != 0:
		return "Released " + dayWords(r.Released)
	case r.Status == plan.Released:
		return "Released"
	case r.Date.IsZero():
		return "No date yet"
	}
	return capital(whenWords(r.Date))
}

// worthWords says what doing an item is worth: "value 8, urgency 5, risk 3".
func worthWords(it *plan.Item) string {
	var words []string
	for _, w := range []struct {
		name  string
		value float64
	}{{"value", it.Value}, {"urgency", it.Urgency}, {"risk", it.Risk}} {
		if w.value > 0 {
			words = append(words, w.name+" "+amount(w.value))
		}
	}
	return capital(strings.Join(words, ", "))
}

// tookWords says how long an item took, "" where that is not known.
func tookWords(it *plan.Item) string {
	if it.Started == 0 || it.Finished < it.Started {
		return ""
	}
	days := int(it.Finished-it.Started) + 1
	return "in " + strconv.Itoa(days) + plural(days, " day", " days")
}
