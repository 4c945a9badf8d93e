package check

import (
	"strconv"

	"milepost/internal/plan"
)

// nearPositions are the places at the top of the backlog that are near whatever
// their horizon.
const nearPositions = 10

// near reports whether an item's turn is close: it is Now, or stands at the top of
// the backlog.
func near(i *plan.Item) bool {
	return planned(i) && (nearness(i) == plan.Now || i.Position > 0 && i.Position <= nearPositions)
}

// upNext reports whether an item is near and nobody has begun it, so that it can
// still be estimated, split and written down better. In a short backlog even what
// is Later stands at the top, and may be vague all the same; only where nothing is
// nearer than Later does the place alone count.
func (s *survey) upNext(i *plan.Item) bool {
	return near(i) && !i.Status.Started() && !s.far(i)
}

// far reports whether an item is said to be Later, in a plan that tells near from
// far.
func (s *survey) far(i *plan.Item) bool { return s.horizons && nearness(i) == plan.Later }

// usesHorizons reports whether anything that is to be done is nearer than Later.
func usesHorizons(p *plan.Plan) bool {
	for _, i := range p.Backlog {
		if planned(i) && nearness(i) < plan.Later {
			return true
		}
	}
	return false
}

// whereabouts says in what way an item is near.
func whereabouts(i *plan.Item) string {
	if i.Horizon == plan.Now {
		return "is now"
	}
	return "is number " + strconv.Itoa(i.Position) + " of the backlog"
}

// customary reports whether a thing that so many of so many have is a custom of
// the team, and its absence a slip: three have it, and half of all.
func customary(have, of int) bool { return have >= 3 && 2*have >= of }

// estimates reports whether the team estimates its work: what comes next, what is
// under way and what is done. Farther work is rarely estimated, and should not be.
func (s *survey) estimates() bool {
	have, of := 0, 0
	for _, i := range s.plan.Items {
		if i.Status != plan.Done && !i.Status.Started() && !s.upNext(i) {
			continue
		}
		of++
		if i.Effort > 0 {
			have++
		}
	}
	return customary(have, of)
}
