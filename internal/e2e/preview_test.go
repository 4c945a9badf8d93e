package e2e

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// serving is milepost serve of a plan, and who edits the plan.
type serving struct {
	dir, addr string
	url       string
	cmd       *exec.Cmd
	mu        sync.Mutex
	said      []string
}

// serve begins to serve files from path to text.
func serve(t testing.TB, files map[string]string, arguments ...string) *serving {
	t.Helper()
	s := &serving{dir: t.TempDir(), addr: free(t)}
	for name, text := range files {
		s.write(t, name, text)
	}
	s.start(t, arguments...)
	t.Cleanup(s.stop)
	return s
}

// free is an address that nobody listens at.
func free(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func (s *serving) start(t testing.TB, arguments ...string) {
	t.Helper()
	bin, err := milepost()
	if err != nil {
		t.Fatal(err)
	}
	s.cmd = exec.Command(bin, append([]string{"-C", s.dir, "serve", "--today", "2026-11-30", "--addr", s.addr}, arguments...)...)
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	if err != nil {
		t.Fatalf("it does not start: %v", err)
	}
	s.url, _, _ = strings.Cut(first, " ")
	go func() {
		for {
			line, err := lines.ReadString('\n')
			if err != nil {
				return
			}
			s.mu.Lock()
			s.said = append(s.said, line)
			s.mu.Unlock()
		}
	}()
}

func (s *serving) stop() {
	if s.cmd != nil {
		s.cmd.Process.Signal(os.Interrupt)
		s.cmd.Wait()
		s.cmd = nil
	}
}

func (s *serving) write(t testing.TB, name, text string) {
	t.Helper()
	file := filepath.Join(s.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// tall is a plan whose pages can be scrolled.
func tall() map[string]string {
	files := map[string]string{
		"milepost.yaml":            "title: Tintype\n",
		"content/_index.md":        "---\ntitle: Tintype\nvision: Found in fifty years.\n---\n",
		"content/themes/growth.md": "---\ntitle: Growth\nhorizon: now\n---\n",
		"content/backlog/long.md":  long("First"),
	}
	for n := range 60 {
		title := fmt.Sprintf("Item %02d", n)
		if n%6 == 0 {
			title = fmt.Sprintf("Quince %02d", n)
		}
		files[fmt.Sprintf("content/backlog/item-%02d.md", n)] = "---\ntitle: " + title + "\ntheme: growth\neffort: 1\nstatus: ready\n---\nText.\n"
	}
	return files
}

func long(title string) string {
	return "---\ntitle: " + title + "\ntheme: growth\neffort: 1\n---\n" + strings.Repeat("Before. ", 30) +
		"\n\n<details>\n<summary>More</summary>\n\nFolded away.\n\n</details>\n\n## A heading\n\n" + strings.Repeat("A paragraph of some length.\n\n", 150) + "The last words.\n"
}

// run executes steps in the browser.
func (b *browser) run(t testing.TB, steps ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(b.Context, steps...); err != nil {
		t.Fatal(err)
	}
}

// eval gives the value of an expression in the page.
func eval[T any](t testing.TB, ctx context.Context, expression string, options ...chromedp.EvaluateOption) T {
	t.Helper()
	var out T
	if err := chromedp.Run(ctx, chromedp.Evaluate(expression, &out, options...)); err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return out
}

// becomes waits until an expression holds in the page.
func becomes(t testing.TB, ctx context.Context, expression string) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(3 * time.Millisecond) {
		var ok bool
		err := chromedp.Run(ctx, chromedp.Evaluate("Boolean("+expression+")", &ok))
		if err == nil && ok {
			return
		}
		if time.Now().After(end) {
			var seen string
			chromedp.Run(ctx, chromedp.Evaluate("location.href + ' ' + document.body.innerText.slice(0, 600) + "+overlayText, &seen))
			t.Fatalf("it does not become so that %s (%v); the page is %s", expression, err, seen)
		}
	}
}

// overlayText is what the overlay says, which lies in a tree of its own.
const overlayText = `(document.querySelector('milepost-preview')?.shadowRoot.querySelector('.panel:not([hidden])')?.innerText || '')`

// badgeText is what stands in the corner.
const badgeText = `(document.querySelector('milepost-preview')?.shadowRoot.querySelector('.badge:not([hidden])')?.innerText || '')`

// mark tells a page that was loaded anew from one that was not.
const mark = `window.marked = true`

// complain fails the test where the browser has complained.
func (b *browser) complain(t testing.TB, but ...string) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, seen := range b.seen {
		if !slices.ContainsFunc(but, func(known string) bool { return strings.Contains(seen, known) }) {
			t.Error(seen)
		}
	}
}

func TestAnEditKeepsTheReadersPlace(t *testing.T) {
	b, s := open(t), serve(t, tall())
	b.run(t, emulation.SetDeviceMetricsOverride(1200, 800, 1, false), chromedp.Navigate(s.url+"items/long.html"))
	becomes(t, b, `document.querySelector('milepost-preview')`)
	eval[any](t, b, mark+`; document.querySelector('main details').open = true;
		scrollTo(0, 1500);
		const p = [...document.querySelectorAll('main p')].find((p) => p.textContent.startsWith('A paragraph'));
		getSelection().setBaseAndExtent(p.firstChild, 2, p.firstChild, 11);
		document.querySelector('main h2 button.copy').focus({ preventScroll: true }); null`)
	s.write(t, "content/backlog/long.md", strings.Replace(long("Second"), "The last words.", "Other words.", 1))
	becomes(t, b, `document.querySelector('h1').textContent.includes('Second') && document.title.includes('Second') && document.body.textContent.includes('Other words.')`)
	for what, expression := range map[string]string{
		"it was not loaded anew":         `window.marked === true`,
		"it is scrolled as before":       `Math.abs(scrollY - 1500) < 3`,
		"what was unfolded stays":        `document.querySelector('main details').open`,
		"the selection stays":            `String(getSelection()) === 'paragraph'`,
		"what scripts have added stays":  `document.querySelector('main h2 button.copy')`,
		"the preview leaves no traces":   `!document.querySelector('script[data-hash]')`,
		"there is one overlay, unseen":   `document.querySelectorAll('milepost-preview').length === 1 && ` + overlayText + ` === ''`,
		"the focus stays on the heading": `document.activeElement.closest('h2')`,
	} {
		if !eval[bool](t, b, "Boolean("+expression+")") {
			t.Errorf("it is not so that %s", what)
		}
	}
	b.complain(t)
}

func TestAnEditKeepsWhatWasTyped(t *testing.T) {
	b, s := open(t), serve(t, tall())
	b.run(t, chromedp.Navigate(s.url+"backlog.html"), chromedp.WaitVisible(`.filters [type=search]`), chromedp.SendKeys(`.filters [type=search]`, "quince"))
	const visible = `[...document.querySelectorAll('.brow')].filter((e) => !e.hidden && e.offsetParent).length`
	becomes(t, b, visible+` === 10`)
	eval[any](t, b, mark+`; document.activeElement.setSelectionRange(2, 4); null`)
	s.write(t, "content/backlog/item-13.md", "---\ntitle: A quince and a half\ntheme: growth\nstatus: ready\n---\nText.\n")
	becomes(t, b, `document.body.textContent.includes('A quince and a half')`)
	if got := eval[string](t, b, `[window.marked, document.activeElement.value, document.activeElement.selectionStart, document.activeElement.selectionEnd, `+visible+`].join()`); got != "true,quince,2,4,11" {
		t.Errorf("of the field and its matches is left %s", got)
	}
	s.write(t, "content/backlog/item-99.md", "---\ntitle: One more quince\ntheme: growth\nstatus: ready\n---\nText.\n")
	becomes(t, b, visible+` === 12`) // a row that is new is filtered, too
	s.write(t, "content/backlog/item-98.md", "---\ntitle: Something else\ntheme: growth\nstatus: ready\n---\nText.\n")
	becomes(t, b, `document.body.textContent.includes('Something else')`)
	if n := eval[int](t, b, visible); n != 12 {
		t.Errorf("%d rows are shown, not 12", n)
	}
	b.run(t, chromedp.Navigate(s.url+"backlog.html"))
	becomes(t, b, `document.querySelector('.filters output').textContent.includes('63 items')`)
	os.Remove(filepath.Join(s.dir, "content/backlog/item-98.md"))
	becomes(t, b, `document.querySelector('.filters output').textContent.includes('62 items')`) // which a script had set
	b.complain(t)
}

func TestTheSearchFindsWhatIsNew(t *testing.T) {
	b, s := open(t), serve(t, tall())
	b.run(t, chromedp.Navigate(s.url+"index.html"))
	becomes(t, b, `document.querySelector('milepost-preview')`)
	find := func(words string) {
		t.Helper()
		eval[any](t, b, `document.querySelector('dialog.find')?.close(), document.querySelector('[data-search]').click(),
			Object.assign(document.querySelector('dialog.find input'), { value: `+fmt.Sprintf("%q", words)+` }).dispatchEvent(new Event('input'))`)
	}
	const first = `document.querySelector('dialog.find .hit b:not(.shield)')?.textContent`
	find("item 07")
	becomes(t, b, first+` === 'Item 07'`)
	s.write(t, "content/backlog/item-07.md", "---\ntitle: Marmalade\ntheme: growth\n---\n")
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		if find("marmalade"); eval[bool](t, b, first+` === 'Marmalade'`) {
			break
		}
		if time.Now().After(end) {
			t.Fatal("it is not found")
		}
	}
	b.complain(t)
}

