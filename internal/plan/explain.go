package plan

import (
	"strconv"

	"milepost/internal/order"
)

func formatInt(n int) string { return strconv.Itoa(n) }

// formatNumber prints an amount of value or effort as an author would write it.
func formatNumber(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// place explains one position, clause by clause: what lifts the item (its own
// state, its rank, or what needs it), what it is worth, what it comes after, and
// what is uncertain about that.
func (p *Plan) place(q *queue, pos order.Position, ranks map[*Item]int, dropped [][2]int) Place {
	i, source := q.items[pos.Item], q.items[pos.Source]
	out := Place{}
	for _, name := range p.keyNames() {
		out.Key = append(out.Key, KeyValue{Name: name, Value: p.keyValue(name, source, ranks)})
	}
	var s sentence
	if source != i {
		out.Source = source
		p.inherits(&s, p.keyNames()[pos.Field], i, source, ranks)
	} else {
		lifts(&s, i, ranks[i])
	}
	worth(&s, i)
	if pos.After >= 0 {
		out.After = q.items[pos.After]
		s.clause(Part{Text: "after "}, idPart(out.After), Part{Text: ", which it needs"})
	}
	if i.SizeAssumed != "" {
		s.clause(Part{Text: "effort assumed (" + i.SizeAssumed + ")"})
	}
	for _, d := range dropped {
		if d[0] == pos.Item {
			s.clause(Part{Text: "cycle ignored: "}, idPart(i), Part{Text: " needs "}, idPart(q.items[d[1]]))
		}
	}
	out.Reason = s.parts
	return out
}

// sentence collects clauses, parted by semicolons.
type sentence struct{ parts []Part }

func (s *sentence) clause(parts ...Part) {
	if len(s.parts) > 0 {
		s.parts = append(s.parts, Part{Text: "; "})
	}
	s.parts = append(s.parts, parts...)
}

func idPart(i *Item) Part { return Part{Text: i.ID, Item: i} }

// lifts says what the item's own author did to bring it forward.
func lifts(s *sentence, i *Item, rank int) {
	switch {
	case i.Status == InReview:
		s.clause(Part{Text: "in review"})
	case i.Status == InProgress:
		s.clause(Part{Text: "in progress"})
	case rank > 0:
		s.clause(Part{Text: "ranked " + formatInt(rank) + " by hand"})
	}
}

// inherits says for whom the item is pulled forward: field is the first part of
// the key in which what needs it is more urgent.
func (p *Plan) inherits(s *sentence, field string, i, by *Item, ranks map[*Item]int) {
	needs := Part{Text: " needs it"}
	switch field {
	case "progress":
		s.clause(idPart(by), Part{Text: " is in " + map[Status]string{InReview: "review", InProgress: "progress"}[by.Status] + " and needs it"})
	case "horizon":
		s.clause(Part{Text: "pulled forward from " + i.Horizon.Title() + ": "}, idPart(by), Part{Text: " (" + by.Horizon.Title() + ")"}, needs)
	case "rank":
		s.clause(idPart(by), Part{Text: ", ranked " + formatInt(ranks[by]) + " by hand,"}, needs)
	case "release":
		s.clause(Part{Text: "pulled forward: "}, idPart(by), Part{Text: " in " + by.Release.Title}, needs)
	default:
		s.clause(Part{Text: "pulled forward: "}, idPart(by), Part{Text: " (" + p.Config.Priorities[by.Priority] + ")"}, needs)
	}
}

// worth says what the optimiser had to go by inside the class of equal keys.
func worth(s *sentence, i *Item) {
	if i.weight() == 0 {
		s.clause(Part{Text: "no value given: after the scored items"})
		return
	}
	s.clause(Part{Text: "score " + FormatScore(i.Score) + " (" + formatNumber(i.weight()) + "/" + formatNumber(i.Size) + ")"})
}

// FormatScore prints a score with one decimal.
func FormatScore(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
