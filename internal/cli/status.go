package cli

import (
	"fmt"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/report"
	"milepost/internal/workspace"
)

// status says how the plan is doing and what to do next; outside of every plan,
// how to begin one.
func (p *program) status() error {
	if _, ok := workspace.Find(p.dir()); !ok {
		p.print(`There is no plan here, or in any folder above.

    milepost init my-plan    begins one, with an example to change
    milepost help            says what else there is
`)
		return nil
	}
	opt, err := p.options(planFlags{})
	if err != nil {
		return err
	}
	pr, err := p.open(opt)
	if err != nil {
		return err
	}
	title := pr.Plan.Roadmap.Title
	if title == "" {
		title = "A plan without a title"
	}
	p.print("%s\n\n", report.Paint(p.look(p.env.Stdout).Color, report.Bold, report.Plain(title)))
	p.print("    %s\n    %s\n\n", counts(pr.Plan), report.Summary(pr.Findings))
	what, how := nextThing(pr)
	p.print("%s\n    %s\n", report.Plain(what), how)
	return nil
}

// counts says in one line what the plan holds.
func counts(pl *plan.Plan) string {
	ready, done := 0, 0
	for _, i := range pl.Items {
		switch i.State {
		case plan.StateReady:
			ready++
		case plan.StateDone:
			done++
		}
	}
	return strings.Join([]string{
		fmt.Sprintf("%s, %d ready", report.Count(len(pl.Backlog), "open item"), ready),
		fmt.Sprintf("%d done", done),
		report.Count(len(pl.Themes), "theme"),
		report.Count(len(pl.Releases), "release"),
	}, " · ")
}

// nextThing is what to do next, in words and as a command.
func nextThing(pr *project) (what, command string) {
	errors, warnings, _ := diag.Count(pr.Findings)
	if errors > 0 {
		return "Next: mend what is wrong.", "milepost check"
	}
	for _, i := range pr.Plan.Backlog {
		if i.NextUp {
			return "Next to pick up: " + i.Title, "milepost show " + i.ID
		}
	}
	switch {
	case len(pr.Plan.Items) == 0:
		return "Next: write down the first piece of work.", `milepost new item "…"`
	case warnings > 0:
		return "Next: see what does not fit together.", "milepost check"
	}
	return "Next: publish it.", "milepost build"
}