func TestAStyleChangesWithoutAFlash(t *testing.T) {
	files := tall()
	files["themes/styles/own.css"] = "body { --probe: first }"
	b, s := open(t), serve(t, files)
	b.run(t, chromedp.Navigate(s.url+"index.html"))
	becomes(t, b, `getComputedStyle(document.body).getPropertyValue('--probe') === 'first'`)
	eval[any](t, b, mark+`; window.seen = new Set(); const look = () => {
		const of = getComputedStyle(document.body);
		seen.add(of.getPropertyValue('--probe') + ' ' + of.fontFamily.slice(0, 10));
		requestAnimationFrame(look);
	}; look(); null`)
	s.write(t, "themes/styles/own.css", "body { --probe: second }")
	becomes(t, b, `getComputedStyle(document.body).getPropertyValue('--probe') === 'second'`)
	becomes(t, b, `document.querySelectorAll('link[rel=stylesheet][href*=milepost]').length === 1`)
	if got := eval[string](t, b, `[window.marked, seen.size, ...[...seen].map((s) => s.split(' ')[0])].join()`); got != "true,2,first,second" {
		t.Errorf("frames were %s", got)
	}
	s.write(t, "static/assets/custom.css", "body { --probe: custom }")
	becomes(t, b, `getComputedStyle(document.body).getPropertyValue('--probe') === 'custom'`)
	s.write(t, "static/assets/custom.css", "body { --probe: custom-two }")
	becomes(t, b, `getComputedStyle(document.body).getPropertyValue('--probe') === 'custom-two'`)
	if !eval[bool](t, b, `window.marked === true`) {
		t.Error("it was loaded anew")
	}
	s.write(t, "themes/scripts/own.js", "window.ownScript = 1;")
	becomes(t, b, `window.ownScript === 1`) // what has run cannot be taken back
	b.complain(t)
}

