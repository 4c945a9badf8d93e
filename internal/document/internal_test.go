package document

import (
	"fmt"
	"strings"
	"testing"
)

// TestInternal checks what is hidden: the words "secret…" must not reach
// anything, the words "open…" must.
func TestInternal(t *testing.T) {
	for _, c := range []struct {
		name, text string
		findings   []string
	}{
		{"block", "open\n\n<!-- internal -->\nsecret [secret](secret.md)\n<!-- /internal -->\n\nopen2\n", nil},
		{"in a line", "open <!-- internal -->secret<!-- /internal --> open2\n", nil},
		{"over paragraphs", "open <!-- internal --> secret\n\nsecret2\n\n- secret3 <!-- /internal --> open2\n", nil},
		{"at the top", "<!-- internal -->\n# secret\n\nsecret\n<!-- /internal -->\n# open\n\nopen2\n", nil},
		{"title", "# open <!-- internal -->secret<!-- /internal -->\n\nopen2\n", nil},
		{"other spellings", "<!--INTERNAL-->secret<!--   /  Internal   -->open open2\n", nil},
		{"in a table", "| open | b |\n|---|---|\n| <!-- internal -->secret<!-- /internal --> | open2 |\n", nil},
		{"around a definition", "[open][q] open2\n\n<!-- internal -->\n[q]: secret.md\n<!-- /internal -->\n", nil},
		{"criteria", "## Done when\n\n- [ ] open\n<!-- internal -->\n- [ ] secret\n<!-- /internal -->\n- [x] open2\n", nil},
		{"updates", "open open2\n\n## Updates\n\n### 2026-01-01\n\nopen3\n\n<!-- internal -->\n### 2026-01-02\n\nsecret\n<!-- /internal -->\n", nil},
		{"dropped", "open open2\n\n<!-- internal -->\n## Why dropped\n\nsecret\n<!-- /internal -->\n", nil},
		{"nested", "open\n<!-- internal -->secret<!-- internal -->secret2<!-- /internal -->secret3<!-- /internal -->open2\n", nil},
		{
			"a fence that hides the end", "open open2\n\n<!-- internal -->\n```\nsecret\n<!-- /internal -->\nsecret2\n",
			[]string{"3:1-18 leak: the internal block is never closed, so everything below is hidden (write <!-- /internal --> where the block ends)"},
		},
		{
			"never closed", "open open2\n\n<!-- internal -->\nsecret\n\n## secret2\n",
			[]string{"3:1-18 leak: the internal block is never closed, so everything below is hidden (write <!-- /internal --> where the block ends)"},
		},
		{
			"never closed within another", "open open2\n<!-- internal -->\nsecret\n <!-- internal -->\nsecret\n<!-- /internal -->\nsecret\n",
			[]string{"2:1-18 leak: the internal block is never closed, so everything below is hidden (write <!-- /internal --> where the block ends)"},
		},
		{
			"closed twice", "open\n<!-- internal -->secret<!-- /internal -->\n\nopen2 <!-- /internal -->\n",
			[]string{"4:7-25 leak: no internal block is open here (write <!-- internal --> where the block begins, or delete this marker)"},
		},
		{"in code", "open `<!-- internal -->` open2\n\n```\n<!-- internal -->\n```\n\n    <!-- internal -->\n\nopen3\n", nil},
		{
			"beginning in code", "open `<!-- internal -->` open2 <!-- /internal -->\n",
			[]string{"1:32-50 leak: no internal block is open here (write <!-- internal --> where the block begins, or delete this marker)"},
		},
		{"in another comment", "open\n\n<!-- x <!-- internal --> secret <!-- /internal --> open2\n", nil},
		{"markers over lines", "open\n\n<!-- internal\n-->secret<!--\ninternal-->secret<!-- /internal --> secret2 <!-- /\ninternal-->open2\n", nil},
		{"in HTML that is shown", "<div>\n<!-- internal -->secret<!-- /internal -->\n</div>\n\nopen open2\n", nil},
		{"in an address", "[open](<x<!-- internal -->secret<!-- /internal -->>) open2\n", nil},
		{
			"misspelt end", "open open2\n<!-- internal -->\nsecret\n<!-- end internal -->\nsecret2\n",
			[]string{"2:1-18 leak: the internal block is never closed, so everything below is hidden (write <!-- /internal --> where the block ends)"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, text := range []string{c.text, strings.ReplaceAll(c.text, "\n", "\r\n"), "\ufeff---\nid: x\n---\n" + c.text} {
				d := parse(text, Options{})
				checkDoc(t, d)
				if all := everything(d); strings.Contains(all, "secret") || !strings.Contains(all, "open") || !strings.Contains(all, "open2") {
					t.Errorf("%q gives\n%s", text, all)
				}
				if kept := everything(parse(text, Options{KeepInternal: true})); strings.Contains(text, "secret") && !strings.Contains(kept, "secret") {
					t.Errorf("with KeepInternal %q gives\n%s", text, kept)
				}
			}
			for _, keep := range []bool{false, true} {
				equal(t, fmt.Sprint("findings, kept ", keep), c.text, remarks(parse(c.text, Options{KeepInternal: keep})), c.findings)
			}
		})
	}
}

// everything is all text of d but that of the file itself.
func everything(d *Doc) string {
	copy := *d
	copy.File = nil
	return dump(&copy) + fmt.Sprintf("%+v %+v %+v", copy.Title, copy.Links, copy.Headings)
}

// TestBesideHidden checks that words beside what is hidden stay what they are.
func TestBesideHidden(t *testing.T) {
	const hidden = "<!-- internal -->secret<!-- /internal -->"
	for text, want := range map[string]string{
		hidden + "open *x*":                         "<p> open <em>x</em></p>",
		hidden + " open *x*":                        "<p>  open <em>x</em></p>",
		"open" + hidden + "*x*":                     "<p>open<em>x</em></p>",
		"- " + hidden + "open":                      "<ul>\n<li> open</li>\n</ul>",
		"- [ ] " + hidden + "open":                  "<ul class=\"stack checks\" role=\"list\">\n<li class=\"it\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"#i-box\"/></svg><span><span class=\"vh\">Not yet: </span>open</span></li>\n</ul>",
		"> 1. " + hidden + "open":                   "<blockquote>\n<ol>\n<li> open</li>\n</ol>\n</blockquote>",
		"## " + hidden + " open":                    "<h2 id=\"open\"> open</h2>",
		"## open " + hidden + " more":               "<h2 id=\"open--more\">open  more</h2>",
		"<!-- internal -->\nx\n<!-- /internal -->y": "<p> y</p>",
		"<div>\n" + hidden + "open &amp; y\n</div>": "<p>&lt;div&gt;\n open &amp; y\n&lt;/div&gt;\n</p>",
		hidden:          "",
		"open" + hidden: "<p>open</p>",
	} {
		d := parse("first\n\n"+text+"\n", Options{})
		checkDoc(t, d)
		if got := strings.TrimSpace(bodyOf(d)); got != want {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	}
}

// TestHiddenMoves checks that what is hidden moves nothing.
func TestHiddenMoves(t *testing.T) {
	const text = "a [x](x.md)\n\n<!-- internal -->\nä 🚀\n\nö\n<!-- /internal -->\n\n[y](y.md) <!-- internal -->ß<!-- /internal --> [z](z.md)\n"
	var places []string
	for _, l := range parse(text, Options{}).Links {
		places = append(places, at(l.Span))
	}
	equal(t, "places", text, places, []string{"1:7-11", "9:5-9", "9:52-56"})
}
