package scaffold_test

import (
	"testing"

	"milepost/internal/engine"
	"milepost/internal/scaffold"
	"milepost/internal/view"
)

// TestTheKitchenSinkHasEverything: every kind of page, text that would be markup,
// and nothing that the rules call an error.
func TestTheKitchenSinkHasEverything(t *testing.T) {
	if got := scaffold.KitchenDay.String(); got != "2026-02-01" {
		t.Errorf("its day is %s", got)
	}
	s := engine.Evaluate(scaffold.KitchenSink(nil), engine.Options{Today: scaffold.KitchenDay, BaseURL: "https://example.org/"})
	seen := map[string]int{}
	for _, page := range s.Pages() {
		seen[page.Layout]++
	}
	for _, kind := range view.Kinds() {
		if seen[kind.Layout] == 0 {
			t.Errorf("no page of it has the layout %s", kind.Layout)
		}
	}
}