func TestAPictureIsShownAnew(t *testing.T) {
	files := tall()
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="10"/>`
	files["content/backlog/pic.svg"] = fmt.Sprintf(svg, 20)
	files["content/backlog/pic.md"] = "---\ntitle: Picture\n---\n![A picture](pic.svg)\n"
	b, s := open(t), serve(t, files)
	b.run(t, chromedp.Navigate(s.url+"items/pic.html"))
	becomes(t, b, `document.querySelector('main img')?.naturalWidth === 20`)
	eval[any](t, b, mark)
	s.write(t, "content/backlog/pic.svg", fmt.Sprintf(svg, 30))
	eval[any](t, b, `document.querySelector('main img').scrollIntoView(), null`)
	becomes(t, b, `window.marked && document.querySelector('main img').naturalWidth === 30`)
	b.complain(t)
}

func TestTheOverlayComesAndGoes(t *testing.T) {
	b, s := open(t), serve(t, tall())
	b.run(t, chromedp.Navigate(s.url+"items/item-01.html"))
	becomes(t, b, `document.querySelector('milepost-preview')`)
	eval[any](t, b, mark)
	s.write(t, "content/backlog/item-02.md", "---\ntitle: Item 02\ntheme: grwoth\neffort: many\n---\n")
	becomes(t, b, overlayText+`.includes('2 errors')`)
	for _, part := range []string{"content/backlog/item-02.md", `no theme has the id "grwoth"`, `did you mean "growth"`, "theme: grwoth", "unknown-theme", "3:8"} {
		if text := eval[string](t, b, overlayText); !strings.Contains(text, part) {
			t.Errorf("%q is not in %q", part, text)
		}
	}
	const root = `document.querySelector('milepost-preview').shadowRoot`
	if got := eval[string](t, b, root+`.querySelector('.open').href`); got != "vscode://file"+s.dir+"/content/backlog/item-02.md:3:8" {
		t.Errorf("a place opens %s", got)
	}
	if got := eval[string](t, b, root+`.querySelector('mark').textContent`); got != "grwoth" {
		t.Errorf("marked is %q", got)
	}
	b.run(t, chromedp.KeyEvent("\x1b"))
	becomes(t, b, overlayText+` === '' && `+badgeText+`.includes('2 errors')`)
	b.run(t, chromedp.Navigate(s.url+"items/item-03.html")) // and on the next page
	becomes(t, b, badgeText+`.includes('2 errors')`)
	if got := eval[string](t, b, overlayText); got != "" {
		t.Errorf("what was hidden stands over the next page: %q", got)
	}
	eval[any](t, b, mark)
	s.write(t, "content/backlog/item-02.md", "---\ntitle: Item 02\ntheme: grwoth\n---\n")
	becomes(t, b, overlayText+`.includes('1 error')`) // hidden until the next change
	s.write(t, "content/backlog/item-02.md", "---\ntitle: Item 02\ntheme: growth\n---\n")
	becomes(t, b, overlayText+` === ''`)
	s.write(t, "content/backlog/item-02.md", "")
	becomes(t, b, badgeText+`.includes('2 warnings') && `+overlayText+` === ''`)
	eval[any](t, b, root+`.querySelector('.badge').click()`)
	becomes(t, b, overlayText+`.includes('the file is empty')`)
	eval[any](t, b, root+`.querySelectorAll('header button')[1].click()`)
	becomes(t, b, overlayText+` === ''`)
	if !eval[bool](t, b, `window.marked === true`) {
		t.Error("it was loaded anew")
	}
	b.complain(t)
}

func TestHostileNamesRunNothingInTheOverlay(t *testing.T) {
	const evil = `<img src=x onerror="window.ran = 1">`
	b, s := open(t), serve(t, map[string]string{
		"content/backlog/" + evil + ".md": "---\ntitle: '" + evil + "'\ntheme: '" + evil + "'\n---\n" + evil + "\n",
		"content/backlog/a.md":            "---\ntitle: A\n'" + evil + "': 1\n---\n",
		"milepost.yaml":                   "title: '" + evil + "'\naccent: '" + evil + "'\n",
	})
	b.run(t, chromedp.Navigate(s.url))
	becomes(t, b, overlayText+`.includes('<img src=x onerror=')`)
	b.run(t, chromedp.Sleep(100*time.Millisecond)) // what would run has had its time
	if eval[bool](t, b, `'ran' in window`) || eval[int](t, b, `document.querySelector('milepost-preview').shadowRoot.querySelectorAll('img').length`) > 0 {
		t.Error("a name became an element")
	}
	b.complain(t)
}

func TestABrokenStartIsMendedWithoutAReload(t *testing.T) {
	b, s := open(t), serve(t, map[string]string{
		"milepost.yaml":            "title: [\n",
		"content/backlog/one.md":   "---\ntitle: [\ntheme: nowhere\n---\nText\n",
		"themes/layouts/item.html": "{{define \"main\"}}{{.Nothing}}{{end}}",
	})
	b.run(t, chromedp.Navigate(s.url+"items/one.html"))
	becomes(t, b, overlayText+`.includes('errors')`)
	if text := eval[string](t, b, overlayText); !strings.Contains(text, "themes/layouts/item.html") || !strings.Contains(text, "{{.Nothing}}") {
		t.Errorf("of the broken template it says %q", text)
	}
	eval[any](t, b, mark)
	s.write(t, "milepost.yaml", "title: Tintype\n")
	s.write(t, "content/backlog/one.md", "---\ntitle: Mended\n---\nText\n")
	os.RemoveAll(filepath.Join(s.dir, "themes"))
	becomes(t, b, `window.marked && document.querySelector('h1').textContent.includes('Mended') && `+overlayText+` === ''`)
	b.complain(t)
}

func TestAPageThatCannotBeMadeComesBack(t *testing.T) {
	files := tall()
	files["themes/slots/item-after.html"] = "{{index .Facts 99}}"
	b, s := open(t), serve(t, files)
	b.run(t, chromedp.Navigate(s.url+"items/item-01.html"))
	becomes(t, b, overlayText+`.includes('themes/slots/item-after.html')`)
	s.write(t, "themes/slots/item-after.html", "<p>mended</p>")
	becomes(t, b, `document.querySelector('h1').textContent.includes('Item 01') && document.body.textContent.includes('mended') && `+overlayText+` === ''`)
	b.complain(t, "500 (Internal Server Error)")
}

func TestADeletedPageIsSaidToBeGone(t *testing.T) {
	b, s := open(t), serve(t, tall())
	b.run(t, chromedp.Navigate(s.url+"items/item-01.html"))
	becomes(t, b, `document.querySelector('milepost-preview')`)
	os.Remove(filepath.Join(s.dir, "content/backlog/item-01.md"))
	becomes(t, b, `document.querySelector('h1').textContent.includes('The road ends here')`)
	s.write(t, "content/backlog/item-01.md", "---\ntitle: Back again\n---\n")
	becomes(t, b, `document.querySelector('h1').textContent.includes('Back again')`)
	b.complain(t, "404 (Not Found)")
}

func TestAServerThatComesBack(t *testing.T) {
	b, s := open(t), serve(t, tall())
	b.run(t, chromedp.Navigate(s.url+"items/item-01.html"))
	becomes(t, b, `document.querySelector('milepost-preview')`)
	eval[any](t, b, mark)
	s.stop()
	becomes(t, b, badgeText+` === 'The preview has stopped'`)
	s.write(t, "content/backlog/item-01.md", "---\ntitle: Written meanwhile\n---\n")
	s.start(t)
	becomes(t, b, `window.marked && document.querySelector('h1').textContent.includes('Written meanwhile') && `+badgeText+` !== 'The preview has stopped'`)
	b.complain(t, "ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_EMPTY_RESPONSE", "ERR_CONNECTION_RESET")
}

func TestTenTabsAtOnce(t *testing.T) {
	b, s := open(t), serve(t, tall())
	b.run(t, chromedp.Navigate(s.url+"items/item-00.html"))
	tabs := []context.Context{b}
	for n := 1; n < 10; n++ {
		ctx, cancel := chromedp.NewContext(b.Context)
		t.Cleanup(cancel)
		ctx, cancel = context.WithTimeout(ctx, 30*time.Second)
		t.Cleanup(cancel)
		if err := chromedp.Run(ctx, chromedp.Navigate(fmt.Sprintf("%sitems/item-%02d.html", s.url, n))); err != nil {
			t.Fatalf("tab %d: %v", n, err)
		}
		tabs = append(tabs, ctx)
	}
	for n := range tabs {
		s.write(t, fmt.Sprintf("content/backlog/item-%02d.md", n), fmt.Sprintf("---\ntitle: Edited %02d\n---\n", n))
	}
	for n, tab := range tabs {
		id := chromedp.FromContext(tab).Target.TargetID
		if err := chromedp.Run(tab, target.ActivateTarget(id), page.BringToFront()); err != nil {
			t.Fatal(err)
		}
		becomes(t, tab, fmt.Sprintf(`document.querySelector('h1').textContent.includes('Edited %02d')`, n))
	}
}

func TestTheBrowserFollowsTheEditor(t *testing.T) {
	b, s := open(t), serve(t, tall(), "--follow")
	b.run(t, chromedp.Navigate(s.url))
	becomes(t, b, badgeText) // it has been told of the state
	s.write(t, "content/backlog/item-07.md", "---\ntitle: Seven\n---\n")
	becomes(t, b, `location.pathname === '/items/item-07.html' && document.querySelector('h1').textContent.includes('Seven') && `+badgeText)
	s.write(t, "content/themes/growth.md", "---\ntitle: Growing\n---\n")
	becomes(t, b, `location.pathname === '/themes/growth.html'`)
	b.complain(t)
}

func TestAKeyOpensTheSource(t *testing.T) {
	b, s := open(t), serve(t, tall(), "--editor", "my-editor://open?file={path}")
	wanted := make(chan string, 10)
	chromedp.ListenTarget(b, func(e any) {
		if e, ok := e.(*page.EventFrameRequestedNavigation); ok {
			wanted <- e.URL
		}
	})
	b.run(t, chromedp.Navigate(s.url+"items/item-01.html"))
	becomes(t, b, badgeText) // it has been told of the state
	b.run(t, chromedp.KeyEvent("e"))
	select {
	case got := <-wanted:
		if want := "my-editor://open?file=" + s.dir + "/content/backlog/item-01.md"; got != want {
			t.Errorf("it opens %s, not %s", got, want)
		}
	case <-time.After(5 * time.Second):
		t.Error("it opens nothing")
	}
}

// TestOnlyWhatDiffersIsDone changes trees at random: afterwards the document is as
// the new page, but for what somebody else has put into it.
func TestOnlyWhatDiffersIsDone(t *testing.T) {
	b := open(t)
	script, err := os.ReadFile("../preview/client/morph.js")
	if err != nil {
		t.Fatal(err)
	}
	b.run(t, chromedp.Navigate("data:text/html,<!doctype html><body></body>"))
	source, _ := json.Marshal(string(script))
	got := eval[string](t, b, `(() => {
		const { pair, patch, twins } = new Function(`+string(source)+` + '; return { pair, patch, twins };')();
		let seed = 1;
		const random = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n; };
		const grow = (depth) => {
			if (depth === 0 || depth < 4 && random(4) === 0) return random(5) ? document.createTextNode(['a', 'b', ' ', '\n'][random(4)]) : document.createComment('c');
			const e = document.createElement(['p', 'div', 'li', 'b'][random(4)]);
			for (const name of ['class', 'title']) if (random(3) === 0) e.setAttribute(name, 'xyz'[random(3)]);
			for (let n = random(6); n > 0; n--) e.append(grow(depth - 1));
			return e;
		};
		const name = (root) => { // ids are unique
			const free = [...'abcdefgh'];
			for (const e of root.querySelectorAll('*')) if (free.length && random(5) === 0) e.id = free.splice(random(free.length), 1)[0];
			return root;
		};
		const vary = (root) => { // a page that has much in common
			const all = [...root.querySelectorAll('*')];
			for (let n = random(4); n > 0 && all.length; n--) {
				const e = all[random(all.length)];
				[() => e.remove(), () => e.append(grow(2)), () => e.before(grow(1)), () => e.setAttribute('title', 'new'), () => root.firstElementChild?.before(e), () => e.replaceChildren('text')][random(6)]();
			}
			return root;
		};
		for (let round = 0; round < 400; round++) {
			const first = name(grow(4)), made = document.createElement('main'), live = document.createElement('main');
			made.append(first);
			live.append(first.cloneNode(true));
			pair(made, live);
			for (let step = 0; step < 3; step++) {
				const fresh = random(3) ? vary(made.cloneNode(true)) : document.createElement('main');
				if (!fresh.firstChild) fresh.append(name(grow(4)));
				const want = fresh.cloneNode(true), guests = [];
				for (const e of live.querySelectorAll('*')) if (random(6) === 0) {
					const guest = document.createElement('i');
					guest.className = 'guest';
					random(2) ? e.append(guest) : e.prepend(guest);
				}
				const kept = new Map([...live.querySelectorAll('[id]')].map((e) => [e.id, e]));
				patch(made, fresh, { attribute: () => false, node() {} });
				for (const guest of live.querySelectorAll('.guest')) guest.remove();
				if (!live.isEqualNode(want)) return 'round ' + round + ': the document is ' + live.outerHTML + ' and not ' + want.outerHTML;
				if (!made.isEqualNode(want)) return 'round ' + round + ': the copy is ' + made.outerHTML;
				for (const [id, e] of kept) {
					const now = live.querySelector('#' + id), before = e.parentNode === now?.parentNode;
					if (now && before && now !== e && now.nodeName === e.nodeName) return 'round ' + round + ': #' + id + ' is another element';
				}
			}
		}
		return '';
	})()`)
	if got != "" {
		t.Error(got)
	}
}

// TestFromASaveToTheScreen measures what an author feels.
func TestFromASaveToTheScreen(t *testing.T) {
	files := tall()
	dir := os.Getenv("MILEPOST_PLAN") // one of a size of its own
	item := "content/backlog/item-30.md"
	path := "items/item-30.html"
	limit := 200 * time.Millisecond // of which a calm machine takes 30
	if dir != "" {
		files = nil
		item, path = "content/backlog/mp-000500.md", "items/mp-000500.html"
	}
	b := open(t)
	s := &serving{dir: dir, addr: free(t)}
	if dir == "" {
		s.dir = t.TempDir()
	}
	for name, text := range files {
		s.write(t, name, text)
	}
	s.start(t)
	t.Cleanup(s.stop)
	before, err := os.ReadFile(filepath.Join(s.dir, item))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.WriteFile(filepath.Join(s.dir, item), before, 0o644) })
	b.run(t, chromedp.Navigate(s.url+path))
	becomes(t, b, `document.querySelector('milepost-preview')`)
	// A frame after the heading has changed it is on the screen.
	eval[any](t, b, `window.shown = {}; new MutationObserver(() => {
		const title = document.querySelector('h1').textContent.trim();
		requestAnimationFrame(() => setTimeout(() => { shown[title] ||= performance.timeOrigin + performance.now(); }));
	}).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true }); null`)
	var took []time.Duration
	for n := range 21 {
		title := fmt.Sprintf("Saved %d", n)
		text := strings.Replace(string(before), "title: ", "title: "+title+"\nx_was: ", 1)
		begin := time.Now()
		s.write(t, item, text)
		becomes(t, b, fmt.Sprintf(`shown[%q]`, title))
		at := eval[float64](t, b, fmt.Sprintf(`shown[%q]`, title))
		took = append(took, time.UnixMicro(int64(at*1000)).Sub(begin))
		time.Sleep(300 * time.Millisecond) // nobody saves twice in a moment
	}
	slices.Sort(took)
	t.Logf("from a save to the screen: median %v, of %v", took[len(took)/2], took)
	if median := took[len(took)/2]; median > limit {
		t.Errorf("the median is %v", median)
	}
}
