package config

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"milepost/internal/diag"
	"milepost/internal/schema"
	"milepost/internal/source"
)

// read reads text as milepost.yaml and shows the findings, one line each: place,
// marked text, rule, message, hint.
func read(text string) (*Config, string) {
	c, found := Read(source.NewFile("milepost.yaml", []byte(text)))
	var b strings.Builder
	for _, d := range found {
		from := d.Span.From()
		fmt.Fprintf(&b, "%d:%d %q %s: %s; %s\n", from.Line, from.Column, d.Span.Text(), d.Rule, d.Message, d.Hint)
	}
	return c, b.String()
}

// clean is read for a text that must have no findings.
func clean(t *testing.T, text string) *Config {
	t.Helper()
	c, says := read(text)
	if says != "" {
		t.Errorf("%s says\n%s", text, says)
	}
	return c
}

func TestAProjectNeedsNoConfiguration(t *testing.T) {
	c, found := Read(nil)
	if len(found) > 0 {
		t.Errorf("findings %v", found)
	}
	want := &Config{
		Branch: "main", Language: "en", Output: "public", Audience: "public",
		OrderBy:    []string{"progress", "horizon", "rank", "release", "priority", "score"},
		Priorities: []string{"must", "should", "could", "wont"},
		WIP:        5, NowThemes: 3, ReadyMax: 5,
		StaleDays: [3]int{90, 180, 365}, HorizonWeeks: [2]int{6, 13},
		MustMax: 60, AllocationDrift: 15, PageStaleDays: 45,
	}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("got  %+v\nwant %+v", c, want)
	}
}

func TestAnEmptyFileIsTheDefault(t *testing.T) {
	want, _ := Read(nil)
	for _, text := range []string{"", "\n", "# nothing yet\n", "title:\n"} {
		c := clean(t, text)
		c.File = nil
		if !reflect.DeepEqual(c, want) {
			t.Errorf("%q reads as %+v", text, c)
		}
	}
}

// set writes each key with a value that is not its default.
var set = []struct {
	key, value string
	get        func(*Config) any
	want       any
}{
	{"title", "Tintype", func(c *Config) any { return c.Title }, "Tintype"},
	{"base_url", "https://example.org/roadmap", func(c *Config) any { return c.BaseURL }, "https://example.org/roadmap/"},
	{"repository", "https://github.com/example/plan.git", func(c *Config) any { return c.Repository }, "https://github.com/example/plan"},
	{"branch", "trunk", func(c *Config) any { return c.Branch }, "trunk"},
	{"language", "de", func(c *Config) any { return c.Language }, "de"},
	{"menu", "[about, {title: Code, url: https://example.org}]", func(c *Config) any { return [...]string{c.Menu[0].URL, c.Menu[1].Title, c.Menu[1].URL} }, [...]string{"about", "Code", "https://example.org"}},
	{"output", "site", func(c *Config) any { return c.Output }, "site"},
	{"site_theme", "ours", func(c *Config) any { return c.SiteTheme.Text }, "ours"},
	{"site_theme_options", "{width: wide}", func(c *Config) any { return c.SiteThemeOptions[0].Key.Text + c.SiteThemeOptions[0].Value.Text }, "widthwide"},
	{"accent", "'#0a7'", func(c *Config) any { return c.Accent }, "#0a7"},
	{"audience", "internal", func(c *Config) any { return c.Audience }, "internal"},
	{"order_by", "[priority, horizon]", func(c *Config) any { return c.OrderBy }, []string{"priority", "horizon", "score"}},
	{"score", "wsjf", func(*Config) any { return nil }, nil}, // the only one so far
	{"priorities", "[urgent, high, low, never]", func(c *Config) any { return c.Priorities }, []string{"urgent", "high", "low", "never"}},
	{"wip", "2", func(c *Config) any { return c.WIP }, 2},
	{"now_themes", "1", func(c *Config) any { return c.NowThemes }, 1},
	{"ready_max", "3.5", func(c *Config) any { return c.ReadyMax }, 3.5},
	{"stale", "{now: 30d, later: 8w}", func(c *Config) any { return c.StaleDays }, [3]int{30, 180, 56}},
	{"horizon_weeks", "{next: 8}", func(c *Config) any { return c.HorizonWeeks }, [2]int{6, 8}},
	{"must_max", "70", func(c *Config) any { return c.MustMax }, 70.0},
	{"allocation_drift", "5", func(c *Config) any { return c.AllocationDrift }, 5.0},
	{"page_stale", "2w", func(c *Config) any { return c.PageStaleDays }, 14},
	{"feedback", "https://example.org/new?title={title}", func(c *Config) any { return c.Feedback }, "https://example.org/new?title={title}"},
	{"rules", "{unaligned: error, stale: Off}", func(c *Config) any {
		return [...]any{c.Rules[0].Rule.Text, c.Rules[0].Severity, c.Rules[1].Rule.Text, c.Rules[1].Severity}
	}, [...]any{"unaligned", diag.Error, "stale", diag.Off}},
	{"hash_references", "true", func(c *Config) any { return c.HashReferences }, true},
	{"id_prefix", "MP", func(c *Config) any { return c.IDPrefix }, "MP"},
}

