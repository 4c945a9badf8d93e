package forecast

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// The table against sorting, for narrow sums, wide ones, and the widest.
func TestTallySorts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, best := range []int64{0, 1, 70, 78, 79, 5000, 1 << 40, 1 << 56} {
		for _, n := range []int{1, 2, 99, 100, 1000} {
			sums := make([]int64, n)
			for i := range sums {
				sums[i] = r.Int64N(best*Horizon + 1)
			}
			sums[0] = best * Horizon
			tally, table := newTally([]int64{0, best}), new(table)
			tally.count(sums, Horizon)
			table.fill(3, tally, 1)
			slices.Sort(sums)
			for p := 1; p <= surest; p++ {
				got, want := table.done[p][3], sums[n*(100-p)/100]
				if got > want || want-got > best/30 || best < 78 && got != want {
					t.Errorf("best %d, %d sums, %d %%: %d, want %d", best, n, p, got, want)
				}
			}
		}
	}
}

func TestTableIsOrdered(t *testing.T) {
	for _, history := range histories {
		table := simulate(history, 1000, 1)
		for p := 1; p <= surest; p++ {
			for w := 0; w <= Horizon; w++ {
				done := table.done[p][w]
				if w == 0 && done != 0 || w > 0 && done < table.done[p][w-1] || p > 1 && done > table.done[p-1][w] {
					t.Fatalf("%v: %d %% have done %d in week %d", history, p, done, w)
				}
			}
		}
	}
}

func TestOutlooksAreOrderedAlongTheBacklog(t *testing.T) {
	amounts := make([]int64, 400)
	for i := range amounts {
		amounts[i] = int64(i)
	}
	for _, history := range histories {
		table := simulate(history, 1000, 1)
		outlooks := table.outlooks(today, amounts)
		for i, o := range outlooks {
			if o.P50.Week > o.P85.Week || o.P85.Week > o.P95.Week {
				t.Fatalf("%v: %d ahead: %+v", history, i, o)
			}
			if i == 0 {
				continue
			}
			before := outlooks[i-1]
			if o.P50.Week < before.P50.Week || o.P85.Week < before.P85.Week || o.P95.Week < before.P95.Week {
				t.Fatalf("%v: %d ahead is done before %d: %+v, %+v", history, i, i-1, o, before)
			}
		}
	}
}

// One pass over the backlog gives what a search for each amount gives, in
// whatever order they come.
func TestOutlooksAreSingleOutlooks(t *testing.T) {
	f := Predict(Work{Today: today, Finished: weekly(5, 0, 3, 9, 1, 4, 2, 6)})
	amounts := []int64{0, -3, 100, 100, 2500, 90_000, 90_001, 1, 700, 1 << 60, 300}
	for i, got := range f.table.outlooks(today, amounts) {
		want, _ := f.Outlook(amounts[i])
		if got != want {
			t.Errorf("%d: %+v, alone %+v", amounts[i], got, want)
		}
		for _, at := range []struct {
			when    When
			percent int
		}{{got.P50, 50}, {got.P85, 85}, {got.P95, 95}} {
			if first := firstWeek(f.table, at.percent, amounts[i]); at.when.Week != first {
				t.Errorf("%d: %d %% in week %d, want %d", amounts[i], at.percent, at.when.Week, first)
			}
		}
	}
}

func firstWeek(t *table, percent int, amount int64) int {
	for week, done := range t.done[percent] {
		if done >= amount {
			return week
		}
	}
	return Horizon + 1
}

func TestDaysOfAnOutlook(t *testing.T) {
	for week, day := range map[int]int{0: today - 1, 1: today + 6, 2: today + 13, Horizon: today + 727, Horizon + 1: 0} {
		if got := when(today, week); got != (When{week, day}) {
			t.Errorf("week %d: %+v, want day %d", week, got, day)
		}
	}
}

func TestEqualWeeksLeaveNoChance(t *testing.T) {
	for _, x := range []int64{1, 3, 7, 250, 1300, 98_765_432_100} {
		table := simulate(slices.Repeat([]int64{x}, 6), 1000, 1)
		for _, s := range []int64{1, x, x + 1, 5*x - 1, 5 * x, 5*x + 1, 104 * x} {
			want := int((s + x - 1) / x)
			o := table.outlooks(today, []int64{s})[0]
			if o.P50.Week != want || o.P85.Week != want || o.P95.Week != want {
				t.Errorf("%d at %d a week: %+v, want week %d", s, x, o, want)
			}
		}
		if o := table.outlooks(today, []int64{104*x + 1})[0]; o.P50.Week != Horizon+1 || o.Doubt != TooFar {
			t.Errorf("more than fits into two years at %d a week: %+v", x, o)
		}
	}
}

// The same weeks again tell the mean more surely: what is nearly sure comes
// nearer to the middle, and the middle stays where it is.
func TestMoreHistoryNarrows(t *testing.T) {
	const week = 40
	for _, history := range histories[:4] {
		once := simulate(history, Trials, 1)
		middle, before := once.done[50][week], once.done[5][week]-once.done[95][week]
		for _, times := range []int{2, 3} {
			table := simulate(slices.Repeat(history, times), Trials, 1)
			spread := table.done[5][week] - table.done[95][week]
			if spread >= before {
				t.Errorf("%v: %d times the history spreads over %d, before %d", history, times, spread, before)
			}
			before = spread
			if m := table.done[50][week]; m < middle*9/10 || m > middle*11/10 {
				t.Errorf("%v: %d times the history moves the middle from %d to %d", history, times, middle, m)
			}
		}
	}
}

// What is measured in hundredths is the same forecast as in whole units.
func TestScaleDoesNotMatter(t *testing.T) {
	for _, history := range histories {
		hundredfold := make([]int64, len(history))
		for i, x := range history {
			hundredfold[i] = 100 * x
		}
		one, hundred := simulate(history, 500, 1), simulate(hundredfold, 500, 1)
		for p := range one.done {
			for w := range one.done[p] {
				if one.done[p][w]*100 != hundred.done[p][w] {
					t.Fatalf("%v: %d %% in week %d: %d and %d", history, p, w, one.done[p][w], hundred.done[p][w])
				}
			}
		}
	}
}
