package view

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"milepost/internal/plan"
)

// csvColumns are the fields of an ItemRecord a spreadsheet shows, under the same
// names. Lists are joined by a blank: no id holds one.
var csvColumns = []struct {
	name string
	cell func(ItemRecord) string
}{
	{"position", func(r ItemRecord) string { return wholeCell(r.Position) }},
	{"id", func(r ItemRecord) string { return textCell(r.ID) }},
	{"title", func(r ItemRecord) string { return textCell(r.Title) }},
	{"type", func(r ItemRecord) string { return textCell(r.Type) }},
	{"status", func(r ItemRecord) string { return textCell(r.Status) }},
	{"theme", func(r ItemRecord) string { return textCell(r.Theme) }},
	{"horizon", func(r ItemRecord) string { return textCell(r.Horizon) }},
	{"priority", func(r ItemRecord) string { return textCell(r.Priority) }},
	{"value", func(r ItemRecord) string { return numberCell(r.Value) }},
	{"urgency", func(r ItemRecord) string { return numberCell(r.Urgency) }},
	{"risk", func(r ItemRecord) string { return numberCell(r.Risk) }},
	{"effort", func(r ItemRecord) string { return numberCell(r.Effort) }},
	{"score", func(r ItemRecord) string { return numberCell(r.Score) }},
	{"release", func(r ItemRecord) string { return textCell(r.Release) }},
	{"depends_on", func(r ItemRecord) string { return textCell(strings.Join(r.DependsOn, " ")) }},
	{"blocked_by", func(r ItemRecord) string { return textCell(strings.Join(r.BlockedBy, " ")) }},
	{"blocks", func(r ItemRecord) string { return textCell(strings.Join(r.Blocks, " ")) }},
	{"ready", func(r ItemRecord) string { return strconv.FormatBool(r.Ready) }},
	{"owner", func(r ItemRecord) string { return textCell(strings.Join(r.Owner, ", ")) }},
	{"tags", func(r ItemRecord) string { return textCell(strings.Join(r.Tags, ", ")) }},
	{"reason", func(r ItemRecord) string { return textCell(r.Reason) }},
	{"source", func(r ItemRecord) string { return textCell(r.Source) }},
	{"path", func(r ItemRecord) string { return textCell(r.Path) }},
}

// csvPage is the open backlog, in order, for a spreadsheet.
func csvPage(p *plan.Plan) Page {
	return Page{Path: "backlog.csv", Raw: func() []byte { return backlogCSV(p) }}
}

func backlogCSV(p *plan.Plan) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	row := make([]string, len(csvColumns))
	for i, c := range csvColumns {
		row[i] = c.name
	}
	_ = w.Write(row) // a bytes.Buffer takes everything
	for _, it := range p.Backlog {
		record := ItemJSON(p, it)
		for i, c := range csvColumns {
			row[i] = c.cell(record)
		}
		_ = w.Write(row)
	}
	w.Flush()
	return out.Bytes()
}

// textCell keeps a spreadsheet from reading an author's text as a formula: a
// cell that begins like one gets an apostrophe, which the spreadsheet hides.
func textCell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

func numberCell(n float64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

func wholeCell(n int) string { return numberCell(float64(n)) }
