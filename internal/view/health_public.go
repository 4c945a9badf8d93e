package view

import (
	"strings"
	"unicode"

	"milepost/internal/check"
	"milepost/internal/diag"
	"milepost/internal/plan"
)

// Publishable takes out of a result what must not be read on the site: findings
// in files that are not published, and findings whose words name one of them.
// The command line still shows those; here a whole finding is missed sooner than
// one id is given away.
func Publishable(p *plan.Plan, found check.Result) check.Result {
	secret := secretsOf(p)
	if len(secret) == 0 {
		return found
	}
	var out check.Result
	for _, d := range found.Findings {
		if !secret.told(d) {
			out.Findings = append(out.Findings, d)
		}
	}
	for _, s := range found.Silenced {
		if !secret.told(s.Diagnostic) && !secret.in(s.Reason) {
			out.Silenced = append(out.Silenced, s)
		}
	}
	return out
}

// secrets are the ids and the paths of what is not published, in lower case.
type secrets map[string]bool

func secretsOf(p *plan.Plan) secrets {
	s := secrets{}
	for _, e := range p.Hidden() {
		c := e.Base()
		s[strings.ToLower(c.ID)] = true
		s[strings.ToLower(sourcePath(e))] = true
		for _, a := range c.Aliases {
			s[strings.ToLower(a.Text)] = true
		}
	}
	delete(s, "") // of an entity without a file
	return s
}

func (s secrets) told(d diag.Diagnostic) bool {
	return s[strings.ToLower(d.Span.Path())] || s.in(d.Message) || s.in(d.Hint)
}

// in reports whether a text holds a secret id, alone or as the name of a file.
func (s secrets) in(text string) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(text), notOfID) {
		if s[word] || s[strings.TrimSuffix(word, ".md")] || s[strings.Trim(word, ".")] {
			return true
		}
	}
	return false
}

// blank is a text without its secrets.
func (s secrets) blank(text string) string {
	if len(s) == 0 || !s.in(text) {
		return text
	}
	var out []string
	for word := range strings.FieldsSeq(text) {
		if s.in(word) {
			word = "…"
		}
		out = append(out, word)
	}
	return strings.Join(out, " ")
}

// notOfID reports the characters no id holds.
func notOfID(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) && r != '-' && r != '_' && r != '.'
}
