package view

import (
	"strings"

	"milepost/internal/plan"
)

// standing says where an item stands in the backlog and why, or why it does not
// stand there.
func (h here) standing(it *plan.Item) Standing {
	if it.Position == 0 {
		return h.outside(it)
	}
	s := Standing{
		Title: "Why it stands at number " + number(it.Position),
		Why:   h.reason(it.Place),
		Facts: h.reasonFacts(it),
	}
	at := it.Position - 1
	if at > 0 {
		s.Prev = h.neighbour(h.plan.Backlog[at-1])
	}
	if at+1 < len(h.plan.Backlog) {
		s.Next = h.neighbour(h.plan.Backlog[at+1])
	}
	return s
}

func (h here) neighbour(it *plan.Item) *Neighbour {
	return &Neighbour{Position: it.Position, Link: Link{Text: it.Title, Href: h.href(it)}}
}

// outside is the standing of what is not in the backlog.
func (h here) outside(it *plan.Item) Standing {
	switch it.State {
	case plan.StateDone:
		return h.done(it)
	case plan.StateDropped:
		return Standing{Title: "Dropped", Why: text("It left the backlog. A promise is withdrawn in the open, so its page stays.")}
	}
	return Standing{Title: "Not in the backlog", Why: text("Its priority says that it will not be done.")}
}

func (h here) done(it *plan.Item) Standing {
	s := Standing{Title: "Done"}
	if it.Finished != 0 {
		s.Title += " on " + dayWords(it.Finished)
	}
	switch {
	case it.Release == nil:
	case it.Shipped():
		s.Why = []Part{{Text: "Shipped with "}, {Text: releaseTitle(it.Release), Href: h.href(it.Release)}, {Text: "."}}
	default:
		s.Why = []Part{{Text: "It will reach people with "}, {Text: releaseTitle(it.Release), Href: h.href(it.Release)}, {Text: "."}}
	}
	return s
}

// reasonFacts are the facts behind the sentence: what decided, its score, what
// the item waits for and what waits for it.
func (h here) reasonFacts(it *plan.Item) []Fact {
	out := h.keyFacts(it)
	if it.Score > 0 {
		out = append(out, Fact{Term: "Score", Parts: text(scoreWords(it))})
	}
	if b := it.Place.Bundle; len(b.Items) > 1 {
		out = append(out, Fact{Term: "Bundle", Parts: text(BundleWords(b))})
	}
	if price, ok := h.plan.RankPrice(it); ok {
		out = append(out, Fact{Term: "Its price", Parts: text(PriceWords(it, price))})
	}
	if len(it.Waits) > 0 || it.OtherWork {
		out = append(out, Fact{Term: "Waits for", Parts: h.waitParts(it)})
	}
	if n := len(openItems(it.Blocks)); n > 0 {
		out = append(out, Fact{Term: "Unblocks", Parts: text(counted(n, "item", "items"))})
	}
	if len(it.Unready) > 0 && !it.Status.Started() {
		out = append(out, Fact{Term: "Not ready", Parts: text(sentence(listed(it.Unready)))})
	}
	return out
}

// keyFacts show what of the key is not among the item's own facts: its rank, and
// where it is as urgent as an item that needs it, that urgency.
func (h here) keyFacts(it *plan.Item) []Fact {
	by := it.Place.Source
	var out []Fact
	for _, kv := range it.Place.Key {
		value := text(capital(strings.ReplaceAll(kv.Value, "-", " ")))
		switch {
		case kv.Value == "none":
		case kv.Name == "rank":
			out = append(out, Fact{Term: "Rank by hand", Parts: value})
		case by == nil:
		case kv.Name == "horizon" && by.Horizon != it.Horizon:
			out = append(out, Fact{Term: "Wanted", Parts: value})
		case kv.Name == "release" && by.Release != nil && by.Release != it.Release:
			out = append(out, Fact{Term: "Wanted in", Parts: []Part{{Text: releaseName(by.Release), Href: h.href(by.Release)}}})
		case kv.Name == "priority" && by.Priority != it.Priority:
			out = append(out, Fact{Term: "As urgent as", Parts: value})
		}
	}
	if by != nil {
		out = append(out, Fact{Term: "Because of", Parts: []Part{{Text: by.Title, Href: h.href(by)}}})
	}
	return out
}

// scoreWords shows how a score comes about: "1.7, worth 5 for effort 3".
func scoreWords(it *plan.Item) string {
	words := plan.FormatScore(it.Score) + ", worth " + amount(it.Value+it.Urgency+it.Risk) + " for effort " + amount(it.Size)
	if it.SizeAssumed != "" {
		words += " (assumed)"
	}
	return words
}

// waitParts names what an item waits for.
func (h here) waitParts(it *plan.Item) []Part {
	var out []Part
	for _, w := range it.Waits {
		if len(out) > 0 {
			out = append(out, Part{Text: ", "})
		}
		out = append(out, h.ref(w))
	}
	if !it.OtherWork {
		return out
	}
	if len(out) > 0 {
		out = append(out, Part{Text: " and "})
	}
	return append(out, Part{Text: "other work"})
}
