package document

import (
	"strings"
	"testing"
)

// TestHostile holds texts that want to run something, or to break the page.
func TestHostile(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
		{"x <script>alert(1)</script>", "<p>x &lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
		{"</script><script>alert(1)", "<p>&lt;/script&gt;&lt;script&gt;alert(1)</p>\n"},
		{"# </title></script>x", "<h2 id=\"x\">&lt;/title&gt;&lt;/script&gt;x</h2>\n"},
		{"<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>\n"},
		{"x <b onmouseover=alert(1)>y</b>", "<p>x &lt;b onmouseover=alert(1)&gt;y&lt;/b&gt;</p>\n"},
		{"<svg/onload=alert(1)>", "<p>&lt;svg/onload=alert(1)&gt;</p>\n"},
		{"<style>*{display:none}</style>", "<p>&lt;style&gt;*{display:none}&lt;/style&gt;</p>\n"},
		{"<iframe src=//x></iframe>", "<p>&lt;iframe src=//x&gt;&lt;/iframe&gt;</p>\n"},
		{"<details open ontoggle=alert(1)>", "<p>&lt;details open ontoggle=alert(1)&gt;</p>\n"},
		{"<a href=\"javascript:alert(1)\">x</a>", "<p>&lt;a href=\"javascript:alert(1)\"&gt;x&lt;/a&gt;</p>\n"},
		{"[x](javascript:alert(1))", "<p>x</p>\n"},
		{"[x](  java&#10;script:alert(1))", "<p>x</p>\n"},
		{"[x](&#x6A;avascript&colon;alert(1))", "<p>x</p>\n"},
		{"[x](&#1;javascript:alert(1))", "<p>x</p>\n"},
		{"[x](\\j\\avascript\\:alert(1))", "<p><a href=\"%5Cj%5Cavascript:alert(1)\">x</a></p>\n"},
		{"![x](data:image/svg+xml,<svg/onload=alert(1)>)", "<p>x</p>\n"},
		{"<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"},
		{"[x](y \"<script>'&quot;\")", "<p><a href=\"y\" title=\"&lt;script&gt;'&#34;\">x</a></p>\n"},
		{"![\"><script>](y)", "<p><img src=\"y\" loading=\"lazy\" alt=\"&#34;&gt;&lt;script&gt;\"></p>\n"},
		{"[x](y\"onclick=\"alert)", "<p><a href=\"y%22onclick=%22alert\">x</a></p>\n"},
		{"[[x\"><script>]]", "<p><a href=\"x%22%3E%3Cscript%3E\">x\"&gt;&lt;script&gt;</a></p>\n"},
		{"```\"><script>\nx\n```", "<pre tabindex=\"0\" role=\"region\" aria-label=\"Code 1\"><code>x\n</code></pre>\n"},
		{"## x {#\"onclick=alert(1) .\"y\"}", "<h2 id=\"x-onclickalert1-y\">x {#“onclick=alert(1) .“y”}</h2>\n"},
		{"## x {onclick=\"alert(1)\" style=\"x\" #y}", "<h2 id=\"y\">x</h2>\n"},
		{"## x {class=\"a\\\" onclick=b\"}", "<h2 id=\"x\">x</h2>\n"},
		{"</div></main></body>", "<p>&lt;/div&gt;&lt;/main&gt;&lt;/body&gt;</p>\n"},
		{"</details>", "<p>&lt;/details&gt;</p>\n"},
		{"<b><i>x", "<p><b><i>x</i></b></p>\n"},
		{"<b>*x</b>*", "<p><b><em>x&lt;/b&gt;</em></b></p>\n"},
		{"*<b>x*</b>", "<p><em><b>x</b></em>&lt;/b&gt;</p>\n"},
		{"<!-- <script> -->x", "<p>x</p>\n"},
		{"x <!-- y --> z", "<p>x  z</p>\n"},
		{"<!--> <script>alert(1)</script> -->", " <p>&lt;script&gt;alert(1)&lt;/script&gt; --&gt;</p>\n"},
		{"<!-- never closed\n\n<script>", ""},
		{"<![CDATA[<script>]]>", "<p>&lt;![CDATA[&lt;script&gt;]]&gt;</p>\n"},
		{"<?xml x?><!DOCTYPE x>", "<p>&lt;?xml x?&gt;&lt;!DOCTYPE x&gt;</p>\n"},
		{"&lt;script&gt;", "<p>&lt;script&gt;</p>\n"},
		{"`<script>`", "<p><code>&lt;script&gt;</code></p>\n"},
		{"<p><p><p>", ""},
		{"<summary>x</summary>", "<p>&lt;summary&gt;x&lt;/summary&gt;</p>\n"},
		{"<details><summary><details><summary>x", "<details><summary>&lt;details&gt;&lt;summary&gt;x\n</summary>\n</details>"},
		{"<details>\n\n- x </details>\n\n<summary>y</summary>", "<details>\n\n<ul>\n<li>x &lt;/details&gt;</li>\n</ul>\n<p>&lt;summary&gt;y&lt;/summary&gt;</p>\n</details>"},
	} {
		d := parse("first\n\n"+c.text+"\n", Options{})
		checkDoc(t, d)
		if got := strings.ReplaceAll(bodyOf(d), "\n</p>", "</p>"); strings.TrimSpace(got) != strings.TrimSpace(c.want) {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestMarkupDepth checks that a browser is not asked to nest without end.
func TestMarkupDepth(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("<b>", 500), strings.Repeat("<details>\n\n", 500), strings.Repeat("*a **b ", 150) + strings.Repeat("b** a*", 150),
		strings.Repeat("> ", 500) + "x", strings.Repeat("- ", 500) + "x", "a\n" + strings.Repeat(": ", 500) + "x", strings.Repeat("[^1]: ", 500),
		strings.Repeat("~~a ", 200) + strings.Repeat("a~~ ", 200), strings.Repeat("![", 300) + strings.Repeat("](x)", 300),
	} {
		d := parse("first\n\n"+text+"\n", Options{})
		checkDoc(t, d)
		deepest, depth := 0, 0
		for tag := range strings.SplitSeq(bodyOf(d), "<") {
			if strings.HasPrefix(tag, "/") {
				depth--
			} else if !strings.HasPrefix(tag, "br") && !strings.HasPrefix(tag, "img") && !strings.HasPrefix(tag, "hr") {
				depth++
			}
			deepest = max(deepest, depth)
		}
		if deepest > 150 {
			t.Errorf("%.20q…: %d elements within each other", text, deepest)
		}
	}
}
