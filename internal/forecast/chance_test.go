package forecast

import "testing"

func TestChanceAgreesWithTheDates(t *testing.T) {
	f := Predict(Work{Today: today, Finished: weekly(5, 0, 3, 9, 1, 4, 2, 6)})
	for amount := int64(1); amount < 300*One; amount += 77 {
		o, _ := f.Outlook(amount)
		for _, at := range []struct {
			when    When
			percent int
		}{{o.P50, 50}, {o.P85, 85}, {o.P95, 95}} {
			if at.when.Week > Horizon {
				continue
			}
			if chance, _ := f.Chance(amount, at.when.Day); chance < at.percent {
				t.Errorf("%d: %d %% by day %d, where the date is that of %d %%", amount, chance, at.when.Day, at.percent)
			}
			if chance, _ := f.Chance(amount, at.when.Day-7); chance >= at.percent {
				t.Errorf("%d: %d %% a week before the date of %d %%", amount, chance, at.percent)
			}
		}
	}
}

func TestChanceGrowsDayByDay(t *testing.T) {
	f := Predict(Work{Today: today, Finished: weekly(5, 0, 3, 9, 1, 4, 2, 6)})
	for _, amount := range []int64{1, 300, 2000, 9000} {
		before := 0
		for day := today - 1; day < today+7*Horizon+20; day++ {
			chance, ok := f.Chance(amount, day)
			if !ok || chance < before || chance > 99 {
				t.Fatalf("%d by day %d: %d %%, the day before %d %%", amount, day-today, chance, before)
			}
			for _, p := range []int{chance, chance + 1} {
				done, _ := f.DoneBy(day, p)
				if p >= 1 && p <= 99 && (done >= amount) != (p <= chance) {
					t.Fatalf("%d %% have done %d by day %d, and of %d the chance is %d %%", p, done, day-today, amount, chance)
				}
			}
			before = chance
		}
	}
}

func TestChanceAtItsEnds(t *testing.T) {
	f := Predict(Work{Today: today, Finished: weekly(7, 7, 7, 7, 7, 7)})
	tests := []struct {
		name   string
		amount int64
		day    int
		want   int
	}{
		{"nothing left, long ago", 0, today - 500, 100},
		{"less than nothing", -1, today, 100},
		{"yesterday", 1, today - 1, 0},
		{"long ago", 1, 1, 0},
		{"a week's work in a week", 700, today + 6, 99},
		{"and a bit more", 701, today + 6, 0},
		{"a day's work today", 100, today, 99},
		{"three days' work in three days", 300, today + 2, 99},
		{"and a bit more in three", 301, today + 2, 0},
		{"ten days' work in ten", 1000, today + 9, 99},
		{"and a bit more in ten", 1001, today + 9, 0},
		{"two years' work in two years", 700 * 104, today + 727, 99},
		{"three years' work in ten", 700 * 156, today + 3650, 0},
		{"one week's work in ten years", 700, today + 3650, 99},
	}
	for _, tt := range tests {
		if got, ok := f.Chance(tt.amount, tt.day); got != tt.want || !ok {
			t.Errorf("%s: %d %%, %v, want %d %%", tt.name, got, ok, tt.want)
		}
	}
	for _, percent := range []int{-5, 0, 1, 99, 100, 200} {
		if done, ok := f.DoneBy(today+13, percent); done != 1400 || !ok {
			t.Errorf("%d %% have done %d", percent, done)
		}
	}
}
