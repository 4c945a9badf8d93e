package report

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"milepost/internal/compare"
	"milepost/internal/schema"
)

// heads are the groups in which changes are shown to people, by kind. What is in
// none of them is a field: it stands under the last.
var heads = []struct {
	title string
	kinds []string
}{
	{"Promises withdrawn", []string{compare.Dropped, compare.Removed}},
	{"Dates", []string{compare.Released, "date", "fixed", compare.Forecast}},
	{"Done", []string{compare.Done}},
	{"New", []string{compare.Added, compare.Renamed}},
	{"Direction", []string{"vision", "goal", "outcome", "horizon", "status", "theme", "release", "allocation", "health", "capacity"}},
	{"Order", []string{compare.Moved}},
	{"Findings", []string{compare.Found, compare.Resolved}},
	{"Details", nil},
}

// group is the changes under one heading.
type group struct {
	title   string
	changes []compare.Change
}

// grouped sorts changes under the headings, keeping their order.
func grouped(changes []compare.Change) []group {
	groups := make([]group, len(heads))
	for i, h := range heads {
		groups[i].title = h.title
	}
	for _, c := range changes {
		at := slices.IndexFunc(heads, func(h struct {
			title string
			kinds []string
		},
		) bool {
			return slices.Contains(h.kinds, c.Kind)
		})
		if at < 0 {
			at = len(heads) - 1
		}
		groups[at].changes = append(groups[at].changes, c)
	}
	return slices.DeleteFunc(groups, func(g group) bool { return len(g.changes) == 0 })
}

// what names the thing a change is about: its id, or for what has none the place.
func what(c compare.Change) string {
	switch {
	case c.Of == schema.Roadmap && c.Kind != compare.Found && c.Kind != compare.Resolved && c.Kind != "outcome":
		return "roadmap"
	case c.ID != "":
		return c.ID
	}
	place, _, _ := strings.Cut(c.Because, ":")
	return place
}

// said is a change in words, without the thing it is about.
func said(c compare.Change) string {
	because := ""
	if c.Because != "" {
		because = ": " + c.Because
	}
	switch c.Kind {
	case compare.Added:
		return c.Title + in(c.After)
	case compare.Removed:
		return c.Title + " (removed)"
	case compare.Renamed:
		return c.Title + " (was " + c.Before + ")"
	case compare.Dropped:
		return c.Title + " (dropped)" + because
	case compare.Done:
		return c.Title
	case compare.Released:
		return c.Title + " (released " + c.After + ")"
	case compare.Moved:
		return fmt.Sprintf("%s → %s, %s", c.Before, c.After, c.Because)
	case compare.Forecast:
		return "likely " + arrow(c.Before, c.After) + because
	case compare.Found:
		return fmt.Sprintf("%s [%s] at %s", c.After, c.Title, c.Because)
	case compare.Resolved:
		return fmt.Sprintf("resolved: %s [%s]", c.Before, c.Title)
	}
	return c.Kind + ": " + arrow(c.Before, c.After)
}

func in(place string) string {
	if place == "" {
		return ""
	}
	return " (" + place + ")"
}

func arrow(before, after string) string {
	none := func(text string) string {
		if text == "" {
			return "none"
		}
		return text
	}
	return none(before) + " → " + none(after)
}

// widestID is the widest column of ids in a list of changes.
const widestID = 24

// Changes shows what changed in a plan to a person at a terminal.
func Changes(changes []compare.Change, opt Options) []byte {
	var out strings.Builder
	for i, g := range grouped(changes) {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(Paint(opt.Color, Bold, g.title) + "\n")
		width := 0
		for _, c := range g.changes {
			width = max(width, min(Width(what(c)), widestID))
		}
		for _, c := range g.changes {
			id := Plain(what(c))
			pad := strings.Repeat(" ", max(0, width-Width(id)))
			indent := strings.Repeat(" ", width+4)
			lines := Wrap(said(c), max(opt.width()-width-4, 20))
			out.WriteString("  " + id + pad + "  " + strings.Join(lines, "\n"+indent) + "\n")
		}
	}
	return []byte(out.String())
}

// changeList is the machine form of what changed. Fields are only ever added.
type changeList struct {
	Schema  string   `json:"schema"`
	Base    string   `json:"base"`
	Head    string   `json:"head"`
	Changes []change `json:"changes"`
}

type change struct {
	Kind    string `json:"kind"`
	Of      string `json:"of"`
	ID      string `json:"id"`
	Title   string `json:"title,omitempty"`
	Before  string `json:"before,omitempty"`
	After   string `json:"after,omitempty"`
	Because string `json:"because,omitempty"`
}

// ChangesJSON gives what changed from base to head, two names, to a machine.
func ChangesJSON(changes []compare.Change, base, head string) []byte {
	list := changeList{Schema: "milepost/1", Base: base, Head: head, Changes: make([]change, len(changes))}
	for i, c := range changes {
		list.Changes[i] = change{c.Kind, c.Of.String(), c.ID, c.Title, c.Before, c.After, c.Because}
	}
	text, err := json.Marshal(list)
	if err != nil {
		panic("report: " + err.Error()) // strings can always be encoded
	}
	return append(text, '\n')
}
