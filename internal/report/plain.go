package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain makes one line of text that is safe on a terminal and in a log: control
// characters and terminal escapes become visible pictures, characters that turn
// or hide text a replacement, and nothing in it is a command to GitHub's runner.
func Plain(text string) string {
	if isPlain(text) {
		return text
	}
	var out strings.Builder
	for _, c := range cells(text) {
		out.WriteString(c.text)
	}
	return out.String()
}

// isPlain is the quick answer for nearly all text.
func isPlain(text string) bool {
	for i := range len(text) {
		if b := text[i]; b < ' ' || b >= 0x7f || b == '#' {
			return false
		}
	}
	return !strings.HasPrefix(strings.TrimLeft(text, " "), "::")
}

// Width is the number of columns text takes on a terminal.
func Width(text string) int {
	n := 0
	for _, c := range cells(text) {
		n += c.width
	}
	return n
}

// Wrap breaks a text into safe lines of at most width columns, between words. A
// word that is longer has a line of its own.
func Wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		word = Plain(word)
		switch {
		case line == "":
			line = word
		case Width(line)+1+Width(word) > width:
			lines = append(lines, line)
			line = word
		default:
			line += " " + word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// cell is one character as it is shown.
type cell struct {
	text  string
	width int // columns
}

// tabStop is how far apart tabs stop. Editors differ; front matter must not
// hold tabs at all, so nobody's columns depend on it.
const tabStop = 4

// zeroSpace is a space of no width. Put into `##[` and before `::` it keeps
// GitHub's runner from reading an author's text as a command.
const zeroSpace = "\u200b"

// cells turns text into one cell for each of its runes.
func cells(text string) []cell {
	out := make([]cell, 0, len(text))
	column, blank := 0, true
	for i, r := range text {
		c := cellOf(r, column)
		switch {
		case r == '[' && strings.HasSuffix(text[:i], "##"):
			c.text = zeroSpace + c.text
		case r == ':' && blank && strings.HasPrefix(text[i:], "::"):
			c.text = zeroSpace + c.text
		}
		blank = blank && unicode.IsSpace(r)
		column += c.width
		out = append(out, c)
	}
	return out
}

func cellOf(r rune, column int) cell {
	switch {
	case r == '\t':
		n := tabStop - column%tabStop
		return cell{strings.Repeat(" ", n), n}
	case r < ' ':
		return cell{string('\u2400' + r), 1} // ␀ … ␟
	case r == 0x7f:
		return cell{"␡", 1}
	case hidden(r):
		return cell{string(utf8.RuneError), 1}
	}
	return cell{string(r), runeWidth(r)}
}

// hidden reports characters that a terminal obeys or does not show: the C1
// controls, line separators, and what changes the direction of text or is
// invisible. The joiners that words and emoji need are not among them.
func hidden(r rune) bool {
	switch r {
	case '\u200c', '\u200d', '\u00ad':
		return false
	case '\u2028', '\u2029':
		return true
	}
	return unicode.In(r, unicode.Cc, unicode.Cf)
}

// runeWidth is the number of columns of a rune: 0 for marks that sit on another,
// 2 for those of East Asia and emoji, else 1.
func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case r == '\u200c' || r == '\u200d' || unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

// wide holds the runes of two columns: those that Unicode's East Asian Width
// calls wide or full-width, unassigned ones between them included.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115f, 1},
		{0x231a, 0x231b, 1},
		{0x2329, 0x232a, 1},
		{0x23e9, 0x23ec, 1},
		{0x23f0, 0x23f0, 1},
		{0x23f3, 0x23f3, 1},
		{0x25fd, 0x25fe, 1},
		{0x2614, 0x2615, 1},
		{0x2648, 0x2653, 1},
		{0x267f, 0x267f, 1},
		{0x2693, 0x2693, 1},
		{0x26a1, 0x26a1, 1},
		{0x26aa, 0x26ab, 1},
		{0x26bd, 0x26be, 1},
		{0x26c4, 0x26c5, 1},
		{0x26ce, 0x26ce, 1},
		{0x26d4, 0x26d4, 1},
		{0x26ea, 0x26ea, 1},
		{0x26f2, 0x26f3, 1},
		{0x26f5, 0x26f5, 1},
		{0x26fa, 0x26fa, 1},
		{0x26fd, 0x26fd, 1},
		{0x2705, 0x2705, 1},
		{0x270a, 0x270b, 1},
		{0x2728, 0x2728, 1},
		{0x274c, 0x274c, 1},
		{0x274e, 0x274e, 1},
		{0x2753, 0x2755, 1},
		{0x2757, 0x2757, 1},
		{0x2795, 0x2797, 1},
		{0x27b0, 0x27b0, 1},
		{0x27bf, 0x27bf, 1},
		{0x2b1b, 0x2b1c, 1},
		{0x2b50, 0x2b50, 1},
		{0x2b55, 0x2b55, 1},
		{0x2e80, 0x303e, 1},
		{0x3041, 0x4dbf, 1},
		{0x4e00, 0xa4cf, 1},
		{0xa960, 0xa97f, 1},
		{0xac00, 0xd7a3, 1},
		{0xf900, 0xfaff, 1},
		{0xfe30, 0xfe6f, 1},
		{0xff01, 0xff60, 1},
		{0xffe0, 0xffe6, 1},
	},
	R32: []unicode.Range32{
		{0x16fe0, 0x18aff, 1},
		{0x1b000, 0x1b2ff, 1},
		{0x1f004, 0x1f004, 1},
		{0x1f0cf, 0x1f0cf, 1},
		{0x1f18e, 0x1f18e, 1},
		{0x1f191, 0x1f19a, 1},
		{0x1f1e6, 0x1f320, 1},
		{0x1f32d, 0x1f335, 1},
		{0x1f337, 0x1f37c, 1},
		{0x1f37e, 0x1f393, 1},
		{0x1f3a0, 0x1f3ca, 1},
		{0x1f3cf, 0x1f3d3, 1},
		{0x1f3e0, 0x1f3f0, 1},
		{0x1f3f4, 0x1f3f4, 1},
		{0x1f3f8, 0x1f43e, 1},
		{0x1f440, 0x1f440, 1},
		{0x1f442, 0x1f4fc, 1},
		{0x1f4ff, 0x1f53d, 1},
		{0x1f54b, 0x1f54e, 1},
		{0x1f550, 0x1f567, 1},
		{0x1f57a, 0x1f57a, 1},
		{0x1f595, 0x1f596, 1},
		{0x1f5a4, 0x1f5a4, 1},
		{0x1f5fb, 0x1f64f, 1},
		{0x1f680, 0x1f6c5, 1},
		{0x1f6cc, 0x1f6cc, 1},
		{0x1f6d0, 0x1f6d7, 1},
		{0x1f6dc, 0x1f6df, 1},
		{0x1f6eb, 0x1f6ec, 1},
		{0x1f6f4, 0x1f6fc, 1},
		{0x1f7e0, 0x1f7eb, 1},
		{0x1f90c, 0x1f9ff, 1},
		{0x1fa70, 0x1faff, 1},
		{0x20000, 0x3fffd, 1},
	},
}
