package plan

import (
	"cmp"
	"math"
	"slices"

	"milepost/internal/order"
	"milepost/internal/parallel"
	"milepost/internal/schema"
	"milepost/internal/words"
)

// orderBacklog puts the open items in order.
func (p *Plan) orderBacklog() {
	p.assumeSizes()
	ranks := p.handRanks()
	all := p.byTheme()

	q := newQueue(listedItems(all), ranks)
	for _, i := range q.items {
		q.add(p, i)
	}
	q.result = order.Plan(q.work)
	for n, pos := range q.result.Positions {
		i := q.items[pos.Item]
		i.Position = n + 1
		p.Backlog = append(p.Backlog, i)
	}
	p.queue = q
	parallel.Each(len(q.result.Positions), func(n int) {
		pos := q.result.Positions[n]
		q.items[pos.Item].Place = p.place(pos)
	})
	for _, i := range all {
		if i.Status.Open() && i.Position == 0 {
			p.Wont = append(p.Wont, i)
		}
	}
	p.Cycles = q.cycles(all)
}

// byTheme lists the items theme by theme, those of none last, each in the order of
// their ids.
func (p *Plan) byTheme() []*Item {
	of := make(map[*Theme][]*Item, len(p.Themes)+1)
	for _, i := range p.Items {
		of[i.Theme] = append(of[i.Theme], i)
	}
	all := make([]*Item, 0, len(p.Items))
	for _, t := range p.Themes {
		all = append(all, of[t]...)
	}
	return append(all, of[nil]...)
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

// unranked is the rank of what is not in the hand order: after all that is.
const unranked = math.MaxInt32

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
			key = append(key, cmp.Or(ranks[i], unranked))
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

func size(i *Item, known map[string][]float64) (effort float64, assumed words.Text) {
	const enough = 5 // fewer of a type say too little about it
	lowerMedian := func(of []float64) float64 { return of[(len(of)-1)/2] }
	switch {
	case i.Effort > 0:
		return i.Effort, ""
	case len(known[i.Type]) >= enough:
		return lowerMedian(known[i.Type]), medianOf(i.Type)
	case len(known[""]) > 0:
		return lowerMedian(known[""]), words.Text("effort assumed (median of all items)")
	}
	return 1, words.Text("effort assumed (no effort is known)")
}

// medianOf says that an effort is the median of its type.
func medianOf(kind string) words.Text {
	switch kind {
	case "story":
		return words.Text("effort assumed (median of stories)")
	case "bug":
		return words.Text("effort assumed (median of bugs)")
	case "improvement":
		return words.Text("effort assumed (median of improvements)")
	case "spike":
		return words.Text("effort assumed (median of spikes)")
	}
	return words.Text("effort assumed (median of tasks)")
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
