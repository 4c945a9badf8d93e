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
		By:     whenWords(o.By),
	}
	row.Words = measureWords(o)
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
func measureWords(o *plan.Outcome) string {
	words := oneLine(o.Measure.Text)
	switch {
	case o.Current.Text == "" && words == "":
		return "Not measured yet."
	case o.Current.Text == "":
		return "Not measured yet: " + words + "."
	case o.Baseline.Text != "" && o.Baseline.Text == o.Current.Text:
		return joined(words, "unchanged")
	case o.Baseline.Text != "":
		return joined(words, "was "+o.Baseline.Text)
	}
	return words
}

func joined(words, more string) string {
	if words == "" {
		return more
	}
	return words + ", " + more
}

// nowAndWanted is an outcome's number beside its goal: "71 % now, 95 % wanted".
func nowAndWanted(o *plan.Outcome) string {
	switch {
	case o.Current.Text != "" && o.Target.Text != "":
		return o.Current.Text + " now, " + o.Target.Text + " wanted"
	case o.Current.Text != "":
		return o.Current.Text + " now"
	case o.Target.Text != "":
		return "not measured yet, " + o.Target.Text + " wanted"
	}
	return "not measured yet"
}
