package forecast

import (
	"slices"
	"testing"
)

func TestSilence(t *testing.T) {
	tests := []struct {
		name  string
		weeks []int
		want  []Reason
	}{
		{"enough of all", []int{4, 0, 4, 0, 0, 2}, nil},
		{"five weeks", []int{3, 3, 3, 3, 3}, []Reason{{TooFewWeeks, 5, MinWeeks}}},
		{"nine items", []int{4, 0, 4, 0, 0, 1}, []Reason{{TooFewFinished, 9, MinFinished}}},
		{"two good weeks", []int{5, 0, 0, 0, 0, 5}, []Reason{{TooFewActive, 2, MinActive}}},
		{"three weeks' pause", []int{4, 4, 4, 0, 0, 0}, nil},
		{"four weeks' pause", []int{4, 4, 4, 0, 0, 0, 0}, []Reason{{Stalled, 4, StallWeeks}}},
		{"all at once", []int{1, 0, 0, 0, 0}, []Reason{{TooFewWeeks, 5, MinWeeks}, {TooFewFinished, 1, MinFinished}, {TooFewActive, 1, MinActive}, {Stalled, 4, StallWeeks}}},
		{"a long sleep", []int{30, 30, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, []Reason{{TooFewFinished, 0, MinFinished}, {TooFewActive, 0, MinActive}, {Stalled, 12, StallWeeks}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := Predict(Work{Today: today, Finished: weekly(tt.weeks...), Open: some(1, One)})
			if !slices.Equal(f.Silence, tt.want) {
				t.Errorf("%v, want %v", f.Silence, tt.want)
			}
			if (f.Outlooks != nil) != (tt.want == nil) {
				t.Errorf("dates: %v", f.Outlooks)
			}
		})
	}
}

func TestNoHistoryLacksEverything(t *testing.T) {
	want := []Reason{{TooFewWeeks, 0, MinWeeks}, {TooFewFinished, 0, MinFinished}, {TooFewActive, 0, MinActive}}
	if f := Predict(Work{Today: today, Open: some(3, One)}); !slices.Equal(f.Silence, want) {
		t.Errorf("%v", f.Silence)
	}
}

func TestWorkFinishedTodayIsNoStall(t *testing.T) {
	finished := append(weekly(4, 4, 4, 0, 0, 0, 0, 0), Item{Effort: One, Finished: today})
	if f := Predict(Work{Today: today, Finished: finished}); f.Silence != nil {
		t.Errorf("%v", f.Silence)
	}
}

func TestBulk(t *testing.T) {
	spread := make([]int, 14)
	for i := range spread {
		spread[i] = today - 1 - 5*i
	}
	same := func(n, day int) []int { return slices.Repeat([]int{day}, n) }
	tests := []struct {
		name string
		days []int
		want Bulk
	}{
		{"one day each", spread, Bulk{}},
		{"6 of 20", slices.Concat(spread, same(6, today-9)), Bulk{}},
		{"7 of 21", slices.Concat(spread, same(7, today-9)), Bulk{today - 9, 7, 21}},
		{"all, a week ago", same(40, today-7), Bulk{today - 7, 40, 40}},
		{"before the window", slices.Concat(spread, same(50, today-85)), Bulk{}},
		{"too few to tell", same(9, today-9), Bulk{}},
		{"the earlier of two", slices.Concat(same(6, today-3), same(6, today-9)), Bulk{today - 9, 6, 12}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Predict(Work{Today: today, Finished: on(tt.days...)}).Bulk; got != tt.want {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestGrowth(t *testing.T) {
	finished := weekly(2, 2, 2, 2, 2, 2)
	for i := range finished {
		finished[i].Created = today - 100
	}
	finished[3].Created = today - 42                               // the first day of the weeks
	finished[1].Created = today - 43                               // the day before
	late := Item{Effort: 400, Created: today - 5, Finished: today} // was in the backlog when the weeks ended
	open := []Item{
		{Effort: 700, Created: today - 1},
		{Effort: 900, Created: today}, // the weeks are over
		{Effort: 500},                 // unknown
	}
	f := Predict(Work{Today: today, Finished: append(finished, late), Open: open})
	want := Growth{Added: 100 + 400 + 700, Finished: 1200, Weeks: 6, Dated: 15, Counted: 16}
	if f.Growth != want {
		t.Errorf("%+v, want %+v", f.Growth, want)
	}
	if n, ok := f.Growth.PerWeek(); n != 0 || !ok {
		t.Errorf("%d a week, %v", n, ok)
	}
}

func TestGrowthPerWeek(t *testing.T) {
	tests := []struct {
		growth Growth
		want   int64
		ok     bool
	}{
		{Growth{}, 0, false},
		{Growth{Added: 1000, Finished: 400, Weeks: 6, Dated: 5, Counted: 5}, 100, true},
		{Growth{Added: 400, Finished: 1000, Weeks: 6, Dated: 5, Counted: 5}, -100, true},
		{Growth{Added: 403, Weeks: 6, Dated: 3, Counted: 5}, 67, true},
		{Growth{Finished: 403, Weeks: 6, Dated: 3, Counted: 5}, -67, true},
		{Growth{Added: 400, Weeks: 6, Dated: 2, Counted: 5}, 0, false},
	}
	for _, tt := range tests {
		if got, ok := tt.growth.PerWeek(); got != tt.want || ok != tt.ok {
			t.Errorf("%+v: %d a week, %v", tt.growth, got, ok)
		}
	}
}

// A history of many empty weeks is enough for dates that are near, wide as they
// are, and for none that are far.
func TestDoubt(t *testing.T) {
	tests := []struct {
		p50, p95 int
		want     Doubt
	}{
		{0, 0, NoDoubt},
		{1, 4, NoDoubt},
		{1, NearWeeks, NoDoubt},
		{4, NearWeeks, NoDoubt},
		{4, NearWeeks + 1, TooWide},
		{5, 15, NoDoubt},
		{5, 16, TooWide},
		{34, 102, NoDoubt},
		{34, 103, TooWide},
		{100, Horizon, NoDoubt},
		{100, Horizon + 1, TooFar},
		{10, Horizon + 1, TooFar},
		{Horizon + 1, Horizon + 1, TooFar},
	}
	for _, tt := range tests {
		if got := doubt(tt.p50, tt.p95); got != tt.want {
			t.Errorf("50 %% in week %d and 95 %% in week %d: %d, want %d", tt.p50, tt.p95, got, tt.want)
		}
	}
}

func TestDoubtOfRealOutlooks(t *testing.T) {
	tests := []struct {
		name  string
		weeks []int
		ahead int64
		want  Doubt
	}{
		{"steady and near", []int{3, 3, 3, 3, 3, 3}, 5, NoDoubt},
		{"the last of two years", []int{3, 3, 3, 3, 3, 3}, 312, NoDoubt},
		{"over two years", []int{3, 3, 3, 3, 3, 3}, 313, TooFar},
		{"the next, with empty weeks", []int{9, 0, 0, 6, 0, 5}, 1, NoDoubt},
		{"twenty on, with empty weeks", []int{9, 0, 0, 6, 0, 5}, 20, TooWide},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := Predict(Work{Today: today, Finished: weekly(tt.weeks...)})
			if o, ok := f.Outlook(tt.ahead * One); !ok || o.Doubt != tt.want {
				t.Errorf("%+v, %v, want doubt %d", o, ok, tt.want)
			}
		})
	}
}
