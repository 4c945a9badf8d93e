package preview

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"
	"sync"

	"milepost/internal/diag"
	"milepost/internal/engine"
	"milepost/internal/plan"
	"milepost/internal/report"
)

// state is the project as it was at one time, and all that is said of it. It is
// never changed, but for what it remembers of itself.
type state struct {
	id       string // of this state and no other, in no other run either
	site     *engine.Snapshot
	problems problems // of the plan, or of reading it
	files    []string // of the site: copied files that are new, changed or gone
	follow   string   // the page of the file that was saved last, where it has one

	open    sync.Map // path -> func() *page: of those that are open in a browser
	sources func() map[string]string
	scripts func() string

	// next is closed when there is a later state, which is after then.
	next  chan struct{}
	after *state
}

func newState(id string, site *engine.Snapshot) *state {
	st := &state{id: id, site: site, next: make(chan struct{})}
	st.sources = sync.OnceValue(st.findSources)
	st.scripts = sync.OnceValue(st.hashScripts)
	return st
}

// latest follows the states to the last one, and gathers what a browser has to know
// of those between.
func (st *state) latest() (last *state, files []string, follow string) {
	for {
		select {
		case <-st.next:
			st = st.after
			files = append(files, st.files...)
			if st.follow != "" {
				follow = st.follow
			}
		default:
			return st, files, follow
		}
	}
}

// page is a file of the site, as a build would write it.
type page struct {
	status   int
	data     []byte
	hash     string            // of the data
	copied   string            // the file of the project it is a copy of; then there is no data
	mistakes []diag.Diagnostic // why it cannot be made; then there is no data either
}

// page makes the page at a path, or the one that says there is none.
func (st *state) page(path string) *page {
	if known, ok := st.open.Load(path); ok {
		return known.(func() *page)()
	}
	return st.make(path)
}

// openPage is page for a browser that shows it: others may, and it will ask again.
func (st *state) openPage(path string) *page {
	known, _ := st.open.LoadOrStore(path, sync.OnceValue(func() *page { return st.make(path) }))
	return known.(func() *page)()
}

func (st *state) make(path string) *page {
	status := http.StatusOK
	f, ok, err := st.render(path)
	if !ok && err == nil {
		status = http.StatusNotFound
		f, _, err = st.render("404.html")
	}
	if err != nil {
		return &page{status: http.StatusInternalServerError, hash: hashOf([]byte(err.Error())), mistakes: st.mistakes(err)}
	}
	return &page{status: status, data: f.Data, hash: hashOf(f.Data), copied: f.Asset}
}

// mistakes says what an error means to an author; of one that is not theirs, the
// error itself.
func (st *state) mistakes(err error) []diag.Diagnostic {
	if st.site != nil {
		if found := st.site.Mistakes(err); len(found) > 0 {
			return found
		}
	}
	return []diag.Diagnostic{{Severity: diag.Error, Message: err.Error()}}
}

// errNothing is why there is no page while a project could not be evaluated once.
var errNothing = errors.New("there is no site yet")

// render renders one file of the site. Where that goes wrong in a way that only we
// can be blamed for, the error says so and the preview goes on.
func (st *state) render(path string) (f engine.File, ok bool, err error) {
	if st.site == nil {
		return engine.File{}, false, errNothing
	}
	defer func() {
		if r := recover(); r != nil {
			err = bug(r)
		}
	}()
	return st.site.File(path)
}

func (st *state) has(path string) bool { return st.site != nil && st.site.Has(path) }

// bug is the error of a panic.
func bug(r any) error {
	return fmt.Errorf("this is a mistake in milepost, not in your plan: %v\n%s", r, debug.Stack())
}

// resolve finds the file for a path as a server of files does: a folder is its
// index, and a page can be asked for without its ending.
func (st *state) resolve(path string) string {
	if path == "" || strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	if !st.has(path) && st.has(path+".html") {
		return path + ".html"
	}
	return path
}

// source is the file of the project a page is made of, "" where it is made of many.
func (st *state) source(page string) string { return st.sources()[page] }

func (st *state) findSources() map[string]string {
	out := map[string]string{}
	if st.site == nil {
		return out
	}
	for _, e := range st.site.Plan.Entities() {
		out[plan.Path(e)] = e.Base().Doc.File.Path
	}
	return out
}

// pageOf is the page that is made of a file of the project, "" where there is none.
func (st *state) pageOf(source string) string {
	if st.site != nil && source != "" {
		for _, e := range st.site.Plan.Entities() {
			if e.Base().Doc.File.Path == source {
				return plan.Path(e)
			}
		}
	}
	return ""
}

// summary says what is wrong in a few words.
func (st *state) summary() string {
	if st.site == nil {
		return errNothing.Error()
	}
	return report.Summary(st.site.Findings)
}

// hashScripts changes when a page has to be loaded anew, because its scripts have
// changed: they have run already.
func (st *state) hashScripts() string {
	sum := sha256.New()
	for _, name := range []string{"assets/boot.js", "assets/milepost.js", "assets/words.js"} {
		if f, ok, err := st.render(name); ok && err == nil {
			fmt.Fprintf(sum, "%d\n%s", len(f.Data), f.Data)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}
