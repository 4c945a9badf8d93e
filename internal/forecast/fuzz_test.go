package forecast

import (
	"encoding/binary"
	"math"
	"reflect"
	"testing"
)

func FuzzPredict(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{40, 3, 2, 9, 1, 1, 200, 2, 3, 5, 7, 11})
	// An item a day for the last 80, and two to come.
	steady := []byte{12, 1}
	for day := byte(1); day <= 80; day++ {
		steady = append(steady, 0, 3, 90, 100-day)
	}
	f.Add(append(steady, 1, 3, 0, 0, 1, 8, 0, 0))
	f.Fuzz(func(t *testing.T, data []byte) {
		work := workOf(data)
		got := predict(work, 50)
		if again := predict(work, 50); !reflect.DeepEqual(got, again) {
			t.Fatalf("%+v\ntwice: %+v\n%+v", work, got, again)
		}
		if (got.Silence == nil) != (got.Outlooks != nil) || len(got.Ahead) != len(work.Open) {
			t.Fatalf("%+v\n%+v", work, got)
		}
		for i, o := range got.Outlooks {
			if o.P50.Week < 1 || o.P50.Week > o.P85.Week || o.P85.Week > o.P95.Week || i > 0 && o.P50.Week < got.Outlooks[i-1].P50.Week {
				t.Fatalf("%+v\n%d: %+v", work, i, got.Outlooks)
			}
		}
		for _, day := range []int{math.MinInt, 0, work.Today, work.Today + 30, math.MaxInt} {
			for _, amount := range []int64{math.MinInt64, 0, 1, 700, math.MaxInt64} {
				got.Chance(amount, day)
				got.Outlook(amount)
				got.WeeksFor(amount)
			}
			got.DoneBy(day, work.Today)
		}
		_, _ = got.PerWeek()
		_, _ = got.Growth.PerWeek()
		burnUp(t, got, work)
	})
}

// burnUp checks that a burn-up never falls and ends with everything.
func burnUp(t *testing.T, f Forecast, work Work) {
	points := f.BurnUp(work.Finished, work.Open).Points
	if len(points) == 0 {
		return
	}
	for i, p := range points {
		if p.Done > p.Scope || i > 0 && (p.Scope < points[i-1].Scope || p.Done < points[i-1].Done) {
			t.Fatalf("%+v\n%v", work, points)
		}
	}
	all := aheadOf(append(work.Finished, work.Open...), f.Unit)
	if last := points[len(points)-1]; last.Day != f.Today || last.Scope != all[len(all)-1] {
		t.Fatalf("%+v\nends with %+v of %v", work, last, all)
	}
}

// workOf reads work from bytes: the window, a day, and then four bytes for each
// item: whether it is open, what its effort is, and its days. High bytes stand
// for the ends of their types.
func workOf(data []byte) Work {
	next := func() int {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return int(b)
	}
	number := func() int {
		switch b := next(); b {
		case 255:
			return math.MaxInt
		case 254:
			return math.MinInt
		case 253: // any other
			bytes := make([]byte, 8)
			copy(bytes, data)
			data = data[min(len(data), 8):]
			return int(binary.LittleEndian.Uint64(bytes))
		default:
			return b
		}
	}
	w := Work{Window: number(), Today: 100}
	if next() == 0 {
		w.Today = number()
	}
	for len(data) > 0 {
		kind := next()
		item := Item{Assumed: kind&2 > 0, Effort: int64(number()), Created: number(), Finished: number()}
		if kind&1 > 0 {
			w.Open = append(w.Open, item)
		} else {
			w.Finished = append(w.Finished, item)
		}
	}
	return w
}
