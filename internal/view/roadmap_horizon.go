package view

import "milepost/internal/plan"

// HorizonBand is one of Now, Next and Later with its themes.
type HorizonBand struct {
	Class  string // now, next, later
	Title  string
	Words  string // how firmly it is meant
	Themes []ThemeCard
	Empty  string // in place of themes, "" where there are some
}

// ThemeCard is a theme on the roadmap. The farther its horizon, the less it says.
type ThemeCard struct {
	Shield   Shield
	Summary  string
	Segments Segments
	Progress string
	Facts    []Fact
	Line     []Part
}

// commitment says how firmly a horizon is meant.
func commitment(h plan.Horizon) string {
	switch h {
	case plan.Now:
		return "We are committed to work on this. We know the items and their order."
	case plan.Next:
		return "What we intend. Shaped, but still open to change."
	}
	return "What we hope for. A direction, without dates."
}

// horizons lays the open themes on the road; nil without themes.
func (h here) horizons() []HorizonBand {
	if len(h.plan.Themes) == 0 {
		return nil
	}
	var out []HorizonBand
	for _, horizon := range []plan.Horizon{plan.Now, plan.Next, plan.Later} {
		band := HorizonBand{Class: horizon.String(), Title: h.horizonWord(horizon), Words: commitment(horizon)}
		for _, t := range h.plan.Themes {
			if t.Horizon == horizon && t.Status == plan.ThemeOpen {
				band.Themes = append(band.Themes, h.themeCard(t))
			}
		}
		if len(band.Themes) == 0 && horizon != plan.Now {
			continue
		}
		if len(band.Themes) == 0 {
			band.Words, band.Empty = "", "No theme is in the making at the moment."
		}
		out = append(out, band)
	}
	return out
}

func (h here) themeCard(t *plan.Theme) ThemeCard {
	card := ThemeCard{Shield: *h.shield(t), Summary: t.Summary}
	switch t.Horizon {
	case plan.Now:
		card.Segments = segments(t.Progress, card.Shield.Class)
		card.Progress = capital(progressWords(t.Progress))
		card.Facts = h.cardFacts(t)
	case plan.Next:
		card.Line = h.cardLine(t)
	}
	return card
}

func (h here) cardFacts(t *plan.Theme) []Fact {
	var out []Fact
	if next := nextTask(openItems(t.Items)); next != nil {
		out = append(out, Fact{Term: "Ships next", Parts: []Part{{Text: next.Title, Href: h.href(next)}}})
	}
	if parts := h.targetParts(t); parts != nil {
		out = append(out, Fact{Term: "Target", Parts: parts})
	}
	if words := h.completeWords(t); words != "" {
		out = append(out, Fact{Term: "Complete", Parts: text(words)})
	}
	if parts := h.outcomeParts(t.Outcomes); parts != nil {
		out = append(out, Fact{Term: plural(len(t.Outcomes), "Outcome", "Outcomes"), Parts: parts})
	}
	if t.Health != "" {
		out = append(out, Fact{Term: "Health", Parts: text(healthWord(t.Health))})
	}
	return out
}

// cardLine says the same in one line, for a theme that is not near.
func (h here) cardLine(t *plan.Theme) []Part {
	out := text(sentence(progressWords(t.Progress)))
	if target := h.targetParts(t); target != nil {
		out = append(append(append(out, Part{Text: " In "}), target...), Part{Text: "."})
	}
	if serves := h.outcomeParts(t.Outcomes); serves != nil {
		words := plural(len(t.Outcomes), " For outcome ", " For outcomes ")
		out = append(append(append(out, Part{Text: words}), serves...), Part{Text: "."})
	}
	return out
}

// targetParts names the next release a theme feeds, nil when there is none.
func (h here) targetParts(t *plan.Theme) []Part {
	for _, r := range t.Releases {
		if r.Status != plan.Planned {
			continue
		}
		out := []Part{{Text: releaseName(r), Href: h.href(r)}}
		if e := h.expectedRelease(r); e.Range != "" {
			return append(out, Part{Text: ", likely " + e.Range})
		}
		if r.Date.IsZero() {
			return append(out, Part{Text: ", no date yet"})
		}
		return append(out, Part{Text: ", " + whenWords(r.Date)})
	}
	return nil
}

// outcomeParts names outcomes by number and title.
func (h here) outcomeParts(outcomes []*plan.Outcome) []Part {
	var out []Part
	for i, o := range outcomes {
		if i > 0 {
			out = append(out, Part{Text: ", "})
		}
		out = append(out, Part{Text: number(o.Number) + ". " + outcomeTitle(o), Href: h.outcomeHref(o)})
	}
	return out
}

func (h here) outcomeHref(o *plan.Outcome) string { return h.to("index.html#" + outcomeAnchor(o)) }

func healthWord(health string) string {
	return map[string]string{"on-track": "On track", "at-risk": "At risk", "off-track": "Off track"}[health]
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
