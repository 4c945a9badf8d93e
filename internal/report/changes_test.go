package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"milepost/internal/compare"
	"milepost/internal/report"
	"milepost/internal/schema"
)

func TestHostileTextInAChangeIsInert(t *testing.T) {
	hostile := "@all <img src=x onerror=alert(1)> [x](javascript:y) `code` **b** #12 GH-7 https://evil.example www.evil.example\n::error::x\x1b[31m \u202e"
	changes := []compare.Change{
		{Kind: compare.Done, Of: schema.Item, ID: "a`b", Title: hostile},
		{Kind: "effort", Of: schema.Item, ID: "T-1", Before: hostile, After: "5"},
	}
	text := string(report.Markdown(changes, "`x`@me", "head"))
	for _, live := range []string{"@all", "<img", "[x](", "#12", "GH-7", "https://", "www.evil", "\x1b", "\u202e", "**b", "\n::error"} {
		if strings.Contains(text, live) {
			t.Errorf("%q is live in:\n%s", live, text)
		}
	}
	if plain := string(report.Changes(changes, report.Options{})); strings.ContainsAny(plain, "\x1b\u202e") {
		t.Errorf("%q", plain)
	}
}

func TestAHugeDiffFitsIntoAComment(t *testing.T) {
	var changes []compare.Change
	for range 3000 {
		changes = append(changes, compare.Change{Kind: compare.Added, Of: schema.Item, ID: "T-1", Title: strings.Repeat("long ", 20)})
	}
	text := string(report.Markdown(changes, "main", ""))
	if len(text) > 60_000 || !strings.Contains(text, "more; `milepost diff` shows them all") || strings.Count(text, "<details>") != strings.Count(text, "</details>") {
		t.Errorf("%d bytes that end in %q", len(text), text[len(text)-200:])
	}
}

func TestChangesForMachines(t *testing.T) {
	var list struct {
		Schema, Base, Head string
		Changes            []struct{ Kind, Of, ID, Before, After, Because string }
	}
	text := report.ChangesJSON([]compare.Change{{Kind: compare.Moved, Of: schema.Item, ID: "T-1", Before: "no. 9", After: "no. 3", Because: "up 6"}}, "abc", "")
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	if list.Schema != "milepost/1" || list.Base != "abc" || len(list.Changes) != 1 || list.Changes[0].Of != "item" || list.Changes[0].After != "no. 3" {
		t.Errorf("%s", text)
	}
}
