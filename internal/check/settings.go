package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/schema"
)

// settings checks what is said about the rules themselves. It belongs to the
// driver and not to a rule, because no rule knows the table.
func settings(p *plan.Plan) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, g := range p.Config.Rules {
		found = append(found, unknownRule(g.Rule)...)
	}
	for _, e := range p.Entities() {
		for _, pair := range e.Base().Ignore {
			found = append(found, silencing(pair)...)
		}
	}
	return found
}

func unknownRule(name schema.Word) []diag.Diagnostic {
	if _, known := Lookup(name.Text); known {
		return nil
	}
	hint := diag.DidYouMean(name.Text, Names())
	if hint == "" {
		hint = "milepost explain lists the rules"
	}
	return []diag.Diagnostic{diag.New("unknown-value", name.Span, "there is no rule %q", name.Text).WithHint("%s", hint)}
}

// silencing asks why a rule is silenced: whoever reads the health page will.
func silencing(pair schema.Pair) []diag.Diagnostic {
	if unknown := unknownRule(pair.Key); unknown != nil || pair.Value.Text != "" {
		return unknown
	}
	return []diag.Diagnostic{diag.New("unknown-value", pair.Key.Span, "%s is silenced without a reason", pair.Key.Text).
		WithHint("write why: ignore: {%s: the law is still being made}", pair.Key.Text)}
}
