package document

import (
	"strings"
	"testing"

	"milepost/internal/source"
)

// TestMistakes holds each mistake an author can make in one file. It gives one
// finding at its place, and loses nothing else.
func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		findings   []string
		front      string // the fields that are still read
		body       string // what is shown
	}{
		{
			"front matter that is never closed", "---\ntitle: Foo\ntheme: growth\n\nA body: with words.\n",
			[]string{`1:1-4 front-matter-unclosed: the front matter is never closed (write --- on a line of its own below the last field)`},
			`title="Foo" theme="growth"`, "A body: with words.",
		},
		{
			"unclosed before a heading", "---\ntitle: Foo\ntags:\n- a\n- b\n# Heading\n\nBody\n",
			[]string{`1:1-4 front-matter-unclosed: the front matter is never closed (write --- on a line of its own below the last field)`},
			`title="Foo" tags=["a" "b"]`, "Body",
		},
		{
			"unclosed above words with a colon", "---\ntitle: Foo\n\nNote: this is the body.\n",
			[]string{`1:1-4 front-matter-unclosed: the front matter is never closed (write --- on a line of its own below the last field)`},
			`title="Foo"`, "Note: this is the body.",
		},
		{
			"paragraphs in a quoted text", "---\ntitle: Foo\nwhy: \"One.\n\n  Two.\n\n Three.\"\n---\nBody\n", nil,
			`title="Foo" why="One.\nTwo.\nThree."`, "Body",
		},
		{
			"TOML delimiter alone", "+++\nBody\n",
			[]string{`1:1-4 front-matter-syntax: "+++" opens front matter, but no field follows (write fields below it, or delete the line)`},
			``, "+++\nBody",
		},
		{
			"unclosed to the end", "---\ntitle: Foo\n",
			[]string{`1:1-4 front-matter-unclosed: the front matter is never closed (write --- on a line of its own below the last field)`},
			`title="Foo"`, "",
		},
		{
			"unclosed above a line across the page", "---\ntitle: Foo\ntags:\n  - a\n\n  - b\n# why\n\n# Heading\n\nWords.\n\n- item\n\n---\n\nMore.\n",
			[]string{`1:1-4 front-matter-unclosed: the front matter is never closed (write --- on a line of its own below the last field)`},
			`title="Foo" tags=["a" "b"]`, "Words.",
		},
		{
			"a broken line between fields", "---\ntitle: Foo\n\nbroken\n\ntheme: x\n---\nBody\n",
			[]string{`4:1-7 front-matter-syntax: "broken" is no field (write fields as "key: value", and indent a line that continues the one above)`},
			`title="Foo" theme="x"`, "Body",
		},
		{
			"four hyphens close nothing", "---\ntitle: Foo\n----\nBody\n",
			[]string{`1:1-4 front-matter-unclosed: the front matter is never closed (write --- on a line of its own below the last field)`},
			`title="Foo"`, "<hr>\n<p>Body</p>\n",
		},
		{
			"unclosed TOML", "+++\ntitle = \"Foo\"\n[x]\na = 1\nBody\n",
			[]string{`1:1-4 front-matter-unclosed: the front matter is never closed (write +++ on a line of its own below the last field)`},
			`title="Foo" x={a="1"}`, "Body",
		},
		{
			"unclosed JSON", "{\n  \"title\": \"Foo\",\n  \"theme\": \"x\"\n\nBody\n",
			[]string{`1:1-2 front-matter-unclosed: the front matter is never closed (write } on a line of its own below the last field)`},
			`title="Foo" theme="x"`, "Body",
		},
		{"JSON without an empty line below", "{\n  \"title\": \"Foo\"\n}\nBody\n", nil, `title="Foo"`, "Body"},
		{"an inner brace with an empty line below", "{\n  \"a\": {\n  \"b\": 1\n  }\n\n, \"c\": 2\n}\n\nBody\n", nil, `a={b="1"} c="2"`, "Body"},
		{
			"byte order mark", "\ufeff---\ntitle: Foo: x\n---\nBody\n",
			[]string{`2:8-14 front-matter-syntax: the text of "title" has a colon in it (put the text in quotes: "Foo: x")`},
			`title="Foo: x"`, "Body",
		},
		{
			"byte order mark before an opening line", "\ufeff---\ntitle: Foo\n",
			[]string{`1:1-4 front-matter-unclosed: the front matter is never closed (write --- on a line of its own below the last field)`},
			`title="Foo"`, "",
		},
		{
			"CRLF", "---\r\ntitle: Foo: x\r\ntheme: y\r\n---\r\nBody [x](javascript:y)\r\n",
			[]string{
				`2:8-14 front-matter-syntax: the text of "title" has a colon in it (put the text in quotes: "Foo: x")`,
				`5:10-22 broken-link: the address scheme "javascript" is not allowed (write a path, or an address that begins with https, http, mailto or tel)`,
			},
			`title="Foo: x" theme="y"`, "Body x",
		},
		{
			"tabs", "---\nid: x\ndepends_on:\n\t- a\n\t- b\n---\nBody\n",
			[]string{`4:1-2 front-matter-syntax: a tab is used for indentation (indent with spaces)`},
			`id="x" depends_on=["a" "b"]`, "Body",
		},
		{
			"colon in a title", "---\ntitle: Größe: klein\n---\nBody\n",
			[]string{`2:8-20 front-matter-syntax: the text of "title" has a colon in it (put the text in quotes: "Größe: klein")`},
			`title="Größe: klein"`, "Body",
		},
		{
			"duplicate key", "---\ntitle: a\nid: b\ntitle: c\n---\nBody\n",
			[]string{`4:1-6 duplicate-key: the key "title" is given twice (keep one of them; the first counts)`},
			`title="a" id="b"`, "Body",
		},
		{
			"YAML bomb", "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: Foo\n---\nBody\n",
			[]string{`3:8-10 front-matter-syntax: anchors and aliases are not read: "*a" (write the value out, or put it in quotes if it is meant as text)`},
			`a=["x" "x"] b=[null null] c=[null null] title="Foo"`, "Body",
		},
		{
			"indented delimiter in a block text", "---\nwhy: |\n  a\n  ---\n  b\ntitle: Foo\n---\nBody\n\n---\n\nMore\n", nil,
			`why="a\n---\nb\n" title="Foo"`, "Body",
		},
		{
			"indented delimiter in a nested block text", "---\noutcomes:\n  - why: >\n      a\n\n      ---\n    id: b\n---\nBody\n", nil,
			`outcomes=[{why="a\n---\n" id="b"}]`, "Body",
		},
		{"indented closing line", "---\ntitle: Foo\n ---\nBody\n", nil, `title="Foo"`, "Body"},
		{"block text without an end", "---\nwhy: |\n  a\n  ---\nBody\n", nil, `why="a\n"`, "Body"},
		{
			"body that begins with a line across the page", "---\n\nFirst words.\n\n---\n\nMore.\n",
			[]string{`1:1-4 front-matter-syntax: "---" opens front matter, but no field follows (write *** for a line across the page)`},
			``, "<hr>\n<p>First words.</p>\n<hr>\n<p>More.</p>\n",
		},
		{
			"the same without a second line", "---\n\nFirst words: really.\n",
			[]string{`1:1-4 front-matter-syntax: "---" opens front matter, but no field follows (write *** for a line across the page)`},
			``, "<hr>\n<p>First words: really.</p>\n",
		},
		{
			"a heading between lines", "---\n# Title\n---\nBody\n",
			[]string{`1:1-4 front-matter-syntax: "---" opens front matter, but no field follows (write *** for a line across the page)`},
			``, "<hr>\n<h2 id=\"title\">Title</h2>\n<hr>\n<p>Body</p>\n",
		},
		{"empty front matter", "---\n---\nBody\n", nil, ``, "Body"},
		{"front matter of comments", "---\n# title: Foo\n\n# theme: x\n---\nBody\n", nil, ``, "Body"},
		{
			"first field broken", "---\ntitle Foo\ntheme: x\n---\nBody\n",
			[]string{`2:1-10 front-matter-syntax: "title Foo" is no field (write fields as "key: value", and indent a line that continues the one above)`},
			`theme="x"`, "Body",
		},
		{"empty file", "", []string{`1:1-1 empty-file: the file is empty (write a heading, or delete the file)`}, ``, ""},
		{"blank file", " \n\n", []string{`1:1-1 empty-file: the file is empty (write a heading, or delete the file)`}, ``, ""},
		{"only a byte order mark", "\ufeff", []string{`1:1-1 empty-file: the file is empty (write a heading, or delete the file)`}, ``, ""},
		{
			"binary file", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00",
			[]string{`1:1-2 bad-utf8: this byte is not UTF-8 text (save the file as UTF-8)`},
			``, "\ufffdPNG\n\x1a\n\ufffd\ufffd\ufffd\nIHDR\ufffd",
		},
		{
			"NUL", "Body\n\x00\n",
			[]string{`2:1-2 bad-utf8: this is a binary file, not text (move it out of the folder, or give it another ending than .md)`},
			``, "Body\n\ufffd",
		},
		{
			"UTF-16", "\xff\xfea\x00\n\x00",
			[]string{`1:1-2 bad-utf8: the file is UTF-16 text (save the file as UTF-8)`},
			``, "\ufffd\ufffda\ufffd\n\ufffd",
		},
		{
			"code at the top", "    ---\n    title: Foo\n    ---\nBody\n", nil,
			``, "<pre tabindex=\"0\" role=\"region\" aria-label=\"Code 1\"><code>---\ntitle: Foo\n---\n</code></pre>\n<p>Body</p>\n",
		},
		{
			"a comment that is never closed", "Body\n\n- a\n  <!-- todo\n  b\n\nMore\n",
			[]string{`4:3-7 leak: the comment is never closed, so what follows is hidden (write --> where the comment ends)`},
			``, "<ul>\n<li>a\n</li>\n</ul>\n<p>More</p>\n",
		},
		{
			"bad UTF-8", "---\ntitle: caf\xe9 cr\xe8me\ntheme: x: y\n---\nGr\xfc\xdfe [x](javascript:y)\n",
			[]string{
				`2:11-12 bad-utf8: this byte is not UTF-8 text (save the file as UTF-8)`,
				`3:8-12 front-matter-syntax: the text of "theme" has a colon in it (put the text in quotes: "x: y")`,
				`5:11-23 broken-link: the address scheme "javascript" is not allowed (write a path, or an address that begins with https, http, mailto or tel)`,
			},
			"title=\"caf\ufffd cr\ufffdme\" theme=\"x: y\"", "Gr\ufffd\ufffde x",
		},
		{
			"bad date", "## Updates\n\n### 2026-13-02\n\nA\n\n### 2026-11-02\n\nB\n",
			[]string{`3:5-15 bad-date: there is no month 13 (write the day alone, as in 2026-11-02, and the words below it)`},
			``, "<h2 id=\"updates\">Updates</h2>\n<h3 id=\"2026-13-02\">2026-13-02</h3>\n<p>A</p>\n",
		},
		{
			"a day with words", "## Updates\n\n### 2026-11-02: first\n\nA\n",
			[]string{`3:5-22 bad-date: "2026-11-02: first" is not a day (write the day alone, as in 2026-11-02, and the words below it)`},
			``, "<h2 id=\"updates\">Updates</h2>\n<h3 id=\"2026-11-02-first\">2026-11-02: first</h3>\n<p>A</p>\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse(c.text, Options{})
			checkDoc(t, d)
			equal(t, "findings", c.text, remarks(d), c.findings)
			if got := fieldsOf(d); got != c.front {
				t.Errorf("fields of %q\n got %s\nwant %s", c.text, got, c.front)
			}
			got := bodyOf(d)
			if !strings.HasPrefix(c.body, "<") {
				got = string(d.Lead.HTML(filler(d)))
			}
			if got != c.body {
				t.Errorf("body of %q\n got %s\nwant %s", c.text, got, c.body)
			}
		})
	}
}

