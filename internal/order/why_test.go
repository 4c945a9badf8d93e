package order

import (
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// One difference of each cause.
func TestWhy(t *testing.T) {
	items := []Item{
		0: it(1, 0, 5),       // an enabler of 1 and 2
		1: it(1, 9, 1, 0),    //
		2: it(1, 1, 2, 0, 3), // needs another one as well
		3: it(1, 0, 5),       //
		4: it(1, 1, 9),       // alone
		5: it(0, 0, 1),       // of an earlier class
		6: it(1, 2, 18),      // as good as 4
	}
	o := Plan(items)
	check(t, items, o)
	if got, want := o.Sequence(), []int{5, 0, 1, 3, 2, 4, 6}; !slices.Equal(got, want) {
		t.Fatalf("order %v, want %v", got, want)
	}
	tests := []struct {
		name string
		a, b int
		want Difference
	}{
		{"key", 0, 5, Difference{Before: 5, After: 0, Cause: ByKey, Field: 0}},
		{"need", 0, 2, Difference{Before: 0, After: 2, Cause: ByNeed, Field: none, Path: []int{2, 0}}},
		{"ratio", 4, 1, Difference{Before: 1, After: 4, Cause: ByRatio, Field: none, Bundles: [2]Bundle{{1, 3, 9, 6}, {5, 6, 1, 9}}}},
		{"index", 6, 4, Difference{Before: 4, After: 6, Cause: ByIndex, Field: none, Bundles: [2]Bundle{{5, 6, 1, 9}, {6, 7, 2, 18}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := o.Why(tt.a, tt.b); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

// In one bundle: 0 and 1 are both needed for 2, and to begin with 1 opens 3 as well.
func TestWhyInOneBundle(t *testing.T) {
	items := []Item{it(0, 0, 5), it(0, 0, 5), it(0, 20, 1, 0, 1), it(0, 6, 1, 1)}
	o := Plan(items)
	check(t, items, o)
	if got, want := o.Sequence(), []int{1, 3, 0, 2}; !slices.Equal(got, want) {
		t.Fatalf("order %v, want %v", got, want)
	}
	whole := Bundle{0, 4, 26, 12}
	want := Difference{Before: 1, After: 0, Cause: ByStep, Field: none, Bundles: [2]Bundle{whole, whole}}
	if got := o.Why(0, 1); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// A bundle of 300 items that may begin with any of 299.
func TestWhyInALargeBundle(t *testing.T) {
	items := make([]Item, 300)
	for v := range 299 {
		items[v] = it(0, 1, 300)
		items[299].Needs = append(items[299].Needs, v)
	}
	items[299].Key, items[299].Value, items[299].Effort = []int{0}, 9000, 1
	items[7].Value = 2
	o := Plan(items)
	check(t, items, o)
	if first := o.Positions[0]; first.Item != 7 || first.For != 299 || first.More != 0 {
		t.Errorf("first %+v, want 7 for 299", first)
	}
	if d := o.Why(8, 7); d.Cause != BySize || d.Before != 7 || d.Bundles[0] != (Bundle{0, 300, 9300, 299*300 + 1}) {
		t.Errorf("got %+v", d)
	}
}

func TestWhyOfRandomPlans(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	seen := map[Cause]int{}
	for range 400 {
		items := randomPlan(r)
		o := Plan(items)
		needs := closure(items, o)
		for a := range items {
			for b := range a {
				d := o.Why(a, b)
				if !reflect.DeepEqual(d, o.Why(b, a)) || min(d.Before, d.After) != b || max(d.Before, d.After) != a {
					t.Fatalf("%d and %d: %+v", a, b, d)
				}
				checkDifference(t, items, o, needs, d)
				seen[d.Cause]++
			}
		}
		if t.Failed() {
			t.Fatalf("items %v\norder %v", items, o)
		}
	}
	for _, cause := range []Cause{ByKey, ByNeed, ByRatio, ByStep, ByIndex} {
		if seen[cause] < 10 {
			t.Errorf("cause %d only %d times: the test has lost its aim", cause, seen[cause])
		}
	}
}

// checkDifference: all that a difference says is true, and nothing that is asked
// for before it tells the two apart.
func checkDifference(t *testing.T, items []Item, o Order, needs [][]bool, d Difference) {
	t.Helper()
	place := inverse(o.Sequence())
	first, second := place[d.Before], place[d.After]
	p, q := o.Positions[first], o.Positions[second]
	if first >= second {
		t.Errorf("%+v is the wrong way round", d)
	}
	sameKeys := slices.Equal(p.Key, q.Key)
	if (d.Cause == ByKey) == sameKeys || !sameKeys && (!slices.Equal(p.Key[:d.Field], q.Key[:d.Field]) || p.Key[d.Field] >= q.Key[d.Field]) {
		t.Errorf("%+v, but the keys are %v and %v", d, p.Key, q.Key)
	}
	if d.Cause == ByKey {
		return
	}
	if needed := needs[d.After][d.Before]; needed != (d.Cause == ByNeed) {
		t.Errorf("%+v, but that it needs it is %v", d, needed)
	}
	switch b, c := d.Bundles[0], d.Bundles[1]; d.Cause {
	case ByNeed:
		checkPath(t, items, o, d)
	case ByStep:
		if b != c || b.From != first || b.To <= second || b != p.Bundle {
			t.Errorf("%+v is not about the first step of a bundle", d)
		}
	case ByRatio, ByIndex:
		checkParting(t, o, d, first, second)
		if c := big.NewRat(b.Value, b.Effort).Cmp(big.NewRat(c.Value, c.Effort)); (c > 0) != (d.Cause == ByRatio) || c < 0 {
			t.Errorf("%+v, but the comparison of ratios is %d", d, c)
		}
		if d.Cause == ByIndex && lowest(o, b) > lowest(o, c) {
			t.Errorf("%+v, but the first bundle is not that with the lowest item", d)
		}
	default:
		t.Errorf("cause %d", d.Cause)
	}
}

// checkPath: the path is made of needs, and the items are no nearer.
func checkPath(t *testing.T, items []Item, o Order, d Difference) {
	t.Helper()
	for i := range len(d.Path) - 1 {
		if !kept(items, o, d.Path[i], d.Path[i+1]) {
			t.Errorf("%+v: %d does not need %d", d, d.Path[i], d.Path[i+1])
		}
	}
	if d.Path[0] != d.After || d.Path[len(d.Path)-1] != d.Before {
		t.Errorf("%+v does not lead from one to the other", d)
	}
	reached := map[int]bool{d.After: true}
	for range len(d.Path) - 2 {
		next := map[int]bool{}
		for v := range reached {
			for _, w := range keptNeeds(items, o, v) {
				next[w] = true
			}
		}
		reached = next
		if reached[d.Before] {
			t.Errorf("%+v: there is a shorter path", d)
		}
	}
}

// checkParting: of all bundles these are the largest that have one of two places
// and not the other.
func checkParting(t *testing.T, o Order, d Difference, first, second int) {
	t.Helper()
	largest := func(has, hasNot int) (out Bundle) {
		for _, p := range o.Positions {
			b := p.Bundle
			if b.From <= has && has < b.To && (hasNot < b.From || b.To <= hasNot) && b.To-b.From > out.To-out.From {
				out = b
			}
		}
		return out
	}
	if b, c := largest(first, second), largest(second, first); d.Bundles != [2]Bundle{b, c} {
		t.Errorf("%+v, want %v", d, [2]Bundle{b, c})
	}
}

func lowest(o Order, b Bundle) int {
	return slices.Min(o.Sequence()[b.From:b.To])
}
