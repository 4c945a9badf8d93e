package plan

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"milepost/internal/graph"
	"milepost/internal/order"
	"milepost/internal/schema"
)

// orderBacklog puts the open items in order.
func (p *Plan) orderBacklog() {
	p.assumeSizes()
	ranks := p.handRanks()
	all := slices.Clone(p.Items)
	themeRank := map[*Theme]int{nil: len(p.Themes)}
	for n, t := range p.Themes {
		themeRank[t] = n
	}
	slices.SortFunc(all, func(a, b *Item) int { return cmp.Or(themeRank[a.Theme]-themeRank[b.Theme], byID(a, b)) })

	listed := listedItems(all)
	q := newQueue(listed)
	for _, i := range listed {
		q.add(p, i, ranks)
	}
	result := order.Plan(q.work)
	for _, c := range result.Cycles {
		p.Cycles = append(p.Cycles, q.cycle(c))
	}
	for n, pos := range result.Positions {
		i := listed[pos.Item]
		i.Position = n + 1
		p.Backlog = append(p.Backlog, i)
		i.Place = p.place(q, pos, ranks, result.Dropped)
	}
	for _, i := range all {
		if i.Status.Open() && i.Position == 0 {
			p.Wont = append(p.Wont, i)
		}
	}
	p.otherCycles(all, listed, result.Dropped)
}

// listedItems are the open items, without those that will not be done unless a
// listed one needs them.
func listedItems(all []*Item) []*Item {
	listed := map[*Item]bool{}
	var list func(*Item)
	var todo []*Item
	list = func(i *Item) {
		if i.Status.Open() && !listed[i] {
			listed[i] = true
			todo = append(todo, i)
		}
	}
	for _, i := range all {
		if i.Priority != Wont || i.Status.Started() {
			list(i)
		}
	}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, n := range i.Needs {
			list(n)
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(i *Item) bool { return !listed[i] })
}

// queue is the backlog as package order sees it: items as numbers.
type queue struct {
	items  []*Item
	number map[*Item]int
	work   []order.Item
}

func newQueue(items []*Item) *queue {
	q := &queue{items: items, number: make(map[*Item]int, len(items)), work: make([]order.Item, 0, len(items))}
	for n, i := range items {
		q.number[i] = n
	}
	return q
}

func (q *queue) add(p *Plan, i *Item, ranks map[*Item]int) {
	work := order.Item{Key: p.key(i, ranks), Value: hundredths(i.weight()), Effort: hundredths(i.Size)}
	for _, n := range i.Needs {
		if number, ok := q.number[n]; ok {
			work.Needs = append(work.Needs, number)
		}
	}
	q.work = append(q.work, work)
}

func (q *queue) cycle(numbers []int) Cycle {
	var c Cycle
	for _, n := range numbers {
		c.Items = append(c.Items, q.items[n])
	}
	return c
}

// otherCycles finds the circles that run through finished work: they do not
// matter to the order, and are mistakes all the same.
func (p *Plan) otherCycles(all, listed []*Item, dropped [][2]int) {
	gone := map[[2]*Item]bool{}
	for _, d := range dropped {
		gone[[2]*Item{listed[d[0]], listed[d[1]]}] = true
	}
	q := newQueue(all)
	for _, i := range all {
		work := order.Item{Effort: 1}
		for _, n := range i.Needs {
			if !gone[[2]*Item{i, n}] {
				work.Needs = append(work.Needs, q.number[n])
			}
		}
		q.work = append(q.work, work)
	}
	for _, c := range order.Plan(q.work).Cycles {
		p.Cycles = append(p.Cycles, q.cycle(c))
	}
	p.Cycles = tangles(p.Cycles, all)
}

// tangles puts the circles of one tangle together, under the first of them.
func tangles(cycles []Cycle, all []*Item) []Cycle {
	if len(cycles) < 2 {
		return cycles
	}
	q := newQueue(all)
	needs := make([][]int, len(all))
	for n, i := range all {
		for _, need := range i.Needs {
			needs[n] = append(needs[n], q.number[need])
		}
	}
	tangle := map[*Item]int{}
	for n, component := range graph.Components(needs) {
		for _, number := range component {
			tangle[all[number]] = n
		}
	}
	var out []Cycle
	first := map[int]int{}
	for _, c := range cycles {
		t := tangle[c.Items[0]]
		if n, ok := first[t]; ok {
			out[n].More = append(out[n].More, c)
			continue
		}
		first[t] = len(out)
		out = append(out, c)
	}
	return out
}