func TestTooLarge(t *testing.T) {
	text := "---\ntitle: Foo\n---\n\n" + strings.Repeat("Some words and [a link](x.md).\n\n", 5<<20/32)
	d := parse(text, Options{})
	equal(t, "findings", "5 MB", remarks(d), []string{
		"1:1-4 too-large: the file has 5.0 MiB, and only the first MiB is read (split it, or keep long material in a file of its own and link to it)",
	})
	if fieldsOf(d) != `title="Foo"` || len(d.Links) < 30_000 || len(d.Links) > 34_000 {
		t.Errorf("%s, %d links", fieldsOf(d), len(d.Links))
	}
	for _, text := range []string{strings.Repeat("ä", 1<<20), strings.Repeat("\ufffd", 1<<20), "a" + strings.Repeat("\xff", 2<<20)} { // one line
		d := parse(text, Options{})
		if len(d.Findings) == 0 || d.Findings[0].Rule != ruleTooLarge || len(bodyOf(d)) > 4<<20 {
			t.Errorf("%q…: %v", text[:9], remarks(d))
		}
	}
}

// TestEmpty tells an empty file from one that holds only fields, or only words.
func TestEmpty(t *testing.T) {
	for text, want := range map[string]bool{"": true, "\n \n": true, "---\n---\n": false, "---\nid: x\n---\n": false, "x": false, "<!-- x -->": false} {
		if got := parse(text, Options{}).Empty; got != want {
			t.Errorf("%q: Empty is %v", text, got)
		}
	}
}

