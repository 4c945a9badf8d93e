package plan_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"milepost/internal/calendar"
	"milepost/internal/config"
	"milepost/internal/document"
	"milepost/internal/plan"
	"milepost/internal/source"
)

// load makes the plan of a txtar archive. Files that are not text of a plan are
// assets.
func load(t testing.TB, archive string, change ...func(*plan.Facts)) *plan.Plan {
	t.Helper()
	facts := plan.Facts{Today: day("2026-11-24")}
	for _, c := range change {
		c(&facts)
	}
	return resolve(archive, facts, func([]plan.Entry) {})
}

func resolve(archive string, facts plan.Facts, shuffle func([]plan.Entry)) *plan.Plan {
	var files []*source.File
	var assets []source.Asset
	for _, f := range txtar.Parse([]byte(archive)).Files {
		if strings.HasSuffix(f.Name, ".md") || strings.HasSuffix(f.Name, ".yaml") {
			files = append(files, source.NewFile(f.Name, f.Data))
		} else {
			assets = append(assets, source.Asset{Path: f.Name, Size: int64(len(f.Data))})
		}
	}
	tree := source.NewTree(files, assets)
	cfg, _ := config.Read(tree.File("milepost.yaml"))
	var entries []plan.Entry
	for _, f := range tree.Files(plan.Content) {
		doc := document.Parse(f, document.Options{KeepInternal: facts.Internal, HashReferences: cfg.HashReferences})
		entries = append(entries, plan.Decode(doc, cfg))
	}
	shuffle(entries)
	return plan.Resolve(entries, cfg, tree, facts)
}

func day(text string) calendar.Day {
	d, err := calendar.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return d
}

// found lists findings as "rule path:line:column message".
func found(p *plan.Plan) []string {
	var out []string
	for _, d := range p.Findings {
		at := d.Span.From()
		out = append(out, fmt.Sprintf("%s %s:%d:%d %s", d.Rule, d.Span.Path(), at.Line, at.Column, d.Message))
	}
	return out
}

