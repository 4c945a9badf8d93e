package view

import (
	"encoding/json"
	"math"

	"milepost/internal/plan"
)

// schemaName versions the machine output. Fields are only ever added under it.
const schemaName = "milepost/1"

// ItemRecord is an item as machines read it, in `list --json` and in
// milepost.json. A field without a value is absent; a list is never absent, so
// that nobody has to ask before walking it.
type ItemRecord struct {
	ID        string          `json:"id"`
	Title     string          `json:"title"`
	Type      string          `json:"type"`
	Status    string          `json:"status"`
	Theme     string          `json:"theme,omitempty"`
	Horizon   string          `json:"horizon,omitempty"`
	Priority  string          `json:"priority"`
	Value     float64         `json:"value,omitempty"`
	Urgency   float64         `json:"urgency,omitempty"`
	Risk      float64         `json:"risk,omitempty"`
	Effort    float64         `json:"effort,omitempty"`
	Release   string          `json:"release,omitempty"`
	DependsOn []string        `json:"depends_on"`
	BlockedBy []string        `json:"blocked_by"`
	Blocks    []string        `json:"blocks"`
	Ready     bool            `json:"ready"`
	Position  int             `json:"position,omitempty"`
	Reason    string          `json:"reason,omitempty"`
	Score     float64         `json:"score,omitempty"`
	Forecast  *forecastRecord `json:"forecast,omitempty"`
	Owner     []string        `json:"owner"`
	Tags      []string        `json:"tags"`
	Created   string          `json:"created,omitempty"`
	Started   string          `json:"started,omitempty"`
	Finished  string          `json:"finished,omitempty"`
	Source    string          `json:"source"`
	Path      string          `json:"path"`
}

// ItemJSON gives an item as machines read it.
func ItemJSON(p *plan.Plan, it *plan.Item) ItemRecord {
	r := ItemRecord{
		ID:        it.ID,
		Title:     it.Title,
		Type:      it.Type,
		Status:    it.Status.String(),
		Horizon:   it.Horizon.String(),
		Priority:  priorityWord(p, it.Priority),
		Value:     it.Value,
		Urgency:   it.Urgency,
		Risk:      it.Risk,
		Effort:    it.Effort,
		DependsOn: itemIDs(it.Needs),
		BlockedBy: itemIDs(it.Waits),
		Blocks:    itemIDs(it.Blocks),
		Ready:     it.Position > 0 && len(it.Unready) == 0,
		Position:  it.Position,
		Reason:    it.Place.String(),
		Score:     rounded(it.Score),
		Forecast:  forecastJSON(it.Outlook),
		Owner:     list(it.Owners),
		Tags:      list(it.Tags),
		Created:   it.Created.String(),
		Started:   it.Started.String(),
		Finished:  it.Finished.String(),
		Source:    sourcePath(it),
		Path:      plan.Path(it),
	}
	if it.Theme != nil {
		r.Theme = it.Theme.ID
	}
	if it.Release != nil {
		r.Release = it.Release.ID
	}
	return r
}

// ListJSON gives items, in the order they come in, as `list --json` prints them.
func ListJSON(p *plan.Plan, items []*plan.Item) []byte {
	return encodeJSON(struct {
		Schema string       `json:"schema"`
		Items  []ItemRecord `json:"items"`
	}{schemaName, itemRecords(p, items)})
}

func itemRecords(p *plan.Plan, items []*plan.Item) []ItemRecord {
	out := make([]ItemRecord, len(items))
	for i, it := range items {
		out[i] = ItemJSON(p, it)
	}
	return out
}

// encodeJSON writes one line. The escapes that keep `</script>` harmless stay
// on: a browser that is served the file under a wrong type must not run it.
func encodeJSON(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic("view: " + err.Error()) // our own types hold nothing JSON cannot say
	}
	return append(text, '\n')
}

// priorityWord is the word the project uses for a priority.
func priorityWord(p *plan.Plan, priority plan.Priority) string {
	return p.Config.Priorities[priority]
}

// rounded keeps a quotient to three decimals: more would be noise to a reader
// and a difference between machines.
func rounded(n float64) float64 {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return 0
	}
	return math.Round(n*1000) / 1000
}

func itemIDs(items []*plan.Item) []string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = it.ID
	}
	return out
}

// list makes an empty list of none, which JSON would write as null.
func list(texts []string) []string {
	if texts == nil {
		return []string{}
	}
	return texts
}

// sourcePath is the file an entity was read from, "" for one that has none, such
// as the roadmap of a plan without content/_index.md.
func sourcePath(e plan.Entity) string {
	if doc := e.Base().Doc; doc != nil && doc.File != nil {
		return doc.File.Path
	}
	return e.Base().IDAt.Path()
}
