package check

import (
	"slices"

	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/schema"
)

// heeds reports whether a rule may speak of an entity: it is neither switched off
// nor silenced in its file. A rule asks this of another before it repeats what
// that one says, or keeps silent because that one speaks.
func (s *survey) heeds(rule string, e plan.Entity) bool {
	for _, g := range slices.Backward(s.plan.Config.Rules) {
		if g.Rule.Text == rule {
			return g.Severity != diag.Off && !ignores(e, rule)
		}
	}
	return !ignores(e, rule)
}

// ignores reports whether the file of an entity silences a rule.
func ignores(e plan.Entity, rule string) bool {
	return slices.ContainsFunc(e.Base().Ignore, func(p schema.Pair) bool { return p.Key.Text == rule })
}
