package view

import (
	"encoding/hex"
	"encoding/json"
	"strconv"
	"strings"
	"sync"

	"milepost/internal/plan"
)

// The search index is several small scripts, because a page that was opened from
// the disk can load nothing else. The first holds every title and id and is enough
// to find them; the words of the bodies, and the texts to quote from, lie in shards
// of which a search loads the few it needs. Each calls milepostIndex with its name
// and what it holds.
//
// Rows are numbered: themes, releases, pages, then items in natural order. A shard
// carries the version of the index it belongs to, so that a browser that kept an
// old one notices.

// SearchPage is the search as a page of its own. Without scripts it says where
// else to look.
type SearchPage struct {
	Frame
	Ways []Link
}

// searchFolder is where the index lies.
const searchFolder = "assets/search/"

// searchPages are the page and the index.
func searchPages(s *site) []Page {
	rows := searchRows(s.plan)
	x := &searchIndex{
		site: s, rows: rows, version: s.version(),
		shards: shardCount(len(rows)), texts: (len(rows) + textsPerFile - 1) / textsPerFile,
	}
	x.bodies = sync.OnceValue(x.read)
	out := []Page{
		s.page("search.html", "search", func(h here) any { return h.search() }),
		{Path: searchFolder + "index.js", Raw: x.titles},
	}
	if len(s.plan.Backlog)+len(s.plan.Wont) > pageSize {
		out = append(out, Page{Path: searchFolder + "backlog.js", Raw: x.backlogFile})
	}
	for n := range x.shards {
		out = append(out, Page{Path: searchFolder + "w" + strconv.Itoa(n) + ".js", Raw: func() []byte { return x.wordFile(n) }})
	}
	for n := range x.texts {
		out = append(out, Page{Path: searchFolder + "t" + strconv.Itoa(n) + ".js", Raw: func() []byte { return x.textFile(n) }})
	}
	return out
}

func (h here) search() SearchPage {
	page := SearchPage{Frame: h.newFrame(head{
		title:       h.Say("Search"),
		description: h.Say("Find an item, a theme or a release of {product}.", h.frame.Title),
		section:     "search",
		thread:      h.threadAtTasks(h.Say("found by words")),
	})}
	for _, m := range append(h.frame.Menu[:len(h.frame.Menu):len(h.frame.Menu)], h.frame.More...) {
		if strings.HasSuffix(m.Href, ".html") && !m.External {
			page.Ways = append(page.Ways, Link{Text: m.Title, Href: h.to(m.Href)})
		}
	}
	return page
}

// searchRows are what can be found, in the order of their numbers.
func searchRows(p *plan.Plan) []plan.Entity {
	var out []plan.Entity
	for _, t := range p.Themes {
		out = append(out, t)
	}
	for _, r := range p.Releases {
		out = append(out, r)
	}
	for _, page := range p.Pages {
		out = append(out, page)
	}
	for _, it := range p.Items {
		out = append(out, it)
	}
	return out
}

// version changes with the texts of the plan.
func (s *site) version() string {
	sum := s.plan.Tree.Hash()
	return hex.EncodeToString(sum[:5])
}

// searchIndex makes the files of the index.
type searchIndex struct {
	*site
	rows          []plan.Entity
	version       string
	shards, texts int
	bodies        func() *bodies // read once, when the first shard is asked for
}

// titleIndex is the first file. What there are many of is one string: a browser
// reads a long string far faster than a long list.
type titleIndex struct {
	Version string   `json:"v"`
	Shards  int      `json:"shards"`
	PerText int      `json:"per"`
	Words   string   `json:"words"`   // the words of all titles, parted by blanks
	Width   int      `json:"width"`   // digits of a word's number
	Titles  string   `json:"titles"`  // per row the numbers of its words; rows parted by line ends
	IDs     string   `json:"ids"`     // per row a digit for what it shares with the id before, and the rest
	Kinds   string   `json:"kinds"`   // per row t, r, p or i
	States  string   `json:"states"`  // per row a digit of Classes and Names
	Themes  string   `json:"themes"`  // per row a digit of Letters, a blank for none
	Letters []string `json:"letters"` // of the themes
	Classes []string `json:"classes"` // of the states, by digit
	Names   []string `json:"names"`   // of the states, by digit
	Kind    struct {
		Theme, Release, Page string
	} `json:"kind"` // the words for what is no item
}