func TestEachKeyIsRead(t *testing.T) {
	for _, tt := range set {
		t.Run(tt.key, func(t *testing.T) {
			c := clean(t, tt.key+": "+tt.value+"\n")
			if got := tt.get(c); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("%s reads as %v, want %v", tt.value, got, tt.want)
			}
		})
	}
}

func TestEachKeyOfTheSchemaIsTestedAbove(t *testing.T) {
	var keys []string
	for _, tt := range set {
		keys = append(keys, tt.key)
	}
	if want := schema.Keys(schema.Fields(schema.Config)); !slices.Equal(keys, want) {
		t.Errorf("tested %v\nschema %v", keys, want)
	}
}

// The reference prints the defaults of the schema; these are the ones that count.
func TestTheDefaultsOfTheSchemaAreTheDefaults(t *testing.T) {
	want, _ := Read(nil)
	for _, f := range schema.Fields(schema.Config) {
		if f.Default == "" || f.Key == "title" || f.Key == "accent" { // these two are in words
			continue
		}
		t.Run(f.Key, func(t *testing.T) {
			c := clean(t, f.Key+": "+f.Default+"\n")
			c.File = nil
			if !reflect.DeepEqual(c, want) {
				t.Errorf("%q reads as\n%+v, want\n%+v", f.Default, c, want)
			}
		})
	}
}

