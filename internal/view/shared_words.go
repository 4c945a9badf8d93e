package view

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// amount writes a number an author gave, "" for none.
func (s *site) amount(f float64) string {
	if f == 0 {
		return ""
	}
	return s.Decimal(f)
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
