package view

import (
	"milepost/internal/plan"
	"milepost/internal/words"
)

// standing says where an item stands in the backlog and why, or why it does not
// stand there.
func (h here) standing(it *plan.Item) Standing {
	if it.Position == 0 {
		return h.outside(it)
	}
	s := Standing{
		Title:   h.Say("Why it stands at number {n}", it.Position),
		Why:     h.reason(it.Place),
		Factors: h.factors(it),
		Facts:   h.reasonFacts(it),
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
		return Standing{Title: h.Say("Dropped"), Why: text(h.Say("It left the backlog. A promise is withdrawn in the open, so its page stays."))}
	}
	return Standing{Title: h.Say("Not in the backlog"), Why: text(h.Say("Its priority says that it will not be done."))}
}

func (h here) done(it *plan.Item) Standing {
	s := Standing{Title: h.Say("Done")}
	if it.Finished != 0 {
		s.Title = h.Say("Done on {day}", h.Day(it.Finished))
	}
	switch {
	case it.Release == nil:
	case it.Shipped():
		s.Why = h.phrase("Shipped with {release}.", Part{Text: releaseTitle(it.Release), Href: h.href(it.Release)})
	default:
		s.Why = h.phrase("It will reach people with {release}.", Part{Text: releaseTitle(it.Release), Href: h.href(it.Release)})
	}
	return s
}

// reasonFacts are the facts behind the sentence: what decided, its score, what
// the item waits for and what waits for it.
func (h here) reasonFacts(it *plan.Item) []Fact {
	out := h.keyFacts(it)
	if it.Score > 0 {
		out = append(out, Fact{Term: h.Say("Score"), Parts: text(h.scoreWords(it))})
	}
	if b := it.Place.Bundle; len(b.Items) > 1 {
		out = append(out, Fact{Term: h.Say("Bundle"), Parts: text(h.bundleWords(b))})
	}
	if price, ok := h.plan.RankPrice(it); ok {
		out = append(out, Fact{Term: h.Say("Its price"), Parts: text(h.Say("Ranking it by hand delays {value} value by {effort} effort.", price.Value, price.Effort))})
	}
	if len(it.Waits) > 0 || it.OtherWork {
		out = append(out, Fact{Term: h.Say("Waits for"), Parts: h.joined(h.waitsFor(it))})
	}
	if n := len(openItems(it.Blocks)); n > 0 {
		out = append(out, Fact{Term: h.Say("Unblocks"), Parts: text(h.Say("{n} item|{n} items", n))})
	}
	if len(it.Unready) > 0 && !it.Status.Started() {
		out = append(out, Fact{Term: h.Say("Not ready"), Parts: text(h.unready(it))})
	}
	return out
}

// keyFacts show what of the key is not among the item's own facts: its rank, and
// where it is as urgent as an item that needs it, that urgency.
func (h here) keyFacts(it *plan.Item) []Fact {
	by := it.Place.Source
	var out []Fact
	for _, kv := range it.Place.Key {
		switch {
		case kv.Value == "none":
		case kv.Name == "rank":
			out = append(out, Fact{Term: h.Say("Rank by hand"), Parts: text(kv.Value)})
		case by == nil:
		case kv.Name == "horizon" && by.Horizon != it.Horizon:
			out = append(out, Fact{Term: h.Say("Wanted"), Parts: text(h.horizonWord(by.Horizon))})
		case kv.Name == "release" && by.Release != nil && by.Release != it.Release:
			out = append(out, Fact{Term: h.Say("Wanted in"), Parts: []Part{{Text: releaseName(by.Release), Href: h.href(by.Release)}}})
		case kv.Name == "priority" && by.Priority != it.Priority:
			out = append(out, Fact{Term: h.Say("As urgent as"), Parts: text(h.priority(by.Priority))})
		}
	}
	if by != nil {
		out = append(out, Fact{Term: h.Say("Because of"), Parts: []Part{h.named(by)}})
	}
	return out
}

// scoreWords shows how a score comes about: "1.7, worth 5 for effort 3".
func (h here) scoreWords(it *plan.Item) string {
	score, worth := words.Tenths(it.Score), it.Value+it.Urgency+it.Risk
	if it.SizeAssumed != "" {
		return h.Say("{score}, worth {value} for effort {effort}, which is assumed", score, worth, it.Size)
	}
	return h.Say("{score}, worth {value} for effort {effort}", score, worth, it.Size)
}

// bundleWords says what a bundle is worth.
func (h here) bundleWords(b plan.Bundle) string {
	return h.Say("{n} item, together {value} value for {effort} effort = {ratio}|{n} items, together {value} value for {effort} effort = {ratio}", len(b.Items), b.Value, b.Effort, words.Tenths(b.Ratio()))
}

// unready says which checks of readiness fail.
func (h here) unready(it *plan.Item) string {
	return sentence(h.List(each(it.Unready, func(why plan.Clause) string { return h.Say(why.Text, why.Args...) })))
}
