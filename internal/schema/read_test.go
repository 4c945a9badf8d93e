package schema

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"milepost/internal/fields"
	"milepost/internal/source"
)

// reader begins to read text, the front matter of a file of the given kind.
func reader(t *testing.T, kind Kind, text string) *Reader {
	t.Helper()
	f := source.NewFile("a.md", []byte(text))
	value, found := fields.YAML(f, 0, len(f.Data))
	if len(found) > 0 {
		t.Fatalf("the test's own text is no YAML: %v", found)
	}
	return Read(kind, value)
}

// findings shows what a reader found, one line each: place, marked text, rule,
// message, hint.
func findings(r *Reader) string {
	var b strings.Builder
	for _, d := range r.Findings {
		from := d.Span.From()
		fmt.Fprintf(&b, "%d:%d %q %s: %s; %s\n", from.Line, from.Column, d.Span.Text(), d.Rule, d.Message, d.Hint)
	}
	return b.String()
}

// TestWhatIsWrittenRight reads a value of each type; a finding fails it.
func TestWhatIsWrittenRight(t *testing.T) {
	tests := []struct {
		name string
		kind Kind
		text string
		read func(*Reader) any
		want any
	}{
		{"text", Item, "title: Hello", func(r *Reader) any { return r.Text("title") }, "Hello"},
		{"text is never taken for a bool", Item, "title: no", func(r *Reader) any { return r.Text("title") }, "no"},
		{"text is never taken for a number", Item, "id: 001", func(r *Reader) any { return r.Text("id") }, "001"},
		{"text loses the blanks around it", Item, `title: "  a b "`, func(r *Reader) any { return r.Text("title") }, "a b"},
		{"absent text", Item, "id: a", func(r *Reader) any { return r.Text("title") }, ""},
		{"a key without a value is absent", Item, "title:", func(r *Reader) any { return r.Text("title") }, ""},
		{"a list", Item, "tags: [a, b]", func(r *Reader) any { return r.Texts("tags") }, []string{"a", "b"}},
		{"a list in lines", Item, "tags:\n  - a\n  - 'b c'", func(r *Reader) any { return r.Texts("tags") }, []string{"a", "b c"}},
		{"a single value for a list", Item, "tags: a", func(r *Reader) any { return r.Texts("tags") }, []string{"a"}},
		{"an empty list", Item, "tags: []", func(r *Reader) any { return len(r.Texts("tags")) }, 0},
		{"empty texts of a list are left out", Item, `tags: [a, "", " "]`, func(r *Reader) any { return r.Texts("tags") }, []string{"a"}},
		{"true", Item, "draft: true", func(r *Reader) any { return r.Bool("draft") }, true},
		{"Yes", Item, "draft: Yes", func(r *Reader) any { return r.Bool("draft") }, true},
		{"no", Item, "draft: no", func(r *Reader) any { return r.Bool("draft") }, false},
		{"FALSE", Item, "draft: FALSE", func(r *Reader) any { return r.Bool("draft") }, false},
		{"a choice", Item, "status: in-progress", func(r *Reader) any { return r.Choice("status") }, "in-progress"},
		{"a choice in another case is read in its own", Item, "status: Done", func(r *Reader) any { return r.Choice("status") }, "done"},
		{"an alias of a choice", Item, "type: Feature", func(r *Reader) any { return r.Choice("type") }, "story"},
		{"an absent choice", Item, "id: a", func(r *Reader) any { return r.Choice("status") }, ""},
		{"a renamed choice", Item, "priority: URGENT", func(r *Reader) any { return r.ChoiceOf("priority", []string{"urgent", "high"}) }, "urgent"},
		{"a number", Item, "value: 8", func(r *Reader) any { return r.NumberOr("value", -1) }, 8.0},
		{"the least number", Item, "value: 1", func(r *Reader) any { return r.NumberOr("value", -1) }, 1.0},
		{"the greatest number", Item, "value: 20", func(r *Reader) any { return r.NumberOr("value", -1) }, 20.0},
		{"a fraction", Item, "value: 2.5", func(r *Reader) any { return r.NumberOr("value", -1) }, 2.5},
		{"a number in quotes", Item, "value: '8'", func(r *Reader) any { return r.NumberOr("value", -1) }, 8.0},
		{"an absent number", Item, "id: a", func(r *Reader) any { return r.NumberOr("value", -1) }, -1.0},
		{"an effort in numbers", Item, "effort: 0.5", size, 0.5},
		{"XS", Item, "effort: XS", size, 1.0},
		{"S", Item, "effort: S", size, 2.0},
		{"M", Item, "effort: m", size, 3.0},
		{"L", Item, "effort: L", size, 5.0},
		{"XL", Item, "effort: xl", size, 8.0},
		{"the greatest effort", Item, "effort: 1000000", size, 1e6},
		{"an absent effort", Item, "id: a", size, "none"},
		{"a day", Item, "created: 2026-09-18", func(r *Reader) any { return r.Day("created").String() }, "2026-09-18"},
		{"an absent day", Item, "id: a", func(r *Reader) any { return r.Day("created").String() }, ""},
		{"an interval", Release, "date: 2026-Q3", func(r *Reader) any { return r.Interval("date").Last.String() }, "2026-09-30"},
		{"a year", Release, "date: 2026", func(r *Reader) any { return r.Interval("date").Last.String() }, "2026-12-31"},
		{"days", Config, "page_stale: 30d", func(r *Reader) any { return r.Days("page_stale", 45) }, 30},
		{"weeks", Config, "page_stale: 6w", func(r *Reader) any { return r.Days("page_stale", 45) }, 42},
		{"absent days", Config, "title: x", func(r *Reader) any { return r.Days("page_stale", 45) }, 45},
		{"a map", Config, "stale: {now: 60d}", func(r *Reader) any { return r.Table("stale").Days("now", 90) }, 60},
		{"an absent map", Config, "title: x", func(r *Reader) any { return r.Table("stale").Days("now", 90) }, 90},
		{"a list of maps", Roadmap, "outcomes:\n  - {id: a}\n  - {id: b}", outcomeIDs, "a b"},
		{"a single map for a list of maps", Roadmap, "outcomes: {id: a}", outcomeIDs, "a"},
		{"pairs in written order", Item, "ignore: {stale: waits, aging: known}", pairs, "stale=waits aging=known"},
		{"a pair without a value", Item, "ignore: {stale: }", pairs, "stale="},
		{"an address", Item, "links: https://example.org", links, "https://example.org <https://example.org>"},
		{"addresses with and without titles", Item, "links:\n  - https://a.example\n  - {title: B, url: https://b.example}\n  - {url: https://c.example}", links, "https://a.example <https://a.example>, B <https://b.example>, https://c.example <https://c.example>"},
		{"a single titled address", Item, "links: {title: B, url: https://b.example}", links, "B <https://b.example>"},
		{
			"keys of one's own", Item, "x_team: blue\nx_list: [1, {a: b}]\nid: a", func(r *Reader) any { return r.Own() },
			map[string]any{"x_team": "blue", "x_list": []any{"1", map[string]any{"a": "b"}}},
		},
		{"no keys of one's own", Item, "id: a", func(r *Reader) any { return r.Own() == nil }, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := reader(t, tt.kind, tt.text+"\n")
			if got := tt.read(r); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("reads as %#v, want %#v", got, tt.want)
			}
			if got := findings(r); got != "" {
				t.Errorf("findings\n%s", got)
			}
		})
	}
}

