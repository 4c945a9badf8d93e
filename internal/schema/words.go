package schema

import (
	"strconv"
	"strings"
)

func article(k Kind) string {
	if k == Item {
		return "an item"
	}
	return "a " + k.String()
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func join(words []string) string { return strings.Join(words, ", ") }
