package view

import (
	"math"

	"milepost/internal/plan"
)

// Factor is one of the numbers that an item's place rests on, drawn as five
// segments.
type Factor struct {
	Term  string
	Marks []bool // five of them, filled ones first
	Words string // the number as it is written: "8 of 20"
}

const (
	factorMarks = 5
	mostWorth   = 20 // value, urgency and risk go from 1 to here
)

// factors are those an author has given; none where worth is not written at all. A
// small effort counts for an item, so that its bar is long.
func (h here) factors(it *plan.Item) []Factor {
	if it.Value+it.Urgency+it.Risk == 0 {
		return nil
	}
	var out []Factor
	for _, f := range []struct {
		term  string
		given float64
	}{{h.Say("Value"), it.Value}, {h.Say("Urgency"), it.Urgency}, {h.Say("Risk or chance"), it.Risk}} {
		if f.given > 0 {
			share := f.given / mostWorth * factorMarks
			out = append(out, Factor{f.term, filled(share), h.Say("{n} of {all}", h.Decimal(f.given), mostWorth)})
		}
	}
	if it.Effort > 0 {
		// The sizes double, so that each doubling is a segment: XS has five of them, XL one.
		out = append(out, Factor{h.Say("Small effort"), filled(factorMarks - math.Log2(it.Effort)*4/3), h.Decimal(it.Effort)})
	}
	return out
}

// filled rounds to segments; something that was given has at least one.
func filled(share float64) []bool {
	marks := make([]bool, factorMarks)
	for n := range int(min(max(math.Round(share), 1), factorMarks)) {
		marks[n] = true
	}
	return marks
}