func TestWhatIsWrongIsSaidAndLosesOnlyItself(t *testing.T) {
	tests := []struct {
		name, text string
		says       string
	}{
		{"an unknown key", "baseurl: https://example.org", `1:1 "baseurl" unknown-key: a configuration has no key "baseurl"; did you mean "base_url"?`},
		{"an unknown key of a map", "stale: {nwo: 3d}", `1:9 "nwo" unknown-key: the map stale has no key "nwo"; did you mean "now"?`},
		{"a base_url without a scheme", "base_url: example.org", `1:11 "example.org" unknown-value: base_url cannot be "example.org"; write it as https://example.org/roadmap/`},
		{"a base_url of another scheme", "base_url: ftp://example.org", `1:11 "ftp://example.org" unknown-value: base_url cannot be "ftp://example.org"; write it as https://example.org/roadmap/`},
		{"a base_url without a host", "base_url: https:///x", `1:11 "https:///x" unknown-value: base_url cannot be "https:///x"; write it as https://example.org/roadmap/`},
		{"a repository that is no address", "repository: git@github.com:a/b", `1:13 "git@github.com:a/b" unknown-value: repository cannot be "git@github.com:a/b"; write it as https://github.com/owner/name`},
		{"an audience unheard of", "audience: everyone", `1:11 "everyone" unknown-value: audience cannot be "everyone"; it takes one of public, internal`},
		{"a key of order mistyped", "order_by: [horizn, score]", `1:12 "horizn" unknown-value: the backlog cannot be ordered by "horizn"; did you mean "horizon"? It takes one of progress, horizon, rank, release, priority, score`},
		{"a score unheard of", "score: luck", `1:8 "luck" unknown-value: score cannot be "luck"; it takes one of wsjf`},
		{"three priorities", "priorities: [a, b, c]", `1:13 "[a, b, c]" unknown-value: priorities takes four different words, not 3; the last word stands for what will not be done`},
		{"five priorities of which two are one", "priorities: [a, b, c, d, A]", `1:13 "[a, b, c, d, A]" unknown-value: priorities takes four different words, not 5; the last word stands for what will not be done`},
		{"four priorities of which two are one", "priorities: [a, b, c, A]", `1:13 "[a, b, c, A]" unknown-value: priorities takes four different words, not 3; the last word stands for what will not be done`},
		{"a number out of bounds", "must_max: 101", `1:11 "101" unknown-value: must_max cannot be 101; it takes a number from 0 to 100`},
		{"no work in progress at all", "wip: 0", `1:6 "0" unknown-value: wip cannot be 0; it takes a number from 1 to 1000000`},
		{"a length without a unit", "stale: {next: 9}", `1:15 "9" wrong-type: next cannot be "9"; it takes a number of days or weeks such as 45d or 6w`},
		{"weeks that are no number", "horizon_weeks: {now: many}", `1:22 "many" wrong-type: now cannot be "many"; it takes a number from 0 to 1000000`},
		{"a grade unheard of", "rules: {unaligned: fatal}", `1:20 "fatal" unknown-value: a rule cannot be graded "fatal"; it takes one of error, warning, info, off`},
		{"a rule without a grade", "rules: {unaligned: }", `1:9 "unaligned" unknown-value: a rule cannot be graded ""; it takes one of error, warning, info, off`},
		{"a list of rules", "rules: [unaligned]", `1:8 "[unaligned]" wrong-type: rules cannot be a list; it takes a map from a rule to error, warning, info or off`},
		{"a bool that is none", "hash_references: sometimes", `1:18 "sometimes" wrong-type: hash_references cannot be "sometimes"; it takes true or false`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, says := read(tt.text + "\nlanguage: de\n")
			if want := tt.says + "\n"; says != want {
				t.Errorf("says %swant %s", says, want)
			}
			if c.Language != "de" {
				t.Error("the line after it is lost")
			}
			want, _ := read("language: de\n")
			c.File, want.File = nil, nil
			if tt.text == "order_by: [horizn, score]" {
				want.OrderBy = []string{"score"} // what could be read of the list
			}
			if !reflect.DeepEqual(c, want) {
				t.Errorf("it is not read as if it were absent:\n%+v", c)
			}
		})
	}
}

func TestAMistakeInAListLosesOnlyItself(t *testing.T) {
	c, _ := read("order_by: [horizn, release]\nrules: {stale: fatal, unaligned: error}\n")
	if got, want := strings.Join(c.OrderBy, " "), "release score"; got != want {
		t.Errorf("order_by is %q, want %q", got, want)
	}
	if len(c.Rules) != 1 || c.Rules[0].Rule.Text != "unaligned" || c.Rules[0].Severity != diag.Error {
		t.Errorf("rules are %v", c.Rules)
	}
}

func TestABrokenFileStillGivesAConfiguration(t *testing.T) {
	c, says := read("title: \"Tintype\nlanguage: de\n")
	if c == nil || c.Output != "public" {
		t.Errorf("reads as %+v", c)
	}
	if !strings.Contains(says, "front-matter-syntax") {
		t.Errorf("says %q", says)
	}
}

