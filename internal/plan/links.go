package plan

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"milepost/internal/document"
)

// resolveLinks finds where every link of every body leads, and who is mentioned
// by whom.
func (p *Plan) resolveLinks() {
	all := p.Entities()
	for _, e := range all {
		doc := e.Base().Doc
		targets := make([]Target, len(doc.Links))
		for i, link := range doc.Links {
			targets[i] = p.target(doc, link)
			targets[i].Span = link.Span
		}
		relations(e).Targets = targets
		p.mention(e, targets)
	}
}

func relations(e Entity) *Relations {
	switch e := e.(type) {
	case *Theme:
		return &e.Relations
	case *Item:
		return &e.Relations
	case *Release:
		return &e.Relations
	case *Page:
		return &e.Relations
	}
	return &e.(*Roadmap).Relations
}

// RelationsOf gives what was derived for a published entity of any kind.
func RelationsOf(e Entity) Relations { return *relations(e) }

func (p *Plan) mention(from Entity, targets []Target) {
	for _, t := range targets {
		if t.Kind != ToEntity || t.Entity == from {
			continue
		}
		by := &relations(t.Entity).MentionedBy
		if n := len(*by); n == 0 || (*by)[n-1] != from { // entities come one after another
			*by = append(*by, from)
		}
	}
}

// target resolves one link of doc.
func (p *Plan) target(doc *document.Doc, link document.Link) Target {
	if link.Kind == document.Wiki || link.Kind == document.Reference {
		return p.idTarget(doc, link.Target)
	}
	if kind, ok := webTarget(link.Target); ok {
		return Target{Kind: kind}
	}
	file, anchor, _ := strings.Cut(link.Target, "#")
	file, _, _ = strings.Cut(file, "?")
	anchor = unescape(anchor)
	if file == "" {
		return p.anchored(Target{Kind: ToSelf, Anchor: anchor}, doc)
	}
	t := p.fileTarget(doc.File.Path, unescape(file), link.Kind == document.Image)
	t.Anchor = anchor
	if t.Kind == ToEntity {
		return p.anchored(t, t.Entity.Base().Doc)
	}
	return t
}

// webTarget recognises addresses that have a scheme, and refuses schemes that a
// browser would run.
func webTarget(target string) (TargetKind, bool) {
	if strings.HasPrefix(target, "//") {
		return ToWeb, true
	}
	scheme, _, ok := strings.Cut(target, ":")
	if !ok || strings.ContainsAny(scheme, "/?#") {
		return 0, false
	}
	if slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(scheme)) {
		return ToWeb, true
	}
	return Refused, true
}

func unescape(text string) string {
	if plain, err := url.PathUnescape(text); err == nil {
		return plain
	}
	return text
}

// idTarget resolves an id, which may carry a heading: "search#limits".
func (p *Plan) idTarget(doc *document.Doc, target string) Target {
	id, anchor, _ := strings.Cut(strings.TrimSpace(target), "#")
	if id == "" {
		return p.anchored(Target{Kind: ToSelf, Anchor: anchor}, doc)
	}
	f := p.Lookup(id)
	switch {
	case f.Entity != nil:
		return p.anchored(Target{Kind: ToEntity, Entity: f.Entity, Anchor: anchor, ViaAlias: f.ViaAlias}, f.Entity.Base().Doc)
	case f.Hidden != NotHidden:
		return Target{Kind: ToHidden, Hidden: f.Hidden}
	case f.OnlyCase:
		return Target{Kind: OtherCase, Near: f.Near, Anchor: anchor}
	}
	return Target{Kind: NoFile, Anchor: anchor}
}

// fileTarget resolves a path as it is written in the file at from. A path that
// begins with a slash starts at the project's root, as it does on GitHub.
func (p *Plan) fileTarget(from, file string, image bool) Target {
	full := path.Join(path.Dir(from), file)
	if strings.HasPrefix(file, "/") {
		full = strings.TrimPrefix(path.Clean(file), "/")
	}
	if e, ok := p.names.files[full]; ok {
		if h := p.hides(e.Base()); h != NotHidden {
			return Target{Kind: ToHidden, Hidden: h}
		}
		return Target{Kind: ToEntity, Entity: e}
	}
	if p.publishes(full) && p.Tree.Has(full) {
		return Target{Kind: ToAsset, Path: full}
	}
	if near := p.Tree.Spelling(full); near != "" && near != full {
		return Target{Kind: OtherCase, Near: respell(file, near)}
	}
	if !strings.HasPrefix(full, Content) && !strings.HasPrefix(full, "static/") {
		return p.outside(full, image)
	}
	return Target{Kind: NoFile, Path: full}
}

// respell gives the path as written the spelling of the file that is there.
func respell(written, actual string) string {
	up := strings.Split(written, "/")
	down := strings.Split(actual, "/")
	for i, j := len(up)-1, len(down)-1; i >= 0 && j >= 0 && strings.EqualFold(up[i], down[j]); i, j = i-1, j-1 {
		up[i] = down[j]
	}
	return strings.Join(up, "/")
}

// publishes reports whether the file at this path can be part of the site.
// Markdown that is no part of the plan cannot: nobody would render it.
func (p *Plan) publishes(file string) bool {
	return strings.HasPrefix(file, Content) && !strings.HasSuffix(file, ".md") || strings.HasPrefix(file, "static/")
}

// outside resolves a path that leaves the plan: into the repository.
func (p *Plan) outside(full string, image bool) Target {
	if p.Config.Repository == "" || image || strings.HasPrefix(full, "..") {
		return Target{Kind: Outside, Path: full}
	}
	return Target{Kind: ToRepository, Path: full}
}

// anchored checks the heading a link leads to.
func (p *Plan) anchored(t Target, doc *document.Doc) Target {
	if t.Anchor == "" {
		return t
	}
	if slices.Contains(doc.Anchors, t.Anchor) {
		return t
	}
	anchors := make([]string, len(doc.Headings))
	for i, h := range doc.Headings {
		if h.Anchor == t.Anchor {
			return t
		}
		anchors[i] = h.Anchor
	}
	for _, a := range anchors {
		if strings.EqualFold(a, t.Anchor) {
			t.Near = a
		}
	}
	t.Kind = NoAnchor
	return t
}

// AssetPath is where a file beside the plan is published: what lies in static
// at the root, what lies in content in the folders it has there.
func AssetPath(file string) string {
	if rest, ok := strings.CutPrefix(file, "static/"); ok {
		return rest
	}
	return strings.TrimPrefix(file, Content)
}

// Assets lists the project paths of the files that published bodies lead to, in
// order, each once. Others stay at home: an image of internal work is internal.
func (p *Plan) Assets() []string {
	var out []string
	for _, e := range p.Entities() {
		for _, t := range relations(e).Targets {
			if t.Kind == ToAsset && strings.HasPrefix(t.Path, Content) {
				out = append(out, t.Path)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
