package view

import "milepost/internal/plan"

// outcomeRow shows an outcome with its number, wherever it stands.
func (h here) outcomeRow(o *plan.Outcome) OutcomeRow {
	row := OutcomeRow{
		Anchor: outcomeAnchor(o),
		Number: o.Number,
		Title:  outcomeTitle(o),
		Target: o.Target.Text,
		Now:    o.Current.Text,
		By:     h.Interval(o.By),
	}
	row.Words = h.measureWords(o)
	if row.By != "" {
		row.Words = closed(row.Words)
	}
	if o.Progress >= 0 {
		row.Gauge = &Gauge{Percent: percent(o.Progress)}
	}
	return row
}

func outcomeAnchor(o *plan.Outcome) string { return "at.outcome-" + o.ID.Text }

func outcomeTitle(o *plan.Outcome) string { return firstOf(o.Title.Text, o.ID.Text) }

// measureWords says what the current number counts and what it was: it follows
// that number, or stands alone where there is none.
func (h here) measureWords(o *plan.Outcome) string {
	what := oneLine(o.Measure.Text)
	switch {
	case o.Current.Text == "" && what == "":
		return h.Say("Not measured yet.")
	case o.Current.Text == "":
		return h.Say("Not measured yet: {measure}.", what)
	case o.Baseline.Text == "":
		return what
	case o.Baseline.Text == o.Current.Text:
		return h.after(what, h.Say("unchanged"))
	case worse(o):
		return h.after(what, h.Say("was {number}, so it got worse", o.Baseline.Text))
	}
	return h.after(what, h.Say("was {number}", o.Baseline.Text))
}

// worse reports that a measure moved away from its goal.
func worse(o *plan.Outcome) bool {
	to, now := o.Target.Value-o.Baseline.Value, o.Current.Value-o.Baseline.Value
	return o.Target.Text != "" && (to > 0 && now < 0 || to < 0 && now > 0)
}

// after puts more words behind some, which may be none.
func (h here) after(words, more string) string {
	if words == "" {
		return more
	}
	return h.Say("{list}, {item}", words, more)
}

// nowAndWanted is an outcome's number beside its goal: "71 % now, 95 % wanted".
func (h here) nowAndWanted(o *plan.Outcome) string {
	switch {
	case o.Current.Text != "" && o.Target.Text != "":
		return h.Say("{number} now, {goal} wanted", o.Current.Text, o.Target.Text)
	case o.Current.Text != "":
		return h.Say("{number} now", o.Current.Text)
	case o.Target.Text != "":
		return h.Say("not measured yet, {goal} wanted", o.Target.Text)
	}
	return h.Say("not measured yet")
}
