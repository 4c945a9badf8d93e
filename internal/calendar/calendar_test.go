package calendar

import (
	"testing"
	"time"
)

func TestEveryFormOfAnInterval(t *testing.T) {
	tests := []struct {
		text        string
		unit        Unit
		first, last string
	}{
		{"2026", Year, "2026-01-01", "2026-12-31"},
		{"2026-H1", Half, "2026-01-01", "2026-06-30"},
		{"2026-H2", Half, "2026-07-01", "2026-12-31"},
		{"2026-h2", Half, "2026-07-01", "2026-12-31"},
		{"2026-Q1", Quarter, "2026-01-01", "2026-03-31"},
		{"2026-Q2", Quarter, "2026-04-01", "2026-06-30"},
		{"2026-q3", Quarter, "2026-07-01", "2026-09-30"},
		{"2026-Q4", Quarter, "2026-10-01", "2026-12-31"},
		{"2024-Q1", Quarter, "2024-01-01", "2024-03-31"},
		{"2026-01", Month, "2026-01-01", "2026-01-31"},
		{"2026-09", Month, "2026-09-01", "2026-09-30"},
		{"2026-02", Month, "2026-02-01", "2026-02-28"},
		{"2024-02", Month, "2024-02-01", "2024-02-29"},
		{"2000-02", Month, "2000-02-01", "2000-02-29"},
		{"2100-02", Month, "2100-02-01", "2100-02-28"},
		{"2026-12", Month, "2026-12-01", "2026-12-31"},
		{"2026-09-18", OneDay, "2026-09-18", "2026-09-18"},
		{"2026-09-18T10:00:00Z", OneDay, "2026-09-18", "2026-09-18"},
		// ISO 8601: week 1 holds 4 January, so a week may begin in the year before
		// and end in the one after.
		{"2026-W38", Week, "2026-09-14", "2026-09-20"},
		{"2026-w38", Week, "2026-09-14", "2026-09-20"},
		{"2026-W01", Week, "2025-12-29", "2026-01-04"},
		{"2024-W01", Week, "2024-01-01", "2024-01-07"},
		{"2023-W01", Week, "2023-01-02", "2023-01-08"},
		{"2021-W01", Week, "2021-01-04", "2021-01-10"},
		{"2020-W53", Week, "2020-12-28", "2021-01-03"},
		{"2026-W53", Week, "2026-12-28", "2027-01-03"},
		{"2025-W52", Week, "2025-12-22", "2025-12-28"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			got, err := ParseInterval(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if got.Unit != tt.unit || got.First.String() != tt.first || got.Last.String() != tt.last {
				t.Errorf("unit %d from %s to %s, want unit %d from %s to %s", got.Unit, got.First, got.Last, tt.unit, tt.first, tt.last)
			}
			if got.Text != tt.text {
				t.Errorf("it is shown as %q", got.Text)
			}
			if got.IsZero() {
				t.Error("it counts as no date")
			}
		})
	}
}

func TestWhatIsNotAnIntervalSaysWhy(t *testing.T) {
	form := " is not a date; write 2026, 2026-H2, 2026-Q3, 2026-09, 2026-W38 or 2026-09-18"
	tests := []struct{ text, want string }{
		{"2026-02-30", "February 2026 has only 28 days"},
		{"2024-02-30", "February 2024 has only 29 days"},
		{"2026-02-29", "February 2026 has only 28 days"},
		{"2100-02-29", "February 2100 has only 28 days"},
		{"2026-04-31", "April 2026 has only 30 days"},
		{"2026-12-32", "December 2026 has only 31 days"},
		{"2026-04-00", "there is no day 00"},
		{"2026-13", "there is no month 13"},
		{"2026-00", "there is no month 00"},
		{"2026-13-01", "there is no month 13"},
		{"2026-00-10", "there is no month 00"},
		{"2025-W53", "2025 has no week 53"},
		{"2026-W54", "2026 has no week 54"},
		{"2026-W00", "2026 has no week 00"},
		{"", `""` + form},
		{"soon", `"soon"` + form},
		{"2026-Q5", `"2026-Q5"` + form},
		{"2026-Q0", `"2026-Q0"` + form},
		{"2026-H3", `"2026-H3"` + form},
		{"2026-W3", `"2026-W3"` + form},
		{"2026-9", `"2026-9"` + form},
		{"26-09-18", `"26-09-18"` + form},
		{"20260918", `"20260918"` + form},
		{"18.09.2026", `"18.09.2026"` + form},
		{"2026-09-18 or later", `"2026-09-18 or later"` + form},
		{" 2026", `" 2026"` + form},
		{"-2026", `"-2026"` + form},
		{"２０２６", `"２０２６"` + form}, // digits of another script
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			got, err := ParseInterval(tt.text)
			if err == nil || err.Error() != tt.want {
				t.Errorf("error %v\nwant  %s", err, tt.want)
			}
			if got != (Interval{}) {
				t.Errorf("an error comes with the interval %+v", got)
			}
		})
	}
}

