package check

import (
	"math"

	"milepost/internal/plan"
)

// Share is a part of a whole, with what it was counted from.
type Share struct {
	Part, Whole float64
	Assumed     float64 // how much of Whole is effort that nobody gave
	// Inside is what Part was counted from, Outside what the rest of Whole was.
	Inside, Outside []plan.Entity
}

// Percent is the share in percent, rounded down so that it is 100 only for all of
// it; ok is false where there is no whole.
func (s Share) Percent() (percent int, ok bool) {
	if s.Whole == 0 {
		return 0, false
	}
	return int(math.Floor(100*s.Part/s.Whole + slip)), true
}

func (s *Share) add(e plan.Entity, amount float64, inside bool) {
	s.Whole += amount
	if !inside {
		s.Outside = append(s.Outside, e)
		return
	}
	s.Part += amount
	s.Inside = append(s.Inside, e)
}

// Trace follows the thread of a plan both ways. Up is the effort of the near work
// that reaches an outcome, of all the effort of the near work: do we work on what
// we want? Down is the number of themes that are now or next and have an item that
// is ready or under way, of all such themes: do we want what we work on?
//
// They are two, and not one grade, because a grade invites people to please it.
// Near is what is Now, and the ten items at the top of the backlog; what is done
// is no part of it, and neither is what only an unpublished theme or item decides.
func Trace(p *plan.Plan) (up, down Share) {
	for _, i := range p.Backlog {
		if !near(i) || !themeIsKnown(p, i) {
			continue
		}
		up.add(i, i.Size, reachesOutcome(i))
		if i.SizeAssumed != "" {
			up.Assumed += i.Size
		}
	}
	for _, t := range p.Themes {
		moves := t.Progress.Ready+t.Progress.Started > 0
		if pursued(t) && (moves || !t.OtherWork) {
			down.add(t, 1, moves)
		}
	}
	return up, down
}

// themeIsKnown reports whether it can be said which theme an item serves, if any:
// one that is not published is a theme, and no matter of the public.
func themeIsKnown(p *plan.Plan, i *plan.Item) bool {
	return i.Theme != nil || p.Lookup(i.ThemeRef.Text).Hidden == plan.NotHidden
}

// reachesOutcome reports whether the thread leads from an item to an outcome.
func reachesOutcome(i *plan.Item) bool {
	return i.Theme != nil && i.Theme.Status == plan.ThemeOpen && len(i.Theme.Outcomes) > 0
}

// pursued reports whether a theme is open, and now or next.
func pursued(t *plan.Theme) bool { return t.Status == plan.ThemeOpen && t.Horizon < plan.Later }
