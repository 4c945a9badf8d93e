package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestNothingOverflowsAndNothingIsCut looks at each kind of page from the
// narrowest phone to the widest screen.
func TestNothingOverflowsAndNothingIsCut(t *testing.T) {
	sites := map[string]func(*testing.T) string{
		"own":           own,
		"hard":          func(t *testing.T) string { return hard(t, "en") },
		"right to left": func(t *testing.T) string { return hard(t, "ar") },
	}
	for name, dir := range sparse(t) {
		sites[name] = func(*testing.T) string { return dir }
	}
	for name, site := range sites {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := site(t)
			b := open(t)
			for _, p := range kinds(t, dir) {
				b.run(t, look(1440, "light"), b.load("file://"+dir+"/"+p))
				for _, width := range []int64{360, 390, 834, 1024, 1440, 2000} {
					b.run(t, look(width, "light"))
					for _, wrong := range eval[[]string](t, b.Context, sideways) {
						t.Errorf("%s at %d: %s", p, width, wrong)
					}
				}
			}
		})
	}
}

// sideways lists what makes a page wider than its window, and text that is wider
// than its box and cannot be scrolled to. What is cut with an ellipsis must be
// written out elsewhere: it says so by being hidden from the tree of accessibility,
// by a title, or by leading to the page that has it whole.
const sideways = `(() => {
	const out = [], root = document.documentElement;
	if (root.scrollWidth > innerWidth) {
		const wide = [...document.body.querySelectorAll("main *")].filter((e) => e.checkVisibility() && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1));
		out.push("wider than the window: " + root.scrollWidth + ": " + wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 90)).join(" | "));
	}
	for (const e of document.querySelectorAll("main *, .foot *")) {
		if (!e.checkVisibility() || e.closest("svg, .vh, [aria-hidden=true]")) continue;
		const s = getComputedStyle(e);
		if (s.overflowX !== "hidden" && s.overflowX !== "clip" && s.overflowY !== "hidden") continue;
		if (e.scrollWidth <= e.clientWidth + 1 && e.scrollHeight <= e.clientHeight + 2) continue;
		if (e.closest("a[href], [role=option]") || e.title) continue;
		out.push("cut: " + e.outerHTML.slice(0, 140));
	}
	return out.slice(0, 5);
})()`

// TestAPageIsWholeWithoutScripts compares the words of a page with scripts and
// without: all that is only there with them is what they are for.
func TestAPageIsWholeWithoutScripts(t *testing.T) {
	b := open(t)
	dir := own(t)
	words := `(() => { const copy = document.querySelector("main").cloneNode(true); for (const e of copy.querySelectorAll(".js-only, .copy")) e.remove(); return copy.textContent.replace(/\s+/g, " ").trim(); })()`
	lists := `document.querySelectorAll("main li, main tr").length`
	for _, p := range kinds(t, dir) {
		if p == "search.html" {
			continue // searching is what the script is for; the page says where else to look
		}
		b.run(t, b.load("file://"+dir+"/"+p))
		with, items := eval[string](t, b.Context, words), eval[int](t, b.Context, lists)
		b.run(t, emulation.SetScriptExecutionDisabled(true), b.load("file://"+dir+"/"+p))
		without, fewer := eval[string](t, b.Context, words), eval[int](t, b.Context, lists)
		shown := eval[int](t, b.Context, `[...document.querySelectorAll(".js-only")].filter((e) => e.checkVisibility()).length`)
		b.run(t, emulation.SetScriptExecutionDisabled(false))
		if with != without || items != fewer {
			t.Errorf("%s: with scripts %d entries, without %d\n%.300s\n%.300s", p, items, fewer, with, without)
		}
		if shown > 0 {
			t.Errorf("%s: %d controls that need scripts are shown without", p, shown)
		}
	}
}

