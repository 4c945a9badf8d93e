package plan_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/order"
	"milepost/internal/plan"
)

// example is a plan in which every clause of an explanation occurs.
const example = `
-- content/_index.md --
---
order: [OPS-2]
---
-- content/themes/all.md --
---
title: All
horizon: now
---
-- content/themes/all/UX-1.md --
---
{status: ready, value: 5, effort: 2}
---
-- content/themes/all/UX-2.md --
---
{status: ready, horizon: next, value: 8, effort: 8, depends_on: OPS-3}
---
-- content/themes/all/UX-3.md --
---
{status: in-progress, value: 3, effort: 3, depends_on: OPS-1}
---
-- content/themes/all/UX-4.md --
---
{status: ready, type: bug}
---
-- content/themes/all/OPS-1.md --
---
{status: ready, value: 1, effort: 1}
---
-- content/themes/all/OPS-2.md --
---
{status: ready, value: 1, effort: 8}
---
-- content/themes/all/OPS-3.md --
---
{status: ready, horizon: later, effort: 3}
---
-- content/themes/all/PAY-1.md --
---
{status: ready, effort: 5}
---
-- content/themes/all/PAY-2.md --
---
{status: ready, value: 13, effort: 3, depends_on: PAY-1}
---
-- content/themes/all/PAY-3.md --
---
{status: ready, value: 8, effort: 2, depends_on: PAY-1}
---
-- content/themes/all/CYC-1.md --
---
{status: ready, horizon: later, value: 1, effort: 1, depends_on: CYC-2}
---
-- content/themes/all/CYC-2.md --
---
{status: ready, horizon: later, value: 1, effort: 1, depends_on: CYC-1}
---
`

func TestTheGrammarOfExplanations(t *testing.T) {
	want := `1 OPS-1: UX-3 is in progress and needs it; unblocks UX-3 (1.0): together 4 value for 4 effort = 1.0; alone 1.0
2 UX-3: in progress; score 1.0 (3/3); after OPS-1, which it needs
3 OPS-2: ranked 1 by hand; score 0.1 (1/8)
4 UX-1: score 2.5 (5/2)
5 PAY-1: unblocks PAY-2 (4.3) and 1 more: together 21 value for 10 effort = 2.1; alone 0.0
6 PAY-2: score 4.3 (13/3); after PAY-1, which it needs
7 PAY-3: score 4.0 (8/2); after PAY-1, which it needs
8 UX-4: no value given: after the scored items; effort assumed (median of all items)
9 OPS-3: pulled forward from Later: UX-2 (Next) needs it; unblocks UX-2 (1.0): together 8 value for 11 effort = 0.7; alone 0.0
10 UX-2: score 1.0 (8/8); after OPS-3, which it needs
11 CYC-2: unblocks CYC-1 (1.0): together 2 value for 2 effort = 1.0; alone 1.0; cycle ignored: CYC-2 needs CYC-1
12 CYC-1: score 1.0 (1/1); after CYC-2, which it needs
`
	if diff := cmp.Diff(want, backlog(load(t, example))); diff != "" {
		t.Error(diff)
	}
}

func TestWhyOneStandsBeforeTheOther(t *testing.T) {
	p := load(t, example)
	for _, c := range []struct{ a, b, want string }{
		{"UX-3", "UX-1", "the progress differs: UX-3 counts as in-progress, UX-1 as not started"},
		{"UX-1", "OPS-1", "the progress differs: OPS-1 counts as in-progress, UX-1 as not started; OPS-1 takes that over from UX-3, which needs it"},
		{"UX-1", "OPS-2", "the hand order differs: OPS-2 counts as 1, UX-1 as none"},
		{"CYC-1", "OPS-3", "the horizon differs: OPS-3 counts as next, CYC-1 as later; OPS-3 takes that over from UX-2, which needs it"},
		{"PAY-1", "PAY-2", "PAY-2 needs PAY-1"},
		{"PAY-2", "UX-1", "what stands with UX-1 is worth more for its effort: 5 value for 2 effort = 2.5 against 21 value for 10 effort = 2.1 for PAY-2"},
		{"PAY-2", "PAY-3", "what stands with PAY-2 is worth more for its effort: 13 value for 3 effort = 4.3 against 8 value for 2 effort = 4.0 for PAY-3"},
	} {
		got, ok := p.Why(item(t, p, c.a), item(t, p, c.b))
		if !ok || got.Reason.String() != c.want {
			t.Errorf("%s, %s: %v\n%s\nwant\n%s", c.a, c.b, ok, got.Reason, c.want)
		}
	}
	if _, ok := p.Why(item(t, p, "UX-1"), item(t, p, "UX-1")); ok {
		t.Error("an item does not stand before itself")
	}
}

func TestThePriceOfAHandRank(t *testing.T) {
	p := load(t, example)
	// OPS-2 would come last but for UX-4: UX-1 and the PAY items, worth 26, wait
	// for its 8 effort.
	if got, ok := p.RankPrice(item(t, p, "OPS-2")); !ok || got != (plan.Price{Value: 26, Effort: 8}) {
		t.Errorf("%v %v", got, ok)
	}
	if _, ok := p.RankPrice(item(t, p, "UX-1")); ok {
		t.Error("UX-1 has no rank")
	}
}

