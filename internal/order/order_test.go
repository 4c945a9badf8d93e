package order

import (
	"math"
	"reflect"
	"testing"
)

// it is an item with a key of one field.
func it(key int, value, effort int64, needs ...int) Item {
	return Item{Key: []int{key}, Value: value, Effort: effort, Needs: needs}
}

func TestOrder(t *testing.T) {
	const half = 1 << 29
	tests := []struct {
		name  string
		items []Item
		want  []int
	}{
		{"no items", nil, []int{}},
		{"ties by index", []Item{it(0, 1, 1), it(0, 1, 1), it(0, 1, 1)}, []int{0, 1, 2}},
		{"equal ratios are ties", []Item{it(0, 4, 2), it(0, 2, 1), it(0, 6, 3)}, []int{0, 1, 2}},
		{"more value for the effort first", []Item{it(0, 3, 3), it(0, 3, 1), it(0, 4, 2)}, []int{1, 2, 0}},
		{"no value after any value, whatever the effort", []Item{it(0, 0, 1), it(0, 1, 9000), it(0, 0, 2)}, []int{1, 0, 2}},
		{"key before ratio", []Item{it(1, 9, 1), it(0, 1, 9)}, []int{1, 0}},
		{"ratios that only a wide product tells apart", []Item{it(0, half-2, half-1), it(0, half-1, half)}, []int{1, 0}},
		{"numbers that are not allowed count as the nearest allowed", []Item{it(0, -5, 1), it(0, 2, 0), it(0, 1, 1), it(0, 0, -3)}, []int{1, 2, 0, 3}},
		{"an effort of 0 is not without price", []Item{it(0, 1, 0), it(0, 3, 2)}, []int{1, 0}},
		{"a need first, right before what needs it", []Item{it(0, 9, 1, 2), it(0, 4, 1), it(0, 0, 1)}, []int{2, 0, 1}},
		{"a need waits as long as what needs it is not worth both", []Item{it(0, 9, 1, 2), it(0, 5, 1), it(0, 0, 1)}, []int{1, 2, 0}},
		{"the needs of one item by ratio, not as listed", []Item{it(0, 9, 1, 1, 2, 3), it(0, 1, 1), it(0, 2, 1), it(0, 3, 1)}, []int{3, 2, 1, 0}},
		{"the needs of a need are pulled up too", []Item{it(0, 9, 1, 1), it(0, 0, 1, 2), it(0, 0, 1), it(0, 2, 1)}, []int{2, 1, 0, 3}},
		{"several that need one together pull it up", []Item{it(0, 5, 1), it(0, 3, 1, 4), it(0, 4, 1, 4), it(0, 2, 1), it(0, 0, 1)}, []int{0, 4, 2, 1, 3}},
		{"one that opens more first", []Item{it(0, 0, 5), it(0, 0, 5), it(0, 20, 1, 0, 1), it(0, 6, 1, 1)}, []int{1, 3, 0, 2}},
		{"a need already placed is not pulled again", []Item{it(0, 9, 1, 2), it(0, 8, 1, 2), it(0, 0, 1)}, []int{2, 0, 1}},
		{"a need of a later class takes over the key", []Item{it(0, 1, 1, 2), it(0, 9, 1), it(2, 0, 1), it(1, 9, 1)}, []int{1, 2, 0, 3}},
		{"through an item of a later key still", []Item{it(0, 1, 1, 1), it(3, 1, 1, 2), it(2, 1, 1), it(1, 1, 1)}, []int{2, 1, 0, 3}},
		{"a need of an earlier class changes nothing", []Item{it(1, 1, 1, 1), it(0, 1, 1), it(1, 9, 1)}, []int{1, 2, 0}},
		{"needs that do not exist are ignored", []Item{it(0, 1, 1, 7, -1, 2), it(0, 2, 1)}, []int{1, 0}},
		{"keys by their first difference", []Item{
			{Key: []int{1, 0}, Effort: 1}, {Key: []int{0, 2}, Effort: 1}, {Key: []int{0, 1}, Effort: 1},
		}, []int{2, 1, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Plan(tt.items)
			check(t, tt.items, got)
			if order := got.Sequence(); !reflect.DeepEqual(order, tt.want) {
				t.Errorf("order %v, want %v", order, tt.want)
			}
		})
	}
}

