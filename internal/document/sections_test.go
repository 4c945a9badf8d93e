package document

import (
	"fmt"
	"strings"
	"testing"
)

func TestTitleAndLead(t *testing.T) {
	for _, c := range []struct{ text, title, summary, lead, body string }{
		{"# T *x*\n\nLead *y*\n\nRest\n", "T x", "Lead y", "Lead <em>y</em>", "<p>Rest</p>\n"},
		{"T\n===\n\nLead\n", "T", "Lead", "Lead", ""},
		{"Lead\n\n# Later\n", "", "Lead", "Lead", "<h2 id=\"later\">Later</h2>\n"},
		{"## Not a title\n\nWords\n", "", "Words", "", "<h2 id=\"not-a-title\">Not a title</h2>\n<p>Words</p>\n"},
		{"# T\n\n- list\n\nWords\n", "T", "Words", "", "<ul>\n<li>list</li>\n</ul>\n<p>Words</p>\n"},
		{"<!-- note -->\n\n[r]: x.md\n\n# T\n\nLead [r]\n", "T", "Lead r", `Lead <a href="x.md">r</a>`, ""},
		{"# T\n\n![](x.png)\n\nWords\n", "T", "Words", "", "<p><img src=\"x.png\" loading=\"lazy\" alt=\"\"></p>\n<p>Words</p>\n"},
		{"# T\n", "T", "", "", ""},
		{"#\n\nLead\n", "", "Lead", "Lead", ""},
		{"# [T](x.md)\n", "T", "", "", ""},
		{"> quote\n\nWords\n", "", "Words", "", "<blockquote>\n<p>quote</p>\n</blockquote>\n<p>Words</p>\n"},
		{"## Done when\n\nWords\n\n## Else\n\nMore\n", "", "More", "", "<h2 id=\"done-when\">Done when</h2>\n<p>Words</p>\n<h2 id=\"else\">Else</h2>\n<p>More</p>\n"},
	} {
		d := parse(c.text, Options{})
		checkDoc(t, d)
		if d.Title != c.title || d.Summary != c.summary || string(d.Lead.HTML(filler(d))) != c.lead || bodyOf(d) != c.body {
			t.Errorf("%q\n got %q, %q, %q, %q\nwant %q, %q, %q, %q", c.text,
				d.Title, d.Summary, d.Lead.HTML(filler(d)), bodyOf(d), c.title, c.summary, c.lead, c.body)
		}
		if d.Body.IsEmpty() != (c.body == "") || d.Lead.IsEmpty() != (c.lead == "") {
			t.Errorf("%q: IsEmpty is wrong", c.text)
		}
	}
}

