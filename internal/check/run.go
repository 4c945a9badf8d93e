package check

import (
	"fmt"
	"slices"

	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/parallel"
	"milepost/internal/plan"
	"milepost/internal/schema"
)

// Result is what a plan was found to break.
type Result struct {
	Findings []diag.Diagnostic // graded and sorted; none is Off
	Silenced []Silenced        // what a file's own ignore took out of Findings, sorted alike
	Undated  []Undated         // the rules that could not judge everything, in the order of the table
}

// Undated tells that a rule needs dates that are not there. Today they can only be
// missing because nobody wrote them; where they come from the history of git they
// are also missing from a shallow clone, and it is this that says so.
type Undated struct {
	Rule  string
	Count int // of the things it could not judge
}

// String says so in words: "aging: 3 places have no date to judge by".
func (u Undated) String() string {
	if u.Count == 1 {
		return u.Rule + ": one place has no date to judge by"
	}
	return fmt.Sprintf("%s: %d places have no date to judge by", u.Rule, u.Count)
}

// Silenced is a finding that its file asks not to hear of.
type Silenced struct {
	Diagnostic diag.Diagnostic
	Reason     string
	Entity     plan.Entity // whose file it is
}

// Run holds p to all rules. What was found while reading, p.Findings, is graded
// with the rest.
func Run(p *plan.Plan) Result {
	grades := gradesOf(p.Config)
	found := slices.Concat(p.Findings, settings(p))
	var undated []Undated
	s := look(p)
	reports := make([]Reporter, len(table))
	parallel.Each(len(table), func(n int) {
		if rule := table[n]; rule.Run != nil && grades[rule.Name] != diag.Off {
			reports[n] = Reporter{Rule: rule.Name, survey: s}
			rule.Run(p, &reports[n])
		}
	})
	for _, r := range reports {
		found = append(found, r.found...)
		if r.undated > 0 {
			undated = append(undated, Undated{r.Rule, r.undated})
		}
	}
	out := sortOut(found, grades, ignoresOf(p))
	out.Undated = undated
	return out
}

// gradesOf gives the severity of every rule.
func gradesOf(cfg *config.Config) map[string]diag.Severity {
	grades := make(map[string]diag.Severity, len(table))
	for _, rule := range table {
		grades[rule.Name] = rule.Severity
	}
	for _, g := range cfg.Rules {
		if _, known := grades[g.Rule.Text]; known {
			grades[g.Rule.Text] = g.Severity
		}
	}
	return grades
}

// place is a rule in a file.
type place struct{ path, rule string }

type ignore struct {
	schema.Pair
	entity plan.Entity
}

// ignoresOf gathers what files ask not to hear of. Files that are not published
// are read too: what was found in them while reading is among p.Findings.
func ignoresOf(p *plan.Plan) map[place]ignore {
	ignores := map[place]ignore{}
	for _, e := range slices.Concat(p.Entities(), p.Hidden()) {
		c := e.Base()
		for _, pair := range c.Ignore {
			ignores[place{pair.Key.Span.Path(), pair.Key.Text}] = ignore{pair, e}
		}
	}
	return ignores
}

// sortOut grades what was found and takes out what is off or silenced.
func sortOut(found []diag.Diagnostic, grades map[string]diag.Severity, ignores map[place]ignore) Result {
	var out Result
	diag.Sort(found)
	for i, d := range found {
		if i > 0 && same(d, found[i-1]) {
			continue
		}
		grade, known := grades[d.Rule]
		if !known {
			panic("check: no rule has the name " + d.Rule)
		}
		d.Severity = grade
		if grade == diag.Off {
			continue
		}
		if by, ok := ignores[place{d.Span.Path(), d.Rule}]; ok {
			out.Silenced = append(out.Silenced, Silenced{d, by.Value.Text, by.entity})
			continue
		}
		out.Findings = append(out.Findings, d)
	}
	return out
}

func same(a, b diag.Diagnostic) bool {
	return a.Rule == b.Rule && a.Message == b.Message && a.Span.Compare(b.Span) == 0
}
