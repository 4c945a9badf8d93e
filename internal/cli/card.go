package cli

import (
	"strings"

	"milepost/internal/report"
)

// card shows one thing on a terminal: a head, and rows of a label and a text.
type card struct {
	look  report.Options
	width int // columns of a whole row
	last  string
	out   strings.Builder
}

// labelWidth is the column in which texts begin.
const labelWidth = 11

// maxMeasure is the widest a text is set: longer lines are hard to read.
const maxMeasure = 92

func newCard(look report.Options) *card {
	width := maxMeasure
	if look.Width > 0 {
		width = min(look.Width, maxMeasure)
	}
	return &card{look: look, width: max(width, 2*labelWidth)}
}

// head begins the card: the id, the title, and facts in a few words.
func (c *card) head(id, title string, facts ...string) {
	c.out.WriteString(report.Paint(c.look.Color, report.Bold, report.Plain(id+"  "+title)) + "\n")
	var said []string
	for _, f := range facts {
		if f != "" {
			said = append(said, f)
		}
	}
	c.out.WriteString(report.Plain(strings.Join(said, " · ")) + "\n\n")
}

// row adds a text under a label. No text makes no row.
func (c *card) row(label, text string) {
	c.last = label
	c.add(label, text)
}

// list adds one entry to the rows of a label, which is shown once.
func (c *card) list(label, text string) {
	if label == c.last {
		label = ""
	} else {
		c.last = label
	}
	c.add(label, text)
}

func (c *card) add(label, text string) {
	for _, line := range report.Wrap(text, c.width-labelWidth) {
		c.out.WriteString(report.Paint(c.look.Color, report.Dim, pad(label, labelWidth)) + line + "\n")
		label = ""
	}
}

func (c *card) text() string { return c.out.String() }
