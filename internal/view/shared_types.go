package view

// The small pieces pages are made of. Each is drawn by one partial of the theme.

// Mark is a shape with its word: the state or the type of an item.
type Mark struct {
	Class string // of the shape: "doing", "bug"
	Word  string // "In progress", "Bug"
}

// Link is words that lead somewhere; an empty Href is words alone.
type Link struct {
	Text, Href string
}

// Row is an item in a list. Every list of the site is made of rows; what a list
// does not show is left empty.
type Row struct {
	ID       string
	Label    string // the ID where it is short enough to stand beside the title, else ""
	Title    string
	Href     string
	State    Mark
	Type     Mark
	Position int     // 0: not in the backlog
	Theme    *Shield // nil: none, or the list is of one theme
	Release  *Link
	Why      []Part // why it stands where it stands
	Note     string // in place of a reason: a day, a word
	Day      string // ISO day of Note, "" when Note is no day
	Next     bool   // the next thing to pick up
	NextHere bool   // the next one of this page's theme
	Worth    string // value, urgency and risk together; "" where none is given
	Effort   string
	Owner    string // all names
	Initials string
	Sides    []Side
	Filter   Filter
}

// Side is a crossing: an item of another theme this one waits for or opens.
type Side struct {
	Theme *Shield
	Words string
	Item  Link
}

// Filter holds the words the filters of a list look at.
type Filter struct {
	Type, Theme, Status, Owner, Tags string
}

// Run is a stretch of rows on one surface of road.
type Run struct {
	Surface string // solid, now, dashed, dotted
	Label   string // for those who cannot see the road
	Rows    []Row
}

// Segments is progress drawn as one segment for each item, or where there are
// many as one bar divided by state.
type Segments struct {
	Class string // the shield's, "" for ink
	Label string // the whole drawing in words
	Bar   bool
	Parts []Segment
}

// Segment is a piece of Segments.
type Segment struct {
	State string // done, doing, review, ready, waiting, idea
	Size  int    // items it stands for
}

// Fact is one line of a facts panel.
type Fact struct {
	Term  string
	Mark  *Mark  // a state's shape before the words
	Type  *Mark  // a type's shape before the words
	Parts []Part // the words
	Note  string // a quieter second line
	Tags  []Link
}

// Pager leads through a list that is longer than a page.
type Pager struct {
	Words string // "Positions 201 to 400 of 5,800"
	Page  string // "Page 2 of 29"
	Prev  *Link
	Next  *Link
	First *Link
	Last  *Link
}

// Gauge is the way from a baseline to a target.
type Gauge struct {
	Percent int // of the way, 0…100
}