// searchStates are the states of rows by digit.
var searchStates = []plan.State{
	plan.StateIdea, plan.StateReady, plan.StateWaiting, plan.StateDoing, plan.StateReview, plan.StateDone, plan.StateDropped, plan.StateWont,
}

func (x *searchIndex) titles() []byte {
	t := titleIndex{Version: x.version, Shards: x.shards, PerText: textsPerFile}
	t.Kind.Theme, t.Kind.Release, t.Kind.Page = x.Say("Theme"), x.Say("Release"), x.Say("Page")
	for _, state := range searchStates {
		t.Classes = append(t.Classes, state.String())
		t.Names = append(t.Names, x.stateWord(state))
	}
	letters := map[*plan.Theme]int{}
	for i, theme := range x.plan.Themes {
		letters[theme] = i
		t.Letters = append(t.Letters, theme.Letter)
	}
	t.Words, t.Width, t.Titles = packTitles(x.rows)
	var kinds, states, themes strings.Builder
	for _, e := range x.rows {
		kind, state, theme := x.searchRow(e)
		kinds.WriteByte(kind)
		states.WriteString(digits(state, 1))
		if n, ok := letters[theme]; ok {
			themes.WriteString(digits(n, themeWidth))
		} else {
			themes.WriteString("  ")
		}
	}
	t.Kinds, t.States, t.Themes, t.IDs = kinds.String(), states.String(), themes.String(), packIDs(x.rows)
	return call("index", t)
}

// searchRow says of what kind a row is, in what state, and of which theme.
func (x *searchIndex) searchRow(e plan.Entity) (kind byte, state int, theme *plan.Theme) {
	class := ""
	switch e := e.(type) {
	case *plan.Theme:
		kind, class, theme = 't', x.themeMark(e).Class, e
	case *plan.Release:
		kind, class = 'r', x.releaseMark(e).Class
	case *plan.Item:
		kind, class, theme = 'i', e.State.String(), e.Theme
	default:
		kind, class = 'p', plan.StateReady.String()
	}
	for i, s := range searchStates {
		if s.String() == class {
			state = i
		}
	}
	return kind, state, theme
}

// themeWidth is how many digits the number of a theme has.
const themeWidth = 2

// packTitles writes titles as numbers of words, each of so many digits. Most plans
// repeat themselves: 10,000 titles come down to a third.
func packTitles(rows []plan.Entity) (words string, width int, titles string) {
	number := map[string]int{}
	var list []string
	for _, e := range rows {
		for word := range strings.FieldsSeq(e.Base().Title) {
			if _, known := number[word]; !known {
				number[word] = len(list)
				list = append(list, word)
			}
		}
	}
	width = 1
	for most := base; most < len(list); most *= base {
		width++
	}
	var b strings.Builder
	for i, e := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		for word := range strings.FieldsSeq(e.Base().Title) {
			b.WriteString(digits(number[word], width))
		}
	}
	return strings.Join(list, " "), width, b.String()
}

// packIDs writes each id as what is new in it.
func packIDs(rows []plan.Entity) string {
	var b strings.Builder
	before := ""
	for i, e := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		id := e.Base().ID
		shared := 0
		for shared < min(len(id), len(before), base-1) && id[shared] == before[shared] && id[shared] < 0x80 {
			shared++
		}
		b.WriteString(digits(shared, 1) + id[shared:])
		before = id
	}
	return b.String()
}

// base is how many digits there are: the printable characters of ASCII from # on,
// without the backslash, which a string would have to double.
const base = 91

// digits writes a number with so many digits.
func digits(n, width int) string {
	out := make([]byte, width)
	for i := width - 1; i >= 0; i-- {
		d := byte('#' + n%base)
		if d >= '\\' {
			d++
		}
		out[i] = d
		n /= base
	}
	return string(out)
}

// call is a script that hands over a part of the index.
func call(name string, value any) []byte {
	text, err := json.Marshal(value)
	if err != nil {
		panic("view: " + err.Error()) // strings and numbers can always be encoded
	}
	return []byte("milepostIndex(" + strconv.Quote(name) + "," + string(text) + ");\n")
}
