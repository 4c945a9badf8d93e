package plan

// Horizon is how near a thing is.
type Horizon int

// The horizons, nearest first. NoHorizon is "not written".
const (
	NoHorizon Horizon = iota
	Now
	Next
	Later
)

// String gives the author's word.
func (h Horizon) String() string { return [...]string{"", "now", "next", "later"}[h] }

// Title gives the word as a heading.
func (h Horizon) Title() string { return [...]string{"", "Now", "Next", "Later"}[h] }

// Status is where an item is in its life, as its author says.
type Status int

// The statuses in the order of an item's life.
const (
	Proposed Status = iota
	Ready
	InProgress
	InReview
	Done
	Dropped
)

// String gives the author's word.
func (s Status) String() string {
	return [...]string{"proposed", "ready", "in-progress", "in-review", "done", "dropped"}[s]
}

// Started reports whether somebody is at work on it.
func (s Status) Started() bool { return s == InProgress || s == InReview }

// Open reports whether it is neither done nor dropped.
func (s Status) Open() bool { return s < Done }

// Priority is how much an item matters inside its release.
type Priority int

// The priorities, most important first; the words for them are configured.
const (
	Must Priority = iota
	Should
	Could
	Wont
)

// State is what a reader sees of an item: its status, with waiting derived.
type State int

// The states.
const (
	StateIdea    State = iota
	StateReady         // ready and free
	StateWaiting       // not started, and an open dependency is in the way
	StateDoing
	StateReview
	StateDone
	StateDropped
	StateWont
)

// String gives the word used in class names and filters.
func (s State) String() string {
	return [...]string{"idea", "ready", "waiting", "doing", "review", "done", "dropped", "wont"}[s]
}

// Title gives the word a reader sees.
func (s State) Title() string {
	return [...]string{"Idea", "Ready", "Waiting", "In progress", "In review", "Done", "Dropped", "Won’t do"}[s]
}

// ThemeStatus is where a theme is in its life.
type ThemeStatus int

// The statuses of a theme.
const (
	ThemeOpen ThemeStatus = iota
	ThemeAchieved
	ThemeDropped
)

// String gives the author's word.
func (s ThemeStatus) String() string { return [...]string{"open", "achieved", "dropped"}[s] }

// ReleaseStatus is where a release is in its life.
type ReleaseStatus int

// The statuses of a release.
const (
	Planned ReleaseStatus = iota
	Released
	ReleaseDropped
)

// String gives the author's word.
func (s ReleaseStatus) String() string { return [...]string{"planned", "released", "dropped"}[s] }
