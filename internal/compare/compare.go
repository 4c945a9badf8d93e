// Package compare tells what changed between two states of a plan.
//
// Plans takes the plan before and after, each with its findings, and gives a
// list of Changes: what was added, finished or dropped, what is said otherwise
// now, what moved in the order and because of what, which dates shifted, and
// which findings came and went. The list is sorted by how much a change matters
// to those who rely on the plan.
//
// Things are the same when they have the same id, or an alias says that they
// had. Deliberately absent: changes of words in a body, which the repository
// shows better, and any knowledge of where the two states come from.
package compare

import (
	"cmp"
	"slices"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/schema"
)

// Side is one of the two states that are compared.
type Side struct {
	Plan     *plan.Plan
	Findings []diag.Diagnostic // graded
}

// Change is one thing that is different. Kind says what: Added, Dropped, Moved …,
// or the name of the field that changed.
type Change struct {
	Kind    string
	Of      schema.Kind
	ID      string // "" for a finding that is about no entity
	Title   string
	Before  string // "" where there was nothing
	After   string // "" where there is nothing
	Because string // the cause, in words, where there is one that can be told
}

// The kinds of change that are not fields.
const (
	Added    = "added"
	Removed  = "removed"  // the file is gone, or is not published any more
	Renamed  = "renamed"  // it has another id, and the old one as an alias
	Dropped  = "dropped"  // a promise was withdrawn; Because is the reason
	Done     = "done"     // it was finished
	Released = "released" // it is out
	Moved    = "moved"    // in the order of the backlog, by at least three places
	Forecast = "forecast" // a release is likely on another day
	Found    = "found"    // a finding that was not there before
	Resolved = "resolved" // a finding that is gone
)

// ranks is how much a kind of change matters: what was promised and is not any
// more comes first, how work is described last.
var ranks = rank(
	Dropped, Removed,
	Released, "date", "fixed", Forecast,
	Done,
	Added, Renamed,
	"vision", "goal", "outcome",
	"horizon", "status", "theme", "release", "allocation", "health", "capacity",
	Moved,
	"priority", "value", "urgency", "risk", "effort", "needs", "type", "owner", "title",
	Found, Resolved,
)

func rank(kinds ...string) map[string]int {
	out := map[string]int{}
	for i, kind := range kinds {
		out[kind] = i
	}
	return out
}

// Plans lists what changed from base to head, what matters most first.
func Plans(base, head Side) []Change {
	c := comparison{base: base.Plan, head: head.Plan, was: map[plan.Entity]plan.Entity{}}
	c.pair()
	c.roadmap()
	c.entities()
	c.moves()
	c.forecasts()
	c.findings(base.Findings, head.Findings)
	slices.SortStableFunc(c.changes, func(a, b Change) int {
		return cmp.Or(ranks[a.Kind]-ranks[b.Kind], int(a.Of)-int(b.Of))
	})
	return c.changes
}

// comparison is the work of one call of Plans.
type comparison struct {
	base, head *plan.Plan
	was        map[plan.Entity]plan.Entity // of head -> of base
	kept       map[plan.Entity]bool        // of base: still there
	changes    []Change
}

func (c *comparison) add(kind string, of plan.Entity, before, after, because string) {
	b := of.Base()
	c.changes = append(c.changes, Change{Kind: kind, Of: b.Kind, ID: b.ID, Title: b.Title, Before: before, After: after, Because: because})
}

// pair finds for each entity what it was before: of the same id and kind, else
// the one that an alias names.
func (c *comparison) pair() {
	c.kept = map[plan.Entity]bool{}
	match := func(now plan.Entity, id string) bool {
		old := c.base.Lookup(id).Entity
		if old == nil || old.Base().ID != id || old.Base().Kind != now.Base().Kind || c.kept[old] {
			return false
		}
		c.was[now], c.kept[old] = old, true
		return true
	}
	var unmatched []plan.Entity
	for _, e := range things(c.head) {
		if !match(e, e.Base().ID) {
			unmatched = append(unmatched, e)
		}
	}
	for _, e := range unmatched {
		for _, alias := range e.Base().Aliases {
			if match(e, alias.Text) {
				break
			}
		}
	}
}

// things are the entities of a plan but its roadmap, of which there is always one.
func things(p *plan.Plan) []plan.Entity { return p.Entities()[1:] }

// before is what an item was, nil for one that is new.
func (c *comparison) before(i *plan.Item) *plan.Item {
	old, _ := c.was[i].(*plan.Item)
	return old
}

// oneLine folds the white space of a text, so that a change is a line.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