func size(r *Reader) any {
	n, ok := r.Size("effort")
	if !ok {
		return "none"
	}
	return n
}

func outcomeIDs(r *Reader) any {
	var ids []string
	for _, o := range r.Tables("outcomes") {
		ids = append(ids, o.Text("id"))
		r.Findings = append(r.Findings, o.Findings...)
	}
	return strings.Join(ids, " ")
}

func pairs(r *Reader) any {
	var out []string
	for _, p := range r.Pairs("ignore") {
		out = append(out, p.Key.Text+"="+p.Value.Text)
	}
	return strings.Join(out, " ")
}

func links(r *Reader) any {
	var out []string
	for _, l := range r.Links("links") {
		out = append(out, l.Title+" <"+l.URL+">")
	}
	return strings.Join(out, ", ")
}

// TestWhatIsWrittenWrong reads a value of each type that is wrong: it reads as
// if it were absent, and the remark names place, value and what is taken.
func TestWhatIsWrittenWrong(t *testing.T) {
	const days = "it takes a number of days or weeks such as 45d or 6w"
	tests := []struct {
		name string
		kind Kind
		text string
		read func(*Reader) any
		want any
		says string
	}{
		{
			"a list for a text", Item, "id: a\ntitle: [a, b]", func(r *Reader) any { return r.Text("title") }, "",
			`2:8 "[a, b]" wrong-type: title cannot be a list; it takes text`,
		},
		{
			"a map for a text", Item, "title: {a: b}", func(r *Reader) any { return r.Word("title") },
			Word{},
			`1:8 "{a: b}" wrong-type: title cannot be a map; it takes text`,
		},
		{
			"a map for a list", Item, "tags: {a: b}", func(r *Reader) any { return len(r.Words("tags")) }, 0,
			`1:7 "{a: b}" wrong-type: tags cannot be a map; it takes text, or a list of texts`,
		},
		{
			"a list within a list loses itself only", Item, "tags: [a, [b], c]", func(r *Reader) any { return r.Texts("tags") },
			[]string{"a", "c"},
			`1:11 "[b]" wrong-type: an entry of tags cannot be a list; it takes text, or a list of texts`,
		},
		{
			"a word for a bool", Item, "draft: maybe", func(r *Reader) any { return r.Bool("draft") }, false,
			`1:8 "maybe" wrong-type: draft cannot be "maybe"; it takes true or false`,
		},
		{
			"a list for a bool", Item, "draft: [true]", func(r *Reader) any { return r.Bool("draft") }, false,
			`1:8 "[true]" wrong-type: draft cannot be a list; it takes true or false`,
		},
		{
			"a choice mistyped", Item, "status: in progress", func(r *Reader) any { return r.Choice("status") }, "",
			`1:9 "in progress" unknown-value: status cannot be "in progress"; did you mean "in-progress"? It takes one of proposed, ready, in-progress, in-review, done, dropped`,
		},
		{
			"a choice unheard of", Item, "horizon: soon", func(r *Reader) any { return r.Choice("horizon") }, "",
			`1:10 "soon" unknown-value: horizon cannot be "soon"; it takes one of now, next, later`,
		},
		{
			"a choice that was renamed", Item, "priority: must", func(r *Reader) any { return r.ChoiceOf("priority", []string{"urgent", "high"}) }, "",
			`1:11 "must" unknown-value: priority cannot be "must"; it takes one of urgent, high`,
		},
		{
			"a word for a number", Item, "value: high", func(r *Reader) any { return r.NumberOr("value", -1) }, -1.0,
			`1:8 "high" wrong-type: value cannot be "high"; it takes a number from 1 to 20`,
		},
		{
			"a number too small", Item, "value: 0", func(r *Reader) any { return r.NumberOr("value", -1) }, -1.0,
			`1:8 "0" unknown-value: value cannot be 0; it takes a number from 1 to 20`,
		},
		{
			"a number too great", Item, "value: 20.5", func(r *Reader) any { return r.NumberOr("value", -1) }, -1.0,
			`1:8 "20.5" unknown-value: value cannot be 20.5; it takes a number from 1 to 20`,
		},
		{
			"a number with a unit", Item, "value: 8 points", func(r *Reader) any { return r.NumberOr("value", -1) }, -1.0,
			`1:8 "8 points" wrong-type: value cannot be "8 points"; it takes a number from 1 to 20`,
		},
		{
			"infinity", Config, "wip: Inf", func(r *Reader) any { return r.NumberOr("wip", 5) }, 5.0,
			`1:6 "Inf" wrong-type: wip cannot be "Inf"; it takes a number from 1 to 1000000`,
		},
		{
			"a number beyond all numbers", Config, "wip: 1e999", func(r *Reader) any { return r.NumberOr("wip", 5) }, 5.0,
			`1:6 "1e999" wrong-type: wip cannot be "1e999"; it takes a number from 1 to 1000000`,
		},
		{
			"a hexadecimal number", Config, "wip: 0x10", func(r *Reader) any { return r.NumberOr("wip", 5) }, 5.0,
			`1:6 "0x10" wrong-type: wip cannot be "0x10"; it takes a number from 1 to 1000000`,
		},
		{
			"an effort of nothing", Item, "effort: 0", size, "none",
			`1:9 "0" unknown-value: effort cannot be 0; it takes a number above 0, or XS, S, M, L, XL`,
		},
		{
			"an effort below nothing", Item, "effort: -3", size, "none",
			`1:9 "-3" unknown-value: effort cannot be -3; it takes a number above 0, or XS, S, M, L, XL`,
		},
		{
			"an effort of an unknown size", Item, "effort: XXL", size, "none",
			`1:9 "XXL" wrong-type: effort cannot be "XXL"; it takes a number above 0, or XS, S, M, L, XL`,
		},
		{
			"an effort without end", Item, "effort: 1e7", size, "none",
			`1:9 "1e7" unknown-value: effort cannot be 1e7; it takes a number above 0, or XS, S, M, L, XL`,
		},
		{
			"a day that is not in the calendar", Item, "created: 2026-02-30", func(r *Reader) any { return r.Day("created").String() }, "",
			`1:10 "2026-02-30" bad-date: created: February 2026 has only 28 days; `,
		},
		{
			"a quarter for a day", Item, "finished: 2026-Q3", func(r *Reader) any { return r.Day("finished").String() }, "",
			`1:11 "2026-Q3" bad-date: finished: "2026-Q3" is not a day; write it as 2026-09-18; `,
		},
		{
			"an interval that is none", Release, "date: soon", func(r *Reader) any { return r.Interval("date").IsZero() }, true,
			`1:7 "soon" bad-date: date: "soon" is not a date; write 2026, 2026-H2, 2026-Q3, 2026-09, 2026-W38 or 2026-09-18; `,
		},
		{
			"a month that is none", Release, "date: 2026-13-01", func(r *Reader) any { return r.Interval("date").IsZero() }, true,
			`1:7 "2026-13-01" bad-date: date: there is no month 13; `,
		},
		{
			"days without a unit", Config, "page_stale: 45", func(r *Reader) any { return r.Days("page_stale", 45) }, 45,
			`1:13 "45" wrong-type: page_stale cannot be "45"; ` + days,
		},
		{
			"no days", Config, "page_stale: 0d", func(r *Reader) any { return r.Days("page_stale", 45) }, 45,
			`1:13 "0d" wrong-type: page_stale cannot be "0d"; ` + days,
		},
		{
			"days of another unit", Config, "page_stale: 3m", func(r *Reader) any { return r.Days("page_stale", 45) }, 45,
			`1:13 "3m" wrong-type: page_stale cannot be "3m"; ` + days,
		},
		{
			"a unit alone", Config, "page_stale: d", func(r *Reader) any { return r.Days("page_stale", 45) }, 45,
			`1:13 "d" wrong-type: page_stale cannot be "d"; ` + days,
		},
		{
			"a text for a map", Config, "stale: 90d", func(r *Reader) any { return r.Table("stale").Days("now", 7) }, 7,
			`1:8 "90d" wrong-type: stale cannot be "90d"; it takes a map`,
		},
		{
			"a text for a list of maps", Roadmap, "outcomes: safe", outcomeIDs, "",
			`1:11 "safe" wrong-type: outcomes cannot be "safe"; it takes a list of {id, title, measure, baseline, target, current, by, checked}`,
		},
		{
			"a text among maps loses itself only", Roadmap, "outcomes: [{id: a}, b, {id: c}]", outcomeIDs, "a c",
			`1:21 "b" wrong-type: an entry of outcomes cannot be a single value; it takes a list of {id, title, measure, baseline, target, current, by, checked}`,
		},
		{
			"a key that an inner map does not have", Roadmap, "outcomes:\n  - id: a\n    bassline: 3", outcomeIDs, "a",
			`3:5 "bassline" unknown-key: an entry of outcomes has no key "bassline"; did you mean "baseline"?`,
		},
		{
			"a list for pairs", Item, "ignore: [stale]", pairs, "",
			`1:9 "[stale]" wrong-type: ignore cannot be a list; it takes a map from a rule to the reason for silencing it`,
		},
		{
			"a list for a reason", Item, "ignore: {stale: [a], aging: b}", pairs, "aging=b",
			`1:17 "[a]" wrong-type: stale of ignore cannot be a list; `,
		},
		{
			"an address without an address", Item, "links: [{title: B}, https://a.example]", links, "https://a.example <https://a.example>",
			`1:9 "{title: B}" wrong-type: an entry of links has no url; write {title: …, url: https://…}`,
		},
		{
			"a list within addresses", Item, "links: [[a]]", links, "",
			`1:9 "[a]" wrong-type: an entry of links cannot be a list; it takes a list of addresses, or of {title, url}`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := reader(t, tt.kind, tt.text+"\n")
			if got := tt.read(r); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("reads as %#v, want %#v", got, tt.want)
			}
			if got, want := findings(r), tt.says+"\n"; got != want {
				t.Errorf("says  %swant  %s", got, want)
			}
		})
	}
}

