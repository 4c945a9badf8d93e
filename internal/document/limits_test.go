package document

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// units are texts that, repeated, have kept some Markdown parser busy.
var units = []string{
	"[a](", "[", "![", "**", "<", ">", "> ", "- ", "`", "[a](<b", "[a](b", "[^1]", "[[", "[[a|", "](", "*a_ ", "*a **a ", "a_ ", "_a ", "a]", "[a",
	"a**b", "c* ", "[ a_", "[ (](", "![[]()", "<!--", "</", "<?", "<!A", "<![CDATA[", "<a ", "<b>", "</b>", "<details>\n", "<details><summary>", "|",
	"|-", "a|", "~", "~~a ", "~a ", "\"a ", "'a ", "\"", "'", "'\"", "...", "--", "---", "https://a.b/", "www.a.", "a@b.", "a@", "(https://a.b/(", ":a:",
	":smile:", "&", "&#", "&a", "\\", "\\[", "#a ", "# ", "#", "1. ", "1) ", "+ ", "* ", "-\n", "=\n", "a\n=\n", "a\n-\n", "\t", "    a\n", "```\n",
	"~~~\n", "```a\n\n", "> a\n", "- a\n", "- a\n\n", "  - a\n", "1. a\n", ": a\n", "a\n: b\n", "a\n\n: b\n\n", "[a]: b\n", "[a]: <b\n", "[a]:\n",
	"[^a]: b\n", "[^a]: b\n\n    c\n\n", "[^a][^b]", "|a|b|\n|-|-|\n", "a|b\n-|-\n", "|a\n|-\n|b\n|c\n", "[ ] ", "- [ ] ", "- [x] a\n", "<b>*", "*<b>",
	"<b><i>", "</i></b>", "[a][", "[a][b]", "[a][]", "![a](b)", "[![a](b)](c)", "> - ", "- > ", "> 1. ", "a  \n", "a\\\n", "\n", "\n\n\n", " ", "x ", "é",
	"*é*", "**é", "_é_", "[é", "\x00", "\xff", "---\n", "+++\n", "{\n", "{a", "{#a}", "# a {#b}\n", "# a\n", "a *b* ", "`a", "`a` ", "``a` ",
	"<!-- internal -->", "<!-- internal -->\n", "<!-- /internal -->\n", "<a@b.c>", "<http://a>", "<http:", "|a|\n", "\\|", "[[a]]", "[[a]](b)",
	"> [!NOTE]\n", "###### a\n", "***a** b* ", "*a*b*c", "**a*b", "a***b", "* a\n  * b\n", "* * * ", "- - -\n", "_ _ _\n", "<p>", "<br>", "<hr>\n",
	"<summary>\n", "</details>\n", "<b>\n\n", "<script>\n", "<pre>\n", "%5B", "(", ")", "[a](b\"c", "[a](b 'c", "[a](b (c", "[a](((", "[a](\\(", "![a][",
	"[a\n", "a[\n", "*\n", "**\n*", "a*\n", "*a\n", "- a\n  b\n\n", "-\n\n  a\n", "[a]:b\n[", "[\\]", "<a b='c' ", "<a b=\"", "<a b=c ", "a<b ",
	"[x]: y\n\n[x]\n\n", "> >> > ", "1.\n", "0. a\n", "9999999999. a\n", "-   \n", "&amp;", "&nbsp;&", "{.a}", "##a", "#a#",
}