// TestPositions checks that the same text gives the same lines and columns
// whatever stands at its beginning and at the end of its lines.
func TestPositions(t *testing.T) {
	const text = "---\ntitle: Größe\ntags: [ä, b]\nwhy: |\n  x\n\n  y\n---\n# Tïtle\n\nFirst [ä](ö.md) *x*\n[[ü]]\n\n## Done when\n\n- [ ] ä [z](w.md)\n\n[r]\n\n[r]: rr.md\n\n## Updates\n\n### 2026-01-01\n\n[x](javascript:ä)\n"
	want := dump(parse(text, Options{}))
	for name, other := range map[string]string{
		"byte order mark": "\ufeff" + text,
		"CRLF":            strings.ReplaceAll(text, "\n", "\r\n"),
		"both":            "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"),
	} {
		d := parse(other, Options{})
		checkDoc(t, d)
		if got := dump(d); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
	bad := parse(strings.Replace(text, "Größe", "Gr\xf6\xdfe", 1), Options{})
	for i, l := range parse(text, Options{}).Links {
		if got := bad.Links[i].Span.Text(); got != l.Span.Text() {
			t.Errorf("behind bad bytes link %d is at %q, not at %q", i, got, l.Span.Text())
		}
	}
}

// TestFixes checks that a fix still fits the file when its text was cleaned.
func TestFixes(t *testing.T) {
	d := parse("\ufeff---\r\ntitle: Foo: x\r\n---\r\n", Options{})
	if len(d.Findings) != 1 || len(d.Findings[0].Fixes) != 1 {
		t.Fatal(remarks(d))
	}
	edit := d.Findings[0].Fixes[0].Edits[0]
	if edit.Span.File != d.File || edit.Span.Text() != "Foo: x" || edit.Text != `"Foo: x"` {
		t.Errorf("the fix puts %q in place of %q", edit.Text, edit.Span.Text())
	}
	if d.Findings[0].Span.File != d.File {
		t.Error("the finding is in another file")
	}
}

