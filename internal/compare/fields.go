package compare

import (
	"slices"
	"strconv"
	"strings"

	"milepost/internal/plan"
	"milepost/internal/schema"
)

// field is something an entity says of itself, as a person would write it.
type field[T any] struct {
	name string
	text func(T) string
}

var itemFields = []field[*plan.Item]{
	{"title", func(i *plan.Item) string { return i.Title }},
	{"type", func(i *plan.Item) string { return i.Type }},
	// Only what is written: a horizon that is taken over changes with the theme.
	{"horizon", func(i *plan.Item) string { return i.ItemText.Horizon.String() }},
	{"theme", func(i *plan.Item) string { return idOf(i.Theme) }},
	{"release", func(i *plan.Item) string { return idOf(i.Release) }},
	{"value", func(i *plan.Item) string { return amount(i.Value) }},
	{"urgency", func(i *plan.Item) string { return amount(i.Urgency) }},
	{"risk", func(i *plan.Item) string { return amount(i.Risk) }},
	{"effort", func(i *plan.Item) string { return amount(i.Effort) }},
	{"needs", func(i *plan.Item) string { return ids(i.Needs) }},
	{"owner", func(i *plan.Item) string { return strings.Join(i.Owners, ", ") }},
}

var themeFields = []field[*plan.Theme]{
	{"title", func(t *plan.Theme) string { return t.Title }},
	{"horizon", func(t *plan.Theme) string { return t.Horizon.String() }},
	{"allocation", func(t *plan.Theme) string { return percent(t.Allocation) }},
	{"health", func(t *plan.Theme) string { return t.Health }},
	{"outcome", func(t *plan.Theme) string { return outcomes(t.Outcomes) }},
	{"owner", func(t *plan.Theme) string { return strings.Join(t.Owners, ", ") }},
}

var releaseFields = []field[*plan.Release]{
	{"title", func(r *plan.Release) string { return r.Title }},
	{"date", func(r *plan.Release) string { return r.Date.Text }},
	{"fixed", func(r *plan.Release) string { return map[bool]string{true: "yes"}[r.Fixed] }},
	{"goal", func(r *plan.Release) string { return oneLine(r.Goal) }},
	{"capacity", func(r *plan.Release) string { return amount(r.Capacity) }},
}

// entities compares everything that has an id.
func (c *comparison) entities() {
	for _, now := range things(c.head) {
		was := c.was[now]
		if was == nil {
			c.added(now)
			continue
		}
		if old := was.Base().ID; old != now.Base().ID {
			c.add(Renamed, now, old, now.Base().ID, "")
		}
		switch now := now.(type) {
		case *plan.Item:
			c.item(was.(*plan.Item), now)
		case *plan.Theme:
			c.theme(was.(*plan.Theme), now)
		case *plan.Release:
			c.release(was.(*plan.Release), now)
		case *plan.Page:
			compareFields(c, now, was.(*plan.Page), now, []field[*plan.Page]{{"title", func(p *plan.Page) string { return p.Title }}})
		}
	}
	for _, old := range things(c.base) {
		if !c.kept[old] {
			c.add(Removed, old, "", "", "")
		}
	}
}

// added tells where a new thing stands, so that a reviewer sees what it does.
func (c *comparison) added(e plan.Entity) {
	after := ""
	switch e := e.(type) {
	case *plan.Item:
		after = e.Horizon.String()
		if e.Position > 0 {
			after += ", no. " + strconv.Itoa(e.Position)
		} else {
			after = e.State.String()
		}
	case *plan.Theme:
		after = e.Horizon.String()
	case *plan.Release:
		after = e.Date.Text
	}
	c.add(Added, e, "", after, "")
}

func (c *comparison) item(was, now *plan.Item) {
	switch {
	case was.Status == now.Status:
	case now.Status == plan.Done:
		c.add(Done, now, was.Status.String(), now.Status.String(), "")
	case now.Status == plan.Dropped:
		c.add(Dropped, now, was.Status.String(), now.Status.String(), oneLine(now.Doc.Dropped))
	default:
		c.add("status", now, was.Status.String(), now.Status.String(), "")
	}
	compareFields(c, now, was, now, itemFields)
	if word(c.base, was.Priority) != word(c.head, now.Priority) {
		c.add("priority", now, word(c.base, was.Priority), word(c.head, now.Priority), "")
	}
}