// shapes are texts of about n bytes that do the same in other ways.
var shapes = map[string]func(n int) string{
	"nested brackets": func(n int) string { return strings.Repeat("[", n/2) + "a" + strings.Repeat("]", n/2) },
	"nested images":   func(n int) string { return strings.Repeat("![", n/3) + "a" + strings.Repeat("]", n/3) },
	"nested links":    func(n int) string { return strings.Repeat("[", n/5) + "a" + strings.Repeat("](b)", n/5) },
	"nested images2":  func(n int) string { return strings.Repeat("![", n/6) + "a" + strings.Repeat("](b)", n/6) },
	"strong nested":   func(n int) string { return strings.Repeat("*a **a ", n/14) + "b" + strings.Repeat(" a** a*", n/14) },
	"strong closed":   func(n int) string { return strings.Repeat("**a ", n/8) + strings.Repeat("a** ", n/8) },
	"mult3":           func(n int) string { return "a**b" + strings.Repeat("c* ", n/3) },
	"backticks":       func(n int) string { return grown(n, func(i int) string { return "e" + strings.Repeat("`", i) }) },
	"backticks down": func(n int) string {
		return grown(n, func(i int) string { return "e" + strings.Repeat("`", max(0, 400-i)) })
	},
	"list staircase":        func(n int) string { return grown(n, func(i int) string { return strings.Repeat("  ", i) + "* a\n" }) },
	"quote staircase":       func(n int) string { return grown(n, func(i int) string { return strings.Repeat(">", i) + " a\n" }) },
	"deep list then blanks": func(n int) string { return strings.Repeat("- ", n/4) + "x" + strings.Repeat("\n", n/2) },
	"deep list then text":   func(n int) string { return strings.Repeat("- ", n/4) + "x\n" + strings.Repeat("a\n", n/4) },
	"deep quote then text":  func(n int) string { return strings.Repeat("> ", n/4) + "x\n" + strings.Repeat("a\n", n/4) },
	"quote emph":            func(n int) string { return strings.Repeat(">", n/2) + strings.Repeat("a*", n/4) },
	"refs": func(n int) string {
		return grown(n/2, func(i int) string { return fmt.Sprintf("[%d]: u\n", i) }) + "\n" + grown(n/2, func(i int) string { return fmt.Sprintf("[%d] ", i) })
	},
	"long refs": func(n int) string { return "[a]: " + strings.Repeat("u", n/2) + "\n\n" + strings.Repeat("[a]", n/6) },
	"footnotes": func(n int) string {
		return grown(n/2, func(i int) string { return fmt.Sprintf("[^%d]: u\n", i) }) + "\n" + grown(n/2, func(i int) string { return fmt.Sprintf("[^%d] ", i) })
	},
	"footnote bomb": func(n int) string { return strings.Repeat("[^1]", n/4) + "\n\n[^1]: a\n" },
	"footnote nested": func(n int) string {
		return "[^0]\n\n" + grown(n, func(i int) string { return fmt.Sprintf("[^%d]: [^%d]\n\n", i, i+1) })
	},
	"table wide": func(n int) string {
		return strings.Repeat("|a", n/10) + "\n" + strings.Repeat("|-", n/10) + "\n" + strings.Repeat("|\n", n/4)
	},
	"table 99 wide": func(n int) string {
		return strings.Repeat("|a", 99) + "|\n" + strings.Repeat("|-", 99) + "|\n" + strings.Repeat("|\n", n/4)
	},
	"table 1000": func(n int) string {
		r := strings.Repeat("|a", 1000) + "|\n"
		return r + strings.Repeat("|-", 1000) + "|\n" + strings.Repeat(r, n/2000)
	},
	"table many":   func(n int) string { return strings.Repeat("|a|b|\n|-|-|\n|c|d|\n\n", n/20) },
	"table delims": func(n int) string { return "a\n" + strings.Repeat("|-\n", n/3) },
	"table code":   func(n int) string { return "|a|\n|-|\n" + strings.Repeat("|`\\|`|\n", n/7) },
	"html nest":    func(n int) string { return strings.Repeat("<b>", n/7) + strings.Repeat("</b>", n/7) },
	"html nest block": func(n int) string {
		return strings.Repeat("<details>\n\n", n/22) + strings.Repeat("</details>\n\n", n/22)
	},
	"unclosed code":     func(n int) string { return "```\n" + strings.Repeat("<!-- internal -->\n", n/18) },
	"internal in code":  func(n int) string { return strings.Repeat("`<!-- internal -->` ", n/20) },
	"same headings":     func(n int) string { return strings.Repeat("# a\n", n/4) },
	"num headings":      func(n int) string { return grown(n, func(i int) string { return fmt.Sprintf("# a\n# a-%d\n", i) }) },
	"updates":           func(n int) string { return "## Updates\n" + strings.Repeat("### 2026-11-02\na\n", n/17) },
	"updates sections":  func(n int) string { return strings.Repeat("## Updates\n### 2026-11-02\n", n/26) },
	"criteria sections": func(n int) string { return strings.Repeat("## Done when\n- [ ] a\n", n/21) },
	"nested criteria":   func(n int) string { return "# Done when\n" + strings.Repeat("#### Done when\n- [ ] a\n", n/21) },
	"dropped":           func(n int) string { return strings.Repeat("# Why dropped\na\n", n/16) },
	"dropped levels":    func(n int) string { return strings.Repeat("## Why dropped\n### Updates\n", n/26) },
	"front unclosed":    func(n int) string { return "---\n" + strings.Repeat("a: b\n", n/5) },
	"front indented":    func(n int) string { return "---\na: |\n" + strings.Repeat("  ---\n", n/6) + "---\nx" },
	"front json":        func(n int) string { return "{\n" + strings.Repeat("{", n) },
	"front json2":       func(n int) string { return "{\n" + strings.Repeat("\"a\": {\n}\n\n", n/10) },
	"front toml":        func(n int) string { return "+++\n" + strings.Repeat("[a]\n", n/4) + "+++\n" },
	"front yaml 64k":    func(n int) string { return "---\n" + strings.Repeat("a: b: c\n", 8000) + "---\n" },
	"link title":        func(n int) string { return strings.Repeat("[a](b \"", n/7) },
	"parens":            func(n int) string { return "[a](" + strings.Repeat("(", n/2) + strings.Repeat(")", n/2) + ")" },
	"long line words":   func(n int) string { return strings.Repeat("lorem ipsum ", n/12) },
	"emoji colons":      func(n int) string { return strings.Repeat(":", n/2) + strings.Repeat("a", n/2) },
	"emoji long":        func(n int) string { return strings.Repeat(":"+strings.Repeat("a", 500), n/501) },
	"urls":              func(n int) string { return strings.Repeat("https://example.com/"+strings.Repeat("a)", 100)+" ", n/221) },
	"url parens":        func(n int) string { return "https://example.com/" + strings.Repeat(")", n) },
	"url semis":         func(n int) string { return "https://example.com/" + strings.Repeat("&a;", n/3) },
	"mail long":         func(n int) string { return strings.Repeat("a", n) + "@b.c" },
	"mail parts":        func(n int) string { return strings.Repeat("*a", n/2) + "@b.c" },
	"alert":             func(n int) string { return "> [!NOTE]\n" + strings.Repeat("> a\n", n/4) },
	"strike":            func(n int) string { return strings.Repeat("~~a ", n/8) + strings.Repeat("a~~ ", n/8) },
	"deflist nest":      func(n int) string { return "a\n" + strings.Repeat(": ", n/2) + "b\n" },
	"deflist nest2": func(n int) string {
		return "a\n" + grown(n, func(i int) string { return strings.Repeat("  ", i) + ": a\n" })
	},
	"setext":             func(n int) string { return strings.Repeat("a\n", n/2) + "===\n" },
	"entities":           func(n int) string { return strings.Repeat("&#x1F600;", n/9) },
	"ref def multi":      func(n int) string { return strings.Repeat("[a]: b 'c\n", n/10) },
	"ref defs one para":  func(n int) string { return grown(n, func(i int) string { return fmt.Sprintf("[%d]:\nu\n", i) }) },
	"ref def open title": func(n int) string { return "[a]: b\n\"" + strings.Repeat("x\n", n/2) },
	"ref def many open":  func(n int) string { return strings.Repeat("[a]: b\n\"x\n", n/10) },
	"tabs list":          func(n int) string { return strings.Repeat("-\t", n/2) + "a" },
	"tabs quote":         func(n int) string { return strings.Repeat(">\t", n/2) + "a" },
	"spaces":             func(n int) string { return strings.Repeat(" ", n) + "a" },
	"bracket lines":      func(n int) string { return strings.Repeat("[\n", n/2) },
	"images unclosed":    func(n int) string { return strings.Repeat("![a](b ", n/7) },
	"link nested emph":   func(n int) string { return strings.Repeat("[*a", n/6) + strings.Repeat("*](b)", n/10) },
}

