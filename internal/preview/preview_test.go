package preview

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"milepost/internal/calendar"
	"milepost/internal/plan"
)

// running is a preview that runs, and a person who edits and reads.
type running struct {
	root string
	url  string // of the root of the site
	stop chan struct{}
	done chan error

	mu      sync.Mutex
	printed []string
	noted   []string
}

var testDay, _ = calendar.ParseDay("2026-11-24")

// small is a plan with one of everything.
var small = map[string]string{
	"milepost.yaml":            "title: Tintype\n",
	"content/_index.md":        "---\ntitle: Tintype\nvision: Found in fifty years.\n---\n",
	"content/themes/growth.md": "---\ntitle: Growth\nhorizon: now\n---\n",
	"content/backlog/one.md":   "---\ntitle: First things\ntheme: growth\neffort: 1\n---\nSee [[two]].\n\n![](shot.png)\n",
	"content/backlog/two.md":   "---\ntitle: Second things\ntheme: growth\neffort: 1\n---\nText.\n",
	"content/backlog/shot.png": "picture",
	"static/robots/x.txt":      "plain",
	"static/own.html":          "<p>mine",
}

// project writes files into a new folder.
func project(t testing.TB, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for p, text := range files {
		put(t, root, p, text)
	}
	return root
}

func put(t testing.TB, root, path, text string) {
	t.Helper()
	file := filepath.Join(root, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (p *running) options(change ...func(*Options)) Options {
	opt := Options{
		Root: p.root, Addr: "127.0.0.1:0", BasePath: "/", Editor: editors["vscode"],
		Today:   func() calendar.Day { return testDay },
		History: func() (map[string]plan.History, error) { return nil, nil },
		Place:   func(string) error { return nil },
		Print:   func(line string) { p.hear(&p.printed, line) },
		Note:    func(line string) { p.hear(&p.noted, line) },
		Sized:   func(int) {}, Now: time.Now, Stop: p.stop,
	}
	for _, c := range change {
		c(&opt)
	}
	return opt
}

func (p *running) hear(list *[]string, line string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	*list = append(*list, line)
}

func (p *running) heard(list *[]string) []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), *list...)
}

// start runs a preview of files until the test ends.
func start(t testing.TB, files map[string]string, change ...func(*Options)) *running {
	t.Helper()
	return startAt(t, project(t, files), change...)
}

func startAt(t testing.TB, root string, change ...func(*Options)) *running {
	t.Helper()
	p := &running{root: root, stop: make(chan struct{}), done: make(chan error, 1)}
	opt := p.options(change...)
	go func() { p.done <- Run(opt) }()
	t.Cleanup(func() { p.end(t) })
	eventually(t, "it starts", func() bool { return len(p.heard(&p.printed)) > 0 })
	p.url, _, _ = strings.Cut(p.heard(&p.printed)[0], " ")
	return p
}

// end stops it, and says how long that took.
func (p *running) end(t testing.TB) time.Duration {
	begin := time.Now()
	select {
	case <-p.stop:
		return 0
	default:
		close(p.stop)
	}
	select {
	case err := <-p.done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(5 * time.Second):
		t.Error("it does not stop")
	}
	return time.Since(begin)
}

// eventually waits for something to hold. The limit is for a machine that is busy
// with other tests; an idle one takes a tenth of a second.
func eventually(t testing.TB, what string, holds func() bool) time.Duration {
	t.Helper()
	begin := time.Now()
	for !holds() {
		if time.Since(begin) > 10*time.Second {
			t.Fatalf("it is not so that %s", what)
		}
		time.Sleep(2 * time.Millisecond)
	}
	return time.Since(begin)
}

// get asks for a path of the site.
func (p *running) get(path string) (status int, body string) {
	answer, err := http.Get(p.url + path)
	if err != nil {
		return 0, err.Error()
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0, err.Error()
	}
	return answer.StatusCode, string(data)
}

// shows waits until a page shows a text.
func (p *running) shows(t testing.TB, path, text string) time.Duration {
	t.Helper()
	return eventually(t, path+" shows "+text, func() bool {
		_, body := p.get(path)
		return strings.Contains(body, text)
	})
}

func TestAPageFollowsItsSource(t *testing.T) {
	p := start(t, small)
	p.shows(t, "items/one.html", "First things")
	put(t, p.root, "content/backlog/one.md", "---\ntitle: Other things\n---\n")
	p.shows(t, "items/one.html", "Other things")
	p.shows(t, "backlog.html", "Other things")
	lines := p.heard(&p.printed)
	if len(lines) != 2 || !strings.Contains(lines[1], "content/backlog/one.md: ") || !strings.Contains(lines[1], " ms, 3 warnings in 3 files") {
		t.Errorf("it says %q", lines)
	}
}

