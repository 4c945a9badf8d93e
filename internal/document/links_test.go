package document

import (
	"fmt"
	"strings"
	"testing"
)

// TestLinkPlaces checks the place of destinations: ^ marks it below the line.
func TestLinkPlaces(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"inline", "See [a](b.md) and [c](d.md#e 'T').\n        ^^^^\n                      ^^^^^^\n"},
		{"angle brackets", "[a](<b c.md>)\n     ^^^^^^ \n"},
		{"blanks around", "[a](  b.md  )\n      ^^^^\n"},
		{"on the next line", "[a](\nb.md)\n^^^^\n"},
		{"brackets in it", "[a](b_(c).md)\n    ^^^^^^^^\n"},
		{"escapes in it", "[a](b\\_c.md)\n    ^^^^^^^\n"},
		{"not ASCII", "ä🚀 [ö](ü.md)\n       ^^^^\n"},
		{"same words as destination", "[x.md x.md](x.md)\n            ^^^^\n"},
		{"image", "![a](b.png)\n     ^^^^^\n"},
		{"image in a link", "[![a](b.png)](c.md)\n      ^^^^^\n              ^^^^\n"},
		{"link in a heading", "## [a](b.md)\n       ^^^^\n"},
		{"link in a quote", "> > [a](b.md)\n        ^^^^\n"},
		{"link in a list", "- 1. [a](b.md)\n         ^^^^\n"},
		{"link in a table", "| a | b |\n|---|---|\n| [c](d.md) | e |\n      ^^^^\n"},
		{"link behind tabs", "-\t[a](b.md)\n\n\t\t[not](c.md)\n"},
		{"tabs before a paragraph", "- x\n\n\t[a](b.md)\n\t    ^^^^\n"},
		{"tabs in a deeper list", "1. x\n\n\t- [a](b.md)\n\t      ^^^^\n"},
		{"reference", "[a][r]\n\n[r]: b.md 'T'\n     ^^^^\n"},
		{"reference on two lines", "[r]\n\n[r]:\n  <b.md>\n   ^^^^\n"},
		{"reference in a quote", "[r]\n\n> [r]: b.md\n       ^^^^\n"},
		{"wiki", "[[a]] [[ b |c]] [[d|e f]]\n  ^\n         ^\n                  ^\n"},
		{"wiki in a table", "| a |\n|---|\n| [[b\\|c]] |\n    ^\n"},
		{"autolink", "<https://a.b/c> https://d.e/f?g. www.h.i\n ^^^^^^^^^^^^^\n                ^^^^^^^^^^^^^^^\n                                 ^^^^^^^\n"},
		{"mail", "<a@b.c> d@e.f\n ^^^^^\n        ^^^^^\n"},
		{"hash", "#a, (#b)\n ^\n      ^\n"},
		{"in a note", "x[^1]\n\n[^1]: [a](b.md)\n          ^^^^\n"},
		{"in an alert", "> [!NOTE]\n> [a](b.md)\n      ^^^^\n"},
		{"in emphasis", "***[a](b.md)***\n       ^^^^\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var text, want []string
			for line := range strings.Lines(c.text) {
				if n := strings.TrimLeft(line, " \t"); strings.HasPrefix(n, "^") && strings.Trim(n, "^ \n") == "" {
					from := len([]rune(line)) - len([]rune(n)) + 1
					want = append(want, fmt.Sprintf("%d:%d-%d", len(text), from, from+strings.Count(n, "^")))
				} else {
					text = append(text, line)
				}
			}
			d := parse(strings.Join(text, ""), Options{HashReferences: true})
			checkDoc(t, d)
			var got []string
			for _, l := range d.Links {
				if !strings.Contains(l.Span.Text(), "not") && c.name != "link behind tabs" {
					got = append(got, at(l.Span))
				}
			}
			equal(t, "places", c.text, sorted(got), sorted(want))
			crlf := parse(strings.ReplaceAll(strings.Join(text, ""), "\n", "\r\n"), Options{HashReferences: true})
			for i, l := range crlf.Links {
				if l.Span.Text() != d.Links[i].Span.Text() {
					t.Errorf("with CRLF link %d is at %q", i, l.Span.Text())
				}
			}
		})
	}
}

