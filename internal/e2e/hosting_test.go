package e2e

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// hostings are the ways a site is read, as addresses ending in a slash: at a root,
// below two folders, from a server that has addresses without .html, from a disk.
func hostings(t *testing.T, site string) map[string]string {
	t.Helper()
	serve := func(prefix string, h http.Handler) string {
		mux := http.NewServeMux()
		mux.Handle(prefix, http.StripPrefix(strings.TrimSuffix(prefix, "/"), h))
		server := httptest.NewServer(mux)
		t.Cleanup(server.Close)
		return server.URL + prefix
	}
	files := http.FileServer(http.Dir(site))
	bare := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if short, is := strings.CutSuffix(r.URL.Path, ".html"); is {
			if r.URL.RawQuery != "" {
				short += "?" + r.URL.RawQuery
			}
			http.Redirect(w, r, short, http.StatusMovedPermanently)
			return
		}
		file := filepath.Join(site, filepath.FromSlash(r.URL.Path)+".html")
		if _, err := os.Stat(file); err == nil {
			http.ServeFile(w, r, file)
			return
		}
		files.ServeHTTP(w, r)
	})
	return map[string]string{
		"root":         serve("/", files),
		"two folders":  serve("/a/b/", files),
		"without html": serve("/", bare),
		"disk":         "file://" + site + "/",
	}
}

// targets are the addresses that a page leads to or is made of.
const targets = `[...new Set([...document.querySelectorAll("[href], [src]")].map((e) => new URL(e.getAttribute("href") || e.getAttribute("src"), document.baseURI).href))]`

// TestEveryPageWorksWhereverItLies opens pages in each way a site is read: nothing
// is complained of, no other host is asked, and all that a page leads to is there.
func TestEveryPageWorksWhereverItLies(t *testing.T) {
	for name, dir := range map[string]string{"own": own(t), "hard": hard(t, "en")} {
		for hosting, base := range hostings(t, dir) {
			t.Run(name+" "+hosting, func(t *testing.T) {
				t.Parallel()
				b := open(t)
				found := finder{base: base}
				paths := pages(t, dir)
				if hosting == "root" || hosting == "without html" {
					paths = kinds(t, dir)
				}
				for _, p := range paths {
					for _, wrong := range b.visit(t, base+p) {
						t.Errorf("%s: %s", p, wrong)
					}
					for _, target := range eval[[]string](t, b.Context, targets) {
						if err := found.at(target); err != nil {
							t.Errorf("%s: %v", p, err)
						}
					}
					if broken := eval[int](t, b.Context, `[...document.images].filter((i) => i.complete && !i.naturalWidth).length`); broken > 0 {
						t.Errorf("%s: %d images are not shown", p, broken)
					}
				}
			})
		}
	}
}

// finder looks at each address once.
type finder struct {
	base  string
	pages map[string]string
}

var anID = regexp.MustCompile(`\bid="([^"]*)"`)

// at reports an address of the site that leads nowhere, or whose fragment does.
func (f *finder) at(address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	fragment := u.Fragment
	u.Fragment, u.RawFragment, u.RawQuery = "", "", ""
	if !strings.HasPrefix(u.String(), f.base) {
		return nil // of another host, which the browser was not allowed to ask
	}
	page := u.String()
	if _, known := f.pages[page]; !known {
		text, err := read(u)
		if err != nil {
			return err
		}
		if f.pages == nil {
			f.pages = map[string]string{}
		}
		f.pages[page] = text
	}
	if fragment == "" {
		return nil
	}
	for _, m := range anID.FindAllStringSubmatch(f.pages[page], -1) {
		if m[1] == fragment {
			return nil
		}
	}
	return fmt.Errorf("%s has no %q", page, fragment)
}

func read(u *url.URL) (string, error) {
	if u.Scheme == "file" {
		data, err := os.ReadFile(u.Path)
		return string(data), err
	}
	answer, err := http.Get(u.String())
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: %s", u, answer.Status)
	}
	data, err := io.ReadAll(answer.Body)
	return string(data), err
}

