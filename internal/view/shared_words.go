package view

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"milepost/internal/calendar"
)

// dayWords is a day as people read it: "9 February 2026", "" when unknown.
func dayWords(d calendar.Day) string {
	if d == 0 {
		return ""
	}
	return d.Time().Format("2 January 2006")
}

// whenWords is an interval as people read it: "September 2026", "the third
// quarter of 2026".
func whenWords(i calendar.Interval) string {
	first := i.First.Time()
	year := strconv.Itoa(first.Year())
	switch i.Unit {
	case calendar.None:
		return ""
	case calendar.Year:
		return year
	case calendar.Half:
		return "the " + ordinal((int(first.Month())+5)/6) + " half of " + year
	case calendar.Quarter:
		return "the " + ordinal((int(first.Month())+2)/3) + " quarter of " + year
	case calendar.Month:
		return first.Format("January 2006")
	case calendar.Week:
		y, w := first.ISOWeek()
		return "week " + strconv.Itoa(w) + " of " + strconv.Itoa(y)
	}
	return dayWords(i.First)
}

func ordinal(n int) string { return [...]string{"", "first", "second", "third", "fourth"}[n] }

// number writes a count with its thousands apart: "5,800".
func number(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// counted is a count with its noun: "1 item", "5,800 items".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// amount writes a number an author gave, "" for none.
func amount(f float64) string {
	if f == 0 {
		return ""
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// sentence gives text a capital letter and a full stop unless it ends in a mark.
func sentence(text string) string {
	text = capital(strings.TrimSpace(text))
	if text == "" {
		return ""
	}
	if last, _ := utf8.DecodeLastRuneInString(text); unicode.In(last, unicode.Sentence_Terminal) || last == '…' || last == ':' {
		return text
	}
	return text + "."
}

// capital gives text a capital letter.
func capital(text string) string {
	if text == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// listed joins words as a sentence does: "a, b and c".
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// oneLine folds all white space of text into single blanks.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// shorten cuts text to at most limit characters, at a word where there is one.
func shorten(text string, limit int) string {
	if utf8.RuneCountInString(text) <= limit {
		return text
	}
	cut := string([]rune(text)[:limit])
	if at := strings.LastIndexByte(cut, ' '); at > len(cut)/2 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:.–-") + "…"
}

// firstOf is the first text that says anything.
func firstOf(texts ...string) string {
	for _, text := range texts {
		if strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}

// initials are the first letters of a name's first and last word: "IO".
func initials(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	if len(words) == 1 {
		return upper(words[0], 2)
	}
	return upper(words[0], 1) + upper(words[len(words)-1], 1)
}

func upper(word string, n int) string {
	letters := []rune(word)
	return strings.ToUpper(string(letters[:min(n, len(letters))]))
}
