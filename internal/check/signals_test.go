package check_test

import (
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"milepost/internal/check"
)

// entangled are the rules whose bad example breaks another rule as well, because
// that is what they are about.
var entangled = map[string][]string{
	"health-mismatch": {`date-passed: "autumn" was planned for 2026-10, and that has passed`},
}

// The bad example of a signal breaks that signal alone, and its good one nothing:
// one mistake gets one remark. Only that its items serve no theme is let pass in an
// example that is not about themes.
func TestSignalsSpeakAlone(t *testing.T) {
	for _, rule := range check.Rules() {
		if rule.Group < check.Strategy {
			continue
		}
		t.Run(rule.Name, func(t *testing.T) {
			text, _ := unmark(rule.Bad, rule.Name)
			var others []string
			for _, d := range check.Run(load(text)).Findings {
				if d.Rule != rule.Name && d.Rule != "unaligned" {
					others = append(others, d.Rule+": "+d.Message)
				}
			}
			if diff := gocmp.Diff(entangled[rule.Name], others); diff != "" {
				t.Errorf("the bad example:\n%s", diff)
			}
			for _, d := range check.Run(load(rule.Good)).Findings {
				if d.Rule != "unaligned" {
					t.Errorf("the good example: %s: %s", d.Rule, d.Message)
				}
			}
		})
	}
}
