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
func (s *site) commitment(h plan.Horizon) string {
	switch h {
	case plan.Now:
		return s.Say("We are committed to work on this. We know the items and their order.")
	case plan.Next:
		return s.Say("What we intend. Shaped, but still open to change.")
	}
	return s.Say("What we hope for. A direction, without dates.")
}

// horizons lays the open themes on the road; nil without themes.
func (h here) horizons() []HorizonBand {
	if len(h.plan.Themes) == 0 {
		return nil
	}
	var out []HorizonBand
	for _, horizon := range []plan.Horizon{plan.Now, plan.Next, plan.Later} {
		band := HorizonBand{Class: horizon.String(), Title: h.horizonWord(horizon), Words: h.commitment(horizon)}
		for _, t := range h.plan.Themes {
			if t.Horizon == horizon && t.Status == plan.ThemeOpen {
				band.Themes = append(band.Themes, h.themeCard(t))
			}
		}
		if len(band.Themes) == 0 && horizon != plan.Now {
			continue
		}
		if len(band.Themes) == 0 {
			band.Words, band.Empty = "", h.Say("No theme is in the making at the moment.")
		}
		out = append(out, band)
	}
	return out
}

func (h here) themeCard(t *plan.Theme) ThemeCard {
	card := ThemeCard{Shield: *h.shield(t), Summary: t.Summary}
	switch t.Horizon {
	case plan.Now:
		card.Segments = h.segments(t.Progress, card.Shield.Class)
		card.Progress = capital(h.progressWords(t.Progress))
		card.Facts = h.cardFacts(t)
	case plan.Next:
		card.Line = h.cardLine(t)
	}
	return card
}

func (h here) cardFacts(t *plan.Theme) []Fact {
	var out []Fact
	if next := nextTask(openItems(t.Items)); next != nil {
		out = append(out, Fact{Term: h.Say("Ships next"), Parts: []Part{{Text: next.Title, Href: h.href(next)}}})
	}
	if parts := h.targetParts(t); parts != nil {
		out = append(out, Fact{Term: h.Say("Target"), Parts: parts})
	}
	if words := h.completeWords(t); words != "" {
		out = append(out, Fact{Term: h.Say("Complete"), Parts: text(words)})
	}
	if parts := h.outcomeParts(t.Outcomes); parts != nil {
		out = append(out, Fact{Term: h.outcomesWord(len(t.Outcomes)), Parts: parts})
	}
	if t.Health != "" {
		out = append(out, Fact{Term: h.Say("Health"), Parts: text(h.healthWord(t.Health))})
	}
	return out
}

// cardLine says the same in one line, for a theme that is not near.
func (h here) cardLine(t *plan.Theme) []Part {
	out := text(sentence(h.progressWords(t.Progress)))
	add := func(more []Part) { out = h.phrase("{sentence} {next sentence}", out, more) }
	if target := h.targetParts(t); target != nil {
		add(h.phrase("In {release}.", target))
	}
	if serves := h.outcomeParts(t.Outcomes); serves != nil {
		add(h.phrase("For {outcomes}.", serves))
	}
	return out
}

// targetParts names the next release a theme feeds, nil when there is none.
func (h here) targetParts(t *plan.Theme) []Part {
	for _, r := range t.Releases {
		if r.Status != plan.Planned {
			continue
		}
		name := Part{Text: releaseName(r), Href: h.href(r)}
		if e := h.expectedRelease(r); e.Range != "" {
			return h.phrase("{release}, likely {range}", name, e.Range)
		}
		if r.Date.IsZero() {
			return h.phrase("{release}, no date yet", name)
		}
		return h.phrase("{release}, {when}", name, h.Interval(r.Date))
	}
	return nil
}

// outcomeParts names outcomes by number and title, nil without any.
func (h here) outcomeParts(outcomes []*plan.Outcome) []Part {
	if len(outcomes) == 0 {
		return nil
	}
	return h.joined(each(outcomes, func(o *plan.Outcome) Part {
		return Part{Text: h.Say("{n}. {outcome}", o.Number, outcomeTitle(o)), Href: h.outcomeHref(o)}
	}))
}

func (s *site) outcomesWord(n int) string {
	if n == 1 {
		return s.Say("Outcome")
	}
	return s.Say("Outcomes")
}

func (h here) outcomeHref(o *plan.Outcome) string { return h.to("index.html#" + outcomeAnchor(o)) }
