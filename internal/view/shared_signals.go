package view

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// Signal is something the rules found, in short.
type Signal struct {
	Class string // bad, warn, info
	Icon  string // warn, flag, info
	Word  string // "Off course", "Watch", "Note"
	Words []Part // what is so
	Hint  []Part // what to do, empty where nothing is known
}

// maxSignals is how many findings a page tells of itself; the rest stand on the
// health page.
const maxSignals = 8

// signalsOf are the findings in the file of an entity, as its page shows them.
func (h here) signalsOf(e plan.Entity) []Signal {
	path := sourcePath(e)
	if path == "" {
		return nil
	}
	found := h.signals[path]
	var out []Signal
	for _, d := range found[:min(len(found), maxSignals)] {
		s := h.signal(d)
		s.Words, s.Hint = h.linked(signalSentence(d.Message)), h.linked(signalSentence(d.Hint))
		out = append(out, s)
	}
	if more := len(found) - maxSignals; more > 0 {
		all := Part{Text: h.Say("{n} further remark|{n} further remarks", more), Href: h.to("health.html")}
		out = append(out, Signal{Class: "info", Icon: "info", Word: h.Say("Note"), Words: []Part{all}})
	}
	return out
}

// signal says how grave a finding is, in the words of the site: its readers did
// not write the file.
func (s *site) signal(d diag.Diagnostic) Signal {
	switch d.Severity {
	case diag.Error:
		return Signal{Class: "bad", Icon: "warn", Word: s.Say("Off course")}
	case diag.Warning:
		return Signal{Class: "warn", Icon: "flag", Word: s.Say("Watch")}
	}
	return Signal{Class: "info", Icon: "info", Word: s.Say("Note")}
}
