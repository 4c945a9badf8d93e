package view

import (
	"testing"

	"milepost/internal/calendar"
	"milepost/internal/plan"
	"milepost/internal/words"
)

func TestDaysAheadAreToldAsPreciselyAsTheyAreKnown(t *testing.T) {
	today := date(t, "2026-02-09")
	for _, tc := range []struct{ from, to, want string }{
		{"2026-03-13", "2026-03-20", "13–20 March 2026"},
		{"2026-03-13", "2026-04-02", "13 March to 2 April 2026"},
		{"2026-03-13", "2026-03-13", "by 13 March 2026"},
		{"2026-05-03", "2026-05-10", "3–10 May 2026"},
		{"2026-05-03", "2026-05-17", "early May to mid-May 2026"}, // more than a quarter ahead
		{"2026-05-24", "2026-07-19", "late May to mid-July 2026"},
		{"2026-11-24", "2027-01-19", "late November 2026 to mid-January 2027"},
		{"2026-07-11", "2026-07-18", "mid-July 2026"},
		{"2026-07-18", "2026-07-18", "by mid-July 2026"},
	} {
		if got := asOf(today).foreseen(date(t, tc.from), date(t, tc.to)); got != tc.want {
			t.Errorf("%s to %s: %q, want %q", tc.from, tc.to, got, tc.want)
		}
	}
	if got := asOf(date(t, "2026-12-01")).foreseen(date(t, "2026-12-28"), date(t, "2027-01-04")); got != "28 December 2026 to 4 January 2027" {
		t.Errorf("over the year: %q", got)
	}
	for day, want := range map[string]string{"2026-03-20": "20 March", "2026-06-30": "late June", "2027-01-05": "early January 2027"} {
		if got := asOf(today).by(date(t, day), false); got != want {
			t.Errorf("by %s: %q, want %q", day, got, want)
		}
	}
}

func TestARangeStaysOnItsLine(t *testing.T) {
	for _, days := range [][3]int{{6, 6, 6}, {6, 13, 27}, {32, 39, 52}, {600, 650, 700}, {0, 0, 0}} {
		bar := rangeBar(days[0], days[1], days[2])
		if bar.From < 0 || bar.Size < 4 || bar.From+bar.Size > 100 || bar.Dark < 10 || bar.Dark > 100 {
			t.Errorf("%v: %+v", days, bar)
		}
	}
}

// asOf is a site of nothing but a day.
func asOf(today calendar.Day) *site {
	return &site{Language: words.InEnglish(), plan: &plan.Plan{Facts: plan.Facts{Today: today}}}
}

func date(t *testing.T, text string) calendar.Day {
	t.Helper()
	d, err := calendar.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