func TestCriteria(t *testing.T) {
	for text, want := range map[string]string{
		"## Acceptance criteria\n- [ ] a\n- [x] b\n":                              "a b!",
		"###### DONE WHEN:\n1. [X] a\n":                                           "a!",
		"T\n\n# Acceptance Criteria\n\n## Part\n\n- [ ] a\n\n# Else\n\n- [ ] b\n": "a",
		"## Done when\n- [ ] a\n  - [x] b\n    - [ ] c\n":                         "a b! c",
		"## Done when\n- a\n":                                                     "",
		"## Done\n- [ ] a\n":                                                      "",
		"> ## Done when\n> - [ ] a\n":                                             "",
		"## Done when\n### Done when\n- [ ] a\n":                                  "a",
		"## Done when\n- [ ] a\n## Acceptance criteria\n- [ ] b\n":                "a b",
		"## Done when\n- [ ] a[^1]\n\n[^1]: x\n    - [ ] note\n":                  "a",
		"## **Done** when\n- [ ] [a](b.md) `c` :tada: \"d\"\n":                    "a c 🎉 “d”",
		"## Done when\n- [ ] a\n\n  more\n":                                       "a",
		"Done when\n---------\n- [ ] a <b>b</b> <script>\n":                       "a b <script>",
		"## Acceptance criteria\n\n| x |\n|---|\n| [ ] |\n\nwords\n\n* [ ] b\n\n": "b",
	} {
		d := parse(text, Options{})
		checkDoc(t, d)
		var got []string
		for _, c := range d.Criteria {
			if c.Done {
				c.Text += "!"
			}
			got = append(got, c.Text)
			if !strings.HasPrefix(c.Span.Text(), "[") || strings.Contains(c.Span.Text(), "\n") {
				t.Errorf("%q: the span of %q is %q", text, c.Text, c.Span.Text())
			}
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
		if tally := strings.Count(bodyOf(d), `<span class="h2n">1 of 2</span>`); tally != min(1, len(d.Criteria)) {
			t.Errorf("%q shows %d tallies", text, tally)
		}
	}
	d := parse("## Done when\n- [ ] a\n", Options{})
	if got := string(d.Body.HTML(Filler{})); strings.Contains(got, "h2n") {
		t.Errorf("an empty tally is shown: %s", got)
	}
}

func TestUpdates(t *testing.T) {
	for text, want := range map[string]string{
		"## Updates\n### 2026-01-01\na\n### 2026-03-01\nb\n### 2026-02-01\nc\n": "2026-03-01 b|2026-02-01 c|2026-01-01 a|",
		"# Updates\n## 2026-01-01\na\n### More\nb\n":                            "2026-01-01 a\nMore\nb|",
		"## updates:\n\n### 2026-01-01\n":                                       "2026-01-01 |",
		"## Updates\n#### 2026-01-01\na\n":                                      "2026-01-01 a|",
		"## Updates\nWords.\n### 2026-01-01\na\n":                               "2026-01-01 a|<h2 id=\"updates\">Updates</h2>\n<p>Words.</p>\n",
		"## Updates\n### Version 2\na\n":                                        "|<h2 id=\"updates\">Updates</h2>\n<h3 id=\"version-2\">Version 2</h3>\n<p>a</p>\n",
		"## Updates\nWords.\n":                                                  "|<h2 id=\"updates\">Updates</h2>\n<p>Words.</p>\n",
		"## Updates\n### 2026-01-01\na\n## Else\nb\n":                           "2026-01-01 a|<h2 id=\"else\">Else</h2>\n<p>b</p>\n",
		"## Updates\n### 2026-01-01\na\n### 2026-01-01\nb\n":                    "2026-01-01 a|2026-01-01 b|",
	} {
		d := parse(text, Options{})
		checkDoc(t, d)
		var entries []string
		for _, u := range d.Updates {
			entries = append(entries, u.Date+" "+u.Text)
			if u.At.Text() != u.Date {
				t.Errorf("%q: the heading of %s is at %q", text, u.Date, u.At.Text())
			}
		}
		if got := strings.Join(entries, "|") + "|" + bodyOf(d); got != want {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
		if len(d.Findings) > 0 {
			t.Errorf("%q: %v", text, remarks(d))
		}
	}
}

func TestDropped(t *testing.T) {
	d := parse("## Why dropped\n\nNobody *wants* it:\n\n- cost\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n<p>html</p>\n\n## Else\n\nx\n", Options{})
	if want := "Nobody wants it:\ncost\na b\n1 2\ncode\nhtml"; d.Dropped != want {
		t.Errorf("got %q, want %q", d.Dropped, want)
	}
	if !strings.Contains(bodyOf(d), "Nobody") {
		t.Error("it is not in the body")
	}
}

// TestSlugs holds headings with the anchors that GitHub gives them.
func TestSlugs(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Hello World", "hello-world"},
		{"a  b", "a--b"},
		{"C++ & C#", "c--c"},
		{"What's new?", "whats-new"},
		{"1.2.3 (beta)", "123-beta"},
		{"snake_case-and-dash", "snake_case-and-dash"},
		{"Ümläut ß", "ümläut-ß"},
		{"日本語 テスト", "日本語-テスト"},
		{"Привет", "привет"},
		{"हिन्दी", "हिन्दी"},
		{"😄 emoji", "-emoji"},
		{":tada: shortcode", "tada-shortcode"},
		{"`code` **bold** _x_", "code-bold-x"},
		{"a -- b --- c...", "a----b-----c"},
		{"\"quoted\"", "quoted"},
		{"a/b\\c", "abc"},
		{"&amp; &lt;", "-"},
		{"[link](x.md) and [[wiki|words]]", "link-and-words"},
		{"!!!", ""},
		{"\u00a0x", "x"},
		{"ⅳ ½ ²", "ⅳ--"},
	} {
		d := parse("## "+c.text+"\n", Options{})
		checkDoc(t, d)
		if len(d.Headings) != 1 || d.Headings[0].Anchor != c.want {
			t.Errorf("%q: got %+v, want %q", c.text, d.Headings, c.want)
		}
	}
}

func TestSameSlugs(t *testing.T) {
	d := parse("# a\n# a\n# a 1\n# a\n# a-1\n# !\n# ?\n# b {#a-1}\n# b {#c}\n# b {#c}\n", Options{})
	var got []string
	for _, h := range d.Headings {
		got = append(got, h.Anchor)
	}
	// github-slugger gives the first five; the anchors of one's own come first
	equal(t, "anchors", "", got, []string{"a", "a-2", "a-1-1", "a-3", "a-1-2", "", "-1", "a-1", "c", "b"})
	if strings.Contains(bodyOf(d), `id=""`) {
		t.Error(bodyOf(d))
	}
}

func TestParallel(t *testing.T) {
	const text = "---\ntitle: x\n---\n# T {#own}\n\nLead [[a]] :tada: \"x\" [^1]\n\n```go\nfunc x() {}\n```\n\n```html\n<b>\n```\n\n> [!NOTE]\n> a\n\n[^1]: b\n"
	want := dump(parse(text, Options{}))
	t.Run("group", func(t *testing.T) {
		for i := range 16 {
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				t.Parallel()
				for range 50 {
					if got := dump(parse(text, Options{HashReferences: i%2 == 0})); got != want {
						t.Fatalf("got %s", got)
					}
				}
			})
		}
	})
}
