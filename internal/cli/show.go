package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/report"
	"milepost/internal/schema"
	"milepost/internal/view"
)

func showCommand(p *program) *cobra.Command {
	var f planFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: "show one item, theme, release or page",
		Long: `Show prints what is known of one thing: of an item its theme and why, where it
stands in the backlog and for what reason, what it waits for and what waits for it,
its acceptance criteria, and what is wrong with it. The roadmap's id is index.`,
		Example: `$ milepost show resume-uploads
$ milepost show index
$ milepost show resume-uploads --json | jq .item.depends_on`,
		Args:              oneArg("the id of an item, theme, release or page", "milepost show resume-uploads"),
		ValidArgsFunction: p.completeIDs,
		RunE:              func(_ *cobra.Command, args []string) error { return p.show(args[0], f, asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	f.add(cmd)
	return cmd
}

func (p *program) show(id string, f planFlags, asJSON bool) error {
	opt, err := p.options(f)
	if err != nil {
		return err
	}
	pr, err := p.open(opt)
	if err != nil {
		return err
	}
	if o := pr.Plan.Outcome(id); o != nil && !pr.Plan.Lookup(id).Known() {
		p.showOutcome(pr, o, asJSON)
		return nil
	}
	e, err := pr.find(id)
	if err != nil {
		return err
	}
	if e.Base().ID != id && !p.quiet {
		p.say("note: %s is an old id of %s", id, e.Base().ID)
	}
	if asJSON {
		p.print("%s", pr.entityJSON(e))
		return nil
	}
	c := newCard(p.look(p.env.Stdout))
	pr.describe(c, e)
	p.print("%s", c.text())
	p.findingsOf(pr, e)
	return nil
}

// showOutcome shows what has an id but no file of its own.
func (p *program) showOutcome(pr *project, o *plan.Outcome, asJSON bool) {
	if asJSON {
		p.print("%s", encode("outcome", recordOf(pr.siteJSON()["outcomes"], o.ID.Text)))
		return
	}
	c := newCard(p.look(p.env.Stdout))
	c.head(o.ID.Text, o.Title.Text, "outcome", o.By.Text)
	c.row("Measure", o.Measure.Text)
	c.row("Progress", outcomeProgress(o))
	for _, t := range o.Themes {
		c.list("Themes", themeLine(t))
	}
	p.print("%s", c.text())
}

// describe fills a card with what is known of an entity.
func (pr *project) describe(c *card, e plan.Entity) {
	switch e := e.(type) {
	case *plan.Item:
		showItem(c, e, len(pr.Plan.Backlog))
	case *plan.Theme:
		showTheme(c, e)
	case *plan.Release:
		showRelease(c, e)
	case *plan.Roadmap:
		showRoadmap(c, pr.Plan)
	default:
		c.head(e.Base().ID, e.Base().Title, "page")
		c.row("Says", e.Base().Doc.Summary)
	}
	showCommon(c, e)
}

// findingsOf shows what is wrong in the entity's file.
func (p *program) findingsOf(pr *project, e plan.Entity) {
	var found []diag.Diagnostic
	for _, d := range pr.Findings {
		if d.Span.File == e.Base().Doc.File {
			found = append(found, d)
		}
	}
	if len(found) > 0 {
		p.print("\n%s", report.Text(found, p.look(p.env.Stdout)))
	}
}

// entityJSON is an entity as machines read it: an item as list gives it, others
// as they stand in the site's milepost.json.
func (pr *project) entityJSON(e plan.Entity) []byte {
	if i, ok := e.(*plan.Item); ok {
		return encode("item", view.ItemJSON(pr.Plan, i))
	}
	return encode(e.Base().Kind.String(), pr.published(e.Base()))
}

// encode is a record under the name of its kind.
func encode(kind string, record any) []byte {
	text, err := json.Marshal(record)
	if err != nil {
		panic("cli: " + err.Error()) // our own records can always be encoded
	}
	return fmt.Appendf(nil, "{\"schema\":\"milepost/1\",%q:%s}\n", kind, text)
}

// published is the record of an entity in milepost.json. A page has none there,
// and gets one of what all entities have.
func (pr *project) published(c *plan.Common) any {
	all := pr.siteJSON()
	if c.Kind == schema.Roadmap {
		return all["roadmap"]
	}
	if r := recordOf(all[c.Kind.String()+"s"], c.ID); r != nil {
		return r
	}
	return map[string]string{"id": c.ID, "title": c.Title, "source": c.Doc.File.Path}
}

// siteJSON is the site's milepost.json, in its parts.
func (pr *project) siteJSON() map[string]json.RawMessage {
	var all map[string]json.RawMessage
	for _, page := range pr.Pages() {
		if page.Path != "milepost.json" {
			continue
		}
		if err := json.Unmarshal(page.Raw(), &all); err != nil {
			panic("cli: " + err.Error()) // we have just encoded it
		}
	}
	return all
}

func recordOf(list json.RawMessage, id string) json.RawMessage {
	var records []json.RawMessage
	if json.Unmarshal(list, &records) != nil {
		return nil // there is no such list
	}
	for _, r := range records {
		var named struct{ ID string }
		if json.Unmarshal(r, &named) == nil && named.ID == id {
			return r
		}
	}
	return nil
}

// itemLine names an item with its state.
func itemLine(i *plan.Item) string {
	return fmt.Sprintf("%s · %s (%s)", i.ID, i.Title, strings.ToLower(i.State.Title()))
}
