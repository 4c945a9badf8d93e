package plan

import (
	"fmt"
	"strings"

	"milepost/internal/diag"
)

// names gives ids their meaning.
type names struct {
	entities map[string]Entity // published, by id
	hidden   map[string]Entity // decoded but not published, by id
	aliases  map[string]Entity // published, by old id
	files    map[string]Entity // published and hidden, by path
	fold     map[string]string // lower-cased id -> the id
	all      []string          // every published id, for suggestions
}

// name registers ids, and reports those that cannot be told apart. The first
// file keeps a contested id; the other gets one of its own, so that it is shown.
func (p *Plan) name() {
	everything := p.Entities()[1:]
	size := len(everything) // and some more
	p.names = names{
		entities: make(map[string]Entity, size), hidden: map[string]Entity{}, aliases: map[string]Entity{},
		files: make(map[string]Entity, size+1), fold: make(map[string]string, size), all: make([]string, 0, size),
	}
	n := &p.names
	n.files[p.Roadmap.Doc.File.Path] = p.Roadmap
	for _, e := range everything {
		p.register(e)
	}
	for _, e := range p.hidden {
		n.files[e.Base().Doc.File.Path] = e
		p.contest(e.Base().ID, e)
		if _, taken := n.hidden[e.Base().ID]; !taken {
			n.hidden[e.Base().ID] = e
		}
	}
	for _, e := range everything {
		p.registerAliases(e)
	}
}

func (p *Plan) register(e Entity) {
	n := &p.names
	id := e.Base().ID
	n.files[e.Base().Doc.File.Path] = e
	if p.contest(id, e) {
		id = n.free(id)
		rename(e, id)
	}
	n.entities[id] = e
	n.fold[strings.ToLower(id)] = id
	n.all = append(n.all, id)
}

// contest reports an id that another entity has already, and whether it has.
func (p *Plan) contest(id string, e Entity) bool {
	n := &p.names
	other, taken := n.fold[strings.ToLower(id)]
	if !taken {
		return false
	}
	first, at := n.entities[other].Base(), e.Base().IDAt
	d := diag.New("duplicate-id", at, "the id %q is taken", id)
	if other != id {
		d = diag.New("id-differs-in-case", at, "the id %q differs from %q only in upper and lower case", id, other)
	}
	if p.published(e.Base()) { // a public finding may name a hidden file, a hidden one nothing else
		d = d.WithRelated(first.IDAt, "%s has it", first.Doc.File.Path)
	}
	p.Findings = append(p.Findings, d.WithHint("give one of the two another id"))
	return true
}

// free makes an id that nobody has.
func (n *names) free(id string) string {
	for i := 2; ; i++ {
		candidate := fmt.Sprintf("%s-%d", id, i)
		if _, taken := n.fold[strings.ToLower(candidate)]; !taken {
			return candidate
		}
	}
}

// rename gives a contested entity another id. What was decoded stays as it is:
// the entity gets a copy.
func rename(e Entity, id string) {
	switch e := e.(type) {
	case *Theme:
		c := *e.ThemeText
		c.ID, e.ThemeText = id, &c
	case *Item:
		c := *e.ItemText
		c.ID, e.ItemText = id, &c
	case *Release:
		c := *e.ReleaseText
		c.ID, e.ReleaseText = id, &c
	case *Page:
		c := *e.PageText
		c.ID, e.PageText = id, &c
	}
}

func (p *Plan) registerAliases(e Entity) {
	n := &p.names
	for _, a := range e.Base().Aliases {
		if !validID(a.Text) {
			p.Findings = append(p.Findings, diag.New("bad-id", a.Span, "%q cannot be an id", a.Text).
				WithHint("an alias is an old id: letters, digits, -, _ and ."))
			continue
		}
		other, taken := n.fold[strings.ToLower(a.Text)]
		if !taken {
			n.aliases[a.Text] = e
			n.fold[strings.ToLower(a.Text)] = a.Text
			continue
		}
		p.Findings = append(p.Findings, diag.New("duplicate-id", a.Span, "the alias %q is taken by %q", a.Text, other).
			WithHint("remove it, or give the other one another id"))
	}
}

// Lookup tells what an id means.
func (p *Plan) Lookup(id string) Found {
	n := &p.names
	if e, ok := n.entities[id]; ok {
		return Found{Entity: e}
	}
	if e, ok := n.aliases[id]; ok {
		return Found{Entity: e, ViaAlias: true}
	}
	if e, ok := n.hidden[id]; ok {
		return Found{Hidden: p.hides(e.Base())}
	}
	if other, ok := n.fold[strings.ToLower(id)]; ok {
		return Found{Near: other, OnlyCase: true}
	}
	return Found{}
}

// NearestID is the published id that was most likely meant by one that is not
// known, or "". Where of is not nil only ids of entities it accepts count. It looks
// at every id, so it is for messages only.
func (p *Plan) NearestID(id string, of func(Entity) bool) string {
	candidates := p.names.all
	if of != nil {
		candidates = nil
		for _, c := range p.names.all {
			if of(p.names.entities[c]) {
				candidates = append(candidates, c)
			}
		}
	}
	return diag.Nearest(id, candidates)
}