func TestSearchFindsAndOpensWhereverTheSiteLies(t *testing.T) {
	dir := own(t)
	for hosting, base := range hostings(t, dir) {
		t.Run(hosting, func(t *testing.T) {
			t.Parallel()
			b := open(t)
			// From a page in a folder, by the key, to an item by a misspelled word of its title.
			b.run(t, b.load(base+"themes/trust.html"), chromedp.KeyEvent("k", chromedp.KeyModifiers(2)),
				chromedp.WaitVisible(`dialog.find input`), chromedp.SendKeys(`dialog.find input`, "thousend proposals"),
				chromedp.WaitVisible(`dialog.find mark`), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(`main h1`))
			becomes(t, b.Context, `document.querySelector("h1").textContent.includes("thousand real proposals")`)
			// And on its own page, with what is looked for in the address.
			b.run(t, b.load(base+"search.html?q=MP-14"), chromedp.WaitVisible(`.hit`))
			if first := eval[string](t, b.Context, `document.querySelector(".hit b:not(.shield)").textContent`); !strings.Contains(first, "thousand real proposals") {
				t.Errorf("the first hit for an id is %q", first)
			}
		})
	}
}

func TestTheColoursAreRemembered(t *testing.T) {
	dir := own(t)
	for hosting, base := range hostings(t, dir) {
		t.Run(hosting, func(t *testing.T) {
			t.Parallel()
			b := open(t)
			b.run(t, b.load(base+"index.html"), chromedp.Click(`[data-mode]`), chromedp.Click(`[data-mode]`))
			light := eval[string](t, b.Context, `getComputedStyle(document.body).backgroundColor`)
			b.run(t, b.load(base+"items/MP-14.html"))
			if mode := eval[string](t, b.Context, `document.documentElement.dataset.theme || ""`); mode != "dark" {
				t.Errorf("on the next page the colours are %q", mode)
			}
			if dark := eval[string](t, b.Context, `getComputedStyle(document.body).backgroundColor`); light != dark || dark == "rgb(250, 249, 245)" {
				t.Errorf("the page is %s, then %s", light, dark)
			}
		})
	}
}

// TestFiltersAndKeys: what is filtered stands in the address, positions stay true,
// and every way through the site has a key.
func TestFiltersAndKeys(t *testing.T) {
	b := open(t)
	base := "file://" + own(t) + "/"
	b.run(t, b.load(base+"backlog.html?theme=B"), chromedp.WaitVisible(`.filters`))
	ranks := eval[[]string](t, b.Context, `[...document.querySelectorAll(".brow:not([hidden]) .rank")].map((e) => e.textContent.trim())`)
	all := eval[[]string](t, b.Context, `[...document.querySelectorAll(".brow .rank")].map((e) => e.textContent.trim())`)
	if len(ranks) == 0 || len(ranks) >= len(all) || slices.Equal(ranks, all[:len(ranks)]) {
		t.Errorf("of %v the filter shows %v", all, ranks)
	}
	b.run(t, chromedp.SendKeys(`.filters [type=search]`, "editor"))
	becomes(t, b.Context, `location.search.includes("q=editor") && location.search.includes("theme=B")`)
	b.run(t, chromedp.Reload(), chromedp.WaitVisible(`.filters`))
	if got := eval[string](t, b.Context, `document.querySelector(".filters [type=search]").value`); got != "editor" {
		t.Errorf("after a reload the filter is %q", got)
	}
	for key, page := range map[string]string{"r": "index", "t": "timeline", "b": "backlog", "o": "board", "m": "map", "l": "releases", "s": "shipped", "h": "health"} {
		b.run(t, b.load(base+"people.html"), chromedp.KeyEvent("g"), chromedp.KeyEvent(key))
		becomes(t, b.Context, fmt.Sprintf(`location.pathname.endsWith("/%s.html")`, page))
	}
	b.run(t, b.load(base+"backlog.html"), chromedp.KeyEvent("j"), chromedp.KeyEvent("j"), chromedp.KeyEvent("k"), chromedp.KeyEvent("j"), chromedp.KeyEvent(kb.Enter))
	becomes(t, b.Context, `!!document.querySelector(".road .here")&&location.pathname.includes("/items/") && document.readyState === "complete"`)
	b.run(t, chromedp.KeyEvent("?"), chromedp.WaitVisible(`dialog[open] dl`), chromedp.KeyEvent(kb.Escape))
	becomes(t, b.Context, `!document.querySelector("dialog[open]")`)
	b.run(t, chromedp.KeyEvent("u"))
	becomes(t, b.Context, `location.pathname.includes("/themes/")`)
}
