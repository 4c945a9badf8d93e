package view

import "milepost/internal/plan"

// itemFacts are what is known of an item beside its text; what is not known is
// left out.
func (h here) itemFacts(it *plan.Item) []Fact {
	state, kind := h.stateMark(it.State), h.typeMark(it.Type)
	out := []Fact{{Term: h.Say("Status"), Mark: &state}, {Term: h.Say("Type"), Type: &kind}}
	add := func(term string, parts []Part, note string) {
		if len(parts) > 0 && parts[0].Text != "" {
			out = append(out, Fact{Term: term, Parts: parts, Note: note})
		}
	}
	if t := it.Theme; t != nil {
		add(h.Say("Theme"), []Part{{Text: t.Title, Href: h.href(t)}}, "")
	}
	if it.Status.Open() {
		add(h.Say("Horizon"), text(h.horizonWord(it.Horizon)), "")
		add(h.Say("Priority"), text(h.priority(it.Priority)), "")
	}
	if r := it.Release; r != nil {
		add(h.Say("Release"), []Part{{Text: releaseTitle(r), Href: h.href(r)}}, h.releaseNote(r))
	}
	if e := h.expected(it.Outlook); e.Range != "" {
		add(h.Say("Forecast"), text(h.likelyWords(e)), h.baseNote())
	} else if it.Outlook.Ahead > 0 && len(h.plan.Forecast.Silence) == 0 {
		add(h.Say("Forecast"), text(h.Say("Not foreseeable yet")), "")
	}
	add(h.Say("Worth"), text(h.worthWords(it)), "")
	add(h.Say("Effort"), text(h.amount(it.Effort)), "")
	out = append(out, h.commonFacts(it)...)
	add(h.Say("Written^day"), text(h.Day(it.Created)), "")
	add(h.Say("Started"), text(h.Day(it.Started)), "")
	add(h.Say("Finished"), text(h.Day(it.Finished)), h.tookWords(it))
	return out
}

// releaseNote says when a release comes or came.
func (h here) releaseNote(r *plan.Release) string {
	switch {
	case r.Status == plan.ReleaseDropped:
		return h.Say("Dropped")
	case r.Released != 0:
		return h.Say("Released {day}", h.Day(r.Released))
	case r.Status == plan.Released:
		return h.Say("Released")
	case r.Date.IsZero():
		return h.Say("No date yet")
	}
	return capital(h.Interval(r.Date))
}

// worthWords says what doing an item is worth: "Value 8, urgency 5, risk 3".
func (h here) worthWords(it *plan.Item) string {
	words := ""
	add := func(part string) {
		if words == "" {
			words = part
		} else {
			words = h.Say("{list}, {item}", words, part)
		}
	}
	if it.Value > 0 {
		add(h.Say("value {n}", it.Value))
	}
	if it.Urgency > 0 {
		add(h.Say("urgency {n}", it.Urgency))
	}
	if it.Risk > 0 {
		add(h.Say("risk {n}", it.Risk))
	}
	return capital(words)
}

// tookWords says how long an item took, "" where that is not known.
func (h here) tookWords(it *plan.Item) string {
	if it.Started == 0 || it.Finished < it.Started {
		return ""
	}
	return h.Say("in {n} day|in {n} days", int(it.Finished-it.Started)+1)
}
