package view

import (
	"milepost/internal/check"
	"milepost/internal/diag"
)

// RuleGroup holds the rules of one group that pass.
type RuleGroup struct {
	Title string   // "Dependencies"
	Count string   // "6 of 7"
	Rules []string // in words
}

// judgement adds what only the first page has: the counts, and what passes.
func (h here) judgement(page *HealthPage, v verdict) {
	errors, warnings, infos := diag.Count(v.found)
	for _, c := range []struct {
		n         int
		one, many string
	}{
		{errors, "signal says off course", "signals say off course"},
		{warnings, "is worth watching", "are worth watching"},
		{infos, "is a note", "are notes"},
	} {
		if c.n == 1 {
			page.Counts = append(page.Counts, Count{"1", c.one})
		} else if c.n > 1 {
			page.Counts = append(page.Counts, Count{number(c.n), c.many})
		}
	}
	silenced := map[string]bool{}
	for _, s := range v.silenced {
		silenced[s.Diagnostic.Rule] = true
	}
	off := h.switchedOff()
	passing, all := 0, 0
	for group, rules := range rulesByGroup() {
		g := RuleGroup{Title: check.Group(group).String()}
		on := 0
		for _, rule := range rules {
			if off[rule.Name] {
				page.Off = append(page.Off, rule.Name)
				continue
			}
			on++
			if v.count[rule.Name] == 0 && !silenced[rule.Name] {
				g.Rules = append(g.Rules, capital(rule.Summary))
			}
		}
		g.Count = number(len(g.Rules)) + " of " + number(on)
		passing, all = passing+len(g.Rules), all+on
		if len(rules) > 0 {
			page.InOrder = append(page.InOrder, g)
		}
	}
	page.Passing = number(passing) + " of " + number(all)
}

// rulesByGroup gives the groups of rules in the order in which they are shown.
func rulesByGroup() [][]check.Rule {
	var out [][]check.Rule
	for _, rule := range check.Rules() {
		for int(rule.Group) >= len(out) {
			out = append(out, nil)
		}
		out[rule.Group] = append(out[rule.Group], rule)
	}
	return out
}

// switchedOff are the rules milepost.yaml does not want to hear of.
func (h here) switchedOff() map[string]bool {
	off := map[string]bool{}
	for _, g := range h.plan.Config.Rules {
		off[g.Rule.Text] = g.Severity == diag.Off
	}
	return off
}
