package view

import (
	"milepost/internal/check"
	"milepost/internal/diag"
)

// RuleGroup holds the rules of one group that pass.
type RuleGroup struct {
	Title string   // "Dependencies"
	Count string   // "6 of 7"
	Rules []string // in words, in English
}

// judgement adds what only the first page has: the counts, and what passes.
func (h here) judgement(page *HealthPage, v verdict) {
	broken := map[string]bool{}
	for _, s := range v.silenced {
		broken[s.Diagnostic.Rule] = true
	}
	for rule := range v.count {
		broken[rule] = true
	}
	off := h.switchedOff()
	passing, all := 0, 0
	for group, rules := range rulesByGroup() {
		g := RuleGroup{Title: h.groupWord(check.Group(group))}
		on := 0
		for _, rule := range rules {
			switch {
			case off[rule.Name]:
				page.Off = append(page.Off, rule.Name)
				continue
			case !broken[rule.Name]:
				g.Rules = append(g.Rules, capital(rule.Summary))
			}
			on++
		}
		g.Count = h.Say("{n} of {all}", len(g.Rules), on)
		passing, all = passing+len(g.Rules), all+on
		if len(rules) > 0 {
			page.InOrder = append(page.InOrder, g)
		}
	}
	page.Lede = h.healthLede(v, h.Say("{n} of {all}", passing, all))
}

// healthLede tells in a sentence how things stand.
func (h here) healthLede(v verdict, passing string) []Part {
	share := Part{Text: passing, Strong: true}
	counts := h.counts(v.found)
	if len(counts) == 0 {
		return h.phrase("Each build compares what was said with what is done. Nothing is off course: {n of all} checks pass.", share)
	}
	return h.phrase("Each build compares what was said with what is done: {counts}. {n of all} checks pass.", h.joined(counts), share)
}

// counts are how many findings there are of each severity, the gravest first.
func (h here) counts(found []diag.Diagnostic) []Part {
	errors, warnings, infos := diag.Count(found)
	var out []Part
	if errors > 0 {
		out = append(out, Part{Text: h.Say("{n} signal says off course|{n} signals say off course", errors), Strong: true})
	}
	if warnings > 0 {
		out = append(out, Part{Text: h.Say("{n} is worth watching|{n} are worth watching", warnings), Strong: true})
	}
	if infos > 0 {
		out = append(out, Part{Text: h.Say("{n} is a note|{n} are notes", infos)})
	}
	return out
}

// groupWord is the heading of a group of rules.
func (s *site) groupWord(g check.Group) string {
	switch g {
	case check.Form:
		return s.Say("Form^group of rules")
	case check.Links:
		return s.Say("Links")
	case check.Strategy:
		return s.Say("Strategy without work")
	case check.Work:
		return s.Say("Work without strategy")
	case check.Allocation:
		return s.Say("Allocation")
	case check.Order:
		return s.Say("Order and detail")
	case check.Dependencies:
		return s.Say("Dependencies")
	case check.Flow:
		return s.Say("Flow")
	case check.Releases:
		return s.Say("Releases")
	}
	return s.Say("Honesty")
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