// random is the text of a plan with n items and all that explanations speak of.
func random(r *rand.Rand, n int) string {
	var b strings.Builder
	var ranked []string
	for range r.IntN(4) {
		ranked = append(ranked, fmt.Sprintf("I-%d", r.IntN(n)))
	}
	fmt.Fprintf(&b, "-- content/_index.md --\n---\norder: [%s]\n---\n", strings.Join(ranked, ", "))
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	for t := range 3 {
		fmt.Fprintf(&b, "-- content/themes/t%d.md --\n---\nhorizon: %s\n---\n", t, pick("now", "next", "later"))
	}
	for t := range 2 {
		fmt.Fprintf(&b, "-- content/releases/r%d.md --\n---\ndate: 2027-Q%d\n---\n", t, t+1)
	}
	for i := range n {
		fmt.Fprintf(&b, "-- content/backlog/I-%d.md --\n---\ntheme: t%d\nstatus: %s\n", i, r.IntN(3), pick("proposed", "ready", "ready", "ready", "in-progress", "done"))
		if r.IntN(3) > 0 {
			fmt.Fprintf(&b, "value: %d\n", 1+r.IntN(20))
		}
		if r.IntN(5) > 0 {
			fmt.Fprintf(&b, "effort: %d\n", 1+r.IntN(8))
		}
		if r.IntN(3) == 0 {
			fmt.Fprintf(&b, "priority: %s\n", pick("must", "could"))
		}
		if r.IntN(3) == 0 {
			fmt.Fprintf(&b, "release: r%d\n", r.IntN(2))
		}
		var needs []string
		for range r.IntN(3) {
			if i > 0 {
				needs = append(needs, fmt.Sprintf("I-%d", r.IntN(i)))
			}
		}
		fmt.Fprintf(&b, "depends_on: [%s]\n---\n", strings.Join(needs, ", "))
	}
	return b.String()
}

// TestEveryClauseIsTrue computes the facts of every explanation again, from the
// plan alone.
func TestEveryClauseIsTrue(t *testing.T) {
	for seed := range uint64(150) {
		p := load(t, random(rand.New(rand.NewPCG(seed, 7)), 24))
		for _, i := range p.Backlog {
			if problem := untrue(p, i); problem != "" {
				t.Fatalf("seed %d: %d %s: %s: %s\n%s", seed, i.Position, i.ID, i.Place, problem, backlog(p))
			}
		}
	}
}

// dependents are the open items that need i, directly or not.
func dependents(i *plan.Item) []*plan.Item {
	var out []*plan.Item
	todo := []*plan.Item{i}
	for len(todo) > 0 {
		next := todo[0]
		todo = todo[1:]
		for _, by := range next.Blocks {
			if by.Status.Open() && !slices.Contains(out, by) {
				out = append(out, by)
				todo = append(todo, by)
			}
		}
	}
	return out
}

// untrue names the first fact of an explanation that does not hold.
func untrue(p *plan.Plan, i *plan.Item) string {
	text, at := i.Place.String(), i.Place
	need := dependents(i)
	if at.Source != nil && !slices.Contains(need, at.Source) {
		return "its source does not need it"
	}
	if at.Source == nil && i.Status.Started() != strings.Contains(text, "in progress;") {
		return "its own progress"
	}
	last := 0
	for _, n := range i.Waits {
		last = max(last, n.Position)
	}
	if (last > 0) != (at.After != nil) || last > 0 && at.After.Position != last || last >= i.Position {
		return "what it comes after"
	}
	var value, effort float64
	for _, b := range at.Bundle.Items {
		value += b.Value + b.Urgency + b.Risk
		effort += b.Size
	}
	if value != at.Bundle.Value || math.Abs(effort-at.Bundle.Effort) > 1e-9 || !slices.Contains(at.Bundle.Items, i) {
		return fmt.Sprintf("its bundle is %v for %v", value, effort)
	}
	best, others := -1.0, 0
	for _, d := range need {
		if slices.Contains(at.Bundle.Items, d) {
			best, others = max(best, d.Score), others+1
		}
	}
	if (at.For != nil) != (others > 0) || at.For != nil && (at.For.Score != best || at.More != others-1 || !slices.Contains(need, at.For)) {
		return "what it unblocks"
	}
	if strings.Contains(text, "effort assumed") != (i.Effort == 0) {
		return "whether its effort is assumed"
	}
	return ""
}

func TestEveryComparisonIsTrue(t *testing.T) {
	causes := map[order.Cause]int{}
	for seed := range uint64(60) {
		p := load(t, random(rand.New(rand.NewPCG(seed, 9)), 24))
		for _, a := range p.Backlog {
			for _, b := range p.Backlog {
				if a == b {
					continue
				}
				c, ok := p.Why(a, b)
				causes[c.Cause]++
				if problem := false; !ok || c.Before.Position >= c.After.Position || problem {
					t.Fatalf("%s, %s: %v %s", a.ID, b.ID, ok, c.Reason)
				}
				if problem := untrueComparison(c); problem != "" {
					t.Fatalf("%s, %s: %s: %s", a.ID, b.ID, c.Reason, problem)
				}
			}
		}
	}
	for _, c := range []order.Cause{order.ByKey, order.ByNeed, order.ByRatio, order.ByStep, order.ByIndex} {
		if causes[c] == 0 {
			t.Errorf("cause %d never came up", c)
		}
	}
}

func untrueComparison(c plan.Comparison) string {
	x, y := c.Before.Place.Key, c.After.Place.Key
	first := slices.IndexFunc(x, func(kv plan.KeyValue) bool { return !slices.Contains(y, kv) })
	needed := slices.Contains(dependents(c.Before), c.After)
	switch {
	case (first >= 0) != (c.Cause == order.ByKey):
		return "whether the keys differ"
	case first >= 0 && x[first].Name != c.Field:
		return "which field differs"
	case first >= 0:
		return ""
	case needed != (c.Cause == order.ByNeed):
		return "whether one needs the other"
	case needed:
		for n, i := range c.Path[1:] {
			if !slices.Contains(c.Path[n].Needs, i) {
				return "the path"
			}
		}
	}
	return ""
}
