package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// helper is the path of something that npm ci put beside the tests.
func helper(t *testing.T, path string) string {
	t.Helper()
	file := filepath.Join("node_modules", filepath.FromSlash(path))
	if _, err := os.Stat(file); err != nil {
		t.Skipf("%s is not here; npm ci in internal/e2e brings it", path)
	}
	return file
}

// look sets the width of the window and the colours the system asks for.
func look(width int64, colours string) chromedp.Action {
	return chromedp.Tasks{
		emulation.SetDeviceMetricsOverride(width, 900, 1, false),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: colours}, {Name: "prefers-reduced-motion", Value: "reduce"}}),
		// What is measured next is measured after the page has been laid out anew.
		chromedp.Evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))`, nil, awaited),
	}
}

// violations runs axe-core: all that WCAG 2.0 to 2.2 demands at A and AA and what
// is known as good practice, or of that a single rule.
func (b *browser) violations(t *testing.T, rule string) []string {
	t.Helper()
	options := `{resultTypes: ["violations"]}`
	if rule != "" {
		options = fmt.Sprintf(`{resultTypes: ["violations"], runOnly: {type: "rule", values: [%q]}}`, rule)
	}
	var out []string
	script := `axe.run(document, ` + options + `).then((r) => r.violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary.replace(/\s+/g, " ") + " " + n.html.slice(0, 160))))`
	b.run(t, chromedp.Evaluate(script, &out, awaited))
	return out
}

// TestNobodyIsShutOut runs axe-core on a page of each kind, wide and narrow, by day
// and by night. What a page is made of does not depend on the colours, so that by
// night only the contrast is looked at.
func TestNobodyIsShutOut(t *testing.T) {
	axe, err := os.ReadFile(helper(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	for name, site := range map[string]func(*testing.T) string{
		"own": own, "eips": eips,
		"hard":          func(t *testing.T) string { return hard(t, "en") },
		"right to left": func(t *testing.T) string { return hard(t, "ar") },
		"plain":         plain,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := site(t)
			b := open(t)
			for _, p := range kinds(t, dir) {
				b.run(t, look(1440, "light"), b.load("file://"+dir+"/"+p), chromedp.Evaluate(string(axe)+";0", nil))
				for _, width := range []int64{1440, 390} {
					b.run(t, look(width, "light"))
					for _, wrong := range b.violations(t, "") {
						t.Errorf("%s at %d: %s", p, width, wrong)
					}
				}
				b.run(t, look(1440, "dark"))
				for _, wrong := range b.violations(t, "color-contrast") {
					t.Errorf("%s by night: %s", p, wrong)
				}
				if wrong := eval[string](t, b.Context, levels); wrong != "" {
					t.Errorf("%s: %s", p, wrong)
				}
			}
		})
	}
}

// levels says what is wrong with the headings of a page.
const levels = `(() => {
	const all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((h) => !h.closest("dialog")).map((h) => +h.tagName[1]);
	if (all.filter((n) => n === 1).length !== 1) return "headings of level 1: " + all.filter((n) => n === 1).length;
	const at = all.findIndex((n, i) => i && n > all[i - 1] + 1);
	return at < 0 ? "" : "a heading of level " + all[at] + " follows one of level " + all[at - 1];
})()`

// plain is our own plan in the other site theme that comes with Milepost.
func plain(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join("..", "..", "content"))); err != nil {
		t.Fatal(err)
	}
	settings, err := os.ReadFile(filepath.Join("..", "..", "milepost.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "milepost.yaml"), append(settings, "\nsite_theme: plain\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	return build(t, dir, "--force")
}

// TestOpenDialogsAndListsAreForEverybody looks at what a script brings onto a page.
func TestOpenDialogsAndListsAreForEverybody(t *testing.T) {
	axe, err := os.ReadFile(helper(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	b := open(t)
	base := "file://" + own(t) + "/"
	for name, steps := range map[string]chromedp.Action{
		"search":  chromedp.Tasks{b.load(base + "index.html"), chromedp.KeyEvent("k", chromedp.KeyModifiers(2)), chromedp.WaitVisible(`dialog.find input`), chromedp.SendKeys(`dialog.find input`, "plan"), chromedp.WaitVisible(`dialog.find mark`)},
		"keys":    chromedp.Tasks{b.load(base + "index.html"), chromedp.KeyEvent("?"), chromedp.WaitVisible(`dialog[open] dl`)},
		"filters": chromedp.Tasks{b.load(base + "backlog.html?theme=B&q=e"), chromedp.WaitVisible(`.filters`)},
		"found":   chromedp.Tasks{b.load(base + "search.html?q=plan"), chromedp.WaitVisible(`.hit mark`)},
	} {
		for _, colours := range []string{"light", "dark"} {
			for _, width := range []int64{1440, 390} {
				b.run(t, look(width, colours), steps, chromedp.Evaluate(string(axe)+";0", nil))
				for _, wrong := range b.violations(t, "") {
					t.Errorf("%s, %s at %d: %s", name, colours, width, wrong)
				}
			}
		}
	}
}

// TestTheTabKeyReachesEverything walks through a page of each kind with the tab
// key: each step is seen, and at the end nothing was left out.
func TestTheTabKeyReachesEverything(t *testing.T) {
	b := open(t)
	dir := own(t)
	for _, p := range kinds(t, dir) {
		b.run(t, look(1440, "light"), b.load("file://"+dir+"/"+p))
		want := eval[int](t, b.Context, `(() => {
			self.reached = new Set();
			self.stops = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((e) => e.checkVisibility({visibilityProperty: true}) && e.tabIndex >= 0 && !e.disabled);
			document.activeElement?.blur();
			return self.stops.length;
		})()`)
		for range want {
			b.run(t, chromedp.KeyEvent(kb.Tab))
			if hidden := eval[string](t, b.Context, unseen); hidden != "" {
				t.Errorf("%s: the focus cannot be seen: %s", p, hidden)
			}
		}
		if left := eval[[]string](t, b.Context, `self.stops.filter((e) => !self.reached.has(e)).map((e) => e.outerHTML.slice(0, 120))`); len(left) > 1 {
			// One may be the browser's own stop between the last and the first.
			t.Errorf("%s: the tab key does not reach %q", p, left)
		}
	}
}

// unseen describes the element with the focus if nothing shows that it has it.
const unseen = `(() => {
	const e = document.activeElement;
	if (!e || e === document.body) return "";
	self.reached.add(e);
	const s = getComputedStyle(e), box = e.getBoundingClientRect();
	const shown = (s) => (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== "none";
	const ring = shown(s) || shown(getComputedStyle(e.parentElement));
	const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
	return ring && inside ? "" : JSON.stringify([ring, inside, e.outerHTML.slice(0, 120)]);
})()`

// TestEveryPageIsValid asks the Nu checker.
func TestEveryPageIsValid(t *testing.T) {
	jar := helper(t, "vnu-jar/build/dist/vnu.jar")
	java, err := exec.LookPath("java")
	if err != nil {
		t.Skip("there is no java")
	}
	for name, dir := range map[string]string{"own": own(t), "hard": hard(t, "en"), "right to left": hard(t, "ar"), "plain": plain(t), "published": build(t, filepath.Join("..", ".."), "--base-url", "https://plan.example/roadmap/")} {
		t.Run(name, func(t *testing.T) {
			cmd := exec.Command(java, "-Xss8m", "-jar", jar, "--format", "json", "--skip-non-html", "--stdout", "--exit-zero-always", dir)
			var complaints bytes.Buffer
			cmd.Stderr = &complaints
			out, err := cmd.Output()
			if err != nil {
				t.Fatalf("%v\n%s", err, complaints.String())
			}
			var report struct {
				Messages []struct {
					Type, SubType, URL, Message, Extract string
					LastLine                             int
				}
			}
			if err := json.Unmarshal(out, &report); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			for _, m := range report.Messages {
				// Safari takes a list without bullets for none, unless its role says so. And the checker
				// does not know the origin of the page, and takes data for a script.
				if m.Type == "info" && (m.SubType != "warning" || strings.HasPrefix(m.Message, "The “list” role is unnecessary") || strings.Contains(m.Message, "violates Content Security Policy")) {
					continue
				}
				t.Errorf("%s:%d: %s: %s\n\t%s", filepath.Base(m.URL), m.LastLine, m.Type, m.Message, m.Extract)
			}
		})
	}
}
