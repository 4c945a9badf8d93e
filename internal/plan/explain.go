package plan

import (
	"math"
	"strconv"

	"milepost/internal/order"
)

// place explains one position, clause by clause: what lifts the item (its own
// state, its rank, or what needs it), what it is worth and opens, what it comes
// after, and what is uncertain about that. Every clause is a fact that can be
// computed again from the plan.
func (p *Plan) place(pos order.Position) Place {
	q := p.queue
	i, source := q.items[pos.Item], q.items[pos.Source]
	out := Place{More: pos.More, Bundle: p.bundle(pos.Bundle)}
	for _, name := range p.keyNames() {
		out.Key = append(out.Key, KeyValue{Name: name, Value: p.keyValue(name, source, q.ranks)})
	}
	if pos.For >= 0 {
		out.For = q.items[pos.For]
	}
	if pos.After >= 0 {
		out.After = q.items[pos.After]
	}
	if source != i {
		out.Source = source
		p.inherits(&out.Reason, p.keyNames()[pos.Field], i, source)
	} else {
		lifts(&out.Reason, i, q.ranks[i])
	}
	worth(&out.Reason, i, out)
	if out.After != nil {
		out.Reason.clause("after ", out.After, ", which it needs")
	}
	p.doubts(&out.Reason, i)
	return out
}

func (p *Plan) bundle(b order.Bundle) Bundle {
	return Bundle{Items: p.Backlog[b.From:b.To], Value: float64(b.Value) / 100, Effort: float64(b.Effort) / 100}
}

// lifts says what the item's own author did to bring it forward.
func lifts(s *Sentence, i *Item, rank int) {
	switch {
	case i.Status == InReview:
		s.clause("in review")
	case i.Status == InProgress:
		s.clause("in progress")
	case rank > 0:
		s.clause("ranked " + formatInt(rank) + " by hand")
	}
}

// inherits says for whom the item is pulled forward: field is the first part of
// the key in which what needs it is more urgent.
func (p *Plan) inherits(s *Sentence, field string, i, by *Item) {
	switch field {
	case "progress":
		s.clause(by, " is "+progressWords(by)+" and needs it")
	case "horizon":
		s.clause("pulled forward from "+i.Horizon.Title()+": ", by, " ("+by.Horizon.Title()+") needs it")
	case "rank":
		s.clause(by, ", ranked "+formatInt(p.queue.ranks[by])+" by hand, needs it")
	case "release":
		s.clause("pulled forward: ", by, " in "+by.Release.Title+" needs it")
	default:
		s.clause("pulled forward: ", by, " ("+p.Config.Priorities[by.Priority]+") needs it")
	}
}

func progressWords(i *Item) string {
	switch i.Status {
	case InReview:
		return "in review"
	case InProgress:
		return "in progress"
	}
	return "not started"
}

// worth says what decided inside the class of equal keys: the item's own score,
// or what it opens together with others.
func worth(s *Sentence, i *Item, at Place) {
	switch {
	case at.For != nil && at.Bundle.Value > 0:
		s.clause("unblocks ", at.For, " ("+FormatScore(at.For.Score)+")")
		if at.More > 0 {
			s.add(" and " + formatInt(at.More) + " more")
		}
		s.add(": together " + formatNumber(at.Bundle.Value) + " value for " + formatNumber(at.Bundle.Effort) +
			" effort = " + FormatScore(at.Bundle.Ratio()) + "; alone " + FormatScore(i.Score))
	case i.weight() > 0:
		s.clause(scoreWords(i))
	default:
		s.clause("no value given: after the scored items")
	}
}

// scoreWords is an item's score with where it comes from: "score 2.5 (5/2)".
func scoreWords(i *Item) string {
	return "score " + FormatScore(i.Score) + " (" + formatNumber(i.weight()) + "/" + formatNumber(i.Size) + ")"
}

// doubts says what is uncertain about a position.
func (p *Plan) doubts(s *Sentence, i *Item) {
	if i.SizeAssumed != "" {
		s.clause("effort assumed (" + i.SizeAssumed + ")")
	}
	for _, d := range p.queue.result.Dropped {
		if p.queue.items[d[0]] == i {
			s.clause("cycle ignored: ", i, " needs ", p.queue.items[d[1]])
		}
	}
}

func formatInt(n int) string { return strconv.Itoa(n) }

// formatNumber prints an amount of value or effort as an author would write it.
func formatNumber(x float64) string {
	return strconv.FormatFloat(math.Round(100*x)/100, 'f', -1, 64)
}

// FormatScore prints a score with one decimal.
func FormatScore(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
