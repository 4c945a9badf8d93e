package scaffold

import (
	"strings"
	"unicode"
)

// A slug is cut at the end of a word to this many runes, long enough to be told
// apart and short enough for a list, and to this many bytes, which an id may have
// in any script.
const (
	maxRunes = 50
	maxBytes = 90
)

// slug makes an id of a title: its letters and digits in lower case, with a
// hyphen for everything between them. Apostrophes vanish, and the point in a
// number stays: "Don't wait for 2.0!" gives "dont-wait-for-2.0".
func slug(title string) string {
	var out strings.Builder
	text := []rune(strings.ToLower(title))
	gap := false
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) && out.Len() > 0 && !gap:
			if gap && out.Len() > 0 {
				out.WriteByte('-')
			}
			gap = false
			out.WriteRune(r)
		case r == '\'' || r == '’':
		case r == '.' && i > 0 && i+1 < len(text) && unicode.IsDigit(text[i-1]) && unicode.IsDigit(text[i+1]):
			out.WriteRune(r)
		default:
			gap = true
		}
	}
	return shorten(out.String())
}

func shorten(slug string) string {
	n := 0
	for i := range slug {
		if n == maxRunes || i > maxBytes {
			break
		}
		n++
	}
	text := []rune(slug)
	if n >= len(text) {
		return slug
	}
	short := string(text[:n])
	if text[n] != '-' {
		if head, _, ok := cutLast(short, "-"); ok {
			short = head
		}
	}
	return strings.TrimRight(short, "-.")
}