func TestNormalBaseURL(t *testing.T) {
	for text, want := range map[string]string{
		"https://example.org":               "https://example.org/",
		"https://example.org/":              "https://example.org/",
		"https://example.org/roadmap":       "https://example.org/roadmap/",
		"https://example.org/roadmap/":      "https://example.org/roadmap/",
		"https://example.org/roadmap//":     "https://example.org/roadmap/",
		"https://example.org/a?b=c":         "",
		"https://example.org/a#d":           "",
		"https://me:secret@example.org/":    "",
		"https://example.org/../a/":         "",
		"https://example.org/a?":            "https://example.org/a/",
		"https://example.org/a#":            "https://example.org/a/",
		"HTTP://localhost:8080/x":           "http://localhost:8080/x/",
		"https://example.org/ü":             "https://example.org/%C3%BC/",
		"https://example.org/a b":           "https://example.org/a%20b/",
		"":                                  "",
		"/roadmap/":                         "",
		"//example.org":                     "",
		"example.org/roadmap":               "",
		"javascript:alert(1)":               "",
		"https://exa mple.org":              "",
		"https://":                          "",
		"file:///tmp":                       "",
		"https://example.org/\x00":          "",
		"https://example.org/%zz":           "",
		"https://example.org:port/":         "",
		"data:text/html,<script></script>;": "",
	} {
		got, ok := NormalBaseURL(text)
		if got != want || ok != (want != "") {
			t.Errorf("%q becomes %q, %v; want %q", text, got, ok, want)
		}
	}
}

func TestRepositoryHasOneForm(t *testing.T) {
	for _, text := range []string{
		"https://github.com/example/plan", "https://github.com/example/plan/", "https://github.com/example/plan.git",
		"https://github.com/example/plan.git/", " https://github.com/example/plan ",
	} {
		if got, want := clean(t, "repository: '"+text+"'\n").Repository, "https://github.com/example/plan"; got != want {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

func TestOrderByEndsWithTheScoreAndHoldsEachKeyOnce(t *testing.T) {
	for value, want := range map[string]string{
		"[]":                          "progress horizon rank release priority score",
		"[score]":                     "score",
		"score":                       "score",
		"[horizon]":                   "horizon score",
		"[score, horizon]":            "horizon score",
		"[horizon, horizon, release]": "horizon release score",
	} {
		if got := strings.Join(clean(t, "order_by: "+value+"\n").OrderBy, " "); got != want {
			t.Errorf("%s is %q, want %q", value, got, want)
		}
	}
}

func TestAccentIsAColourAndNothingElse(t *testing.T) {
	for _, colour := range []string{
		"#f4c900", "#FC0", "#f4c900cc", "gold", "rebeccapurple", "rgb(244, 201, 0)", "rgb(244 201 0 / 50%)", "hsl(49 100% 48%)",
		"oklch(.87 .17 93)", "OKLCH(87% 0.17 93)", "color(display-p3 1 0.8 0)", "lab(50 -20 30)",
	} {
		if got := clean(t, "accent: '"+colour+"'\n").Accent; got != colour {
			t.Errorf("%q becomes %q", colour, got)
		}
	}
	for _, bad := range []string{
		"red; } body { display: none", "red}", "red;", "url(//example.org/x)", "url(https://example.org/x)", "image-set(x)",
		"rgb(1", "rgb(1))", "rgb(1) red", "rgb()", "var(--x)", "expression(alert(1))", "/* x", "</style><script>alert(1)</script>",
		"\\75rl(x)", "#12", "#ggg", "red blue", "@import x", "<!--", "r\u00e9d",
	} {
		c, says := read("accent: '" + bad + "'\n")
		if c.Accent != "" {
			t.Errorf("%q is let through as %q", bad, c.Accent)
		}
		if want := fmt.Sprintf("unknown-value: accent cannot be %q; write a colour", bad); !strings.Contains(says, want) {
			t.Errorf("%q says %s", bad, says)
		}
	}
}

func TestFileIsKept(t *testing.T) {
	f := source.NewFile("milepost.yaml", []byte("title: x\n"))
	if c, _ := Read(f); c.File != f {
		t.Error("the configuration does not know its file")
	}
}
