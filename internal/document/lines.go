package document

import (
	"bytes"
	"unicode/utf8"
)

// lineEnd is the end of the line at i, without its line end.
func lineEnd(data []byte, i int) int {
	if n := bytes.IndexByte(data[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(data)
}

// nextLine is where the line after the one at i starts.
func nextLine(data []byte, i int) int { return min(lineEnd(data, i)+1, len(data)) }

// shortLine is the end of the line at i, but at most some 80 bytes on: what is
// wrong with a line of a megabyte need not be underlined.
func shortLine(data []byte, i int) int {
	end := min(lineEnd(data, i), i+80)
	for end < len(data) && end > i && !utf8.RuneStart(data[end]) {
		end--
	}
	return end
}
