package report

import (
	"fmt"
	"strings"
	"unicode"

	"milepost/internal/compare"
)

// maxMarkdown is how many bytes of Markdown are written at most: GitHub cuts a
// comment at 65,536 characters.
const maxMarkdown = 60_000

// shownAtOnce is how many changes of a group stand open; the rest is folded.
const shownAtOnce = 12

// Markdown shows what changed in a plan in a comment or a job's summary. Texts of
// authors come out as text: no markup, no link, nobody is mentioned.
func Markdown(changes []compare.Change, base, head string) []byte {
	if len(changes) == 0 {
		return fmt.Appendf(nil, "The plan is the same as at %s.\n", Literal(base))
	}
	out := fmt.Sprintf("**%s in the plan** since %s\n", Count(len(changes), "change"), Literal(base))
	if head != "" {
		out = fmt.Sprintf("**%s in the plan** from %s to %s\n", Count(len(changes), "change"), Literal(base), Literal(head))
	}
	left := len(changes)
	for _, g := range grouped(changes) {
		section, shown := g.markdown(maxMarkdown - 200 - len(out))
		left -= shown
		out += section
		if shown < len(g.changes) {
			break
		}
	}
	if left > 0 {
		out += fmt.Sprintf("\n… and %s more; `milepost diff` shows them all.\n", Grouped(left))
	}
	return []byte(out)
}

// markdown is a group in at most room bytes, and how many changes it shows.
func (g group) markdown(room int) (text string, shown int) {
	const closing = "\n</details>\n"
	text = "\n#### " + g.title + "\n\n"
	for i, c := range g.changes {
		line := "- " + Literal(what(c)) + " " + Inert(said(c)) + "\n"
		if i == shownAtOnce {
			line = fmt.Sprintf("\n<details><summary>%s more</summary>\n\n", Grouped(len(g.changes)-i)) + line
		}
		if len(text)+len(line)+len(closing) > room {
			break
		}
		text += line
		shown++
	}
	if shown > shownAtOnce {
		text += closing
	}
	if shown == 0 {
		return "", 0
	}
	return text, shown
}

// noWidth is a character nobody sees. Behind an @ or a # it keeps GitHub from
// taking what follows for a name or a number of its own.
const noWidth = "\u200b"

// Inert makes text that stands in Markdown as it is: marks that mean something
// are escaped, mentions and references are cut, and all is on one line.
func Inert(text string) string {
	var out strings.Builder
	for _, r := range Plain(strings.Join(strings.Fields(text), " ")) {
		switch {
		case r == '<':
			out.WriteString("&lt;")
		case r == '>':
			out.WriteString("&gt;")
		case r == '&':
			out.WriteString("&amp;")
		case r == '@', r == '#':
			out.WriteString(string(r) + noWidth)
		case r == ':': // of addresses that would become links
			out.WriteString(":" + noWidth)
		case strings.ContainsRune("\\`*_{}[]()!|~$", r):
			out.WriteString("\\" + string(r))
		case unicode.IsControl(r):
		default:
			out.WriteRune(r)
		}
	}
	// www.example.org and GH-12 are taken for links as well.
	return strings.NewReplacer("www.", "www"+noWidth+".", "WWW.", "WWW"+noWidth+".", "GH-", "GH"+noWidth+"-").Replace(out.String())
}

// Literal makes text that stands in Markdown as code.
func Literal(text string) string {
	text = Plain(strings.Join(strings.Fields(text), " "))
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}
