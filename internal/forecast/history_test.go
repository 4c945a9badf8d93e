package forecast

import (
	"math"
	"slices"
	"testing"
)

func on(days ...int) []Item {
	out := make([]Item, len(days))
	for i, day := range days {
		out[i] = Item{Effort: One, Finished: day}
	}
	return out
}

func TestWeeksOfHistory(t *testing.T) {
	tests := []struct {
		name     string
		finished []Item
		want     []int64
		idle     int
	}{
		{"nothing", nil, nil, 0},
		{"days unknown", on(0, 0), nil, 0},
		{"only today", on(today), nil, 0},
		{"only later", on(today + 3), nil, 0},
		{"less than a week ago", on(today-6, today-1), nil, 0},
		{"the first day of a week", on(today - 7), []int64{One}, 0},
		{"one day more is no second week", on(today-8, today-7), []int64{One}, 0},
		{"today is in no week", on(today-7, today, today), []int64{One}, 0},
		{"both ends of two weeks", on(today-14, today-8, today-7, today-1), []int64{200, 200}, 0},
		{"empty weeks count", on(today-28, today-1), []int64{One, 0, 0, One}, 0},
		{"a pause of 28 days", on(today - 29), []int64{0, 0, 0, 0}, 4},
		{"a pause of 27 days", on(today - 28), []int64{One, 0, 0, 0}, 3},
		{"the pause ended today", on(today-70, today), []int64{One, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 0},
		{"before the window", on(today-7*12-1, today-7*12, today-1), []int64{One, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, One}, 0},
		{"before day 0", on(-400, today-1), []int64{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, One}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := Predict(Work{Today: today, Finished: tt.finished}).Base
			if !slices.Equal(b.Amounts, tt.want) || b.Weeks != len(tt.want) || b.Idle != tt.idle {
				t.Errorf("weeks %v, idle %d; want %v, %d", b.Amounts, b.Idle, tt.want, tt.idle)
			}
			var amount int64
			for _, a := range b.Amounts {
				amount += a
			}
			if b.Amount != amount || int64(b.Finished) != amount/One {
				t.Errorf("%d items and %d in all of %v", b.Finished, b.Amount, b.Amounts)
			}
		})
	}
}

func TestWindow(t *testing.T) {
	finished := on(today - 7*100)
	for asked, want := range map[int]int{0: 12, -1: 6, 1: 6, 6: 6, 9: 9, 26: 26, 27: 26, 1000: 26} {
		if b := Predict(Work{Today: today, Finished: finished, Window: asked}).Base; b.Weeks != want || b.First != today-7*want {
			t.Errorf("window %d looks back %d weeks to %d", asked, b.Weeks, b.First)
		}
	}
}

func TestItemsWithoutADayAreCountedApart(t *testing.T) {
	finished := slices.Concat(weekly(3, 3, 3, 3, 3, 3), on(0, 0, 0))
	if b := Predict(Work{Today: today, Finished: finished}).Base; b.Undated != 3 || b.Finished != 18 {
		t.Errorf("%+v", b)
	}
}

func TestUnit(t *testing.T) {
	guess := Item{Effort: 300, Assumed: true}
	tests := []struct {
		name             string
		finished, open   []Item
		unit             Unit
		estimated, count int
	}{
		{"nothing at all", nil, nil, Effort, 0, 0},
		{"all", on(today - 1), some(2, 300), Effort, 3, 3},
		{"three of five", on(today - 1), append(some(2, 300), guess, guess), Effort, 3, 5},
		{"two of five", nil, append(some(2, 300), guess, guess, guess), Items, 2, 5},
		{"59 of 99", nil, append(some(59, 300), some(40, 0)...), Items, 59, 99},
		{"an effort of nothing is none", nil, some(3, 0), Items, 0, 3},
		{"what was finished long ago has no say", on(today-85, today-90), []Item{guess}, Items, 0, 1},
		{"what was finished in the window has", on(today-84, today-90), []Item{guess}, Items, 1, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := Predict(Work{Today: today, Finished: tt.finished, Open: tt.open})
			if f.Unit != tt.unit || f.Estimated != tt.estimated || f.Counted != tt.count {
				t.Errorf("unit %d, %d of %d", f.Unit, f.Estimated, f.Counted)
			}
		})
	}
}

func TestAmounts(t *testing.T) {
	for effort, want := range map[int64]int64{-5: 1, 0: 1, 1: 1, 350: 350, most: most, most + 1: most} {
		if got := Effort.Amount(Item{Effort: effort}); got != want {
			t.Errorf("effort %d is %d, want %d", effort, got, want)
		}
		if got := Items.Amount(Item{Effort: effort}); got != One {
			t.Errorf("effort %d counts as %d", effort, got)
		}
	}
}

func TestItemsAreCountedWhereEffortsAreMissing(t *testing.T) {
	finished := weekly(3, 3, 3, 3, 3, 3)
	for i := range finished {
		finished[i].Effort, finished[i].Assumed = 500, true
	}
	f := Predict(Work{Today: today, Finished: finished, Open: some(6, 0)})
	if pace, ok := f.PerWeek(); f.Unit != Items || !ok || pace != 3*One || f.Outlooks[5].P95.Week != 2 {
		t.Errorf("unit %d, %d a week, %v, last %+v", f.Unit, pace, ok, f.Outlooks[5])
	}
}

// Days far outside any calendar must do no harm, whatever they mean.
func TestWildDays(t *testing.T) {
	if got := daysBetween(math.MinInt, math.MaxInt); got != 1_000_000 {
		t.Errorf("all days there are: %d", got)
	}
	wild := []int{math.MinInt, math.MinInt + 1, math.MinInt32, -1, 0, 1, today, math.MaxInt - 1, math.MaxInt}
	for _, now := range wild {
		for _, day := range wild {
			items := []Item{{Effort: One, Created: day, Finished: now}, {Effort: One, Created: now, Finished: day}}
			f := Predict(Work{Today: now, Finished: items, Open: items})
			f.BurnUp(items, items)
			f.Chance(One, day)
		}
	}
}
