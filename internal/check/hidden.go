package check

import "milepost/internal/plan"

// hidden tells of what is left out of a plan because it is not published. It is
// left out before the plan is resolved, so that a public plan may look emptier
// than it is: a signal about a lack keeps silent where hidden work may well be
// what it misses.
type hidden struct {
	work     bool                   // internal items; a draft is not yet work
	releases bool                   // releases
	serves   map[string]bool        // ids of the outcomes that themes among it serve
	carries  map[*plan.Release]bool // the published releases that items among it belong to
}

func hiddenIn(p *plan.Plan) hidden {
	h := hidden{serves: map[string]bool{}, carries: map[*plan.Release]bool{}}
	for _, e := range p.Hidden() {
		switch e := e.(type) {
		case *plan.ItemText:
			h.work = h.work || e.Internal
			if r, ok := p.Lookup(e.ReleaseRef.Text).Entity.(*plan.Release); ok {
				h.carries[r] = true
			}
		case *plan.ReleaseText:
			h.releases = true
		case *plan.ThemeText:
			for _, ref := range e.OutcomeRefs {
				h.serves[ref.Text] = true
			}
		}
	}
	return h
}
