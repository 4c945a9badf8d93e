package plan

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/document"
	"milepost/internal/parallel"
	"milepost/internal/schema"
	"milepost/internal/source"
)

// Resolve makes the plan of all entries. What is not for this audience is taken
// out first, in choose, so that nothing later can show it. The result depends on
// the set of entries, not on their order.
func Resolve(entries []Entry, cfg *config.Config, tree *source.Tree, facts Facts) *Plan {
	p := &Plan{Config: cfg, Facts: facts, Tree: tree}
	for _, e := range entries {
		p.Findings = append(p.Findings, e.Findings...)
	}
	p.choose(entries)
	p.name()
	p.resolveThemes()
	p.resolveReleases()
	p.resolveItems()
	// The links of the bodies and the order of the work do not know each other.
	parallel.Both(func() {
		p.resolveLinks()
		p.claimOutputs()
	}, func() {
		p.orderBacklog()
		p.derive()
		p.predict()
	})
	return p
}

// choose splits what is published from what is not. It is the only place that
// looks at visibility and drafts.
func (p *Plan) choose(entries []Entry) {
	p.Roadmap = &Roadmap{RoadmapText: noRoadmap(p.Config)}
	for _, e := range entries {
		switch {
		case e.Roadmap != nil && p.hides(&e.Roadmap.Common) == NotHidden:
			p.Roadmap = &Roadmap{RoadmapText: e.Roadmap}
		case e.Theme != nil && p.published(&e.Theme.Common):
			p.Themes = append(p.Themes, &Theme{ThemeText: e.Theme})
		case e.Item != nil && p.published(&e.Item.Common):
			i := &Item{ItemText: e.Item}
			p.dates(i)
			p.Items = append(p.Items, i)
		case e.Release != nil && p.published(&e.Release.Common):
			p.Releases = append(p.Releases, &Release{ReleaseText: e.Release})
		case e.Page != nil && p.published(&e.Page.Common):
			p.Pages = append(p.Pages, &Page{PageText: e.Page})
		}
		p.hide(e)
	}
	slices.SortFunc(p.Items, func(a, b *Item) int { return byID(a, b) })
	slices.SortFunc(p.Pages, func(a, b *Page) int { return cmp.Or(strings.Compare(a.Title, b.Title), byID(a, b)) })
}

// byID orders entities by natural id, and those of one id by their files.
func byID(a, b Entity) int {
	x, y := a.Base(), b.Base()
	return cmp.Or(CompareNatural(x.ID, y.ID), strings.Compare(x.Doc.File.Path, y.Doc.File.Path))
}

// noRoadmap stands in for a missing content/_index.md.
func noRoadmap(cfg *config.Config) *RoadmapText {
	file := source.NewFile(Content+"_index.md", nil)
	r := &RoadmapText{Common: Common{Kind: schema.Roadmap, ID: "index", Title: cfg.Title, Doc: &document.Doc{File: file}}}
	r.IDAt = file.Span(0, 0)
	return r
}

func (p *Plan) hides(c *Common) Hidden {
	switch {
	case c.Internal && !p.Facts.Internal:
		return IsInternal
	case c.Draft && !p.Facts.Drafts:
		return IsDraft
	}
	return NotHidden
}

func (p *Plan) published(c *Common) bool { return p.hides(c) == NotHidden }

// hide remembers an entry that is not published, so that a reference to it can
// be told from a mistyped one.
func (p *Plan) hide(e Entry) {
	var hidden Entity
	switch {
	case e.Theme != nil:
		hidden = e.Theme
	case e.Item != nil:
		hidden = e.Item
	case e.Release != nil:
		hidden = e.Release
	case e.Page != nil:
		hidden = e.Page
	}
	if hidden != nil && !p.published(hidden.Base()) {
		p.hidden = append(p.hidden, hidden)
	}
}

// Hidden lists what was decoded and is not published. Its entities are the
// *Text types: nothing was derived for them.
func (p *Plan) Hidden() []Entity { return p.hidden }

// Entities lists all that is published: the roadmap, then themes, items,
// releases and pages.
func (p *Plan) Entities() []Entity {
	out := make([]Entity, 0, 1+len(p.Themes)+len(p.Items)+len(p.Releases)+len(p.Pages))
	out = append(out, p.Roadmap)
	for _, t := range p.Themes {
		out = append(out, t)
	}
	for _, i := range p.Items {
		out = append(out, i)
	}
	for _, r := range p.Releases {
		out = append(out, r)
	}
	for _, g := range p.Pages {
		out = append(out, g)
	}
	return out
}

// find is the entity of type T that a reference means, or its zero value: a
// reference that means nothing, or something else, is found again by the rules.
func find[T Entity](p *Plan, ref schema.Word) T {
	var none T
	if ref.Text == "" {
		return none
	}
	e, _ := p.Lookup(ref.Text).Entity.(T)
	return e
}