// grown puts together what piece gives for 0, 1, 2… until that is n bytes.
func grown(n int, piece func(i int) string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(piece(i))
	}
	return b.String()
}

// filled repeats unit to n bytes.
func filled(unit string, n int) string { return strings.Repeat(unit, n/len(unit)+1)[:n] + "\n" }

func timed(text string, opt Options) (*Doc, time.Duration) {
	start := time.Now()
	d := parse(text, opt)
	return d, time.Since(start)
}

// TestLimits checks that 80 KB of anything take less than a second, and that
// what comes of it is safe and not much larger.
func TestLimits(t *testing.T) {
	all := map[string]func(int) string{}
	for _, unit := range units {
		all[fmt.Sprintf("%q", unit)] = func(n int) string { return filled(unit, n) }
	}
	for name, shape := range shapes {
		all[name] = shape
	}
	for name, text := range all {
		t.Run(name, func(t *testing.T) {
			opt := Options{HashReferences: true}
			checkDoc(t, parse(text(3000), opt))
			large := text(80 << 10)
			d, spent := timed(large, opt)
			for try := 0; spent >= time.Second; try++ { // too slow, or the machine is busy?
				_, honest := timed(strings.Repeat(item, len(large)/len(item)+1), opt)
				if spent < 100*honest {
					break
				}
				if try == 3 {
					t.Fatalf("80 KB take %v, and honest text takes %v", spent, honest)
				}
				_, spent = timed(large, opt)
			}
			size := 0
			for _, b := range bodies(d) {
				size += len(b)
			}
			if size > 25*len(large) {
				t.Errorf("%d KB become %d KB of HTML", len(large)>>10, size>>10)
			}
			if len(d.Findings) > maxFindings {
				t.Errorf("%d findings", len(d.Findings))
			}
		})
	}
}