// TestTheRoadmapIsLightAndStill weighs the first page and watches it come.
func TestTheRoadmapIsLightAndStill(t *testing.T) {
	b := open(t)
	dir := own(t)
	html, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	weight, fonts := len(html), 0
	for _, m := range regexp.MustCompile(`href="(assets/[^"?]+\.css)`).FindAllSubmatch(html, -1) {
		style, err := os.ReadFile(filepath.Join(dir, string(m[1])))
		if err != nil {
			t.Fatal(err)
		}
		weight += len(style)
		for _, m := range regexp.MustCompile(`url\("data:font/woff2[^"]+`).FindAll(style, -1) {
			fonts += len(m) // which are counted with the style
		}
	}
	if fonts == 0 {
		t.Error("the font is not found")
	}
	if weight > 150_000 {
		t.Errorf("the roadmap weighs %d bytes with its style and font", weight)
	}
	var scripts int
	for _, m := range regexp.MustCompile(`src="(assets/(?:boot|milepost)\.js)`).FindAllSubmatch(html, -1) {
		info, err := os.Stat(filepath.Join(dir, string(m[1])))
		if err != nil {
			t.Fatal(err)
		}
		scripts += int(info.Size())
	}
	if scripts == 0 || scripts > 20<<10 {
		t.Errorf("the scripts weigh %d bytes", scripts)
	}
	base := hostings(t, dir)["root"]
	for _, width := range []int64{1440, 390} {
		b.run(t, look(width, "light"), b.load(base+"index.html"), chromedp.Sleep(300*time.Millisecond))
		figures := eval[map[string]float64](t, b.Context, `new Promise((done) => {
			const shifts = [], wide = [];
			new PerformanceObserver((l) => { for (const e of l.getEntries()) { shifts.push(e); self.moved = (self.moved || []).concat(e.sources.map((s) => (s.node?.outerHTML || "text").slice(0, 90) + JSON.stringify([s.previousRect, s.currentRect]))); } }).observe({type: "layout-shift", buffered: true});
			new PerformanceObserver((l) => wide.push(...l.getEntries())).observe({type: "largest-contentful-paint", buffered: true});
			setTimeout(() => {
				const nav = performance.getEntriesByType("navigation")[0];
				done({shift: shifts.reduce((n, e) => n + e.value, 0), first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime || 0,
					largest: wide.at(-1)?.startTime || 0, interactive: nav.domInteractive, complete: nav.loadEventEnd});
			}, 100);
		})`, awaited)
		t.Logf("roadmap at %d: %d bytes, first paint %.0f ms, largest %.0f ms, interactive %.0f ms, complete %.0f ms, shift %.4f", width, weight,
			figures["first"], figures["largest"], figures["interactive"], figures["complete"], figures["shift"])
		if figures["shift"] != 0 || figures["first"] == 0 {
			t.Errorf("at %d the page comes so: %v\n%q", width, figures, eval[[]string](t, b.Context, `self.moved || []`))
		}
	}
	// The first paint waits for no script but the few bytes that choose the colours.
	if blocking := regexp.MustCompile(`<script src="([^"]+)"(>| data)`).FindAllSubmatch(html, -1); len(blocking) != 1 || !strings.Contains(string(blocking[0][1]), "boot.js") {
		t.Errorf("these scripts are waited for: %q", blocking)
	}
}

// TestPaperHoldsThePlan prints the pages people print.
func TestPaperHoldsThePlan(t *testing.T) {
	b := open(t)
	dir := own(t)
	leaves := regexp.MustCompile(`/Type\s*/Page\b`)
	for p, most := range map[string]int{"index.html": 4, "backlog.html": 4, "items/MP-14.html": 3, "releases/0.2.html": 4} {
		var pdf []byte
		b.run(t, b.load("file://"+dir+"/"+p), chromedp.ActionFunc(func(ctx context.Context) (err error) {
			pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).WithPrintBackground(true).Do(ctx)
			return err
		}))
		if n := len(leaves.FindAll(pdf, -1)); n < 1 || n > most {
			t.Errorf("%s takes %d leaves, at most %d were expected", p, n, most)
		}
		b.run(t, emulation.SetEmulatedMedia().WithMedia("print"))
		if left := eval[[]string](t, b.Context, `[".mainnav", ".tools", ".filters", ".pager", "dialog"].filter((s) => [...document.querySelectorAll(s)].some((e) => e.checkVisibility()))`); len(left) > 0 {
			t.Errorf("%s on paper shows %v", p, left)
		}
		b.run(t, emulation.SetEmulatedMedia())
	}
}

// TestForcedColoursKeepTheDrawings: where the system replaces all colours, marks
// still differ from the ground they stand on.
func TestForcedColoursKeepTheDrawings(t *testing.T) {
	b := open(t)
	dir := own(t)
	b.run(t, emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}}))
	for _, p := range kinds(t, dir) {
		b.run(t, b.load("file://"+dir+"/"+p))
		if lost := eval[[]string](t, b.Context, `[...document.querySelectorAll(".shield, .segs i, .st-i")].filter((e) => {
			if (!e.checkVisibility()) return false;
			const s = getComputedStyle(e), under = getComputedStyle(document.body).backgroundColor;
			return e.matches(".segs i") ? s.borderTopColor === under : s.color === under && s.backgroundColor === under;
		}).map((e) => e.outerHTML.slice(0, 100))`); len(lost) > 0 {
			t.Errorf("%s: not seen: %q", p, lost[:min(3, len(lost))])
		}
	}
}

// TestPictures writes a picture of each kind of page into the folder that the
// environment names, for the eyes of a person. It is skipped otherwise.
func TestPictures(t *testing.T) {
	folder := os.Getenv("MILEPOST_PICTURES")
	if folder == "" {
		t.Skip("MILEPOST_PICTURES names no folder")
	}
	b := open(t)
	dir := own(t)
	for _, p := range kinds(t, dir) {
		for _, width := range []int64{1440, 834, 390} {
			for _, colours := range []string{"light", "dark"} {
				var png []byte
				b.run(t, look(width, colours), b.load("file://"+dir+"/"+p), chromedp.FullScreenshot(&png, 100))
				name := fmt.Sprintf("%s-%d-%s.png", strings.NewReplacer("/", "-", ".html", "").Replace(p), width, colours)
				if err := os.WriteFile(filepath.Join(folder, name), png, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
