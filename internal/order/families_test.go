package order

import "math/rand/v2"

// A family is a kind of plan, made at random in any size.
type family struct {
	name string
	make func(r *rand.Rand, n int) []Item
}

// families are the shapes that plans have, from the harmless to the nasty.
var families = []family{
	{"chains", shape(chainsNeeds)},
	{"out-tree", shape(outTreeNeeds)},
	{"in-tree", shape(inTreeNeeds)},
	{"series-parallel", shape(seriesParallelNeeds)},
	{"layered", shape(layeredNeeds)},
	{"backlog", shape(backlogNeeds)},
	{"random", shape(randomNeeds(12))},
	{"light", shape(randomNeeds(4))},
	{"dense", shape(randomNeeds(30))},
	{"bipartite", bipartite},
	{"levels", levels},
	{"trap", trap},
}

// hardFamilies are long and deep: they take time rather than wits.
var hardFamilies = []family{
	{"one chain", shape(chainNeeds)},
	{"rising chain", risingChain},
	{"deep", shape(deepNeeds)},
	{"ladders", ladders},
	{"epics", epics},
	{"no value", noValue},
}

// shape makes a family from a shape of needs, in which every item needs only
// lower ones: Fibonacci values and efforts, a quarter without value, and numbers
// shuffled so that they say nothing.
func shape(needs func(r *rand.Rand, n int) [][]int) func(r *rand.Rand, n int) []Item {
	return func(r *rand.Rand, n int) []Item { return shuffled(r, worth(r, needs(r, n))) }
}

var fibonacci = []int64{1, 2, 3, 5, 8, 13, 20}

func worth(r *rand.Rand, needs [][]int) []Item {
	items := make([]Item, len(needs))
	for v := range items {
		items[v] = Item{Effort: 100 * fibonacci[r.IntN(6)], Needs: needs[v]}
		if r.IntN(4) > 0 {
			items[v].Value = 100 * fibonacci[r.IntN(7)]
		}
	}
	return items
}

// shuffled renumbers items.
func shuffled(r *rand.Rand, items []Item) []Item { return renumbered(items, r.Perm(len(items))) }

func renumbered(items []Item, number []int) []Item {
	out := make([]Item, len(items))
	for v, item := range items {
		var needs []int
		for _, w := range item.Needs {
			needs = append(needs, number[w])
		}
		item.Needs = needs
		out[number[v]] = item
	}
	return out
}

func chainsNeeds(r *rand.Rand, n int) [][]int {
	needs := make([][]int, n)
	last := make([]int, 1+r.IntN(6))
	for v := range needs {
		c := r.IntN(len(last))
		if last[c] > 0 {
			needs[v] = []int{last[c] - 1}
		}
		last[c] = v + 1
	}
	return needs
}

func outTreeNeeds(r *rand.Rand, n int) [][]int {
	needs := make([][]int, n)
	for v := 1; v < n; v++ {
		needs[v] = []int{r.IntN(v)}
	}
	return needs
}

func inTreeNeeds(r *rand.Rand, n int) [][]int {
	needs := make([][]int, n)
	for v := 0; v < n-1; v++ {
		w := v + 1 + r.IntN(n-v-1)
		needs[w] = append(needs[w], v)
	}
	return needs
}

// seriesParallelNeeds puts two such orders one after the other or side by side.
func seriesParallelNeeds(r *rand.Rand, n int) [][]int {
	needs := make([][]int, n)
	var build func(from, to int)
	build = func(from, to int) {
		if to-from < 2 {
			return
		}
		middle := from + 1 + r.IntN(to-from-1)
		build(from, middle)
		build(middle, to)
		if r.IntN(2) > 0 {
			return
		}
		for v := middle; v < to; v++ {
			for w := from; w < middle; w++ {
				needs[v] = append(needs[v], w)
			}
		}
	}
	build(0, n)
	return needs
}

func layeredNeeds(r *rand.Rand, n int) [][]int {
	needs := make([][]int, n)
	size := (n + 3) / 4
	for v := size; v < n; v++ {
		for range 1 + r.IntN(3) {
			needs[v] = append(needs[v], v/size*size-size+r.IntN(size))
		}
	}
	return needs
}

