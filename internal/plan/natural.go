package plan

import (
	"cmp"
	"strings"
	"unicode"
)

func idRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '-' || r == '_' || r == '.'
}

// CompareNatural orders ids as people count: T-9 before T-10. Runs of digits
// are compared as numbers, everything else by its bytes; ids that are then
// still equal (T-1 and T-01) are ordered by their bytes.
func CompareNatural(a, b string) int {
	for x, y := a, b; ; {
		if x == "" || y == "" {
			return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
		}
		if !isDigit(x[0]) || !isDigit(y[0]) {
			if x[0] != y[0] {
				return cmp.Compare(x[0], y[0])
			}
			x, y = x[1:], y[1:]
			continue
		}
		var m, n string
		m, x = digits(x)
		n, y = digits(y)
		if c := cmp.Or(cmp.Compare(len(m), len(n)), strings.Compare(m, n)); c != 0 {
			return c
		}
	}
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// digits cuts the leading number off s, without its zeros.
func digits(s string) (number, rest string) {
	end := 0
	for end < len(s) && isDigit(s[end]) {
		end++
	}
	return strings.TrimLeft(s[:end], "0"), s[end:]
}
