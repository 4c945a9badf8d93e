package forecast

import (
	"fmt"
	"hash/fnv"
	"reflect"
	"slices"
	"testing"
)

// today is 2026-11-22.
const today = 20779

// weekly is a history of complete weeks before today, oldest first, in which so
// many items were finished. One more was finished just before them: without it
// a history that begins with an empty week would be a shorter one.
func weekly(items ...int) []Item {
	first := today - 7*len(items)
	out := []Item{{Effort: One, Finished: first - 1}}
	for week, n := range items {
		for i := range n {
			out = append(out, Item{Effort: One, Finished: first + 7*week + i%7})
		}
	}
	return out
}

// some is a number of equal items.
func some(n int, effort int64) []Item { return slices.Repeat([]Item{{Effort: effort}}, n) }

func TestSteadyWorkIsDoneOnTheDay(t *testing.T) {
	f := Predict(Work{Today: today, Finished: weekly(3, 3, 3, 3, 3, 3), Open: some(7, One)})
	if f.Silence != nil {
		t.Fatalf("silent: %v", f.Silence)
	}
	for i, week := range []int{1, 1, 1, 2, 2, 2, 3} {
		want := When{Week: week, Day: today + 7*week - 1}
		if o := f.Outlooks[i]; o != (Outlook{want, want, want, NoDoubt}) {
			t.Errorf("item %d: %+v, want week %d", i, o, week)
		}
		if f.Ahead[i] != int64(One*(i+1)) {
			t.Errorf("item %d: %d ahead", i, f.Ahead[i])
		}
	}
	if pace, ok := f.PerWeek(); !ok || pace != 3*One {
		t.Errorf("%d a week, %v", pace, ok)
	}
}

func TestWhatAForecastRestsOn(t *testing.T) {
	f := Predict(Work{Today: today, Finished: weekly(2, 0, 5, 1, 0, 3, 4), Open: some(3, 200)})
	want := Base{
		First: today - 49, Last: today - 1, Weeks: 7, Amount: 1500, Finished: 15, Active: 5,
		Amounts: []int64{200, 0, 500, 100, 0, 300, 400},
	}
	if !reflect.DeepEqual(f.Base, want) {
		t.Errorf("base %+v\nwant %+v", f.Base, want)
	}
	if f.Unit != Effort || f.Estimated != 19 || f.Counted != 19 {
		t.Errorf("unit %d, %d of %d estimated", f.Unit, f.Estimated, f.Counted)
	}
	if pace, ok := f.PerWeek(); !ok || pace != 214 { // 15 / 7
		t.Errorf("%d a week, %v", pace, ok)
	}
	for amount, weeks := range map[int64]int64{-5: 0, 0: 0, 1: 1, 214: 1, 215: 2, 1500: 7, 1501: 8, 3200: 15, 150_000_000: 700_000} {
		if got, ok := f.WeeksFor(amount); !ok || got != weeks {
			t.Errorf("%d takes %d weeks, %v, want %d", amount, got, ok, weeks)
		}
	}
}

func TestWithoutDatesNothingIsSaidOfTheFuture(t *testing.T) {
	f := Predict(Work{Today: today, Finished: weekly(3, 3, 3, 3, 3), Open: some(2, One)})
	if len(f.Silence) == 0 || f.Outlooks != nil {
		t.Errorf("five weeks are enough: %+v", f.Outlooks)
	}
	_, outlook := f.Outlook(One)
	_, chance := f.Chance(0, today)
	_, done := f.DoneBy(today, 50)
	_, pace := f.PerWeek()
	_, weeks := f.WeeksFor(One)
	if outlook || chance || done || pace || weeks {
		t.Error(outlook, chance, done, pace, weeks)
	}
	if !slices.Equal(f.Ahead, []int64{One, 2 * One}) {
		t.Errorf("ahead %v", f.Ahead)
	}
}

func TestNothingOpen(t *testing.T) {
	f := Predict(Work{Today: today, Finished: weekly(3, 3, 3, 3, 3, 3)})
	if f.Silence != nil || len(f.Outlooks) != 0 {
		t.Errorf("%+v", f)
	}
	if o, ok := f.Outlook(3 * One); !ok || o.P95.Week != 1 {
		t.Errorf("a new item: %+v, %v", o, ok)
	}
}

func TestPredictChangesNothing(t *testing.T) {
	work := Work{Today: today, Finished: weekly(5, 0, 3, 9, 1, 4), Open: some(30, 300)}
	before := fmt.Sprint(work)
	Predict(work)
	if fmt.Sprint(work) != before {
		t.Error("it changed the work")
	}
}

// The number stands for every byte of a forecast, on any machine. It may change
// with the method, and then says so.
func TestForecastsAreTheSameEverywhere(t *testing.T) {
	work := Work{Today: today, Finished: weekly(5, 0, 3, 9, 1, 4, 2, 6), Open: some(200, 150)}
	first := sum(Predict(work))
	if again := sum(Predict(work)); again != first {
		t.Errorf("two runs differ: %x, %x", first, again)
	}
	if want := uint64(0xd82b9760eb8bd2d8); first != want {
		t.Errorf("%#x, want %#x", first, want)
	}
}

func sum(f Forecast) uint64 {
	h := fnv.New64a()
	fmt.Fprint(h, f.table.done, f.Outlooks, f.Ahead, f.Base)
	return h.Sum64()
}

func TestOrderOfFinishedItemsDoesNotMatter(t *testing.T) {
	finished := weekly(5, 0, 3, 9, 1, 4, 2, 6)
	open := some(40, 250)
	forward := sum(Predict(Work{Today: today, Finished: finished, Open: open}))
	slices.Reverse(finished)
	if backward := sum(Predict(Work{Today: today, Finished: finished, Open: open})); backward != forward {
		t.Error("it does")
	}
}

// An edit of the backlog must not shake dates: those of an item depend on what is
// ahead of it, and on nothing behind.
func TestWhatIsBehindDoesNotMatter(t *testing.T) {
	finished := weekly(5, 0, 3, 9, 1, 4, 2, 6)
	short := Predict(Work{Today: today, Finished: finished, Open: some(40, 200)})
	long := Predict(Work{Today: today, Finished: finished, Open: some(400, 200)})
	if !slices.Equal(short.Outlooks, long.Outlooks[:40]) {
		t.Error("dates moved")
	}
}
