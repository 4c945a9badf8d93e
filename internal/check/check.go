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
	// Bad and Good are small plans: a line "-- path --" begins a file. In Bad a
	// line of ^^^ marks the text above it and gives the message, and a line that
	// begins with = gives the hint. A finding of another rule has that rule's
	// name before its message.
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
	Order
	Dependencies
	Flow
	Releases
)

// String is the group as a heading.
func (g Group) String() string {
	return [...]string{
		"Form", "Links", "Strategy without work", "Work without strategy",
		"Order and detail", "Dependencies", "Flow", "Releases",
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
	found []diag.Diagnostic
}

// Report takes one finding. Run grades it.
func (r *Reporter) Report(d diag.Diagnostic) { r.found = append(r.found, d) }
