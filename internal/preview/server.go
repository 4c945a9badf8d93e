package preview

import (
	_ "embed" // the script that runs in the browser
	"html"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"milepost/internal/source"
	"milepost/internal/workspace"
)

// ownPath is where the preview's own files lie. No page can be there: the id of a
// page does not begin with a dot.
const ownPath = ".milepost/"

// server answers requests from the current state.
type server struct {
	Options
	guard   guard
	addr    net.Addr
	current atomic.Pointer[state]
	ready   chan struct{} // closed when there is a state
	once    sync.Once
	over    chan struct{} // closed at the end
}

func newServer(opt Options, addr net.Addr) *server {
	host, _, _ := net.SplitHostPort(opt.Addr)
	return &server{
		Options: opt, addr: addr, guard: guard{host: strings.ToLower(host), public: !loopback(addr)},
		ready: make(chan struct{}), over: make(chan struct{}),
	}
}

func (s *server) address() string { return urlOf(s.addr, s.BasePath) }

// show makes a state the current one, and tells those who wait for it.
func (s *server) show(st *state) {
	before := s.current.Swap(st)
	if before != nil {
		before.after = st
		close(before.next)
	}
	s.once.Do(func() { close(s.ready) })
}

// end ends what would otherwise go on for ever.
func (s *server) end() { close(s.over) }

// state is the current one. While there is none yet a request waits, because the
// first look at a large plan takes a second.
func (s *server) state(r *http.Request) *state {
	select {
	case <-s.ready:
		return s.current.Load()
	case <-r.Context().Done():
	case <-s.over:
	}
	return nil
}

// ServeHTTP answers one request.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("Cache-Control", "no-store")
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Cross-Origin-Resource-Policy", "same-origin")
	if status, why := s.guard.refuse(r); status != 0 {
		if status == http.StatusMethodNotAllowed {
			head.Set("Allow", "GET, HEAD")
		}
		http.Error(w, why, status)
		return
	}
	path, inside := strings.CutPrefix(r.URL.Path, s.BasePath)
	own, isOwn := strings.CutPrefix(path, ownPath)
	switch {
	case !inside && (r.URL.Path == "/" || r.URL.Path+"/" == s.BasePath):
		http.Redirect(w, r, s.BasePath, http.StatusFound)
	case !inside:
		http.Error(w, "the preview is at "+s.BasePath, http.StatusNotFound)
	case isOwn:
		s.own(w, r, own)
	default:
		if st := s.state(r); st != nil {
			s.file(w, r, st, path)
		}
	}
}

//go:embed client/begin.js
var beginScript string

//go:embed client/morph.js
var morphScript string

//go:embed client/overlay.js
var overlayScript string

//go:embed client/live.js
var liveScript string

//go:embed client/overlay.css
var overlaySheet string

// own serves the preview's own files.
func (s *server) own(w http.ResponseWriter, r *http.Request, name string) {
	switch name {
	case "events":
		s.events(w, r)
	case "preview.js":
		write(w, r, http.StatusOK, name, []byte("(() => {\n'use strict';\n"+beginScript+morphScript+overlayScript+liveScript+"})();\n"))
	case "preview.css":
		write(w, r, http.StatusOK, name, []byte(overlaySheet))
	default:
		http.Error(w, "there is no such file", http.StatusNotFound)
	}
}

// file serves a file of the site.
func (s *server) file(w http.ResponseWriter, r *http.Request, st *state, asked string) {
	path := st.resolve(asked)
	p := st.page(path)
	switch {
	case p.copied != "":
		s.copiedFile(w, r, p.copied, path)
	case p.data == nil:
		why := html.EscapeString(p.mistakes[0].Message)
		write(w, r, p.status, "page.html", alive([]byte(strings.ReplaceAll(unmade, "WHY", why)), s.tag(asked, path, p)))
	case p.status == http.StatusOK && !strings.HasSuffix(path, ".html"):
		write(w, r, p.status, path, p.data)
	default:
		write(w, r, p.status, "page.html", alive(p.data, s.tag(asked, path, p)))
	}
}

// unmade stands in for a page that cannot be made. The script shows more over it.
const unmade = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>milepost</title>
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>This page cannot be made</h1>
<pre>WHY</pre>
</main>
</body>
</html>
`

// tag is the element that loads the preview's script into a page. Its address is
// relative, so that it holds behind a tunnel, too. The page for what is not there is
// the same at any address, and is told where it stands.
func (s *server) tag(asked, path string, p *page) string {
	up, begin := strings.Repeat("../", strings.Count(asked, "/")), ""
	if p.status == http.StatusNotFound && up != "" {
		up, begin = "", `<base href="`+up+`">`
	}
	return begin + `<script src="` + up + ownPath + `preview.js" defer data-page="` + html.EscapeString(url.PathEscape(path)) + `" data-hash="` + p.hash + `"></script>`
}

// copiedFile serves a file of the project as it is on the disk.
func (s *server) copiedFile(w http.ResponseWriter, r *http.Request, project, path string) {
	file, err := workspace.Open(s.Root, project)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	defer file.Close()
	setType(w, path)
	if content, ok := file.(io.ReadSeeker); ok {
		http.ServeContent(w, r, "", time.Time{}, content) // in parts, where a film is asked for
	}
}

// write answers with bytes.
func write(w http.ResponseWriter, r *http.Request, status int, path string, data []byte) {
	setType(w, path)
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(data) // who asked may be gone
	}
}

// setType says what a file is. A drawing that is opened by itself must not run what
// somebody wrote into it.
func setType(w http.ResponseWriter, path string) {
	w.Header().Set("Content-Type", typeOf(path))
	if strings.HasSuffix(path, ".svg") {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
	}
}

// openAt is the address that opens a place in the editor.
func (s *server) openAt(at source.Span) string {
	from := at.From()
	return s.Editor.open(s.Root, at.Path(), from.Line, from.Column)
}