// handRanks numbers the open items of the hand order from 1.
func (p *Plan) handRanks() map[*Item]int {
	ranks := map[*Item]int{}
	for _, ref := range p.Roadmap.OrderRefs {
		if i := find[*Item](p, ref); i != nil && i.Status.Open() && ranks[i] == 0 {
			ranks[i] = len(ranks) + 1
		}
	}
	return ranks
}

// weight is what doing an item is worth: value, urgency and risk added (WSJF's
// cost of delay). Where none is given it is 0.
func (i *ItemText) weight() float64 { return i.Value + i.Urgency + i.Risk }

func hundredths(x float64) int64 { return int64(math.Round(100 * x)) }

// key is an item's own key, field by field as configured; score is not part of
// it, since package order works on it inside a class of equal keys.
func (p *Plan) key(i *Item, ranks map[*Item]int) []int {
	var key []int
	for _, name := range p.Config.OrderBy {
		switch name {
		case "progress":
			key = append(key, map[Status]int{InReview: 0, InProgress: 1}[i.Status]+2*boolInt(!i.Status.Started()))
		case "horizon":
			key = append(key, int(i.Horizon))
		case "rank":
			key = append(key, cmp.Or(ranks[i], math.MaxInt32))
		case "release":
			key = append(key, p.releaseRank(i.Release))
		case "priority":
			key = append(key, int(i.Priority))
		}
	}
	return key
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// releaseRank is the place of a release in time; work without a release is last.
func (p *Plan) releaseRank(r *Release) int {
	if r == nil {
		return math.MaxInt32
	}
	return r.rank
}

// assumeSizes fills in efforts that are not known: the lower median of the same
// type where five are known, else of all, else 1.
func (p *Plan) assumeSizes() {
	known := map[string][]float64{}
	for _, i := range p.Items {
		if i.Effort > 0 {
			known[i.Type] = append(known[i.Type], i.Effort)
			known[""] = append(known[""], i.Effort)
		}
	}
	for _, efforts := range known {
		slices.Sort(efforts)
	}
	for _, i := range p.Items {
		i.Size, i.SizeAssumed = size(i, known)
		i.Score = i.weight() / i.Size
	}
	for n, r := range p.Releases {
		r.rank = n
	}
}

func size(i *Item, known map[string][]float64) (effort float64, assumed string) {
	const enough = 5 // fewer of a type say too little about it
	lowerMedian := func(of []float64) float64 { return of[(len(of)-1)/2] }
	switch {
	case i.Effort > 0:
		return i.Effort, ""
	case len(known[i.Type]) >= enough:
		return lowerMedian(known[i.Type]), "median of " + plural(i.Type)
	case len(known[""]) > 0:
		return lowerMedian(known[""]), "median of all items"
	}
	return 1, "no effort is known"
}

func plural(noun string) string {
	if rest, ok := strings.CutSuffix(noun, "y"); ok {
		return rest + "ies"
	}
	return noun + "s"
}

// keyValue gives the words for one field of i's own key.
func (p *Plan) keyValue(name string, i *Item, ranks map[*Item]int) string {
	switch name {
	case "progress":
		if i.Status.Started() {
			return i.Status.String()
		}
		return "not started"
	case "horizon":
		return i.Horizon.String()
	case "rank":
		if ranks[i] == 0 {
			return "none"
		}
		return formatInt(ranks[i])
	case "release":
		if i.Release == nil {
			return "none"
		}
		return i.Release.ID
	}
	return p.Config.Priorities[i.Priority]
}

// keyNames are the fields of the key: what the backlog is ordered by, but score.
func (p *Plan) keyNames() []string {
	return slices.DeleteFunc(slices.Clone(p.Config.OrderBy), func(k string) bool { return k == schema.OrderKeys[len(schema.OrderKeys)-1] })
}
