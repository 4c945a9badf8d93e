// Package plan understands documents as a plan.
//
// Decode reads one document into an Entry: typed fields and references as they
// are written. Resolve takes all entries and makes the Plan: what is published is
// chosen first, ids are given their meaning, links lead both ways, the backlog is
// put in order, and everything that can be derived is derived. Neither ever
// fails and neither changes what it was given: an author's mistake leaves a hole
// with a finding, or a reference that package check will find unresolved, and
// there is always a Plan.
//
// A *Text type is what a file says; the type without that ending embeds it and
// adds what Resolve derived.
package plan

import (
	"slices"

	"milepost/internal/calendar"
	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/document"
	"milepost/internal/forecast"
	"milepost/internal/schema"
	"milepost/internal/source"
	"milepost/internal/words"
)

// Facts are what a plan depends on besides its files.
type Facts struct {
	Today    calendar.Day
	Internal bool // the audience is internal: nothing is left out
	Drafts   bool // drafts are published
	// History is what the repository knows of the files, by path; nil without one.
	History map[string]History
}

// Plan is everything a site shows and the rules look at. It is never changed
// after Resolve.
type Plan struct {
	Config   *config.Config
	Facts    Facts
	Tree     *source.Tree
	Roadmap  *Roadmap // never nil
	Outcomes []*Outcome
	Themes   []*Theme   // in the order in which they are shown
	Items    []*Item    // all published, by natural id
	Releases []*Release // by date, undated last, then by natural id
	Pages    []*Page    // by title
	Backlog  []*Item    // the open items in order; Item.Position is the index + 1
	Wont     []*Item    // the items that will not be done
	Cycles   []Cycle
	Forecast forecast.Forecast
	Findings []diag.Diagnostic // of reading, decoding and resolving, ungraded

	hidden []Entity
	names  names
	queue  *queue
}

// Entity is anything with an id and a page: *Roadmap, *Theme, *Item, *Release, *Page.
type Entity interface {
	// Base gives what all kinds have in common.
	Base() *Common
}

// Common is what every kind of file says.
type Common struct {
	Kind     schema.Kind
	ID       string
	IDAt     source.Span // of the id field, else the start of the file
	Title    string
	Doc      *document.Doc
	Owners   []string
	Tags     []string
	Links    []schema.Link
	Aliases  []schema.Word
	Internal bool
	Draft    bool
	Ignore   []schema.Pair // rule and reason
	Own      map[string]any

	at []place // of each field that is written
}

// place is where a field's value stands. A few of them are found faster in a
// slice than in a map, and take a third of its memory.
type place struct {
	key  string
	span source.Span
}

// Base returns c itself, so that what embeds it is an Entity.
func (c *Common) Base() *Common { return c }

// At is the place of a field's value, or where the field is absent the place of
// the id: somewhere an author will look.
func (c *Common) At(key string) source.Span {
	if i := c.field(key); i >= 0 {
		return c.at[i].span
	}
	return c.IDAt
}

func (c *Common) field(key string) int {
	return slices.IndexFunc(c.at, func(p place) bool { return p.key == key })
}

// Wrote reports whether the field is written in the file.
func (c *Common) Wrote(key string) bool { return c.field(key) >= 0 }

// Relations is what Resolve derives for every kind.
type Relations struct {
	// Targets are where the links of the body lead: one for each of Doc.Links.
	Targets []Target
	// MentionedBy are the entities whose bodies link here, each once: the roadmap, then
	// themes, items by natural id, releases and pages.
	MentionedBy []Entity
}

// RoadmapText is what content/_index.md says.
type RoadmapText struct {
	Common
	Vision, Goal string
	Outcomes     []OutcomeText
	ThemeRefs    []schema.Word
	OrderRefs    []schema.Word
	Disclaimer   string
}

// OutcomeText is one outcome as it is written.
type OutcomeText struct {
	ID, Title, Measure        schema.Word
	Baseline, Target, Current Quantity
	By                        calendar.Interval
	Checked                   calendar.Day
	At                        source.Span
}

// Quantity is a number with a unit, as in "95 %"; Text is "" where none is given.
type Quantity struct {
	Text  string
	Value float64
}