func sorted(s []string) []string {
	out := append([]string{}, s...)
	for i := range out {
		for k := i; k > 0 && out[k] < out[k-1]; k-- {
			out[k], out[k-1] = out[k-1], out[k]
		}
	}
	return out
}

func TestRefusedScheme(t *testing.T) {
	for address, want := range map[string]string{
		"":                       "",
		"x.md":                   "",
		"../x.md#a:b":            "",
		"#a:b":                   "",
		"?a:b":                   "",
		"a/b:c":                  "",
		"//host:80/x":            "",
		"https://x":              "",
		"HTTP://x":               "",
		"mailto:a@b":             "",
		"tel:1":                  "",
		"javascript:x":           "javascript",
		"JavaScript:x":           "javascript",
		" javascript:x":          "javascript",
		"\x01\x1fjavascript:x":   "javascript",
		"java\nscript:x":         "javascript",
		"java\tscr\ript:x":       "javascript",
		"javascript\n:x":         "javascript",
		"data:text/html,x":       "data",
		"vbscript:x":             "vbscript",
		"file:///etc/passwd":     "file",
		"blob:x":                 "blob",
		"C:\\x":                  "c",
		"1a:x":                   "",
		"größe:x":                "",
		"a b:c":                  "",
		"view-source:javascript": "view-source",
	} {
		if got := refusedScheme(address); got != want {
			t.Errorf("refusedScheme(%q) = %q, want %q", address, got, want)
		}
	}
}

// TestFillerIsNotTrusted checks that an address that runs cannot come back
// through a Filler.
func TestFillerIsNotTrusted(t *testing.T) {
	d := parse("[a](x.md) ![b](y.png)\n\nc\n", Options{})
	got := string(d.Lead.HTML(Filler{Link: func(int) (string, bool) { return " javascript:alert(1)", true }}))
	if got != "a b" {
		t.Errorf("got %s", got)
	}
	got = string(d.Lead.HTML(Filler{Link: func(int) (string, bool) { return `x" onclick="<y> \&'` + "\n", true }}))
	if want := `<a href="x%22%20onclick=%22%3Cy%3E%20%5C&amp;'%0A">a</a> <img src="x%22%20onclick=%22%3Cy%3E%20%5C&amp;'%0A" loading="lazy" alt="b">`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got := string(d.Lead.HTML(Filler{})); got != "a b" {
		t.Errorf("without a Filler: %s", got)
	}
}

func TestURL(t *testing.T) {
	for url, want := range map[string]string{
		"a/b.md#c?d=e":            "a/b.md#c?d=e",
		"größe.md":                "größe.md",
		"a b[c]{d}|e^f`g\\h":      "a%20b%5Bc%5D%7Bd%7D%7Ce%5Ef%60g%5Ch",
		"100%":                    "100%25",
		"%20%zz%4":                "%20%25zz%254",
		"http://[::1]:80/[x]":     "http://[::1]:80/%5Bx%5D",
		"//[::1]":                 "//[::1]",
		"?a=b&c=[d]":              "?a=b&amp;c=%5Bd%5D",
		"\x00\n\"'<>":             "%00%0A%22'%3C%3E",
		"https://x.y/a?b=(c),d;e": "https://x.y/a?b=(c),d;e",
	} {
		if got := string(appendURL(nil, url)); got != want {
			t.Errorf("%q becomes %q, not %q", url, got, want)
		}
	}
}

func TestDeadLinks(t *testing.T) {
	d := parse("x\n\n[a *b*](nowhere \"T\") [![c \"d\"](e.png)](nowhere) [![f](nowhere 'g')](h.md) [[nowhere]]\n", Options{})
	want := "<p>a <em>b</em> <img src=\"e.png\" loading=\"lazy\" alt=\"c “d”\"> <a href=\"h.md\">f</a> nowhere</p>\n"
	if got := bodyOf(d); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestHashReferences(t *testing.T) {
	const text = "#a and #b-c.\n"
	if d := parse(text, Options{}); len(d.Links) != 0 || string(d.Lead.HTML(filler(d))) != "#a and #b-c." {
		t.Errorf("off: %+v", d.Links)
	}
	d := parse(text, Options{HashReferences: true})
	if len(d.Links) != 2 || d.Links[0].Kind != Reference || d.Links[1].Target != "b-c" || d.Links[1].Text != "#b-c" {
		t.Errorf("on: %+v", d.Links)
	}
}