func TestFilesAreServedAsAServerWould(t *testing.T) {
	p := start(t, small, func(o *Options) { o.BasePath = "/plan/" })
	for _, tt := range []struct {
		path, kind, holds string
		status            int
	}{
		{"", "text/html; charset=utf-8", "Found in fifty years", 200},
		{"index.html", "text/html; charset=utf-8", "Found in fifty years", 200},
		{"backlog", "text/html; charset=utf-8", "First things", 200},
		{"items/one", "text/html; charset=utf-8", `src="../.milepost/preview.js"`, 200},
		{"assets/milepost.css", "text/css; charset=utf-8", "@layer", 200},
		{"milepost.json", "application/json", `"milepost/1"`, 200},
		{"backlog.csv", "text/csv; charset=utf-8", "First things", 200},
		{"robots/x.txt", "text/plain; charset=utf-8", "plain", 200},
		{"own.html", "text/html; charset=utf-8", "<p>mine", 200},
		{"backlog/shot.png", "image/png", "picture", 200},
		{"assets/overpass-latin.woff2", "font/woff2", "wOF2", 200},
		{"nothing", "text/html; charset=utf-8", "Not found", 404},
		{"items/nothing.html", "text/html; charset=utf-8", `<base href="../"><script src=".milepost/preview.js"`, 404},
		{"content/backlog/one.md", "text/html; charset=utf-8", "Not found", 404},
		{".milepost/preview.js", "text/javascript; charset=utf-8", "EventSource", 200},
		{".milepost/preview.css", "text/css; charset=utf-8", ":host", 200},
		{".milepost/nothing", "text/plain; charset=utf-8", "no such file", 404},
	} {
		answer, err := http.Get(p.url + tt.path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(answer.Body)
		answer.Body.Close()
		if answer.StatusCode != tt.status || answer.Header.Get("Content-Type") != tt.kind || !strings.Contains(string(body), tt.holds) {
			t.Errorf("%s: %d %s\n%.300s", tt.path, answer.StatusCode, answer.Header.Get("Content-Type"), body)
		}
		if answer.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s may be kept", tt.path)
		}
	}
	base := strings.TrimSuffix(p.url, "plan/")
	for from, want := range map[string]int{"": 200, "plan": 200, "elsewhere": 404} { // the first two lead on
		answer, err := http.Get(base + from)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("/%s: %d", from, answer.StatusCode)
		}
	}
}

func TestAPartOfAFile(t *testing.T) {
	p := start(t, small)
	r, _ := http.NewRequest("GET", p.url+"backlog/shot.png", nil)
	r.Header.Set("Range", "bytes=1-3")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if body, _ := io.ReadAll(answer.Body); answer.StatusCode != 206 || string(body) != "ict" {
		t.Errorf("%d %q", answer.StatusCode, body)
	}
}

func TestABrokenPlanIsServedAndSaysSo(t *testing.T) {
	broken := map[string]string{"milepost.yaml": "title: [\n", "content/backlog/one.md": "---\ntitle: [\n---\nStill here.\n"}
	p := start(t, broken)
	p.shows(t, "items/one.html", "Still here.")
	if said := p.heard(&p.printed)[0]; !strings.Contains(said, "error") {
		t.Errorf("it says %q", said)
	}
}

func TestABrokenTemplate(t *testing.T) {
	p := start(t, small)
	put(t, p.root, "themes/slots/item-after.html", "\n{{.Nothing}}\n")
	about := p.told(t, "index.html", func(m message) bool { return m.Errors > 0 })
	if at := about.Files[0].Found[0].At; at != "themes/slots/item-after.html:2:4" {
		t.Errorf("the mistake is at %s", at)
	}
	p.shows(t, "items/one.html", "First things") // as if there were no theme
	put(t, p.root, "themes/slots/item-after.html", "{{index .Facts 99}}")
	stumbled := p.told(t, "items/one.html", func(m message) bool { return !m.Made })
	if stumbled.Errors != 1 || !strings.HasPrefix(stumbled.Files[0].Found[0].At, "themes/slots/item-after.html:1:") {
		t.Errorf("of the page that cannot be made it says %+v", stumbled.Files)
	}
	if status, body := p.get("items/one.html"); status != 500 || !strings.Contains(body, "This page cannot be made") || !strings.Contains(body, "preview.js") {
		t.Errorf("%d %s", status, body)
	}
	put(t, p.root, "themes/slots/item-after.html", "<p>mended</p>")
	p.shows(t, "items/one.html", "<p>mended</p>")
}

func TestATakenPortGivesTheNextFreeOne(t *testing.T) {
	first := start(t, small)
	addr := strings.TrimSuffix(strings.TrimPrefix(first.url, "http://"), "/")
	second := start(t, small, func(o *Options) { o.Addr = addr })
	if status, _ := second.get(""); status != 200 || second.url == first.url {
		t.Errorf("%s answers %d", second.url, status)
	}
	if noted := second.heard(&second.noted); len(noted) != 1 || !strings.HasPrefix(noted[0], addr+" is taken; this is 127.0.0.1:") {
		t.Errorf("it says %q", noted)
	}
}

func TestAnAddressThatCannotBe(t *testing.T) {
	p := &running{root: project(t, small), stop: make(chan struct{})}
	for addr, want := range map[string]string{
		"nonsense":          "listen at nonsense: address nonsense: missing port in address",
		"127.0.0.1:none":    "listen at 127.0.0.1:none: lookup tcp/none: unknown port",
		"203.0.113.7:14141": "listen at 203.0.113.7:14141: ",
	} {
		if err := Run(p.options(func(o *Options) { o.Addr = addr })); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v", addr, err)
		}
	}
}

