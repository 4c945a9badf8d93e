package view

import (
	"net/url"

	"milepost/internal/document"
	"milepost/internal/plan"
)

// body is the HTML of a body of e, with its links as seen from here.
func (h here) body(e plan.Entity, b document.Body) document.HTML {
	if b.IsEmpty() {
		return ""
	}
	targets := relations(e).Targets
	return b.HTML(document.Filler{
		Link: func(i int) (string, bool) {
			if i >= len(targets) {
				return "", false
			}
			return h.target(e, i, targets[i])
		},
		Met:   h.Say("Met^criterion"),
		Open:  h.Say("Not yet^criterion"),
		Tally: h.tally(e.Base().Doc.Criteria),
	})
}

// target is the address of the i-th link of e's body.
func (h here) target(e plan.Entity, i int, t plan.Target) (href string, ok bool) {
	switch t.Kind {
	case plan.ToEntity:
		return h.href(t.Entity) + anchor(t.Anchor), true
	case plan.ToSelf:
		return anchor(t.Anchor), true
	case plan.ToAsset:
		return h.to((&url.URL{Path: plan.AssetPath(t.Path)}).EscapedPath()), true
	case plan.ToRepository:
		path := (&url.URL{Path: t.Path}).EscapedPath()
		return h.plan.Config.Repository + "/blob/" + h.plan.Config.Branch + "/" + path + anchor(t.Anchor), true
	case plan.ToWeb:
		return e.Base().Doc.Links[i].Target, true
	}
	return "", false
}

func anchor(name string) string {
	if name == "" {
		return ""
	}
	return "#" + name
}

// tally counts the acceptance criteria: "3 of 6".
func (h here) tally(criteria []document.Criterion) string {
	met := 0
	for _, c := range criteria {
		if c.Done {
			met++
		}
	}
	return h.Say("{n} of {all}", met, len(criteria))
}

// relations is what was derived for an entity of any kind.
func relations(e plan.Entity) *plan.Relations {
	switch e := e.(type) {
	case *plan.Roadmap:
		return &e.Relations
	case *plan.Theme:
		return &e.Relations
	case *plan.Item:
		return &e.Relations
	case *plan.Release:
		return &e.Relations
	case *plan.Page:
		return &e.Relations
	}
	return &plan.Relations{}
}

// mentions are the pages that link here, as links.
func (h here) mentions(e plan.Entity) []Link {
	var out []Link
	for _, by := range relations(e).MentionedBy {
		out = append(out, Link{Text: by.Base().Title, Href: h.href(by)})
	}
	return out
}