func TestParseDay(t *testing.T) {
	for text, want := range map[string]string{
		"2026-09-18":                  "2026-09-18",
		"2024-02-29":                  "2024-02-29",
		"1969-12-31":                  "1969-12-31",
		"0001-01-01":                  "0001-01-01",
		"9999-12-31":                  "9999-12-31",
		"2026-09-18T23:59:59Z":        "2026-09-18", // the day as written, in whatever zone
		"2026-09-18t08:00":            "2026-09-18",
		"2026-09-18 23:59:59 +0200":   "2026-09-18",
		"2026-09-18T07:32:00.5-07:00": "2026-09-18",
	} {
		d, err := ParseDay(text)
		if err != nil || d.String() != want {
			t.Errorf("%q reads as %q, %v", text, d, err)
		}
	}
	for text, want := range map[string]string{
		"2026-02-30":           "February 2026 has only 28 days",
		"2026-13-01":           "there is no month 13",
		"2026":                 `"2026" is not a day; write it as 2026-09-18`,
		"2026-Q3":              `"2026-Q3" is not a day; write it as 2026-09-18`,
		"2026-09-18x":          `"2026-09-18x" is not a day; write it as 2026-09-18`,
		"2026-09-18 - 2026-10": `"2026-09-18 - 2026-10" is not a day; write it as 2026-09-18`,
		"tomorrow":             `"tomorrow" is not a day; write it as 2026-09-18`,
	} {
		d, err := ParseDay(text)
		if err == nil || err.Error() != want || d != 0 {
			t.Errorf("%q reads as %q, %v", text, d, err)
		}
	}
}

func TestDaysAreCountedFrom1970(t *testing.T) {
	for day, want := range map[Day]string{0: "", 1: "1970-01-02", -1: "1969-12-31", 20714: "2026-09-18"} {
		if got := day.String(); got != want {
			t.Errorf("day %d is %q, want %q", int(day), got, want)
		}
	}
}

func TestDayOfIsTheDayOnTheWallOfItsOwnZone(t *testing.T) {
	evening := time.Date(2026, 9, 18, 23, 30, 0, 0, time.FixedZone("west", -7*3600))
	if got := DayOf(evening).String(); got != "2026-09-18" {
		t.Errorf("in its own zone it is %s", got)
	}
	if got := DayOf(evening.UTC()).String(); got != "2026-09-19" {
		t.Errorf("in UTC it is %s", got)
	}
}

func TestTheZeroIntervalIsNoDate(t *testing.T) {
	if !(Interval{}).IsZero() {
		t.Error("the zero interval counts as a date")
	}
}

// Every day of two centuries, and the week the standard library puts it in.
func TestWeeksAndDaysAgreeWithTheStandardLibrary(t *testing.T) {
	at := time.Date(1950, 1, 1, 12, 0, 0, 0, time.UTC)
	for range 73_000 {
		day := DayOf(at)
		if day != 0 {
			if back, err := ParseDay(day.String()); err != nil || back != day {
				t.Fatalf("%v came back as %v, %v", day, back, err)
			}
			year, n := at.ISOWeek()
			w, err := week("", year, n)
			if err != nil || day < w.First || day > w.Last || w.First.Time().Weekday() != time.Monday {
				t.Fatalf("%v is not inside week %d of %d: %v to %v, %v", day, n, year, w.First, w.Last, err)
			}
		}
		at = at.AddDate(0, 0, 1)
	}
}

func FuzzParseInterval(f *testing.F) {
	for _, seed := range []string{"2026", "2026-H2", "2026-Q3", "2026-09", "2026-W53", "2026-09-18", "2024-02-29T10:00:00Z", "0000", "9999-W52", "2026-02-30", "x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		i, err := ParseInterval(text)
		if err != nil {
			if i != (Interval{}) {
				t.Fatalf("%q: an error and the interval %+v", text, i)
			}
			return
		}
		if i.First > i.Last {
			t.Fatalf("%q ends before it begins: %v to %v", text, i.First, i.Last)
		}
		if i.Text != text {
			t.Fatalf("%q is shown as %q", text, i.Text)
		}
		days := map[Unit][2]int{Year: {365, 366}, Half: {181, 184}, Quarter: {90, 92}, Month: {28, 31}, Week: {7, 7}, OneDay: {1, 1}}[i.Unit]
		if n := int(i.Last-i.First) + 1; n < days[0] || n > days[1] {
			t.Fatalf("%q lasts %d days", text, n)
		}
		for _, d := range []Day{i.First, i.Last} {
			if y := d.Time().Year(); d == 0 || y < 0 || y > 9999 { // unknown, or a week over the edge of four digits
				continue
			}
			if back, err := ParseDay(d.String()); err != nil || back != d {
				t.Fatalf("%q: %v came back as %v, %v", text, d, back, err)
			}
		}
	})
}