func TestAPublicAddressIsWarnedOf(t *testing.T) {
	p := start(t, small, func(o *Options) { o.Addr, o.Engine.Drafts, o.Engine.Audience = "0.0.0.0:0", true, "internal" })
	noted := p.heard(&p.noted)
	if len(noted) != 1 || !strings.HasPrefix(noted[0], "whoever can reach 0.0.0.0:") || !strings.HasSuffix(noted[0], "with drafts and what is internal") {
		t.Errorf("it says %q", noted)
	}
	if !strings.HasPrefix(p.url, "http://localhost:") {
		t.Errorf("it is at %s", p.url)
	}
	q := start(t, small)
	if noted := q.heard(&q.noted); len(noted) > 0 {
		t.Errorf("on this machine alone it says %q", noted)
	}
}

func TestItEndsAtOnce(t *testing.T) {
	p := start(t, small)
	for range 10 { // tabs that are open
		answer, err := http.Get(p.url + ".milepost/events?page=index.html")
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
	}
	if took := p.end(t); took > 200*time.Millisecond {
		t.Errorf("it takes %v", took)
	}
	if status, _ := p.get(""); status != 0 {
		t.Errorf("it still answers %d", status)
	}
}

func TestAnOutputAmongTheSourcesIsRefused(t *testing.T) {
	refuse := func(o *Options) {
		o.Place = func(output string) error {
			if strings.HasPrefix(output, "content") {
				return fmt.Errorf("it lies among the sources")
			}
			return nil
		}
	}
	files := map[string]string{"milepost.yaml": "output: content/public\n", "content/backlog/one.md": "One"}
	p := &running{root: project(t, files), stop: make(chan struct{})}
	if err := Run(p.options(refuse)); err == nil || err.Error() != "output: content/public: it lies among the sources" {
		t.Errorf("it ends with %v", err)
	}
	q := start(t, small, refuse)
	put(t, q.root, "milepost.yaml", "output: content/public\n")
	m := q.told(t, "index.html", func(m message) bool { return m.Errors > 0 })
	if got := m.Files[0].Found[0].Message; got != "output: content/public: it lies among the sources" {
		t.Errorf("it says %q", got)
	}
}

func TestAProjectThatCannotBeReadForAWhile(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("nothing is forbidden to root")
	}
	p := start(t, small)
	file := filepath.Join(p.root, "content/backlog/two.md")
	put(t, p.root, "content/backlog/two.md", "changed")
	os.Chmod(file, 0)
	m := p.told(t, "index.html", func(m message) bool { return m.Errors > 0 })
	if got := m.Files[0].Found[0].Message; got != "read content/backlog/two.md: permission denied" {
		t.Errorf("it says %q", got)
	}
	os.Chmod(file, 0o644)
	p.told(t, "index.html", func(m message) bool { return m.Errors == 0 })
}

func TestAMistakeOfOursIsShownAndForgotten(t *testing.T) {
	p := &running{root: project(t, small), stop: make(chan struct{})}
	opt := p.options()
	s := newServer(opt, nil)
	l, err := newLoop(opt, s)
	if err != nil {
		t.Fatal(err)
	}
	whole := l.reading.Tree
	s.addr = fakeAddr("127.0.0.1:1")
	l.reading.Tree = nil
	l.show(l.evaluate(), nil, nil, time.Now())
	if st := s.current.Load(); st.problems.Errors != 1 || !strings.HasPrefix(st.problems.Files[0].Found[0].Message, "this is a mistake in milepost, not in your plan: ") || st.page("index.html").status != 500 {
		t.Errorf("it says %+v", st.problems)
	}
	l.reading.Tree, l.failed = whole, ""
	l.show(l.evaluate(), nil, nil, time.Now())
	if st := s.current.Load(); st.problems.Errors != 0 || st.page("index.html").status != 200 {
		t.Errorf("then it says %+v", st.problems)
	}
}

type fakeAddr string

func (fakeAddr) Network() string  { return "tcp" }
func (a fakeAddr) String() string { return string(a) }

func TestWhatASiteDependsOnBesidesItsFiles(t *testing.T) {
	var mu sync.Mutex
	today := testDay
	settings := filepath.Join(t.TempDir(), "other.yaml")
	put(t, filepath.Dir(settings), "other.yaml", "title: Elsewhere\n")
	p := start(t, small, func(o *Options) {
		o.Settings, o.Engine.Config = settings, "other.yaml"
		o.Poll = 20 * time.Millisecond
		o.Today = func() calendar.Day { mu.Lock(); defer mu.Unlock(); return today }
	})
	p.shows(t, "index.html", "Elsewhere")
	put(t, filepath.Dir(settings), "other.yaml", "title: Somewhere\n")
	p.shows(t, "index.html", "Somewhere")
	p.shows(t, "index.html", "24 November 2026")
	mu.Lock()
	today++
	mu.Unlock()
	p.shows(t, "index.html", "25 November 2026")
}