func wantFound(t *testing.T, p *plan.Plan, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, found(p)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

func ids[E plan.Entity](of []E) string {
	var out []string
	for _, e := range of {
		out = append(out, e.Base().ID)
	}
	return strings.Join(out, " ")
}

func item(t *testing.T, p *plan.Plan, id string) *plan.Item {
	t.Helper()
	i, ok := p.Lookup(id).Entity.(*plan.Item)
	if !ok {
		t.Fatalf("there is no item %s", id)
	}
	return i
}

// backlog prints the order with its reasons, one item a line.
func backlog(p *plan.Plan) string {
	var b strings.Builder
	for _, i := range p.Backlog {
		fmt.Fprintf(&b, "%d %s: %s\n", i.Position, i.ID, i.Place)
	}
	return b.String()
}

func TestAFileHoldingOnlyAHeadingIsAnItem(t *testing.T) {
	p := load(t, `
-- content/backlog/search.md --
# Find a photo
`)
	wantFound(t, p)
	if i := item(t, p, "search"); i.Title != "Find a photo" || i.Type != "story" || i.Status != plan.Proposed || i.Horizon != plan.Later {
		t.Errorf("got %q %s %s %s", i.Title, i.Type, i.Status, i.Horizon)
	}
}

func TestScalarsAreReadAsText(t *testing.T) {
	p := load(t, `
-- content/backlog/a.md --
---
id: 001
title: no
effort: 0.5
---
`)
	wantFound(t, p)
	if i := item(t, p, "001"); i.Title != "no" || i.Effort != 0.5 {
		t.Errorf("title %q effort %v", i.Title, i.Effort)
	}
}

func TestTitleOfAnIDInWords(t *testing.T) {
	for id, want := range map[string]string{
		"retry-payments": "Retry payments", "MP-7": "MP-7", "über_uns": "Über uns", "v1.2": "v1.2",
		"top-10-list": "Top 10 list", "search": "Search",
	} {
		p := load(t, "-- content/backlog/"+id+".md --\ntext\n")
		if got := item(t, p, id).Title; got != want {
			t.Errorf("%s reads %q, want %q", id, got, want)
		}
	}
}

func TestIDsThatCouldLeaveTheSiteAreRefusedAndMadeHarmless(t *testing.T) {
	for id, becomes := range map[string]string{
		"../../x": "x", `a\b`: "a-b", "a b": "a-b", ".git": "git", "con": "conunnamed", "a/b": "a-b", "..": "unnamed", "x.": "x",
		strings.Repeat("long", 30): strings.Repeat("long", 25),
	} {
		p := load(t, fmt.Sprintf("-- content/backlog/a.md --\n---\nid: '%s'\ntitle: x\n---\n", id))
		wantFound(t, p, fmt.Sprintf("bad-id content/backlog/a.md:2:5 %q cannot be an id", id))
		if got := p.Items[0].ID; got != becomes {
			t.Errorf("id %q becomes %q, want %q", id, got, becomes)
		}
	}
}

func TestNaturalOrder(t *testing.T) {
	sorted := []string{"MP-01", "MP-1", "MP-2", "MP-10", "MP-10a", "a", "a1b2", "a1b10", "b"}
	for i, a := range sorted {
		for j, b := range sorted {
			if got := plan.CompareNatural(a, b); (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("CompareNatural(%s, %s) = %d", a, b, got)
			}
		}
	}
}

func TestDerivedHorizon(t *testing.T) {
	for _, c := range []struct{ theme, fields, want string }{
		{"now", "theme: t\nstatus: ready", "now"},
		{"now", "theme: t\nstatus: proposed", "next"},
		{"later", "theme: t\nstatus: proposed", "later"},
		{"later", "theme: t\nstatus: in-progress", "now"},
		{"later", "theme: t\nstatus: in-progress\nhorizon: next", "next"},
		{"next", "theme: t\nstatus: ready", "next"},
		{"now", "status: ready", "later"},
	} {
		p := load(t, fmt.Sprintf(`
-- content/themes/t.md --
---
horizon: %s
---
-- content/backlog/a.md --
---
title: A
%s
---
`, c.theme, c.fields))
		if got := item(t, p, "a").Horizon.String(); got != c.want {
			t.Errorf("theme %q, %q: horizon %s, want %s", c.theme, c.fields, got, c.want)
		}
	}
}

const small = `
-- milepost.yaml --
title: Test
-- content/_index.md --
---
vision: See far
outcomes:
  - {id: fast, title: Fast, baseline: 500 ms, target: 50 ms, current: 275 ms}
  - {id: kind, title: Kind}
themes: [second]
order: [P-3]
---
-- content/themes/first.md --
---
title: First
horizon: now
outcomes: [fast, kind, fast]
---
-- content/themes/second.md --
---
title: Second
horizon: later
---
-- content/themes/first/P-1.md --
---
title: One
status: in-progress
depends_on: P-2
---
-- content/backlog/P-2.md --
---
title: Two
status: ready
theme: second
value: 2
effort: 4
---
-- content/backlog/P-3.md --
---
title: Three
theme: first
status: ready
type: task
value: 3
effort: L
---
It says what is to be done.
-- content/backlog/P-4.md --
---
title: Four
theme: first
status: done
finished: 2026-11-01
effort: 2
release: r1
---
-- content/backlog/P-5.md --
---
title: Five
theme: first
status: ready
priority: wont
---
-- content/releases/r1.md --
---
title: R1
released: 2026-11-02
---
`

func TestThemesAreOrderedByHandThenByHorizon(t *testing.T) {
	p := load(t, small)
	wantFound(t, p)
	if got := ids(p.Themes); got != "second first" {
		t.Errorf("themes %s", got)
	}
	if p.Themes[0].Letter != "A" || p.Themes[1].Letter != "B" {
		t.Errorf("letters %s %s", p.Themes[0].Letter, p.Themes[1].Letter)
	}
}

func TestOutcomesKnowTheirProgressAndThemes(t *testing.T) {
	p := load(t, small)
	fast, kind := p.Outcomes[0], p.Outcomes[1]
	if fast.Progress != 0.5 || kind.Progress != -1 {
		t.Errorf("progress %v and %v", fast.Progress, kind.Progress)
	}
	if ids(fast.Themes) != "first" || len(p.Themes[1].Outcomes) != 2 {
		t.Errorf("links of outcomes: %s, %d", ids(fast.Themes), len(p.Themes[1].Outcomes))
	}
}

func TestBacklogExplainsItself(t *testing.T) {
	got := backlog(load(t, small))
	want := `1 P-2: P-1 is in progress and needs it; score 0.5 (2/4)
2 P-1: in progress; no value given: after the scored items; after P-2, which it needs; effort assumed (median of all items)
3 P-3: ranked 1 by hand; score 0.6 (3/5)
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStatesReadinessAndNextUp(t *testing.T) {
	p := load(t, small)
	for id, want := range map[string]plan.State{
		"P-1": plan.StateDoing, "P-2": plan.StateReady, "P-3": plan.StateReady, "P-4": plan.StateDone, "P-5": plan.StateWont,
	} {
		if got := item(t, p, id).State; got != want {
			t.Errorf("%s is %s, want %s", id, got.Title(), want.Title())
		}
	}
	if !item(t, p, "P-2").NextUp || item(t, p, "P-3").NextUp {
		t.Error("P-2 is the next to pick up, and nothing else")
	}
	if got := fmt.Sprint(item(t, p, "P-1").Unready); got != "[its effort is not known it waits for other work it has no acceptance criteria]" {
		t.Errorf("P-1 is not ready: %s", got)
	}
	if got := item(t, p, "P-3").Unready; got != nil {
		t.Errorf("P-3 is not ready: %v", got)
	}
}

func TestThemesAndReleasesAddUp(t *testing.T) {
	p := load(t, small)
	first := p.Themes[1]
	if got := ids(first.Items); got != "P-1 P-3 P-5 P-4" {
		t.Errorf("items of the theme: %s", got)
	}
	if g := first.Progress; g.All != 3 || g.Done != 1 || g.Open != 2 || g.Started != 1 || g.DoneEffort != 2 || g.OpenEffort != 5 || g.Unestimated != 1 {
		t.Errorf("progress %+v", g)
	}
	if r := p.Releases[0]; ids(r.Items) != "P-4" || r.Load != 2 || r.Status != plan.Released || !item(t, p, "P-4").Shipped() {
		t.Errorf("release %s %v %s", ids(r.Items), r.Load, r.Status)
	}
}

func TestKeyChain(t *testing.T) {
	// Each line is an item; the first field that differs decides.
	lines := []struct{ id, fields string }{
		{"a", "status: in-review"},
		{"b", "status: in-progress"},
		{"c", "horizon: now"},
		{"d", "horizon: next\nrelease: soon"},
		{"e", "horizon: next\nrelease: late"},
		{"f", "horizon: next\npriority: must"},
		{"g", "horizon: next\nvalue: 8\neffort: 2"},
		{"h", "horizon: next\nvalue: 8\neffort: 4"},
		{"i", "horizon: next"},
		{"j", "horizon: next"},
		{"k", "horizon: next\npriority: could\nvalue: 20\neffort: 1"},
		{"l", "horizon: later\nvalue: 20\neffort: 1"},
	}
	archive := "-- content/releases/soon.md --\n---\ndate: 2026-Q4\n---\n-- content/releases/late.md --\n---\ndate: 2027\n---\n"
	var want []string
	for n := range lines {
		c := lines[len(lines)-1-n] // ids and files in the opposite order
		archive += fmt.Sprintf("-- content/backlog/%s.md --\n---\ntitle: x\n%s\n---\n", c.id, c.fields)
		want = append(want, lines[n].id)
	}
	if got := ids(load(t, archive).Backlog); got != strings.Join(want, " ") {
		t.Errorf("order %s, want %s", got, strings.Join(want, " "))
	}
	if got := ids(load(t, "-- milepost.yaml --\norder_by: [score]\n"+archive).Backlog); !strings.HasPrefix(got, "k l g h") {
		t.Errorf("by score alone: %s", got)
	}
}

func TestPulledForwardSaysForWhom(t *testing.T) {
	for _, c := range []struct{ needs, needed, want string }{
		{"horizon: now", "horizon: later", "pulled forward from Later: b (Now) needs it"},
		{"status: in-review", "horizon: now", "b is in review and needs it"},
		{"release: r", "", "pulled forward: b in Soon needs it"},
		{"priority: must", "", "pulled forward: b (must) needs it"},
	} {
		p := load(t, fmt.Sprintf(`
-- content/releases/r.md --
---
title: Soon
date: 2026
---
-- content/backlog/a.md --
---
title: A
%s
---
-- content/backlog/b.md --
---
title: B
depends_on: a
%s
---
`, c.needed, c.needs))
		a := item(t, p, "a")
		if a.Position != 1 || !strings.HasPrefix(a.Place.String(), c.want+"; ") || ids([]*plan.Item{a.Place.Source}) != "b" {
			t.Errorf("%d %s, want %s", a.Position, a.Place, c.want)
		}
	}
}

func TestWontIsListedApartUnlessItIsNeeded(t *testing.T) {
	p := load(t, `
-- content/backlog/a.md --
---
title: A
priority: wont
---
-- content/backlog/b.md --
---
title: B
priority: wont
---
-- content/backlog/c.md --
---
title: C
depends_on: b
---
`)
	if ids(p.Backlog) != "b c" || ids(p.Wont) != "a" {
		t.Errorf("backlog %s, wont %s", ids(p.Backlog), ids(p.Wont))
	}
}

func TestCyclesAreKeptWholeAndOnlyTheClosingNeedIsIgnored(t *testing.T) {
	p := load(t, `
-- content/backlog/a.md --
---
title: A
depends_on: b
---
-- content/backlog/b.md --
---
title: B
depends_on: c
---
-- content/backlog/c.md --
---
title: C
depends_on: [a, d]
---
-- content/backlog/d.md --
---
title: D
status: done
depends_on: e
---
-- content/backlog/e.md --
---
title: E
status: done
depends_on: d
---
`)
	var cycles []string
	for _, c := range p.Cycles {
		cycles = append(cycles, ids(c.Items))
	}
	if got := strings.Join(cycles, "; "); got != "a b c; d e" {
		t.Errorf("cycles %q", got)
	}
	if got := ids(p.Backlog); got != "c b a" {
		t.Errorf("order %s", got)
	}
	if got := item(t, p, "c").Place.String(); !strings.HasSuffix(got, "cycle ignored: c needs a") {
		t.Errorf("c: %s", got)
	}
}

func TestCirclesThatShareItemsAreOneTangle(t *testing.T) {
	p := load(t, `
-- content/backlog/a.md --
---
title: A
depends_on: [b, c]
---
-- content/backlog/b.md --
---
title: B
depends_on: [a, c]
---
-- content/backlog/c.md --
---
title: C
depends_on: b
---
`)
	if len(p.Cycles) != 1 || ids(p.Cycles[0].Items) != "a b" || len(p.Cycles[0].More) != 1 || ids(p.Cycles[0].More[0].Items) != "b c" {
		t.Errorf("%+v", p.Cycles)
	}
}

func TestVisibilityIsAppliedBeforeAnythingElse(t *testing.T) {
	const archive = `
-- content/themes/open.md --
---
title: Open
---
-- content/themes/secret.md --
---
title: Secret plan
visibility: internal
---
-- content/backlog/a.md --
---
title: A
theme: secret
status: ready
depends_on: b
---
-- content/themes/open/b.md --
---
title: B
visibility: internal
---
[[a]]
-- content/backlog/c.md --
---
title: C
draft: true
---
`
	p := load(t, archive)
	wantFound(t, p)
	a := item(t, p, "a")
	if ids(p.Items) != "a" || ids(p.Themes) != "open" || a.Theme != nil || len(a.Needs) != 0 || len(a.MentionedBy) != 0 {
		t.Errorf("items %s, themes %s, %v", ids(p.Items), ids(p.Themes), a.Needs)
	}
	if !a.OtherWork || a.State != plan.StateWaiting || !p.Themes[0].OtherWork {
		t.Error("a waits for other work, and other work serves the open theme")
	}
	if f := p.Lookup("b"); f.Entity != nil || f.Hidden != plan.IsInternal {
		t.Errorf("b is %+v", f)
	}
	if f := p.Lookup("c"); f.Hidden != plan.IsDraft {
		t.Errorf("c is %+v", f)
	}
	all := load(t, archive, func(f *plan.Facts) { f.Internal, f.Drafts = true, true })
	if ids(all.Items) != "a b c" || item(t, all, "a").Theme == nil || item(t, all, "a").OtherWork {
		t.Errorf("everything: %s", ids(all.Items))
	}
}

func TestNamesThatCannotBeToldApart(t *testing.T) {
	p := load(t, `
-- content/backlog/a/one.md --
# One
-- content/backlog/b/one.md --
# Another
-- content/backlog/ONE.md --
# Loud
-- content/themes/old.md --
---
title: Old
aliases: [one, older, "a b"]
---
-- content/pages/index.md --
# Index
`)
	wantFound(t, p,
		`id-differs-in-case content/backlog/a/one.md:1:1 the id "one" differs from "ONE" only in upper and lower case`,
		`id-differs-in-case content/backlog/b/one.md:1:1 the id "one" differs from "ONE" only in upper and lower case`,
		`duplicate-id content/themes/old.md:3:11 the alias "one" is taken by "ONE"`,
		`bad-id content/themes/old.md:3:23 "a b" cannot be an id`,
		`duplicate-output content/pages/index.md:1:1 two sources would be published as index.html`,
	)
	if got := ids(p.Items); got != "ONE one-2 one-3" {
		t.Errorf("all are still shown: %s", got)
	}
	if f := p.Lookup("older"); !f.ViaAlias || f.Entity.Base().ID != "old" {
		t.Errorf("alias: %+v", f)
	}
}

func TestLinksOfABody(t *testing.T) {
	const page = "-- content/pages/p.md --\n# Page\n\n## Here\n\n%s\n"
	const rest = `
-- content/backlog/Item-1.md --
# Item

## Why now
-- content/backlog/draft.md --
---
draft: true
---
-- content/themes/t.md --
---
title: T
aliases: old
---
-- content/pages/pic.png --
-- content/pages/My Plan.pdf --
-- static/logo.svg --
`
	for _, c := range []struct {
		link, repository string
		want             string
	}{
		{link: "[x](../backlog/Item-1.md)", want: "entity Item-1"},
		{link: "[x](/content/backlog/Item-1.md)", want: "entity Item-1"},
		{link: "[x](../backlog/Item-1.md#why-now)", want: "entity Item-1 #why-now"},
		{link: "[x](../backlog/Item-1.md#why)", want: "no anchor #why"},
		{link: "[x](../backlog/Item-1.md#Why-Now)", want: "no anchor #Why-Now, why-now"},
		{link: "[[Item-1]]", want: "entity Item-1"},
		{link: "[[Item-1#why-now|words]]", want: "entity Item-1 #why-now"},
		{link: "[[old]]", want: "entity t via alias"},
		{link: "[[item-1]]", want: "other case, Item-1"},
		{link: "[[nobody]]", want: "no file"},
		{link: "[[draft]]", want: "hidden"},
		{link: "[x](../backlog/draft.md)", want: "hidden"},
		{link: "[x](../backlog/item-1.md)", want: "other case, ../backlog/Item-1.md"},
		{link: "[x](gone.md)", want: "no file"},
		{link: "[x](#here)", want: "self #here"},
		{link: "[x](#gone)", want: "no anchor #gone"},
		{link: "![x](pic.png)", want: "asset content/pages/pic.png"},
		{link: "![x](Pic.png)", want: "other case, pic.png"},
		{link: "![x](none.png)", want: "no file"},
		{link: "[x](My%20Plan.pdf)", want: "asset content/pages/My Plan.pdf"},
		{link: "![x](../../static/logo.svg)", want: "asset static/logo.svg"},
		{link: "[x](../../LICENSE)", want: "outside"},
		{link: "[x](../../LICENSE)", repository: "https://example.org/r", want: "repository LICENSE"},
		{link: "[x](../../../etc/passwd)", repository: "https://example.org/r", want: "outside"},
		{link: "[x](https://example.org/)", want: "web"},
		{link: "<https://example.org/>", want: "web"},
		{link: "[x](mailto:a@example.org)", want: "web"},
	} {
		p := load(t, fmt.Sprintf("-- milepost.yaml --\nrepository: %s\n"+page+rest, c.repository, c.link))
		g := p.Lookup("p").Entity.(*plan.Page)
		if len(g.Targets) != 1 {
			t.Errorf("%s: %d targets", c.link, len(g.Targets))
			continue
		}
		if got := describe(g.Targets[0]); got != c.want {
			t.Errorf("%s leads to %q, want %q", c.link, got, c.want)
		}
	}
}

func describe(t plan.Target) string {
	text := map[plan.TargetKind]string{
		plan.ToEntity: "entity", plan.ToSelf: "self", plan.ToAsset: "asset", plan.ToRepository: "repository", plan.ToWeb: "web", plan.NoFile: "no file",
		plan.NoAnchor: "no anchor", plan.OtherCase: "other case", plan.Outside: "outside", plan.ToHidden: "hidden", plan.Refused: "refused",
	}[t.Kind]
	if t.Kind == plan.ToEntity {
		text += " " + t.Entity.Base().ID
	}
	if t.Kind == plan.ToAsset || t.Kind == plan.ToRepository {
		text += " " + t.Path
	}
	if t.Anchor != "" {
		text += " #" + t.Anchor
	}
	if t.ViaAlias {
		text += " via alias"
	}
	if t.Near != "" {
		text += ", " + t.Near
	}
	return text
}

func TestMentionedBy(t *testing.T) {
	p := load(t, `
-- content/backlog/a.md --
[[b]] and again [b](b.md), and [[a]]
-- content/backlog/b.md --
text
-- content/themes/c.md --
[[b]]
`)
	if got := ids(item(t, p, "b").MentionedBy); got != "c a" {
		t.Errorf("b is mentioned by %q", got)
	}
	if got := ids(item(t, p, "a").MentionedBy); got != "" {
		t.Errorf("a is mentioned by %q", got)
	}
}

func TestOnlyFilesThatAPublishedBodyLeadsToArePublished(t *testing.T) {
	p := load(t, `
-- content/backlog/a.md --
![x](one.png)
-- content/backlog/b.md --
---
visibility: internal
---
![x](two.png)
-- content/backlog/one.png --
-- content/backlog/two.png --
`)
	if diff := cmp.Diff([]string{"content/backlog/one.png"}, p.Assets()); diff != "" {
		t.Error(diff)
	}
}

func TestQuantitiesKeepTheirUnits(t *testing.T) {
	for text, want := range map[string]float64{"95 %": 95, "12.9": 12.9, "$3.50": 3.5, "-4 °C": -4, "1,200 ms": 1200, ".5": .5, "-.5": -.5, "€-2": -2} {
		p := load(t, fmt.Sprintf("-- content/_index.md --\n---\noutcomes: [{id: o, title: O, target: '%s'}]\n---\n", text))
		wantFound(t, p)
		if got := p.Outcomes[0].Target; got.Value != want || got.Text != text {
			t.Errorf("%q reads %v", text, got)
		}
	}
	p := load(t, "-- content/_index.md --\n---\noutcomes: [{id: o, title: O, target: many}]\n---\n")
	wantFound(t, p, `wrong-type content/_index.md:2:38 target cannot be "many"`)
}

func TestAMarkdownFileOutsideTheFoldersIsReported(t *testing.T) {
	p := load(t, "-- content/notes.md --\nHello\n-- content/ideas/x.md --\nHello\n")
	wantFound(t, p,
		"misplaced-file content/ideas/x.md:1:1 content/ideas/x.md is in no folder of the plan",
		"misplaced-file content/notes.md:1:1 content/notes.md is in no folder of the plan")
}

func TestThePlanDoesNotDependOnTheOrderOfFiles(t *testing.T) {
	dump := func(p *plan.Plan) string {
		return fmt.Sprint(backlog(p), ids(p.Themes), ids(p.Items), ids(p.Releases), ids(p.Wont), ids(p.Themes[1].Items))
	}
	facts := plan.Facts{Today: day("2026-11-24")}
	want := dump(resolve(small, facts, func([]plan.Entry) {}))
	for seed := range uint64(20) {
		got := dump(resolve(small, facts, func(e []plan.Entry) {
			rand.New(rand.NewPCG(seed, 1)).Shuffle(len(e), func(i, j int) { e[i], e[j] = e[j], e[i] })
		}))
		if got != want {
			t.Fatalf("seed %d:\n%s\nwant\n%s", seed, got, want)
		}
	}
}

// TestResolveChangesNoEntry holds what lets a preview keep the entries of the files
// that were not edited.
func TestResolveChangesNoEntry(t *testing.T) {
	facts := plan.Facts{Today: day("2026-11-24"), History: map[string]plan.History{"content/backlog/P-3.md": {Created: day("2026-01-02")}}}
	archive := small + "-- content/backlog/sub/P-3.md --\n---\ntitle: The id is taken\naliases: [x, y]\n---\n"
	var untouched, used []plan.Entry
	resolve(archive, facts, func(e []plan.Entry) {
		untouched = slices.Clone(e)
		clear(e) // nothing is resolved
	})
	resolve(archive, facts, func(e []plan.Entry) { used = e })
	everything := cmp.Exporter(func(reflect.Type) bool { return true })
	sameText := cmp.Comparer(func(a, b *source.File) bool {
		return a == b || a != nil && b != nil && a.Path == b.Path && a.Hash == b.Hash
	})
	if diff := cmp.Diff(untouched, used, everything, sameText); diff != "" || len(used) < 5 {
		t.Errorf("of %d entries (-decoded +resolved):\n%s", len(used), diff)
	}
}

func TestAnEmptyPlanIsAPlan(t *testing.T) {
	p := load(t, "-- milepost.yaml --\ntitle: Nothing yet\n")
	wantFound(t, p)
	if p.Roadmap.Title != "Nothing yet" || len(p.Entities()) != 1 {
		t.Errorf("%q, %d entities", p.Roadmap.Title, len(p.Entities()))
	}
}

func TestAFileWhoseWordOnHidingCannotBeReadIsHidden(t *testing.T) {
	for _, fields := range []string{"draft: sure", "draft: [1]", "visibility: private", "draft: false\ndraft: true", "visibility: public\nvisibility: internal"} {
		p := load(t, "-- content/backlog/a.md --\n---\ntitle: A\n"+fields+"\n---\n")
		if len(p.Items) != 0 || len(p.Findings) == 0 {
			t.Errorf("%q: %d items, findings %v", fields, len(p.Items), found(p))
		}
	}
}

func TestAQuantityIsOneNumber(t *testing.T) {
	for _, text := range []string{"71,5", "90-95", "1,2,3", "12,34", "1.2.3", "5 of 6", "-", "%"} {
		p := load(t, fmt.Sprintf("-- content/_index.md --\n---\noutcomes: [{id: o, title: O, target: '%s'}]\n---\n", text))
		if got := p.Outcomes[0].Target; got != (plan.Quantity{}) || len(p.Findings) != 1 {
			t.Errorf("%q reads %v, %v", text, got, found(p))
		}
	}
}

func TestSourcesThatWouldBePublishedAtOneAddress(t *testing.T) {
	p := load(t, `
-- content/pages/p.md --
![x](a.svg) ![y](../../static/pages/a.svg)
-- content/pages/a.svg --
-- static/pages/a.svg --
-- static/Milepost.json --
-- static/fine.txt --
`)
	wantFound(t, p,
		"duplicate-output static/Milepost.json:1:1 two sources would be published as Milepost.json",
		"duplicate-output static/pages/a.svg:1:1 two sources would be published as pages/a.svg")
}

func TestAFileWithFieldsButNoFrontMatterIsNotPublished(t *testing.T) {
	for _, text := range []string{
		"draft: true\n\nSecret", "----\ndraft: true\n----\n\nSecret", "{\"draft\": true}\n\nSecret",
		"# T\n\n---\nvisibility: internal\n---\nSecret", "<!-- x -->\n---\nvisibility: internal\n---\nSecret",
	} {
		p := load(t, "-- content/backlog/a.md --\n"+text+"\n")
		if len(p.Items) != 0 || len(p.Findings) == 0 {
			t.Errorf("%q: %d items, findings %v", text, len(p.Items), found(p))
		}
	}
	for _, text := range []string{"The draft is: true art", "---\ntitle: A\n---\n\ndraft: true\n", "Visibility is good."} {
		if p := load(t, "-- content/backlog/a.md --\n"+text+"\n"); len(p.Items) != 1 || len(p.Findings) != 0 {
			t.Errorf("%q: %d items, findings %v", text, len(p.Items), found(p))
		}
	}
}