// TestLimitFindings checks what a file is told that goes beyond a limit, and
// that the rest of it is read.
func TestLimitFindings(t *testing.T) {
	cells := strings.Repeat("|a", 1000) + "|\n"
	for _, c := range []struct{ name, text, want string }{
		{"brackets", strings.Repeat("[a](", 20<<10), "3:1-81 too-large: this paragraph has too much mark-up, so it is shown as text (split it, or put it in a block of code)"},
		{"emphasis", strings.Repeat("*a_ ", 1000), "3:1-81 too-large: this paragraph has too much mark-up, so it is shown as text (split it, or put it in a block of code)"},
		{"emphasis over lines", strings.Repeat("*a_\n", 600), "3:1-4 too-large: this paragraph has too much mark-up, so it is shown as text (split it, or put it in a block of code)"},
		{"size", strings.Repeat("words ", 12<<10), "3:1-81 too-large: this paragraph has too much mark-up, so it is shown as text (split it, or put it in a block of code)"},
		{"blank lines in a deep list", strings.Repeat("- ", 10) + "x" + strings.Repeat("\n", 900<<10), "3:5-22 too-large: quotes and lists are nested too deep from here on, so they are shown as text (write it flat)"},
		{"lines", strings.Repeat("a\n", 6000), "3:1-2 too-large: this paragraph has too much mark-up, so it is shown as text (split it, or put it in a block of code)"},
		{"heading", "## " + strings.Repeat("[a](", 1000), "3:1-81 too-large: this paragraph has too much mark-up, so it is shown as text (split it, or put it in a block of code)"},
		{"columns", cells + strings.Repeat("|-", 1000) + "|\n" + cells, "3:1-81 too-large: this table is too large, so it is shown as text (split it, or link to a file)"},
		{"padding", strings.Repeat("|a", 90) + "|\n" + strings.Repeat("|-", 90) + "|\n" + strings.Repeat("|\n", 100), "3:1-81 too-large: this table is too large, so it is shown as text (split it, or link to a file)"},
		{"line of a table", "| a |\n|---|\n| " + strings.Repeat("*a_ ", 600) + "|\n", "3:1-6 too-large: this paragraph has too much mark-up, so it is shown as text (split it, or put it in a block of code)"},
		{"quotes", strings.Repeat(">", 1000) + " x\n", "3:25-105 too-large: quotes and lists are nested too deep from here on, so they are shown as text (write it flat)"},
		{"lists", strings.Repeat("- ", 1000) + "x\n", "3:25-105 too-large: quotes and lists are nested too deep from here on, so they are shown as text (write it flat)"},
		{"notes", strings.Repeat("[^a]: x\n", 400), "303:1-8 too-large: there are too many footnotes, so those from here on are shown as text (split the page)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse("First [x](x.md).\n\n"+c.text+"\n\nLast *words*.\n\n## Heading\n", Options{})
			checkDoc(t, d)
			equal(t, "findings", c.name, remarks(d), []string{c.want})
			if body := bodyOf(d); !strings.Contains(body, "<p>Last <em>words</em>.</p>\n<h2") && c.name != "notes" || len(d.Links) != 1 {
				t.Errorf("the rest was not read: %.2000s", body)
			}
		})
	}
}

// TestHonest checks that large but honest texts are not cut off.
func TestHonest(t *testing.T) {
	row := "| a | [b](c.md) | `d` | *e* | 5 |\n"
	for name, text := range map[string]string{
		"a long table":     row + "|---|---|---|---|--:|\n" + strings.Repeat(row, 3000),
		"many paragraphs":  strings.Repeat("Some *words*, a [link](x.md) and `code` in \"quotes\".\n\n", 5000),
		"a long paragraph": strings.Repeat("Some *words*, a [link](x.md) and `code`.\n", 70),
		"many references":  "[a]\n\n" + strings.Repeat("[a]: x.md\n", 2000),
		"a long list":      strings.Repeat("- [ ] a *b* [c](d.md)\n", 5000),
		"many headings":    strings.Repeat("## A\n\nb\n\n", 3000),
		"deep lists":       "- a\n  - b\n    - c\n      - d\n        - e\n          > f\n          > > g\n",
		"many notes":       strings.Repeat("a[^1] ", 200) + "\n\n[^1]: b\n",
	} {
		if d := parse(text, Options{}); len(d.Findings) > 0 {
			t.Errorf("%s: %v", name, remarks(d))
		}
	}
}
