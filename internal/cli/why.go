package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"milepost/internal/plan"
	"milepost/internal/view"
)

func whyCommand(p *program) *cobra.Command {
	var f planFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "why ID [OTHER]",
		Short: "explain why an item stands where it stands",
		Long: `Why gives the reasons for an item's place in the backlog: what lifts it, what it is
worth, what it opens together with others, and what it comes after. With a second
item it says which of the two comes first, and the first difference between them.`,
		Example: `$ milepost why resume-uploads
$ milepost why resume-uploads wrong-hour
$ milepost why resume-uploads --json | jq .bundle`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || len(args) > 2 {
				return fmt.Errorf("%s needs the id of one item or of two; for example: milepost why resume-uploads wrong-hour", name(cmd))
			}
			return nil
		},
		ValidArgsFunction: p.completeBacklog,
		RunE:              func(_ *cobra.Command, args []string) error { return p.why(args, f, asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	f.add(cmd)
	return cmd
}

func (p *program) why(ids []string, f planFlags, asJSON bool) error {
	opt, err := p.options(f)
	if err != nil {
		return err
	}
	pr, err := p.open(opt)
	if err != nil {
		return err
	}
	var items []*plan.Item
	for _, id := range ids {
		i, err := pr.listed(id)
		if err != nil {
			return err
		}
		items = append(items, i)
	}
	if len(items) == 1 {
		p.whyOne(pr.Plan, items[0], asJSON)
		return nil
	}
	return p.whyBefore(pr.Plan, items[0], items[1], asJSON)
}

// listed finds an item that has a place in the backlog.
func (pr *project) listed(id string) (*plan.Item, error) {
	e, err := pr.find(id)
	if err != nil {
		return nil, err
	}
	i, ok := e.(*plan.Item)
	switch {
	case !ok:
		return nil, fmt.Errorf("%q is a %s; only items stand in the backlog", id, e.Base().Kind)
	case i.Position == 0:
		return nil, fmt.Errorf("%q is not in the backlog: %s", id, strings.ToLower(i.State.Title()))
	}
	return i, nil
}

func (p *program) whyOne(pl *plan.Plan, i *plan.Item, asJSON bool) {
	if asJSON {
		p.print("%s", view.WhyJSON(pl, i))
		return
	}
	c := newCard(p.look(p.env.Stdout))
	c.head(i.ID, i.Title, fmt.Sprintf("no. %d of %d", i.Position, len(pl.Backlog)))
	c.row("Because", i.Place.String())
	for _, kv := range i.Place.Key {
		c.list("Key", kv.Name+": "+kv.Value)
	}
	if by := i.Place.Source; by != nil {
		c.row("Taken over", itemLine(by))
	}
	if b := i.Place.Bundle; len(b.Items) > 1 {
		c.row("Bundle", view.BundleWords(b))
		for _, member := range b.Items {
			c.list("Together", itemLine(member))
		}
	}
	for _, n := range i.Waits {
		c.list("After", itemLine(n))
	}
	if price, ok := pl.RankPrice(i); ok {
		c.row("Price", view.PriceWords(i, price))
	}
	p.print("%s", c.text())
}

func (p *program) whyBefore(pl *plan.Plan, a, b *plan.Item, asJSON bool) error {
	c, ok := pl.Why(a, b)
	if !ok {
		return fmt.Errorf("%q is the same item twice", a.ID)
	}
	if asJSON {
		p.print("%s", view.WhyBeforeJSON(c))
		return nil
	}
	p.print("%s (no. %d) stands before %s (no. %d):\n%s\n", c.Before.ID, c.Before.Position, c.After.ID, c.After.Position, c.Reason)
	return nil
}

// completeBacklog offers the ids of the backlog, for the first item and a second.
func (p *program) completeBacklog(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var out []string
	if live := p.live(); live != nil && len(args) < 2 {
		for _, i := range live.Backlog {
			out = append(out, word(i.Base()))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
