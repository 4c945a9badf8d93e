package view

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"milepost/internal/check"
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// HealthPage says whether the plan holds together. A plan with many findings has
// more than one page: only the first, with First set, has what is in order.
type HealthPage struct {
	Frame
	First    bool
	Lede     []Part       // how much is off course, and how many checks pass
	Traces   []Trace      // nil where there is nothing to trace
	Efforts  []EffortLine // nil where no share of the effort was promised
	EffortBy string       // what the shares are taken of
	Rules    []RuleSignals
	Pager    *Pager
	Silenced []SilencedSignal
	InOrder  []RuleGroup // what passes
	Off      []string    // rules that are switched off
	Undated  []string    // rules that lack dates to judge everything, in words
}

// RuleSignals are the findings of one rule.
type RuleSignals struct {
	Class, Icon, Word string // how grave they are
	Title             string // the rule in words, in English
	Group             string // the group of rules it belongs to: "Dependencies"
	Rule              string // its name
	Continued         bool   // it began on the page before
	Count             string // on all pages; "" for a single one
	Why               []string
	Silence           string // what to write into a file
	SwitchOff         string // what to write into milepost.yaml
	Hint              []Part // what to do, where it is the same for all
	Findings          []Finding
	More              []Finding // folded away
}

// SilencedSignal is a finding its file asks not to hear of.
type SilencedSignal struct {
	Finding
	Rule, Reason string
}

// verdict is what all pages of the health report share.
type verdict struct {
	found    []diag.Diagnostic // gravest first, then by rule
	silenced []check.Silenced
	count    map[string]int // findings of each rule
	about    map[string]plan.Entity
}

func healthPages(s *site) []Page {
	verdict := sync.OnceValue(func() verdict { return judge(s) })
	var out []Page
	for _, l := range leaves("health.html", len(s.found.Findings)+len(s.found.Silenced), pageSize) {
		out = append(out, s.page(l.path(), "health", func(h here) any { return h.health(verdict(), l) }))
	}
	return out
}

func judge(s *site) verdict {
	v := verdict{
		silenced: s.found.Silenced,
		count:    map[string]int{},
		about:    map[string]plan.Entity{},
	}
	rank := map[string]int{}
	for i, name := range check.Names() {
		rank[name] = i
	}
	// They are in the order of their places already: each only has to be laid to its like.
	type sort struct{ grade, rule int }
	of := map[sort][]diag.Diagnostic{}
	for _, d := range s.found.Findings {
		v.count[d.Rule]++
		like := sort{-int(d.Severity), rank[d.Rule]}
		of[like] = append(of[like], d)
	}
	sorts := slices.SortedFunc(maps.Keys(of), func(a, b sort) int { return cmp.Or(a.grade-b.grade, a.rule-b.rule) })
	for _, like := range sorts {
		v.found = append(v.found, of[like]...)
	}
	for _, e := range s.plan.Entities() {
		v.about[sourcePath(e)] = e
	}
	return v
}

func (h here) health(v verdict, l leaf) HealthPage {
	n := len(v.found)
	page := HealthPage{
		Frame: h.newFrame(head{
			title:       h.Say("Health") + h.suffix(l),
			description: h.Say("Whether the plan of {product} holds together: what is off course, and what is in order.", h.frame.Title),
			section:     "health",
			thread:      h.threadAtTasks(h.Say("against the strategy")),
		}),
		First:    l.index == 0,
		Rules:    h.ruleSignals(v, min(l.from, n), min(l.to, n)),
		Pager:    h.pager(l, h.Say("Signals")),
		Silenced: h.silencedSignals(v, max(l.from-n, 0), max(l.to-n, 0)),
	}
	if page.First {
		page.Traces = h.traces()
		page.Efforts = h.effortLines()
		page.EffortBy = h.Say("Share of the effort. Said: what a theme was meant to take. Done: of what was finished in the last {n} weeks. Next: of what is open and now or next.", check.EffortWeeks)
		h.judgement(&page, v)
		page.Undated = each(h.found.Undated, h.undatedRule)
	}
	return page
}

// ruleSignals groups the findings from up to to by their rules.
func (h here) ruleSignals(v verdict, from, to int) []RuleSignals {
	var out []RuleSignals
	for i := from; i < to; i++ {
		d := v.found[i]
		if i == from || d.Rule != v.found[i-1].Rule {
			group := h.ruleGroup(d, v.count[d.Rule])
			group.Continued = i == from && i > 0 && v.found[i-1].Rule == d.Rule
			out = append(out, group)
		}
		group := &out[len(out)-1]
		group.Findings = append(group.Findings, h.finding(d, v.about))
	}
	for i := range out {
		out[i].tidy()
	}
	return out
}

// findingsShown is how many findings of one rule are shown at once.
const findingsShown = 6

// tidy says once what all findings of a rule say, and folds what is too much to
// be read at once.
func (r *RuleSignals) tidy() {
	first := r.Findings[0].Hint
	same := func(f Finding) bool { return slices.Equal(f.Hint, first) }
	if len(r.Findings) > 1 && !slices.ContainsFunc(r.Findings, func(f Finding) bool { return !same(f) }) {
		r.Hint = first
		for i := range r.Findings {
			r.Findings[i].Hint = nil
		}
	}
	r.Findings, r.More = folded(r.Findings, findingsShown)
}

// undatedRule says how often a rule had nothing to judge by.
func (h here) undatedRule(u check.Undated) string {
	return h.Say("{rule}: {n} place has no date to judge by|{rule}: {n} places have no date to judge by", u.Rule, u.Count)
}

func (h here) ruleGroup(d diag.Diagnostic, count int) RuleSignals {
	s := h.signal(d)
	g := RuleSignals{
		Class: s.Class, Icon: s.Icon, Word: s.Word, Title: d.Rule, Rule: d.Rule,
		Silence:   "ignore:\n  " + d.Rule + ": the reason",
		SwitchOff: "rules:\n  " + d.Rule + ": off",
	}
	if rule, ok := check.Lookup(d.Rule); ok {
		g.Title, g.Why, g.Group = capital(rule.Summary), paragraphs(rule.Doc), h.groupWord(rule.Group)
	}
	if count > 1 {
		g.Count = h.Number(count)
	}
	return g
}

func (h here) silencedSignals(v verdict, from, to int) []SilencedSignal {
	return each(v.silenced[from:to], func(s check.Silenced) SilencedSignal {
		return SilencedSignal{
			Finding: h.finding(s.Diagnostic, v.about),
			Rule:    s.Diagnostic.Rule,
			Reason:  sentence(s.Reason),
		}
	})
}

// paragraphs divides a text at its empty lines.
func paragraphs(text string) []string {
	var out []string
	for _, p := range strings.Split(text, "\n\n") {
		if p = oneLine(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
