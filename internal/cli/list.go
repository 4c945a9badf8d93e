package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"milepost/internal/plan"
	"milepost/internal/report"
	"milepost/internal/schema"
	"milepost/internal/view"
)

// listFlags are the flags of list.
type listFlags struct {
	planFlags
	themes        []string
	types, states choices
	ready         bool
	json          bool
}

func listCommand(p *program) *cobra.Command {
	kind, _ := schema.Lookup(schema.Item, "type")
	f := listFlags{types: choices{allowed: kind.Values, aliases: kind.Aliases}, states: choices{allowed: schema.Statuses}}
	cmd := &cobra.Command{
		Use:   "list",
		Short: "show the backlog in order",
		Long: `List shows the open items of the backlog, the next to do first. The flags that
choose may be given more than once, or with commas. Items that are done or dropped
are shown when their status is asked for, after the open ones. With --ready only
what can be picked up now is shown: ready, not begun, and waiting for nothing.`,
		Example: `$ milepost list
$ milepost list --ready
$ milepost list --theme growth --type story,bug
$ milepost list --status ready --json | jq -r '.items[0].id'`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return p.list(f) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringSliceVar(&f.themes, "theme", nil, "only the theme with this `ID`")
	flags.Var(&f.types, "type", "only "+alternatives(f.types.allowed))
	flags.Var(&f.states, "status", "only "+alternatives(f.states.allowed))
	flags.BoolVar(&f.ready, "ready", false, "only what can be picked up now")
	flags.BoolVar(&f.json, "json", false, "as JSON")
	f.planFlags.add(cmd)
	complete(cmd, "type", f.types.allowed)
	complete(cmd, "status", f.states.allowed)
	p.completeThemes(cmd)
	return cmd
}

// alternatives joins words: "story, bug or task".
func alternatives(words []string) string {
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

func (p *program) list(f listFlags) error {
	opt, err := p.options(f.planFlags)
	if err != nil {
		return err
	}
	pr, err := p.open(opt)
	if err != nil {
		return err
	}
	items, err := pr.choose(f)
	if err != nil {
		return err
	}
	if f.json {
		p.print("%s", view.ListJSON(pr.Plan, items))
		return nil
	}
	p.print("%s", table(items, p.look(p.env.Stdout)))
	if len(items) == 0 && !p.quiet {
		p.say("no open item fits; milepost check says whether something is wrong")
	}
	return nil
}

// choose picks the items that the flags ask for: those in the backlog in its
// order, then finished ones by id.
func (pr *project) choose(f listFlags) ([]*plan.Item, error) {
	themes, err := pr.themes(f.themes)
	if err != nil {
		return nil, err
	}
	fits := func(i *plan.Item) bool {
		return (!f.ready || i.State == plan.StateReady) && f.types.has(i.Type) && f.states.has(i.Status.String()) && (len(themes) == 0 || themes[i.Theme])
	}
	var out []*plan.Item
	for _, i := range pr.Plan.Backlog {
		if fits(i) {
			out = append(out, i)
		}
	}
	if len(f.states.values) == 0 {
		return out, nil
	}
	for _, i := range pr.Plan.Items {
		if !i.Status.Open() && fits(i) {
			out = append(out, i)
		}
	}
	return out, nil
}

func (pr *project) themes(ids []string) (map[*plan.Theme]bool, error) {
	out := map[*plan.Theme]bool{}
	for _, id := range ids {
		t, ok := pr.Plan.Lookup(id).Entity.(*plan.Theme)
		if !ok {
			return nil, fmt.Errorf("no theme has the id %q; %s", id, suggest(id, themeIDs(pr.Plan), "there are "+strings.Join(themeIDs(pr.Plan), ", ")))
		}
		out[t] = true
	}
	return out, nil
}

func themeIDs(p *plan.Plan) []string {
	var out []string
	for _, t := range p.Themes {
		out = append(out, t.ID)
	}
	return out
}

// maxID is the widest column of ids: one very long id must not push all titles
// out of sight.
const maxID = 28

// table shows items one on a line: number, id, state, theme, title.
func table(items []*plan.Item, look report.Options) string {
	var rows [][]string
	widths := make([]int, 4)
	for _, i := range items {
		row := []string{number(i.Position), report.Plain(i.ID), i.State.Title(), themeOf(i), report.Plain(i.Title)}
		for c := range widths {
			widths[c] = max(widths[c], min(report.Width(row[c]), maxID))
		}
		rows = append(rows, row)
	}
	var out strings.Builder
	for _, row := range rows {
		line := pad(row[0], -widths[0])
		for c := 1; c < len(widths); c++ {
			line += "  " + pad(row[c], widths[c])
		}
		out.WriteString(strings.TrimRight(cut(line+"  "+row[4], look.Width), " ") + "\n")
	}
	return out.String()
}

func number(position int) string {
	if position == 0 {
		return "–"
	}
	return strconv.Itoa(position)
}

func themeOf(i *plan.Item) string {
	if i.Theme == nil {
		return "–"
	}
	return report.Plain(i.Theme.ID)
}

// pad fills text with spaces to a width, before it where the width is negative.
func pad(text string, width int) string {
	if width < 0 {
		return strings.Repeat(" ", max(-width-report.Width(text), 0)) + text
	}
	return text + strings.Repeat(" ", max(width-report.Width(text), 0))
}

// cut shortens a line to the columns of a terminal; 0 columns cut nothing.
func cut(line string, columns int) string {
	if columns <= 0 || report.Width(line) <= columns {
		return line
	}
	width := 0
	for i, r := range line {
		width += report.Width(string(r))
		if width >= columns {
			return line[:i] + "…"
		}
	}
	return line
}
