package view_test

import (
	"fmt"
	"strings"
	"testing"

	"milepost/internal/view"
)

// TestFactorsAreWhatTheAuthorGave: a small effort has a long bar, something that was
// given has a segment, and without a worth there is nothing to draw.
func TestFactorsAreWhatTheAuthorGave(t *testing.T) {
	pages := site(t, `
-- content/backlog/a.md --
---
value: 20
risk: 1
effort: XS
---
-- content/backlog/b.md --
---
urgency: 8
effort: XL
---
-- content/backlog/c.md --
---
effort: 2
---
`)
	for page, want := range map[string]string{
		"items/a.html": "Value 5 20 of 20, Risk or chance 1 1 of 20, Small effort 5 1",
		"items/b.html": "Urgency 2 8 of 20, Small effort 1 8",
		"items/c.html": "",
	} {
		var got []string
		for _, f := range data[view.ItemPage](t, pages, page).Standing.Factors {
			n := 0
			for _, on := range f.Marks {
				if on {
					n++
				}
			}
			got = append(got, fmt.Sprintf("%s %d %s", f.Term, n, f.Words))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
}