func TestKeysThatAreNotKnown(t *testing.T) {
	tests := []struct {
		name string
		kind Kind
		text string
		says string
	}{
		{"titel", Item, "titel: a", `1:1 "titel" unknown-key: an item has no key "titel"; did you mean "title"?` + "\n"},
		{"dependson", Item, "id: a\ndependson: [b]", `2:1 "dependson" unknown-key: an item has no key "dependson"; did you mean "depends_on"?` + "\n"},
		{"Title in capitals is another key", Theme, "Title: a", `1:1 "Title" unknown-key: a theme has no key "Title"; did you mean "title"?` + "\n"},
		{"a key of another kind", Release, "vision: a", `1:1 "vision" unknown-key: a release has no key "vision"; did you mean "version"?` + "\n"},
		{
			"nothing near lists all", Page, "deadline: a",
			`1:1 "deadline" unknown-key: a page has no key "deadline"; it takes title, id, owner, tags, links, aliases, visibility, draft, ignore; keys of your own begin with x_` + "\n",
		},
		{"each is reported", Item, "titel: a\nvalu: 3", `1:1 "titel" unknown-key: an item has no key "titel"; did you mean "title"?` + "\n" + `2:1 "valu" unknown-key: an item has no key "valu"; did you mean "value"?` + "\n"},
		{"keys of one's own", Item, "x_titel: a", ""},
		{"known ones", Item, "title: a\nvalue: 3", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := findings(reader(t, tt.kind, tt.text+"\n")); got != tt.says {
				t.Errorf("says %s\nwant %s", got, tt.says)
			}
		})
	}
}