// TestPlacesBesideBadBytes checks places that begin or end beside a byte that is
// no text, which is three bytes in the cleaned text.
func TestPlacesBesideBadBytes(t *testing.T) {
	const bad = "\xff"
	text := "# " + bad + "t" + bad + "\n\n[a" + bad + "](" + bad + "b" + bad + ") [[" + bad + "]] #" + bad + bad + "\n\n## Done when\n\n- [ ] " + bad + "\n\n" +
		strings.Repeat(">", 40) + strings.Repeat(bad, 300) + "\n\n[x](javascript:" + bad + ")" + bad
	d := parse(text, Options{HashReferences: true})
	checkDoc(t, d)
	var got []string
	for _, l := range d.Links {
		got = append(got, l.Span.Text())
	}
	equal(t, "destinations", text, got, []string{bad + "b" + bad, bad, bad + bad})
	if d.TitleAt.Text() != bad+"t"+bad || d.Criteria[0].Span.Text() != "[ ] "+bad {
		t.Errorf("the title is at %q, the criterion at %q", d.TitleAt.Text(), d.Criteria[0].Span.Text())
	}
}

func TestNothingIsChanged(t *testing.T) {
	text := []byte("\ufeff---\r\na: \x00\r\n---\r\n<!-- internal -->x<!-- /internal -->\r\n")
	file := source.NewFile("x", []byte(string(text)))
	Parse(file, Options{})
	if string(file.Data) != string(text) {
		t.Errorf("the file now holds %q", file.Data)
	}
}