// resolveThemes puts the themes in order, gives them letters, and ties them to
// the outcomes.
func (p *Plan) resolveThemes() {
	rank := map[*Theme]int{}
	for i, ref := range p.Roadmap.ThemeRefs {
		if t := find[*Theme](p, ref); t != nil && rank[t] == 0 {
			rank[t] = i - len(p.Roadmap.ThemeRefs) // below 0: listed themes come first
		}
	}
	slices.SortFunc(p.Themes, func(a, b *Theme) int {
		return cmp.Or(rank[a]-rank[b], int(a.Horizon-b.Horizon), strings.Compare(a.Title, b.Title), byID(a, b))
	})
	for n, o := range p.Roadmap.Outcomes {
		p.Outcomes = append(p.Outcomes, &Outcome{OutcomeText: o, Number: n + 1, Progress: progress(o)})
	}
	for i, t := range p.Themes {
		t.Letter = letter(i)
		for _, ref := range t.OutcomeRefs {
			if o := p.Outcome(ref.Text); o != nil && !slices.Contains(t.Outcomes, o) {
				t.Outcomes = append(t.Outcomes, o)
				o.Themes = append(o.Themes, t)
			}
		}
	}
}

// Outcome returns the outcome with this id, or nil.
func (p *Plan) Outcome(id string) *Outcome {
	for _, o := range p.Outcomes {
		if o.ID.Text == id {
			return o
		}
	}
	return nil
}

// letter names the n-th theme as columns of a sheet are named: A … Z, AA, AB …
func letter(n int) string {
	if n < 26 {
		return string(rune('A' + n))
	}
	return letter(n/26-1) + letter(n%26)
}

// progress is the way an outcome has gone from its baseline to its target, cut
// to 0…1; -1 where a number is missing, or where there is no way to go. It serves measures that should fall as
// well as those that should rise.
func progress(o OutcomeText) float64 {
	if o.Baseline.Text == "" || o.Target.Text == "" || o.Current.Text == "" {
		return -1
	}
	way := o.Target.Value - o.Baseline.Value
	if way == 0 {
		return -1
	}
	return min(max((o.Current.Value-o.Baseline.Value)/way, 0), 1)
}

// resolveReleases orders the releases by the end of their dates, undated last.
func (p *Plan) resolveReleases() {
	end := func(r *Release) int {
		switch {
		case r.Released != 0:
			return int(r.Released)
		case !r.Date.IsZero():
			return int(r.Date.Last)
		}
		return math.MaxInt32
	}
	slices.SortFunc(p.Releases, func(a, b *Release) int { return cmp.Or(cmp.Compare(end(a), end(b)), byID(a, b)) })
}

// resolveItems ties items to themes, releases and each other.
func (p *Plan) resolveItems() {
	for _, i := range p.Items {
		i.Theme = find[*Theme](p, i.ThemeRef)
		i.Release = find[*Release](p, i.ReleaseRef)
		for _, ref := range i.NeedRefs {
			p.need(i, ref)
		}
		i.Horizon = derivedHorizon(i)
		i.markOther(p)
	}
	for _, i := range p.Items { // in natural order, so Blocks is too
		for _, n := range i.Needs {
			n.Blocks = append(n.Blocks, i)
		}
	}
}

func (p *Plan) need(i *Item, ref schema.Word) {
	n := find[*Item](p, ref)
	if n == nil || n == i || slices.Contains(i.Needs, n) {
		return
	}
	i.Needs = append(i.Needs, n)
	if n.Status.Open() {
		i.Waits = append(i.Waits, n)
	}
}

// markOther notes that an item waits for work that is not published.
func (i *Item) markOther(p *Plan) {
	for _, ref := range i.NeedRefs {
		if h, ok := p.names.hidden[ref.Text].(*ItemText); ok && h.Internal && h.Status.Open() {
			i.OtherWork = true
		}
	}
}

// derivedHorizon is the one that is written; else work under way is Now; else
// the theme's, where an idea is at most Next; else Later.
func derivedHorizon(i *Item) Horizon {
	switch {
	case i.ItemText.Horizon != NoHorizon:
		return i.ItemText.Horizon
	case i.Status.Started():
		return Now
	case i.Theme == nil:
		return Later
	case i.Status == Proposed:
		return max(i.Theme.Horizon, Next)
	}
	return i.Theme.Horizon
}

// claimOutputs reports two sources that would be published at one address. File
// systems that ignore case count addresses that differ only in case as one.
func (p *Plan) claimOutputs() {
	owner := make(map[string]source.Span, len(p.Items))
	for _, name := range OwnPages {
		owner[name+".html"] = source.Span{}
	}
	for _, name := range ownFiles {
		owner[name] = source.Span{}
	}
	claim := func(path string, at source.Span) {
		key := strings.ToLower(path)
		first, taken := owner[key]
		if !taken {
			owner[key] = at
			return
		}
		d := diag.New("duplicate-output", at, "two sources would be published as %s", path)
		if first.IsZero() {
			d = d.WithHint("milepost makes a page of this name itself; choose another")
		} else {
			d = d.WithHint("rename one of them").WithRelated(first, "the other one")
		}
		p.Findings = append(p.Findings, d)
	}
	for _, e := range p.Entities()[1:] {
		claim(Path(e), e.Base().IDAt)
	}
	for _, e := range p.Entities()[1:] {
		for _, a := range e.Base().Aliases {
			if f := p.Lookup(a.Text); f.Entity == e && f.ViaAlias {
				claim(pathOf(e.Base().Kind, a.Text), a.Span)
			}
		}
	}
	for _, path := range p.Assets() {
		claim(AssetPath(path), source.NewFile(path, nil).Span(0, 0))
	}
	for _, a := range p.Tree.Assets("static/") {
		claim(AssetPath(a.Path), source.NewFile(a.Path, nil).Span(0, 0))
	}
}