func TestCycles(t *testing.T) {
	tests := []struct {
		name    string
		needs   [][]int
		cycles  [][]int
		dropped [][2]int
		order   []int
	}{
		{"none in a diamond", [][]int{{1, 2}, {3}, {3}, {}}, nil, nil, []int{3, 1, 2, 0}},
		{"an item that needs itself", [][]int{{0}}, [][]int{{0}}, [][2]int{{0, 0}}, []int{0}},
		{"two that need each other", [][]int{{1}, {0}}, [][]int{{0, 1}}, [][2]int{{1, 0}}, []int{1, 0}},
		{"named twice, reported once", [][]int{{1, 1}, {0, 0}}, [][]int{{0, 1}}, [][2]int{{1, 0}}, []int{1, 0}},
		{"the whole path, from where it is entered", [][]int{{3}, {3}, {1}, {2}}, [][]int{{3, 2, 1}}, [][2]int{{1, 3}}, []int{1, 2, 3, 0}},
		{"one for each closing need", [][]int{{1}, {2, 0}, {0}}, [][]int{{0, 1}, {0, 1, 2}}, [][2]int{{1, 0}, {2, 0}}, []int{2, 1, 0}},
		{"two apart", [][]int{{2}, {3}, {0}, {1}}, [][]int{{0, 2}, {1, 3}}, [][2]int{{2, 0}, {3, 1}}, []int{2, 0, 3, 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			items := make([]Item, len(tt.needs))
			for v := range items {
				items[v] = it(0, 1, 1, tt.needs[v]...)
			}
			got := Plan(items)
			check(t, items, got)
			if !reflect.DeepEqual(got.Cycles, tt.cycles) || !reflect.DeepEqual(got.Dropped, tt.dropped) {
				t.Errorf("cycles %v without %v, want %v without %v", got.Cycles, got.Dropped, tt.cycles, tt.dropped)
			}
			if order := got.Sequence(); !reflect.DeepEqual(order, tt.order) {
				t.Errorf("order %v, want %v", order, tt.order)
			}
		})
	}
}

// One of each fact: an item pulled forward in the second field through another,
// a tie of sources, an item with several needs, a bundle in a bundle.
func TestPositions(t *testing.T) {
	items := []Item{
		{Key: []int{0, 5}, Value: 3, Effort: 1, Needs: []int{4}},
		{Key: []int{0, 2}, Value: 1, Effort: 1, Needs: []int{2, 3}},
		{Key: []int{0, 4}, Value: 1, Effort: 1, Needs: []int{4}},
		{Key: []int{1, 0}, Value: 2, Effort: 1},
		{Key: []int{0, 9}, Value: 1, Effort: 1},
		{Key: []int{0, 2}, Value: 0, Effort: 1, Needs: []int{3}},
	}
	alone := func(at int, value, effort int64) Bundle { return Bundle{at, at + 1, value, effort} }
	want := []Position{
		{Item: 3, Key: []int{0, 2}, Source: 1, Field: 0, After: none, Bundle: alone(0, 2, 1), For: none},
		{Item: 4, Key: []int{0, 2}, Source: 1, Field: 1, After: none, Bundle: Bundle{1, 4, 3, 3}, For: 1, More: 1},
		{Item: 2, Key: []int{0, 2}, Source: 1, Field: 1, After: 4, Bundle: Bundle{2, 4, 2, 2}, For: 1},
		{Item: 1, Key: []int{0, 2}, Source: 1, Field: none, After: 2, Bundle: alone(3, 1, 1), For: none},
		{Item: 5, Key: []int{0, 2}, Source: 5, Field: none, After: 3, Bundle: alone(4, 0, 1), For: none},
		{Item: 0, Key: []int{0, 5}, Source: 0, Field: none, After: 4, Bundle: alone(5, 3, 1), For: none},
	}
	got := Plan(items)
	check(t, items, got)
	if !reflect.DeepEqual(got.Positions, want) {
		t.Errorf("got  %v\nwant %v", got.Positions, want)
	}
}

// Of two with the same key that need an item, the lower index is the source,
// though the higher one needs it directly; but an item with that key itself
// inherits nothing.
func TestSourceOfEqualKeys(t *testing.T) {
	items := []Item{it(0, 1, 1, 1), it(2, 1, 1, 2), it(1, 1, 1), it(0, 1, 1, 2, 4), it(0, 1, 1)}
	got := Plan(items)
	check(t, items, got)
	for _, p := range got.Positions {
		if want := []int{0, 0, 0, 3, 4}[p.Item]; p.Source != want {
			t.Errorf("the source of %d is %d, want %d", p.Item, p.Source, want)
		}
	}
}

// What is too large for exact work is rounded, and the order is valid still.
func TestHugeNumbers(t *testing.T) {
	const huge = math.MaxInt64
	items := []Item{it(0, huge, 1, 1), it(0, 0, huge), it(0, huge, huge, 1), it(0, 1, huge), it(0, huge, huge)}
	o := Plan(items)
	if want := []int{4, 1, 0, 2, 3}; !reflect.DeepEqual(o.Sequence(), want) {
		t.Errorf("order %v, want %v", o.Sequence(), want)
	}
	if b := o.Positions[1].Bundle; b != (Bundle{1, 4, 2 << 40, 2<<40 + 1}) {
		t.Errorf("bundle %v", b)
	}
}
