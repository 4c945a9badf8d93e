package document

import (
	"strconv"
	"strings"
	"unicode"
)

// slugger makes the anchors that GitHub makes for headings, so that a link to
// one works in both places (github.com/Flet/github-slugger is the reference).
type slugger map[string]int

// slug is the anchor for a heading of this text, unique among those made before.
func (s slugger) slug(text string) string {
	base := slugOf(text)
	slug := base
	for n, taken := s[slug]; taken; _, taken = s[slug] {
		n++
		s[base] = n
		slug = base + "-" + strconv.Itoa(n)
	}
	s[slug] = 0
	return slug
}

// take reserves an anchor the author has chosen; ok is false when it is taken.
func (s slugger) take(id string) (ok bool) {
	if _, taken := s[id]; taken {
		return false
	}
	s[id] = 0
	return true
}

// slugOf lower-cases text, makes hyphens of its spaces and drops all but
// letters, digits, hyphens and underscores.
func slugOf(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == ' ':
			return '-'
		case c == '-' || unicode.In(c, unicode.L, unicode.M, unicode.Nd, unicode.Nl, unicode.Pc, unicode.Other_Alphabetic):
			return c
		}
		return -1
	}, strings.ToLower(text))
}
