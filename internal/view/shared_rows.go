package view

import (
	"slices"
	"strings"
	"unicode/utf8"

	"milepost/internal/plan"
	"milepost/internal/schema"
)

// longID is the longest id that is repeated beside a title in a dense list.
const longID = 12

// longRef is the longest id that is kept on one line where a text names it.
const longRef = 24

// row is an item as the backlog shows it: with everything.
func (h here) row(it *plan.Item) Row {
	r := Row{
		ID:       it.ID,
		Title:    it.Title,
		Href:     h.href(it),
		State:    h.stateMark(it.State),
		Type:     h.typeMark(it.Type),
		Position: it.Position,
		Theme:    h.shield(it.Theme),
		Release:  h.releaseLink(it.Release),
		Why:      h.reason(it.Place),
		Next:     it.NextUp,
		Worth:    h.amount(it.Value + it.Urgency + it.Risk),
		Effort:   h.amount(it.Effort),
		Owner:    strings.Join(it.Owners, ", "),
		Filter:   h.filter(it),
	}
	if utf8.RuneCountInString(it.ID) <= longID {
		r.Label = it.ID
	}
	if len(it.Owners) > 0 {
		r.Initials = initials(it.Owners[0])
	}
	if it.Status == plan.Done && it.Finished != 0 {
		r.Note, r.Day = h.Day(it.Finished), it.Finished.String()
	}
	return r
}

// rows are the items of a list that shows themes.
func (h here) rows(items []*plan.Item) []Row {
	out := make([]Row, len(items))
	for i, it := range items {
		out[i] = h.row(it)
	}
	return out
}

func (h here) filter(it *plan.Item) Filter {
	f := Filter{Type: it.Type, Theme: "none", Status: it.State.String(), Owner: "none", Tags: strings.Join(it.Tags, ",")}
	if it.Theme != nil {
		f.Theme = it.Theme.Letter
	}
	if len(it.Owners) > 0 {
		f.Owner = strings.Join(it.Owners, ",")
	}
	return f
}

// shield is the letter of a theme, nil without a theme.
func (h here) shield(t *plan.Theme) *Shield {
	if t == nil {
		return nil
	}
	s := h.shields[t]
	s.Href = h.href(t)
	return &s
}

// releaseLink leads to a release by its short name, nil without one.
func (h here) releaseLink(r *plan.Release) *Link {
	if r == nil {
		return nil
	}
	return &Link{Text: releaseName(r), Href: h.href(r)}
}

// releaseName is the shortest name of a release: its version, else its id where
// that reads like one, else its title.
func releaseName(r *plan.Release) string {
	if r.Version != "" {
		return r.Version
	}
	digits := strings.TrimPrefix(r.ID, "v")
	if digits != "" && digits[0] >= '0' && digits[0] <= '9' {
		return r.ID
	}
	return r.Title
}

// releaseTitle is the full name of a release: "1.3 Home before dinner".
func releaseTitle(r *plan.Release) string {
	name := releaseName(r)
	if strings.Contains(r.Title, name) {
		return r.Title
	}
	return name + " " + r.Title
}

// reason is why an item stands where it stands, with its links. It gets a capital
// letter, unless it begins with an id, which stays as it is.
func (h here) reason(at plan.Place) []Part {
	var out []Part
	for _, c := range at.Reason {
		args := slices.Clone(c.Args)
		for i, arg := range args {
			if it, ok := arg.(*plan.Item); ok {
				args[i] = h.ref(it)
			}
		}
		clause := h.phrase(c.Text, args...)
		if len(out) > 0 {
			clause = h.phrase("{clause}; {clause after it}", out, clause)
		}
		out = clause
	}
	if len(out) > 0 && out[0].Href == "" {
		out[0].Text = capital(out[0].Text)
	}
	return out
}

// ref names an item by its id.
func (h here) ref(it *plan.Item) Part {
	return Part{Text: it.ID, Href: h.href(it), ID: utf8.RuneCountInString(it.ID) <= longRef}
}

// text is a sentence without links.
func text(s string) []Part { return []Part{{Text: s}} }

// stateMark is the state of an item with its word.
func (s *site) stateMark(state plan.State) Mark {
	return Mark{Class: state.String(), Word: s.stateWord(state)}
}

func (s *site) stateWord(state plan.State) string {
	switch state {
	case plan.StateIdea:
		return s.Say("Idea")
	case plan.StateReady:
		return s.Say("Ready")
	case plan.StateWaiting:
		return s.Say("Waiting")
	case plan.StateDoing:
		return s.Say("In progress")
	case plan.StateReview:
		return s.Say("In review")
	case plan.StateDone:
		return s.Say("Done")
	case plan.StateDropped:
		return s.Say("Dropped")
	}
	return s.Say("Won’t do")
}

// typeMark is the type of an item with its word.
func (s *site) typeMark(t string) Mark {
	if t == "" {
		t = schema.Types[0]
	}
	return Mark{Class: t, Word: s.typeWord(t)}
}

func (s *site) typeWord(t string) string {
	switch t {
	case "story":
		return s.Say("Story")
	case "bug":
		return s.Say("Bug")
	case "improvement":
		return s.Say("Improvement")
	case "spike":
		return s.Say("Spike")
	}
	return s.Say("Task")
}

// horizonWord is a horizon as a heading, "" for none.
func (s *site) horizonWord(h plan.Horizon) string {
	switch h {
	case plan.Now:
		return s.Say("Now")
	case plan.Next:
		return s.Say("Next")
	case plan.Later:
		return s.Say("Later")
	}
	return ""
}

// surface is the road of a horizon: how sure it is that the work will come.
func surface(h plan.Horizon) string {
	switch h {
	case plan.Now:
		return "now"
	case plan.Next:
		return "dashed"
	}
	return "dotted"
}