// ThemeText is what a theme's file says.
type ThemeText struct {
	Common
	Summary, Why string
	OutcomeRefs  []schema.Word
	Horizon      Horizon
	Confidence   string
	Allocation   float64 // percent; -1 where none is given
	Health       string  // on-track, at-risk, off-track, or ""
	Status       ThemeStatus
}

// ItemText is what an item's file says.
type ItemText struct {
	Common
	Type                 string // of schema.Types
	ThemeRef             schema.Word
	Status               Status
	Horizon              Horizon  // NoHorizon where none is written
	Priority             Priority // Should where none is written
	Value, Urgency, Risk float64  // 0 where none is given
	Effort               float64  // 0 where none is given
	NeedRefs             []schema.Word
	ReleaseRef           schema.Word
	Created              calendar.Day
	Started              calendar.Day
	Finished             calendar.Day
}

// ReleaseText is what a release's file says.
type ReleaseText struct {
	Common
	Version, Goal string
	Date          calendar.Interval
	Fixed         bool
	Capacity      float64 // effort; 0 where none is given
	Status        ReleaseStatus
	Released      calendar.Day
}

// PageText is what a free page's file says.
type PageText struct{ Common }

// Entry is one decoded file: exactly one of its pointers is set.
type Entry struct {
	Roadmap  *RoadmapText
	Theme    *ThemeText
	Item     *ItemText
	Release  *ReleaseText
	Page     *PageText
	Findings []diag.Diagnostic
}

// Roadmap is the top of the plan.
type Roadmap struct {
	*RoadmapText
	Relations
}

// Outcome is a business outcome.
type Outcome struct {
	OutcomeText
	Number int      // from 1, in written order
	Themes []*Theme // that serve it, in the order of themes
	// Progress is the way from baseline to target, 0…1; -1 where it is not measured.
	Progress float64
}

// Theme is a strategic theme.
type Theme struct {
	*ThemeText
	Relations
	Outcomes []*Outcome
	Letter   string  // A, B, C … in the order in which themes are shown
	Items    []*Item // started, then open in order, then done newest first, then dropped
	Releases []*Release
	Progress Progress
	Outlook  Outlook // of its last open item
	// OtherWork tells that items which are not published serve this theme.
	OtherWork bool
}

// Progress counts the items of a theme or a release. Dropped and won't items do not count.
type Progress struct {
	Done, Started, Open, All             int     // items; All = Done + Open; Open includes Started
	DoneEffort, OpenEffort               float64 // known effort
	Unestimated                          int     // open items without effort
	Idea, Ready, Waiting, Doing, Reviews int     // open items by State
}

// Item is a piece of work.
type Item struct {
	*ItemText
	Relations
	Theme   *Theme   // nil when unaligned
	Release *Release // nil without one
	Horizon Horizon  // derived; never NoHorizon
	// The days are those the author wrote, else those of the repository's history.
	Created, Started, Finished calendar.Day
	Needs                      []*Item // what it depends on, in written order, each once
	Blocks                     []*Item // what depends on it, by natural id
	Waits                      []*Item // of Needs, those that are open
	// OtherWork tells that it depends on work that is not published.
	OtherWork bool
	State     State
	Unready   []Clause // the checks of readiness that fail; nil when ready
	Position  int      // from 1 in the backlog; 0 when it is not ordered
	Place     Place    // why it stands there; zero when Position is 0
	// Size is the effort used in sums: its own, or where none is given the one assumed.
	Size        float64
	SizeAssumed words.Text // how Size was assumed; "" for the author's own
	Score       float64
	NextUp      bool // the first item that is ready to be picked up
	Outlook     Outlook
}

// Release is an increment.
type Release struct {
	*ReleaseText
	Relations
	Items    []*Item // open in order, then done newest first
	Progress Progress
	Load     float64 // effort of its items that are done or to be done
	Outlook  Outlook // of its last open item
	// Chance is how likely its date is kept, in percent; -1 where that is not known.
	Chance int

	rank int // its place in Plan.Releases
}

// Page is a free page.
type Page struct {
	*PageText
	Relations
}

// Cycle is a circle of dependencies: each item needs the next, the last the
// first. That last need is the one the order leaves out.
type Cycle struct {
	Items []*Item
	// More are further circles in the same tangle: from every item of a tangle
	// needs lead to every other, so that it is one knot to an author.
	More []Cycle
}
