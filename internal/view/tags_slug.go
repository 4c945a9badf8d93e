package view

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// slugLimit keeps a file name below what file systems take, in bytes.
const slugLimit = 80

// slug makes a file name of a free text as GitHub makes an anchor of a heading:
// lower case, blanks to hyphens, punctuation gone. A "." stays inside, so that
// v1.3 is still readable. whole tells that nothing of the text was lost: another
// text can have the same slug only by case or by its blanks.
func slug(text string) (s string, whole bool) {
	var b strings.Builder
	whole = true
	for _, r := range strings.ToLower(text) {
		switch {
		case unicode.IsSpace(r):
			r = '-'
		case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r), r == '-', r == '_':
		case r == '.' && b.Len() > 0:
		default:
			whole = false
			continue
		}
		if b.Len()+utf8.RuneLen(r) > slugLimit {
			whole = false
			break
		}
		b.WriteRune(r)
	}
	s = strings.TrimRight(b.String(), ".")
	return s, whole && s != "" && len(s) == b.Len()
}

// slugs gives every text a slug of its own. Where several share one, the text it
// says whole keeps it, and each of the others gets a piece of its hash, so that a
// new text does not move the pages of the old ones. texts must be distinct; no
// text gets one of the reserved slugs.
func slugs(texts []string, reserved ...string) map[string]string {
	texts = slices.Clone(texts)
	slices.SortFunc(texts, wholeFirst)
	out := make(map[string]string, len(texts))
	taken := make(map[string]bool, len(texts)+len(reserved))
	for _, s := range reserved {
		taken[s] = true
	}
	for _, text := range texts {
		base, _ := slug(text)
		s := base
		for n := 6; s == "" || taken[s]; n += 2 {
			s = strings.TrimLeft(base+"-"+hashOf(text)[:n], "-")
		}
		out[text], taken[s] = s, true
	}
	return out
}

// wholeFirst orders texts so that those a slug says whole come first, and
// otherwise by their letters: the result never depends on the order of files.
func wholeFirst(a, b string) int {
	_, wholeA := slug(a)
	_, wholeB := slug(b)
	if wholeA != wholeB {
		if wholeA {
			return -1
		}
		return 1
	}
	return strings.Compare(a, b)
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