// backlogNeeds resembles the work of a product: groups of 20, 1.2 needs for each
// item, nearly half of them for the enablers of its group and one in fourteen
// outside it.
func backlogNeeds(r *rand.Rand, n int) [][]int {
	needs := make([][]int, n)
	const group = 20
	for range n * 6 / 5 {
		v := r.IntN(n)
		first := v - v%group
		w := first + r.IntN(max(v-first, 1)) // an earlier one of its group
		switch chance := r.IntN(100); {
		case chance < 7:
			w = r.IntN(v + 1)
		case chance < 52:
			w = first + r.IntN(2)
		}
		if w < v {
			needs[v] = append(needs[v], w)
		}
	}
	return needs
}

// randomNeeds has so many tenths of a need for each item.
func randomNeeds(tenths int) func(r *rand.Rand, n int) [][]int {
	return func(r *rand.Rand, n int) [][]int {
		needs := make([][]int, n)
		for range n * tenths / 10 {
			v, w := r.IntN(n), r.IntN(n)
			if v != w {
				needs[max(v, w)] = append(needs[max(v, w)], min(v, w))
			}
		}
		return needs
	}
}

// bipartite is the hard family: worthless enablers of effort 1, and items of
// effort and value that each need a few of them.
func bipartite(r *rand.Rand, n int) []Item {
	items := make([]Item, n)
	half := max(n/2, 1)
	for v := range items {
		items[v].Effort = 100 * fibonacci[r.IntN(6)]
		if v >= half {
			items[v].Value = 100 * fibonacci[r.IntN(7)]
			for range 1 + r.IntN(3) {
				items[v].Needs = append(items[v].Needs, r.IntN(half))
			}
		}
	}
	return shuffled(r, items)
}

// levels has words for values and no efforts, so that ratios tie everywhere.
func levels(r *rand.Rand, n int) []Item {
	items := worth(r, randomNeeds(12)(r, n))
	for v := range items {
		items[v].Value = 100 << r.IntN(5)
		items[v].Effort = 100
	}
	return shuffled(r, items)
}

// trap is one big worthless enabler of half of the items.
func trap(r *rand.Rand, n int) []Item {
	items := worth(r, randomNeeds(3)(r, n))
	items[0].Value = 0
	items[0].Effort = 100 * int64(n)
	for v := 1; v <= n/2 && v < n; v++ {
		items[v].Needs = append(items[v].Needs, 0)
	}
	return shuffled(r, items)
}

func chainNeeds(_ *rand.Rand, n int) [][]int {
	needs := make([][]int, n)
	for v := 1; v < n; v++ {
		needs[v] = []int{v - 1}
	}
	return needs
}

// risingChain is one bundle, and so is what is left of it after each item.
func risingChain(_ *rand.Rand, n int) []Item {
	items := make([]Item, n)
	for v, needs := range chainNeeds(nil, n) {
		items[v] = Item{Value: 100 * int64(v+1), Effort: 100, Needs: needs}
	}
	return items
}

// deepNeeds has chains of a third of all items.
func deepNeeds(r *rand.Rand, n int) [][]int {
	needs := make([][]int, n)
	for v := 1; v < n; v++ {
		for range 1 + r.IntN(2) {
			needs[v] = append(needs[v], max(0, v-1-r.IntN(5)))
		}
	}
	return needs
}

// ladder is deep and gets better with every item, with three needs for each: there
// is no worse family known.
func ladder(r *rand.Rand, n int) []Item {
	items := make([]Item, n)
	for v := range items {
		items[v] = Item{Value: 100 * int64(v+1), Effort: 100 * fibonacci[r.IntN(6)]}
		for range 3 {
			if w := v - 1 - r.IntN(10); w >= 0 {
				items[v].Needs = append(items[v].Needs, w)
			}
		}
	}
	return items
}

// ladders are as long as what is still looked into.
func ladders(r *rand.Rand, n int) []Item {
	var items []Item
	for len(items) < n {
		items = append(items, shifted(ladder(r, min(large, n-len(items))), len(items))...)
	}
	return shuffled(r, items)
}

// epics are worth something only when eleven others are done.
func epics(r *rand.Rand, n int) []Item {
	const size = 12
	items := make([]Item, n)
	for v := range items {
		items[v].Effort = 100 * fibonacci[r.IntN(6)]
		if v%size == size-1 {
			items[v].Value = 100 * fibonacci[r.IntN(7)]
			for w := v - size + 1; w < v; w++ {
				items[v].Needs = append(items[v].Needs, w)
			}
		}
	}
	return shuffled(r, items)
}

// noValue is a backlog whose author gives no values.
func noValue(r *rand.Rand, n int) []Item {
	items := shape(backlogNeeds)(r, n)
	for v := range items {
		items[v].Value = 0
	}
	return items
}