func (c *comparison) theme(was, now *plan.Theme) {
	switch {
	case was.Status == now.Status:
	case now.Status == plan.ThemeDropped:
		c.add(Dropped, now, was.Status.String(), now.Status.String(), oneLine(now.Doc.Dropped))
	default:
		c.add("status", now, was.Status.String(), now.Status.String(), "")
	}
	compareFields(c, now, was, now, themeFields)
}

func (c *comparison) release(was, now *plan.Release) {
	switch {
	case was.Status == now.Status:
	case now.Status == plan.Released:
		c.add(Released, now, was.Date.Text, now.Released.String(), "")
	case now.Status == plan.ReleaseDropped:
		c.add(Dropped, now, was.Status.String(), now.Status.String(), oneLine(now.Doc.Dropped))
	default:
		c.add("status", now, was.Status.String(), now.Status.String(), "")
	}
	compareFields(c, now, was, now, releaseFields)
}

// roadmap compares what stands above all themes.
func (c *comparison) roadmap() {
	was, now := c.base.Roadmap, c.head.Roadmap
	compareFields(c, now, was, now, []field[*plan.Roadmap]{
		{"title", func(r *plan.Roadmap) string { return r.Title }},
		{"vision", func(r *plan.Roadmap) string { return oneLine(r.Vision) }},
		{"goal", func(r *plan.Roadmap) string { return oneLine(r.Goal) }},
	})
	old := map[string]*plan.Outcome{}
	for _, o := range c.base.Outcomes {
		old[o.ID.Text] = o
	}
	for _, o := range c.head.Outcomes {
		before := ""
		if was := old[o.ID.Text]; was != nil {
			before = outcome(was)
		}
		delete(old, o.ID.Text)
		c.outcome(o, before, outcome(o))
	}
	for _, o := range c.base.Outcomes {
		if old[o.ID.Text] != nil {
			c.outcome(o, outcome(o), "")
		}
	}
}

func (c *comparison) outcome(o *plan.Outcome, before, after string) {
	if before != after {
		c.changes = append(c.changes, Change{Kind: "outcome", Of: schema.Roadmap, ID: o.ID.Text, Title: o.Title.Text, Before: before, After: after})
	}
}

// outcome is what an outcome promises and how far it is, in words.
func outcome(o *plan.Outcome) string {
	parts := []string{o.Title.Text}
	for _, q := range []struct{ name, text string }{{"from", o.Baseline.Text}, {"to", o.Target.Text}, {"now", o.Current.Text}, {"by", o.By.Text}} {
		if q.text != "" {
			parts = append(parts, q.name+" "+q.text)
		}
	}
	return strings.Join(parts, ", ")
}

func compareFields[T any](c *comparison, of plan.Entity, was, now T, fields []field[T]) {
	for _, f := range fields {
		if before, after := f.text(was), f.text(now); before != after {
			c.add(f.name, of, before, after, "")
		}
	}
}

// idOf is the id of an entity that may be nil.
func idOf[T interface {
	comparable
	plan.Entity
}](e T) string {
	var none T
	if e == none {
		return ""
	}
	return e.Base().ID
}

func ids(items []*plan.Item) string {
	var out []string
	for _, i := range items {
		out = append(out, i.ID)
	}
	slices.SortFunc(out, plan.CompareNatural)
	return strings.Join(out, ", ")
}

func outcomes(all []*plan.Outcome) string {
	var out []string
	for _, o := range all {
		out = append(out, o.ID.Text)
	}
	return strings.Join(out, ", ")
}

func amount(x float64) string {
	if x == 0 {
		return ""
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

func percent(x float64) string {
	if x < 0 {
		return ""
	}
	return amount(x) + " %"
}

func word(p *plan.Plan, priority plan.Priority) string { return p.Config.Priorities[priority] }
