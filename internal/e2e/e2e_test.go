package e2e

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/fetch"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/rogpeppe/go-internal/txtar"
)

// milepost is the program under test: the one the environment names, else one
// that is built for the tests.
var milepost = sync.OnceValues(func() (string, error) {
	if bin := os.Getenv("MILEPOST"); bin != "" {
		return bin, nil
	}
	bin := filepath.Join(os.TempDir(), "milepost-e2e")
	cmd := exec.Command("go", "build", "-o", bin, "./cmd/milepost")
	cmd.Dir = filepath.Join("..", "..")
	out, err := cmd.CombinedOutput()
	if err != nil {
		os.Stderr.Write(out)
	}
	return bin, err
})

// site builds the plan of a txtar archive and returns the folder of its site.
func site(t *testing.T, archive string, arguments ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", archive))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range txtar.Parse(data).Files {
		file := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return build(t, dir, arguments...)
}

func build(t *testing.T, dir string, arguments ...string) string {
	t.Helper()
	bin, err := milepost()
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "site")
	cmd := exec.Command(bin, append([]string{"-C", dir, "build", "--today", "2026-11-30", "-o", out}, arguments...)...)
	if said, err := cmd.CombinedOutput(); err != nil && !strings.Contains(strings.Join(arguments, " "), "--force") {
		t.Fatalf("%v\n%s", err, said)
	}
	return out
}

// browser is one tab and all that went wrong in it.
type browser struct {
	context.Context
	mu   sync.Mutex
	seen []string
}

// open starts a browser. Every request that is neither for a file nor for this
// machine is noted and refused.
func open(t *testing.T) *browser {
	t.Helper()
	bin, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("there is no chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(bin), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	// The browser is newer than the driver and tells of events the driver does not know; it says so each time.
	quiet := func(string, ...any) {}
	ctx, cancel = chromedp.NewContext(ctx, chromedp.WithErrorf(quiet), chromedp.WithLogf(quiet))
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	b := &browser{Context: ctx}
	chromedp.ListenTarget(ctx, b.event)
	if err := chromedp.Run(ctx, runtime.Enable(), cdplog.Enable(), network.Enable(), page.Enable(),
		fetch.Enable().WithPatterns([]*fetch.RequestPattern{{URLPattern: "*"}})); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *browser) note(text string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.seen = append(b.seen, text)
}

func (b *browser) event(e any) {
	switch e := e.(type) {
	case *page.EventJavascriptDialogOpening:
		b.note("dialog: " + e.Message)
		go chromedp.Run(b.Context, page.HandleJavaScriptDialog(true))
	case *runtime.EventExceptionThrown:
		b.note("exception: " + e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError {
			b.note("console error")
		}
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == cdplog.LevelError {
			b.note("log: " + e.Entry.Text + " " + e.Entry.URL)
		}
	case *fetch.EventRequestPaused:
		go b.request(e)
	}
}

func (b *browser) request(e *fetch.EventRequestPaused) {
	u := e.Request.URL
	if strings.HasPrefix(u, "file:") || strings.HasPrefix(u, "data:") || strings.HasPrefix(u, "http://127.0.0.1:") {
		chromedp.Run(b.Context, fetch.ContinueRequest(e.RequestID))
		return
	}
	b.note("request: " + u)
	chromedp.Run(b.Context, fetch.FailRequest(e.RequestID, network.ErrorReasonBlockedByClient))
}

// visit opens an address, clicks and hovers what could carry a handler, and
// returns what went wrong.
func (b *browser) visit(t *testing.T, address string) []string {
	t.Helper()
	b.mu.Lock()
	b.seen = nil
	b.mu.Unlock()
	var ran bool
	err := chromedp.Run(b.Context,
		b.load(address),
		chromedp.Evaluate(`(() => {
			for (const e of document.querySelectorAll("main *")) {
				for (const type of ["mouseover", "focus", "error", "load", "toggle", "animationstart"]) e.dispatchEvent(new Event(type));
				if (!e.matches("a, button, input, [role=option]")) e.dispatchEvent(new MouseEvent("click", {bubbles: false}));
			}
			return "ran" in window;
		})()`, &ran))
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	out := append([]string(nil), b.seen...)
	if ran {
		out = append(out, "a script of an author ran")
	}
	return out
}

// load goes to an address from an empty page. What the page before has still in
// flight can abort the way to the next one; then the way is taken again.
func (b *browser) load(address string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) (err error) {
		for range 3 {
			if err = (chromedp.Tasks{chromedp.Navigate("about:blank"), chromedp.Navigate(address)}).Do(ctx); err == nil || !strings.Contains(err.Error(), "ERR_ABORTED") {
				return err
			}
		}
		return err
	})
}

// pages lists the pages of a site as paths below it.
func pages(t *testing.T, site string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(site, func(file string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(file, ".html") {
			rel, _ := filepath.Rel(site, file)
			out = append(out, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	return out
}

// served is the address of a site below a folder of a server, as GitHub Pages
// puts it.
func served(t *testing.T, site string) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("/plan/", http.StripPrefix("/plan/", http.FileServer(http.Dir(site))))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL + "/plan/"
}

func TestHostileTextRunsNothing(t *testing.T) {
	b := open(t)
	dir := site(t, "hostile.txtar", "--force")
	for _, base := range []string{"file://" + dir + "/", served(t, dir)} {
		for _, p := range pages(t, dir) {
			for _, wrong := range b.visit(t, base+p) {
				t.Errorf("%s: %s", p, wrong)
			}
		}
	}
}

// TestTheHostileTextIsDangerous shows that the test above could fail: the same
// text put on a page as it is runs.
func TestTheHostileTextIsDangerous(t *testing.T) {
	b := open(t)
	data, err := os.ReadFile(filepath.Join("testdata", "hostile.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "raw.html")
	if err := os.WriteFile(file, append([]byte("<!doctype html><main>"), data...), 0o644); err != nil {
		t.Fatal(err)
	}
	if wrong := b.visit(t, "file://"+file); len(wrong) == 0 {
		t.Error("nothing ran")
	}
}

// awaited makes the evaluation of a promise wait for what it brings.
func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
