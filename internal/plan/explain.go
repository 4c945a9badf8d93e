package plan

import (
	"math"
	"strconv"

	"milepost/internal/order"
	"milepost/internal/words"
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
		p.inherits(&out, p.keyNames()[pos.Field], i, source)
	} else {
		out.lifts(i, q.ranks[i])
	}
	out.worth(i)
	if out.After != nil {
		out.clause("after {item}, which it needs", out.After)
	}
	p.doubts(&out, i)
	return out
}

func (p *Plan) bundle(b order.Bundle) Bundle {
	return Bundle{Items: p.Backlog[b.From:b.To], Value: float64(b.Value) / 100, Effort: float64(b.Effort) / 100}
}

// lifts says what the item's own author did to bring it forward.
func (at *Place) lifts(i *Item, rank int) {
	switch {
	case i.Status == InReview:
		at.clause("in review")
	case i.Status == InProgress:
		at.clause("in progress")
	case rank > 0:
		at.clause("ranked {rank} by hand", rank)
	}
}

// inherits says for whom the item is pulled forward: field is the first part of
// the key in which what needs it is more urgent.
func (p *Plan) inherits(at *Place, field string, i, by *Item) {
	switch field {
	case "progress":
		if by.Status == InReview {
			at.clause("{item} is in review and needs it", by)
		} else {
			at.clause("{item} is in progress and needs it", by)
		}
	case "horizon":
		at.clause("pulled forward from {far}: {item} ({near}) needs it", words.Text(i.Horizon.Title()), by, words.Text(by.Horizon.Title()))
	case "rank":
		at.clause("{item}, ranked {rank} by hand, needs it", by, p.queue.ranks[by])
	case "release":
		at.clause("pulled forward: {item} in {release} needs it", by, by.Release.Title)
	default:
		at.clause("pulled forward: {item} ({priority}) needs it", by, p.Config.Priorities[by.Priority])
	}
}

// worth says what decided inside the class of equal keys: the item's own score,
// or what it opens together with others.
func (at *Place) worth(i *Item) {
	b, own := at.Bundle, words.Tenths(i.Score)
	switch {
	case at.For != nil && b.Value > 0 && at.More > 0:
		at.clause("unblocks {item} ({score}) and {n} more: together {value} value for {effort} effort = {ratio}; alone {own}",
			at.For, words.Tenths(at.For.Score), at.More, b.Value, b.Effort, words.Tenths(b.Ratio()), own)
	case at.For != nil && b.Value > 0:
		at.clause("unblocks {item} ({score}): together {value} value for {effort} effort = {ratio}; alone {own}",
			at.For, words.Tenths(at.For.Score), b.Value, b.Effort, words.Tenths(b.Ratio()), own)
	case i.weight() > 0:
		at.clause("score {score} ({value}/{effort})", own, i.weight(), i.Size)
	default:
		at.clause("no value given: after the scored items")
	}
}

// doubts says what is uncertain about a position.
func (p *Plan) doubts(at *Place, i *Item) {
	if i.SizeAssumed != "" {
		at.clause(string(i.SizeAssumed))
	}
	for _, d := range p.queue.result.Dropped {
		if p.queue.items[d[0]] == i {
			at.clause("cycle ignored: {item} needs {other}", i, p.queue.items[d[1]])
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
