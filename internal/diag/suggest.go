package diag

import (
	"fmt"
	"strings"
)

// Nearest finds the candidate a person most likely meant by word: equal but for
// case and separators, or at most one typing slip for each three letters. It
// returns "" when none is near. Of equally near ones the first counts.
func Nearest(word string, candidates []string) string {
	best, at := "", len([]rune(word))/3+1
	for _, c := range candidates {
		if d := distance(plain(word), plain(c), at); d < at {
			best, at = c, d
		}
	}
	return best
}

// DidYouMean is the hint for a mistyped word: `did you mean "growth"?`, or ""
// when no candidate is near.
func DidYouMean(word string, candidates []string) string {
	if near := Nearest(word, candidates); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return ""
}

// OneOf is the hint that lists what is allowed, with the nearest first named.
func OneOf(word string, allowed []string) string {
	list := "one of " + strings.Join(allowed, ", ")
	if near := Nearest(word, allowed); near != "" {
		return fmt.Sprintf("did you mean %q? It takes %s", near, list)
	}
	return "it takes " + list
}

// plain drops what people mix up without noticing: case, hyphen, underscore, space.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// distance counts the insertions, deletions, substitutions and swaps of
// neighbours that turn a into b (optimal string alignment), and stops counting
// at limit.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) >= limit || len(y)-len(x) >= limit {
		return limit
	}
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range y {
		rows[0][j+1] = j + 1
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return min(rows[len(x)][len(y)], limit)
}
