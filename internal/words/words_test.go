package words_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"milepost/internal/calendar"
	"milepost/internal/words"
)

// TestTranslationsKeepTheirArgumentsAndForms holds every text of every table to the
// placeholders of the English text, and to the plural forms of its language.
func TestTranslationsKeepTheirArgumentsAndForms(t *testing.T) {
	forms := map[string]int{"de": 2, "fr": 2, "ja": 1}
	for name, most := range forms {
		for text, said := range readTable(t, name) {
			english, _, _ := strings.Cut(text, "^")
			want := placeholders(strings.Split(english, "|")[0])
			all := strings.Split(said, "|")
			if len(all) > most {
				t.Errorf("%s: %q has %d forms, and the language at most %d", name, said, len(all), most)
			}
			// The form for one may leave its number out.
			if got := placeholders(all[len(all)-1]); said != "" && !slices.Equal(got, placeholders(lastForm(english))) {
				t.Errorf("%s: %q has the placeholders %v, and %q has %v", name, said, got, text, want)
			}
		}
	}
}

func lastForm(text string) string {
	all := strings.Split(text, "|")
	return all[len(all)-1]
}

// placeholders lists the names in braces, sorted, each once.
func placeholders(text string) []string {
	found := map[string]bool{}
	for _, rest := range strings.Split(text, "{")[1:] {
		if name, _, ok := strings.Cut(rest, "}"); ok {
			found[name] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

func readTable(t *testing.T, name string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("tables", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	table := map[string]string{}
	if err := json.Unmarshal(data, &table); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return table
}

func TestATextIsSaidWithItsArguments(t *testing.T) {
	l := words.Of("en")
	for _, c := range []struct{ got, want string }{
		{l.Say("plain"), "plain"},
		{l.Say("Open^verb"), "Open"},
		{l.Say("{a} of {b}", 3, 5800), "3 of 5,800"},
		{l.Say("{a} and {b} and {a}", "x", "{b}"), "x and {b} and x"},
		{l.Say("{n} item|{n} items", 1), "1 item"},
		{l.Say("{n} item|{n} items", 0), "0 items"},
		{l.Say("{who} has {n} item|{who} has {n} items", "Ada", 2), "Ada has 2 items"},
		{l.Say("{x} {y}", 2.5, words.Tenths(2)), "2.5 2.0"},
		{l.Say("an open { brace"), "an open { brace"},
		{l.List([]string{"a", "b", "c"}), "a, b and c"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestDatesInEnglish(t *testing.T) {
	l := words.Of("en-GB")
	day := func(text string) calendar.Day {
		d, err := calendar.ParseDay(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct{ got, want string }{
		{l.Day(day("2026-02-09")), "9 February 2026"},
		{l.Range(day("2026-03-13"), day("2026-03-20")), "13–20 March 2026"},
		{l.Range(day("2026-03-30"), day("2026-04-02")), "30 March to 2 April 2026"},
		{l.Range(day("2026-12-30"), day("2027-01-02")), "30 December 2026 to 2 January 2027"},
		{l.Thirds(day("2026-05-25"), day("2026-07-15")), "late May to mid-July 2026"},
		{l.Thirds(day("2026-05-25"), day("2026-05-28")), "late May 2026"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestAnUnknownLanguageIsSaidInEnglishInItsOwnDirection(t *testing.T) {
	for _, c := range []struct{ asked, tag, dir string }{
		{"", "en", "ltr"},
		{"nonsense language", "en", "ltr"},
		{"de-AT", "de", "ltr"},
		{"ar", "en", "rtl"},
		{"he-IL", "en", "rtl"},
		{"az-Arab", "en", "rtl"},
		{"ja", "ja", "ltr"},
	} {
		if l := words.Of(c.asked); l.Tag != c.tag || l.Dir != c.dir {
			t.Errorf("%q: %s %s, want %s %s", c.asked, l.Tag, l.Dir, c.tag, c.dir)
		}
	}
}
