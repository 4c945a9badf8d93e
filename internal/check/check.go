// Package check holds the rules a plan is held to.
//
// A Rule is a function plus data: its name, its severity, what it means in
// words, a plan that breaks it and one that does not, and the function that
// finds it. A rule is handed a plan and a Reporter and knows nothing of who runs
// it: Run drives them all, the command line and the site only read the Result.
// There is one file for each rule; to add one, write the file and add it to the
// table. The examples in it are its documentation and its test.
//
// Run also grades: a finding has the severity of its rule, unless milepost.yaml
// says otherwise under rules; and a file can silence a rule for itself under
// ignore, with the reason, which leaves the finding among the Silenced.
//
// One mistake gets one remark. Where two rules could speak of one text it is
// said, in the rule that keeps silent, why it does.
//
// The rules from Strategy on are signals: they may be wrong about a plan, and one
// that often is will be switched off with all that it would have said later. So
// each of them keeps silent about what nobody could know yet, about what is far
// away and may be vague, and about a practice that the team does not follow: who
// estimates nothing is not told of every item that has no estimate.
package check

import (
	"slices"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

// Rule is one thing a plan is held to.
type Rule struct {
	Name     string // in kebab-case; it never changes, because authors write it
	Group    Group
	Severity diag.Severity // unless milepost.yaml grades it otherwise
	Summary  string        // the rule in one line
	Doc      string        // why it matters and how to mend it
	// Bad and Good are small plans: a line "-- path --" begins a file, and a path
	// with {1..9} begins nine, in which {n} is the number. In Bad a line of ^^^
	// marks the text above it and gives the message, and a line that begins with
	// = gives the hint. A finding of another rule has that rule's name before its
	// message. The plans of both are read on 2026-11-24.
	Bad, Good string
	// Run reports where a plan breaks the rule. It is nil for what is found
	// while files are read.
	Run func(*plan.Plan, *Reporter)
}

// Group is what a rule is about. The groups are in the order in which they are
// shown.
type Group int

// The groups.
const (
	Form Group = iota
	Links
	Strategy
	Work
	Allocation
	Order
	Dependencies
	Flow
	Releases
	Honesty
)

// String is the group as a heading.
func (g Group) String() string {
	return [...]string{
		"Form", "Links", "Strategy without work", "Work without strategy", "Allocation",
		"Order and detail", "Dependencies", "Flow", "Releases", "Honesty",
	}[g]
}

// Rules lists all rules, by group.
func Rules() []Rule { return slices.Clone(table[:]) }

// Names lists the names of all rules.
func Names() []string {
	names := make([]string, len(table))
	for i := range table {
		names[i] = table[i].Name
	}
	return names
}

// Lookup finds a rule by its name.
func Lookup(name string) (Rule, bool) {
	for _, rule := range table {
		if rule.Name == name {
			return rule, true
		}
	}
	return Rule{}, false
}

// Reporter takes what one rule finds.
type Reporter struct {
	Rule string // the name of the rule

	*survey
	found   []diag.Diagnostic
	undated int
}

// Report takes one finding. Run grades it.
func (r *Reporter) Report(d diag.Diagnostic) { r.found = append(r.found, d) }

// Undated notes that the rule cannot judge something, because no date of it is
// known. Such things are never guessed at; Result.Undated counts them.
func (r *Reporter) Undated() { r.undated++ }
