package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// heartbeat is how often something is sent where nothing happens, so that whatever
// lies between does not take the connection for dead.
const heartbeat = 15 * time.Second

// message is what a browser is told of a state.
type message struct {
	State   string   `json:"state"`
	Page    string   `json:"page"`              // the hash of the page it shows
	Made    bool     `json:"made"`              // the page could be made
	Scripts string   `json:"scripts"`           // changes with the site's scripts
	Source  string   `json:"source,omitempty"`  // opens what the page is made of
	Touched []string `json:"touched,omitempty"` // copied files of the site
	Follow  string   `json:"follow,omitempty"`
	problems
}

// events tells a browser of each state, as server-sent events, until it goes away.
// It asks only while its tab is looked at: browsers open six connections to a
// server and no more.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	path, err := url.PathUnescape(r.URL.Query().Get("page"))
	if err != nil {
		http.Error(w, "this is no page", http.StatusBadRequest)
		return
	}
	st := s.state(r)
	if st == nil {
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	var files []string
	follow := ""
	for {
		if !s.tell(w, out, s.about(st, path, files, follow)) {
			return
		}
		for waiting := true; waiting; {
			select {
			case <-st.next:
				st, files, follow = st.latest()
				waiting = false
			case <-beat.C:
				if !s.send(w, out, ": still here\n\n") {
					return
				}
			case <-r.Context().Done():
				return
			case <-s.over:
				return
			}
		}
	}
}

// about is what a browser that shows a page is told of a state.
func (s *server) about(st *state, path string, files []string, follow string) message {
	p := st.openPage(path)
	m := message{
		State: st.id, Page: p.hash, Made: p.data != nil, Scripts: st.scripts(),
		Touched: files, problems: st.problems.with(p.mistakes, s.openAt),
	}
	if source := st.source(path); source != "" {
		m.Source = s.Editor.open(s.Root, source, 1, 1)
	}
	if s.Follow {
		m.Follow = follow
	}
	return m
}

func (s *server) tell(w http.ResponseWriter, out *http.ResponseController, m message) bool {
	data, err := json.Marshal(m)
	if err != nil {
		panic("preview: " + err.Error()) // strings and numbers can always be encoded
	}
	return s.send(w, out, fmt.Sprintf("data: %s\n\n", data))
}

// send writes to a browser, and reports whether it is still there.
func (s *server) send(w http.ResponseWriter, out *http.ResponseController, text string) bool {
	out.SetWriteDeadline(s.Now().Add(heartbeat)) // some writers know none; then it is the system's
	_, err := w.Write([]byte(text))
	return err == nil && out.Flush() == nil
}
