package view_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheBacklogAsCSV(t *testing.T) {
	rows := readCSV(t, tintype)
	want := map[string]string{
		"position": "1", "id": "T-1", "title": "Resume an upload", "type": "story", "status": "in-progress", "theme": "backup",
		"horizon": "now", "priority": "must", "value": "8", "urgency": "", "risk": "", "effort": "3", "score": "2.667", "release": "1.3",
		"depends_on": "", "blocked_by": "", "blocks": "T-2", "ready": "true", "owner": "Ines, Jonas", "tags": "Mobile, C++",
		"reason": "in progress; score 2.7 (8/3)", "source": "content/backlog/T-1.md", "path": "items/T-1.html",
	}
	if diff := cmp.Diff(want, rows[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(rows) != 2 {
		t.Errorf("%d rows: only what is open is in the backlog", len(rows))
	}
}

func TestASpreadsheetRunsNoFormula(t *testing.T) {
	for _, tc := range []struct{ title, cell string }{
		{`=HYPERLINK("https://evil.example","x")`, `'=HYPERLINK("https://evil.example","x")`},
		{"+1", "'+1"},
		{"-2+3", "'-2+3"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"a = b", "a = b"},
		{`"quoted", and more`, `"quoted", and more`},
	} {
		rows := readCSV(t, "-- content/backlog/a.md --\n---\ntitle: '"+strings.ReplaceAll(tc.title, "'", "''")+"'\nowner: ['=1+1']\nvalue: 3\n---\n")
		if rows[0]["title"] != tc.cell || rows[0]["owner"] != "'=1+1" || rows[0]["value"] != "3" {
			t.Errorf("%s: %q", tc.title, rows[0])
		}
	}
}

// readCSV reads backlog.csv as a program would.
func readCSV(t *testing.T, archive string) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(raw(t, site(t, archive), "backlog.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range all[1:] {
		cells := map[string]string{}
		for i, name := range all[0] {
			cells[name] = row[i]
		}
		out = append(out, cells)
	}
	return out
}
