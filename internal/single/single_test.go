package single

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func page(body string) string {
	return `<!doctype html><html lang="en" dir="ltr"><head><title>T</title><link rel="stylesheet" href="assets/a.css?v=1"><script src="assets/boot.js"></script></head><body class="p-x">
<a class="skip" href="#at.main">Skip</a><header class="top"><nav class="mainnav"><ul><li><a href="index.html" aria-current="page">Home</a></li><li><a href="items/a%20b.html">A</a></li></ul></nav><div class="tools"><button>x</button></div></header>
<nav class="road"><a href="index.html">road</a></nav><main id="at.main" tabindex="-1">` + body + `</main><footer>foot</footer><svg class="sprite"><symbol id="i-a"></symbol></svg></body></html>`
}

func deep(text string) string {
	return strings.NewReplacer(`href="index`, `href="../index`, `href="items/`, `href="`, `href="assets`, `href="../assets`).Replace(text)
}

func files() []File {
	return []File{
		{"404.html", []byte(page("gone"))},
		{"items/a b.html", []byte(deep(page(`<h1 id="x">A</h1><label for="x">l</label><a href="../index.html#x">up</a><a href="#x">here</a><img src="../p.png" alt=""><script>alert(1)</script>`)))},
		{"index.html", []byte(page(`<h1 id="x">Home</h1><a href="items/a%20b.html#x">to A</a><a href="milepost.json">data</a><a href="https://example.org/">out</a><svg><use href="#i-a"></use></svg><p class="js-only">script</p>`))},
		{"assets/a.css", []byte(`.x { color: red } </style><script>alert(2)</script>`)},
		{"p.png", []byte("picture")},
	}
}

// TestJoin: every link leads to something in the file or to another host, every
// name is there once, and nothing of a script is left.
func TestJoin(t *testing.T) {
	out, err := Join(files())
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	ids, links := map[string]int{}, []string{}
	for n := range doc.Descendants() {
		if id := attribute(n, "id"); id != "" {
			ids[id]++
		}
		if href := attribute(n, "href"); n.DataAtom == atom.A && href != "" {
			links = append(links, href)
		}
		if n.DataAtom == atom.Script || n.DataAtom == atom.Link {
			t.Errorf("there is a %s", n.Data)
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%q is there %d times", id, n)
		}
	}
	for _, href := range links {
		if id, inside := strings.CutPrefix(href, "#"); inside && ids[id] == 0 || !inside && href != "https://example.org/" {
			t.Errorf("%q leads nowhere", href)
		}
	}
	text := string(out)
	for _, want := range []string{`href="#/items/a b.html~x"`, `href="#/index.html~x"`, `for="/items/a b.html~x"`, `src="data:image/png;base64,cGljdHVyZQ=="`, `<a>data</a>`, `<section class="page p-x" id="/index.html">`} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %s", want)
		}
	}
	if strings.Index(text, `id="/index.html"`) > strings.Index(text, `id="/items/a b.html"`) {
		t.Error("the first page does not stand first")
	}
	for _, gone := range []string{"gone", "alert(1)", "</style><script>", "js-only\"", "aria-current", "tools"} {
		if strings.Contains(text, gone) {
			t.Errorf("%q is still there", gone)
		}
	}
}

func TestASiteThatIsTooLargeIsRefused(t *testing.T) {
	big := append(files(), File{"big.html", []byte(page(strings.Repeat("x", MaxSize)))})
	if _, err := Join(big); !errors.Is(err, ErrTooLarge) {
		t.Errorf("it says %v", err)
	}
	if _, err := Join(nil); err == nil {
		t.Error("a site without a page was joined")
	}
}