func TestWordsKeepTheirPlaces(t *testing.T) {
	r := reader(t, Item, "theme:  growth\ndepends_on:\n  - MP-3\n  - 'MP-5'\n")
	if w := r.Word("theme"); w.Span.From() != (source.Position{Line: 1, Column: 9}) || w.Span.Text() != "growth" {
		t.Errorf("theme is %q at %v", w.Span.Text(), w.Span.From())
	}
	needs := r.Words("depends_on")
	if len(needs) != 2 || needs[0].Span.From() != (source.Position{Line: 3, Column: 5}) || needs[1].Span.From().Line != 4 {
		t.Errorf("depends_on is %v", needs)
	}
	if needs[1].Text != "MP-5" {
		t.Errorf("the second is %q", needs[1].Text)
	}
}

func TestPairsKeepTheirPlaces(t *testing.T) {
	p := reader(t, Item, "ignore:\n  stale: waits\n  aging:\n").Pairs("ignore")
	if len(p) != 2 {
		t.Fatalf("ignore is %v", p)
	}
	for i, want := range []struct{ key, value source.Position }{
		{source.Position{Line: 2, Column: 3}, source.Position{Line: 2, Column: 10}},
		{source.Position{Line: 3, Column: 3}, source.Position{Line: 3, Column: 3}}, // without a value, the key
	} {
		if key, value := p[i].Key.Span.From(), p[i].Value.Span.From(); key != want.key || value != want.value {
			t.Errorf("%s is at %v, its value at %v; want %v and %v", p[i].Key.Text, key, value, want.key, want.value)
		}
	}
}

func TestAtIsTheValueOrElseTheKey(t *testing.T) {
	r := reader(t, Item, "title: a\nowner:\ntags: ''\n")
	for key, want := range map[string]string{"title": "1:8", "owner": "2:1", "tags": "3:7", "theme": ""} {
		at := ""
		if span := r.At(key); !span.IsZero() {
			at = fmt.Sprintf("%d:%d", span.From().Line, span.From().Column)
		}
		if at != want {
			t.Errorf("%s is at %q, want %q", key, at, want)
		}
	}
}

// One mistake must not hide another, nor take a neighbour with it.
func TestAMistakeLosesOnlyItself(t *testing.T) {
	r := reader(t, Item, "titel: A\nvalue: high\nstatus: done\ncreated: 2026-02-30\neffort: M\n")
	r.Number("value")
	r.Day("created")
	if got := r.Choice("status"); got != "done" {
		t.Errorf("status is %q", got)
	}
	if got := size(r); got != 3.0 {
		t.Errorf("effort is %v", got)
	}
	if n := len(r.Findings); n != 3 {
		t.Errorf("%d findings for three mistakes:\n%s", n, findings(r))
	}
}
