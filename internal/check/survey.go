package check

import (
	"iter"
	"strings"
	"sync"

	"milepost/internal/calendar"
	"milepost/internal/document"
	"milepost/internal/parallel"
	"milepost/internal/plan"
	"milepost/internal/schema"
)

// survey is what several rules look at, gathered once for a run.
type survey struct {
	plan  *plan.Plan
	refs  []reference
	links []link

	making      sync.Mutex            // of a directory: rules run side by side
	directories map[string]*directory // by what is looked for

	horizons bool         // near work is told from far work
	cycles   []int        // see cycleTimes
	hidden   hidden       // what is not published
	last     calendar.Day // on which anything changed
	stalled  map[*plan.Theme]bool

	steps func() inversions // see wayToFarther
}

func look(p *plan.Plan) *survey {
	s := &survey{
		plan: p, directories: map[string]*directory{},
		horizons: usesHorizons(p), cycles: cycleTimes(p), hidden: hiddenIn(p),
	}
	s.steps = sync.OnceValue(func() inversions { return inversions{stepsBeyond(p.Items, plan.Now), stepsBeyond(p.Items, plan.Next)} })
	parallel.Both(func() {
		s.refs = make([]reference, 0, countRefs(p))
		s.menu()
		s.roadmap()
		s.themes()
		s.items()
	}, func() {
		s.last = s.lastChange()
		s.stalled = s.stalledThemes()
		for _, e := range p.Entities() {
			s.links = appendLinks(s.links, e)
		}
	})
	return s
}

// countRefs is an upper bound of the references of p: there are many.
func countRefs(p *plan.Plan) int {
	n := len(p.Config.Menu) + len(p.Roadmap.ThemeRefs) + len(p.Roadmap.OrderRefs)
	for _, t := range p.Themes {
		n += len(t.OutcomeRefs)
	}
	for _, i := range p.Items {
		n += len(i.NeedRefs) + 2 // and its theme and release
	}
	return n
}

// reference is one id that is written in front matter or in milepost.yaml.
type reference struct {
	schema.Word
	From  plan.Entity // nil for the menu
	Field string      // the key it is written under
	Want  string      // what it must name: theme, item, release, outcome or page
	Found plan.Found
	// Outcome is what it names where that is an outcome.
	Outcome *plan.Outcome
	// Before is the mention of the same thing earlier in the same list. Only
	// the first mention is checked for anything else.
	Before schema.Word
}

// again reports whether the list names the same thing before.
func (r reference) again() bool { return !r.Before.Span.IsZero() }

// kind is the kind of the published thing it names, "" where there is none.
func (r reference) kind() string {
	switch {
	case r.Outcome != nil:
		return "outcome"
	case r.Found.Entity != nil:
		return r.Found.Entity.Base().Kind.String()
	}
	return ""
}

// known reports whether there is anything of that name.
func (r reference) known() bool { return r.Outcome != nil || r.Found.Known() }

func (s *survey) menu() {
	for _, l := range s.plan.Config.Menu {
		if !isAddress(l.URL) {
			s.add(nil, "menu", "page", schema.Word{Text: l.URL, Span: l.Span})
		}
	}
}

func (s *survey) roadmap() {
	r := s.plan.Roadmap
	s.list(r, "themes", "theme", r.ThemeRefs)
	s.list(r, "order", "item", r.OrderRefs)
}

func (s *survey) themes() {
	for _, t := range s.plan.Themes {
		s.list(t, "outcomes", "outcome", t.OutcomeRefs)
	}
}

func (s *survey) items() {
	for _, i := range s.plan.Items {
		s.one(i, "theme", "theme", i.ThemeRef)
		s.list(i, "depends_on", "item", i.NeedRefs)
		s.one(i, "release", "release", i.ReleaseRef)
	}
}

func (s *survey) one(from plan.Entity, field, want string, word schema.Word) {
	if word.Text != "" {
		s.add(from, field, want, word)
	}
}

func (s *survey) list(from plan.Entity, field, want string, words []schema.Word) {
	if len(words) == 1 {
		s.add(from, field, want, words[0])
		return
	}
	if len(words) == 0 {
		return
	}
	first := make(map[any]schema.Word, len(words))
	for _, w := range words {
		ref := s.add(from, field, want, w)
		if before, again := first[ref.thing()]; again {
			ref.Before = before
			continue
		}
		first[ref.thing()] = w
	}
}

// add appends a reference; the result is good until the next is added.
func (s *survey) add(from plan.Entity, field, want string, word schema.Word) *reference {
	ref := reference{Word: word, From: from, Field: field, Want: want}
	if want == "outcome" {
		ref.Outcome = s.plan.Outcome(word.Text)
	}
	if ref.Outcome == nil {
		ref.Found = s.plan.Lookup(word.Text)
	}
	switch {
	case ref.known():
	case want == "outcome":
		ref.Found = s.outcomeInOtherCase(word.Text)
	default:
		ref.Outcome = s.plan.Outcome(word.Text)
	}
	s.refs = append(s.refs, ref)
	return &s.refs[len(s.refs)-1]
}

// outcomeInOtherCase is for outcomes what Lookup is for all that has a page.
func (s *survey) outcomeInOtherCase(id string) plan.Found {
	for _, o := range s.plan.Outcomes {
		if strings.EqualFold(o.ID.Text, id) {
			return plan.Found{Near: o.ID.Text, OnlyCase: true}
		}
	}
	return plan.Found{}
}

// thing tells references to the same thing: by the thing, else by the word.
func (r reference) thing() any {
	if r.Found.Entity != nil {
		return r.Found.Entity
	}
	return r.Text
}

// need is one dependency of a published item on another.
type need struct {
	reference
	item, on *plan.Item
}

// needs gives the dependencies that lead to published items, each once and none
// to the item itself.
func (s *survey) needs() iter.Seq[need] {
	return func(yield func(need) bool) {
		for _, ref := range s.refs {
			if ref.Field != "depends_on" || ref.again() || ref.Found.Entity == ref.From {
				continue
			}
			on, ok := ref.Found.Entity.(*plan.Item)
			if ok && !yield(need{ref, ref.From.(*plan.Item), on}) {
				return
			}
		}
	}
}

// link is one link of a body, with where it leads.
type link struct {
	document.Link
	From   plan.Entity
	Target plan.Target
}

// noteworthy tells the links that any rule could look at: those that lead
// nowhere, and those that use an old id. Most links do neither.
func noteworthy(t plan.Target) bool { return t.Broken() || t.ViaAlias }

func appendLinks(links []link, e plan.Entity) []link {
	for i, t := range plan.RelationsOf(e).Targets {
		if noteworthy(t) {
			links = append(links, link{e.Base().Doc.Links[i], e, t})
		}
	}
	return links
}

// leading gives the links whose target is of one kind.
func (s *survey) leading(kind plan.TargetKind) iter.Seq[link] {
	return func(yield func(link) bool) {
		for _, l := range s.links {
			if l.Target.Kind == kind && !yield(l) {
				return
			}
		}
	}
}
