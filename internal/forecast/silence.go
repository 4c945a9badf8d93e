package forecast

// The least history that dates are made from, and the longest pause that it may
// end with.
const (
	MinWeeks    = 6  // complete weeks
	MinFinished = 10 // items finished in them
	MinActive   = 3  // weeks in which something was finished
	StallWeeks  = 4  // whole weeks without anything finished, at the end
)

// Kind is a kind of Reason.
type Kind int

// The kinds of reasons for which there are no dates.
const (
	TooFewWeeks    Kind = iota // Have complete weeks, Need weeks
	TooFewFinished             // Have finished items in these weeks, Need items
	TooFewActive               // Have weeks in which something was finished, Need weeks
	Stalled                    // Have whole weeks since anything was finished; dates need fewer than Need
)

// Reason is a reason for silence, with its numbers.
type Reason struct {
	Kind       Kind
	Have, Need int
}

// reasons gives all reasons for which no dates can be made from a history, so
// that a page can say all that is missing and not one thing after another.
func reasons(b Base) []Reason {
	var out []Reason
	for _, r := range []Reason{
		{TooFewWeeks, b.Weeks, MinWeeks},
		{TooFewFinished, b.Finished, MinFinished},
		{TooFewActive, b.Active, MinActive},
	} {
		if r.Have < r.Need {
			out = append(out, r)
		}
	}
	if b.Idle >= StallWeeks {
		out = append(out, Reason{Stalled, b.Idle, StallWeeks})
	}
	return out
}
