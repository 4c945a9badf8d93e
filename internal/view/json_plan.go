package view

import (
	"strings"

	"milepost/internal/plan"
)

// The rest of milepost.json: what the items are for. As in an ItemRecord a field
// without a value is absent and a list never is.

type roadmapRecord struct {
	Title      string `json:"title,omitempty"`
	Vision     string `json:"vision,omitempty"`
	Goal       string `json:"goal,omitempty"`
	Disclaimer string `json:"disclaimer,omitempty"`
	Source     string `json:"source,omitempty"`
	Path       string `json:"path"`
}

func roadmapJSON(p *plan.Plan) roadmapRecord {
	r := p.Roadmap
	record := roadmapRecord{
		Title:      r.Title,
		Vision:     r.Vision,
		Goal:       r.Goal,
		Disclaimer: r.Disclaimer,
		Path:       plan.Path(r),
	}
	if file := sourcePath(r); p.Tree.File(file) != nil { // there is always a roadmap, not always its file
		record.Source = file
	}
	return record
}

type outcomeRecord struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Measure  string   `json:"measure,omitempty"`
	Unit     string   `json:"unit,omitempty"`
	Baseline *float64 `json:"baseline,omitempty"`
	Target   *float64 `json:"target,omitempty"`
	Current  *float64 `json:"current,omitempty"`
	Progress *float64 `json:"progress,omitempty"`
	By       string   `json:"by,omitempty"`
	Checked  string   `json:"checked,omitempty"`
	Themes   []string `json:"themes"`
}

func outcomeJSON(o *plan.Outcome) outcomeRecord {
	r := outcomeRecord{
		ID:       o.ID.Text,
		Title:    o.Title.Text,
		Measure:  o.Measure.Text,
		Unit:     unitOf(o.Target, o.Current, o.Baseline),
		Baseline: measured(o.Baseline),
		Target:   measured(o.Target),
		Current:  measured(o.Current),
		By:       o.By.Text,
		Checked:  o.Checked.String(),
		Themes:   []string{},
	}
	if o.Progress >= 0 {
		progress := rounded(o.Progress)
		r.Progress = &progress
	}
	for _, t := range o.Themes {
		r.Themes = append(r.Themes, t.ID)
	}
	return r
}

// measured tells a number that is 0 from one that is not given.
func measured(q plan.Quantity) *float64 {
	if q.Text == "" {
		return nil
	}
	return &q.Value
}

// unitOf is what stands around the digits of the first quantity that has
// anything there: "%" of "95 %".
func unitOf(quantities ...plan.Quantity) string {
	for _, q := range quantities {
		if unit := strings.Trim(q.Text, "0123456789.,+- \u2212\u00a0\u202f"); unit != "" {
			return unit
		}
	}
	return ""
}

type progressRecord struct {
	Done        int     `json:"done"`
	Started     int     `json:"started"`
	Open        int     `json:"open"`
	All         int     `json:"all"`
	DoneEffort  float64 `json:"done_effort"`
	OpenEffort  float64 `json:"open_effort"`
	Unestimated int     `json:"unestimated"`
}

func progressJSON(p plan.Progress) progressRecord {
	return progressRecord{
		Done: p.Done, Started: p.Started, Open: p.Open, All: p.All,
		DoneEffort: rounded(p.DoneEffort), OpenEffort: rounded(p.OpenEffort), Unestimated: p.Unestimated,
	}
}

type themeRecord struct {
	ID         string          `json:"id"`
	Title      string          `json:"title"`
	Letter     string          `json:"letter"`
	Summary    string          `json:"summary,omitempty"`
	Why        string          `json:"why,omitempty"`
	Horizon    string          `json:"horizon,omitempty"`
	Confidence string          `json:"confidence,omitempty"`
	Allocation *float64        `json:"allocation,omitempty"`
	Health     string          `json:"health,omitempty"`
	Status     string          `json:"status"`
	Outcomes   []string        `json:"outcomes"`
	Items      []string        `json:"items"`
	Progress   progressRecord  `json:"progress"`
	Forecast   *forecastRecord `json:"forecast,omitempty"`
	Owner      []string        `json:"owner"`
	Tags       []string        `json:"tags"`
	Source     string          `json:"source"`
	Path       string          `json:"path"`
}

func themeJSON(t *plan.Theme) themeRecord {
	r := themeRecord{
		ID:         t.ID,
		Title:      t.Title,
		Letter:     t.Letter,
		Summary:    t.Summary,
		Why:        t.Why,
		Horizon:    t.Horizon.String(),
		Confidence: t.Confidence,
		Health:     t.Health,
		Status:     t.Status.String(),
		Outcomes:   []string{},
		Items:      itemIDs(t.Items),
		Progress:   progressJSON(t.Progress),
		Forecast:   forecastJSON(t.Outlook),
		Owner:      list(t.Owners),
		Tags:       list(t.Tags),
		Source:     sourcePath(t),
		Path:       plan.Path(t),
	}
	if t.Allocation >= 0 {
		r.Allocation = &t.Allocation
	}
	for _, o := range t.Outcomes {
		r.Outcomes = append(r.Outcomes, o.ID.Text)
	}
	return r
}

type releaseRecord struct {
	ID       string          `json:"id"`
	Title    string          `json:"title"`
	Version  string          `json:"version,omitempty"`
	Goal     string          `json:"goal,omitempty"`
	Status   string          `json:"status"`
	Date     string          `json:"date,omitempty"`
	First    string          `json:"date_first,omitempty"`
	Last     string          `json:"date_last,omitempty"`
	Fixed    bool            `json:"fixed"`
	Released string          `json:"released,omitempty"`
	Capacity float64         `json:"capacity,omitempty"`
	Load     float64         `json:"load"`
	Items    []string        `json:"items"`
	Progress progressRecord  `json:"progress"`
	Forecast *forecastRecord `json:"forecast,omitempty"`
	Chance   *int            `json:"chance,omitempty"`
	Owner    []string        `json:"owner"`
	Tags     []string        `json:"tags"`
	Source   string          `json:"source"`
	Path     string          `json:"path"`
}

func releaseJSON(r *plan.Release) releaseRecord {
	record := releaseRecord{
		ID:       r.ID,
		Title:    r.Title,
		Version:  r.Version,
		Goal:     r.Goal,
		Status:   r.Status.String(),
		Date:     r.Date.Text,
		First:    r.Date.First.String(),
		Last:     r.Date.Last.String(),
		Fixed:    r.Fixed,
		Released: r.Released.String(),
		Capacity: r.Capacity,
		Load:     rounded(r.Load),
		Items:    itemIDs(r.Items),
		Progress: progressJSON(r.Progress),
		Owner:    list(r.Owners),
		Tags:     list(r.Tags),
		Source:   sourcePath(r),
		Path:     plan.Path(r),
	}
	if r.Status != plan.Planned {
		return record
	}
	record.Forecast = forecastJSON(r.Outlook)
	if r.Chance >= 0 && r.Outlook.Ahead > 0 {
		record.Chance = &r.Chance
	}
	return record
}
