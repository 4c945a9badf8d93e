package cli

import (
	"fmt"
	"strconv"
	"strings"

	"milepost/internal/plan"
)

func showItem(c *card, i *plan.Item, open int) {
	c.head(i.ID, i.Title, i.Type, strings.ToLower(i.State.Title()), i.Horizon.String())
	if i.Theme == nil {
		c.row("Theme", "none: nothing says what it is for")
	} else {
		c.row("Theme", i.Theme.Title+" ("+i.Theme.ID+")")
		c.row("Why", i.Theme.Why)
	}
	if i.Release != nil {
		c.row("Release", i.Release.Title+" ("+i.Release.ID+")")
	}
	if i.Position > 0 {
		c.row("Place", fmt.Sprintf("no. %d of %d: %s", i.Position, open, i.Place))
	}
	c.row("Worth", worth(i))
	for _, n := range i.Needs {
		c.list("Needs", itemLine(n))
	}
	if i.OtherWork {
		c.list("Needs", "other work")
	}
	for _, b := range i.Blocks {
		c.list("Blocks", itemLine(b))
	}
	if len(i.Unready) > 0 {
		var lacks []string
		for _, lack := range i.Unready {
			lacks = append(lacks, lack.String())
		}
		c.row("Not ready", strings.Join(lacks, ", "))
	}
	showCriteria(c, i)
	c.row("Dropped", i.Doc.Dropped)
	c.row("Days", days(i))
}

// worth says what is known of an item's value and effort.
func worth(i *plan.Item) string {
	var parts []string
	for _, f := range []struct {
		name  string
		value float64
	}{{"value", i.Value}, {"urgency", i.Urgency}, {"risk", i.Risk}, {"effort", i.Effort}} {
		if f.value > 0 {
			parts = append(parts, f.name+" "+strconv.FormatFloat(f.value, 'f', -1, 64))
		}
	}
	return strings.Join(parts, ", ")
}

func showCriteria(c *card, i *plan.Item) {
	met := 0
	for _, k := range i.Doc.Criteria {
		if k.Done {
			met++
		}
	}
	if n := len(i.Doc.Criteria); n > 0 {
		c.row("Criteria", fmt.Sprintf("%d of %d met", met, n))
	}
	for _, k := range i.Doc.Criteria {
		box := "[ ] "
		if k.Done {
			box = "[x] "
		}
		c.row("", box+k.Text)
	}
}

func days(i *plan.Item) string {
	var parts []string
	for _, d := range []struct{ name, day string }{
		{"written down", i.Created.String()}, {"begun", i.Started.String()}, {"done", i.Finished.String()},
	} {
		if d.day != "" {
			parts = append(parts, d.name+" "+d.day)
		}
	}
	return strings.Join(parts, ", ")
}

func showTheme(c *card, t *plan.Theme) {
	c.head(t.ID, t.Title, "theme", t.Horizon.String(), t.Status.String())
	c.row("What", t.Summary)
	c.row("Why", t.Why)
	for _, o := range t.Outcomes {
		c.list("Outcomes", outcomeLine(o))
	}
	c.row("Health", t.Health)
	c.row("Progress", progressLine(t.Progress))
	for _, i := range t.Items {
		c.list("Items", itemLine(i))
	}
}

func showRelease(c *card, r *plan.Release) {
	c.head(r.ID, r.Title, "release", r.Status.String(), r.Version)
	c.row("Goal", r.Goal)
	switch {
	case r.Released != 0:
		c.row("Released", r.Released.String())
	case r.Fixed:
		c.row("Date", r.Date.Text+", fixed from outside")
	default:
		c.row("Date", r.Date.Text)
	}
	c.row("Progress", progressLine(r.Progress))
	if r.Capacity > 0 {
		c.row("Load", fmt.Sprintf("%g of %g", r.Load, r.Capacity))
	}
	for _, i := range r.Items {
		c.list("Items", itemLine(i))
	}
}

func showRoadmap(c *card, p *plan.Plan) {
	r := p.Roadmap
	c.head(r.ID, r.Title, "roadmap")
	c.row("Vision", r.Vision)
	c.row("Goal", r.Goal)
	for _, o := range p.Outcomes {
		c.list("Outcomes", outcomeLine(o))
	}
	for _, t := range p.Themes {
		c.list("Themes", themeLine(t))
	}
	for _, rel := range p.Releases {
		c.list("Releases", fmt.Sprintf("%s · %s (%s)", rel.ID, rel.Title, rel.Status))
	}
}

func themeLine(t *plan.Theme) string { return fmt.Sprintf("%s · %s (%s)", t.ID, t.Title, t.Horizon) }

func outcomeLine(o *plan.Outcome) string { return o.Title.Text + ": " + outcomeProgress(o) }

func outcomeProgress(o *plan.Outcome) string {
	if o.Progress < 0 {
		return "not measured"
	}
	return fmt.Sprintf("from %s to %s, now %s", o.Baseline.Text, o.Target.Text, o.Current.Text)
}

func progressLine(p plan.Progress) string {
	if p.All == 0 {
		return "no items"
	}
	return fmt.Sprintf("%d of %d done, %d in progress", p.Done, p.All, p.Started)
}

// showCommon adds what every kind of file may say.
func showCommon(c *card, e plan.Entity) {
	b := e.Base()
	c.row("Owner", strings.Join(b.Owners, ", "))
	c.row("Tags", strings.Join(b.Tags, ", "))
	for _, l := range b.Links {
		text := l.URL
		if l.Title != l.URL {
			text = l.Title + " " + l.URL
		}
		c.list("Links", text)
	}
	if b.Draft {
		c.row("Draft", "published only with --drafts")
	}
	if b.Internal {
		c.row("Internal", "left out of a public site")
	}
	c.row("File", b.Doc.File.Path)
}
