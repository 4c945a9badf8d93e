// Package preview serves the site of a project while it is written.
//
// Run watches the project, evaluates it after every change, and puts the Snapshot
// where every request finds it: behind one pointer. A page is rendered when it is
// asked for, from the Snapshot of that moment; nothing is kept, so nothing can be
// stale, and no answer is half old. What a browser gets is the page as a build would
// write it and one script more, which holds a connection open while its tab is
// looked at, puts a new version into the page where it stands, and shows what is
// wrong with the plan.
//
// The preview is for one person at one machine. It answers who asks for localhost
// and nobody else, whatever page a browser has open (see guard.go), and it writes
// nothing. Deliberately absent: any word about how a page looks, and a second way to
// make one.
package preview

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"milepost/internal/calendar"
	"milepost/internal/engine"
	"milepost/internal/plan"
	"milepost/internal/watch"
)

// Options say what is served, and where.
type Options struct {
	Root     string // the project, absolute
	Addr     string // to listen at: "127.0.0.1:1414"
	BasePath string // below which the site stands; it begins and ends with a slash
	// Settings is the file that stands in for milepost.yaml, absolute, and
	// Engine.Config what it is called; "" without one.
	Settings string
	// Engine is what the site depends on; the day, the history and the address are
	// filled in.
	Engine  engine.Options
	Today   func() calendar.Day
	History func() (map[string]plan.History, error) // read again after each commit
	// Place refuses a folder for the output in which a build would do harm: the
	// configuration has to be mended first.
	Place  func(output string) error
	Editor Editor
	Poll   time.Duration // > 0: look so often, and ask the system for no events
	Follow bool          // browsers open the page of the file that was saved last
	Open   bool          // a browser is started

	Print func(line string) // where it is, and each change
	Note  func(line string) // what somebody should know
	Sized func(text int)    // is told how many bytes of text there are
	Now   func() time.Time
	Stop  <-chan struct{}
}

// The times a shutdown takes at most: a person who stops it does not wait.
const (
	farewell = 100 * time.Millisecond
	lastLook = 50 * time.Millisecond
)

// Run serves until Stop is closed. It fails where it cannot listen, or cannot read
// the project at all; a plan that is broken is served with what is wrong.
func Run(opt Options) error {
	listener, err := listen(opt)
	if err != nil {
		return err
	}
	s := newServer(opt, listener.Addr())
	l, err := newLoop(opt, s)
	if err != nil {
		listener.Close() // the project cannot be read, which is what matters
		return err
	}
	server := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, ErrorLog: log.New(io.Discard, "", 0), DisableGeneralOptionsHandler: true}
	served, watched := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(served)
		server.Serve(listener) // ends when it is shut down
	}()
	go func() {
		defer close(watched)
		watch.Run(watch.Options{
			Root: opt.Root, Look: l.look, Matters: l.matters, Say: opt.Note,
			Poll: opt.Poll, Now: opt.Now, Stop: opt.Stop,
		})
	}()
	l.begin(opt)
	<-opt.Stop
	s.end()
	stop(server)
	<-served
	select {
	case <-watched:
	case <-time.After(lastLook): // it evaluates a large plan, of which nobody will hear
	}
	return nil
}

// stop ends the answers that are being written, and cuts off those that take long.
func stop(server *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), farewell)
	defer cancel()
	if server.Shutdown(ctx) != nil {
		server.Close()
	}
}

// begin tells where the preview is, once there is something to see.
func (l *loop) begin(opt Options) {
	select {
	case <-l.server.ready:
	case <-opt.Stop:
		return
	}
	opt.Print(l.greeting())
	if opt.Open {
		if err := openBrowser(l.server.address()); err != nil {
			opt.Note("no browser can be opened: " + err.Error())
		}
	}
}

// listen takes the address, or one of the next ports where it is taken, and says
// so. It warns of an address that others can reach.
func listen(opt Options) (net.Listener, error) {
	listener, moved, err := nextFree(opt.Addr)
	if err != nil {
		return nil, err
	}
	if moved {
		opt.Note(opt.Addr + " is taken; this is " + listener.Addr().String())
	}
	if !loopback(listener.Addr()) {
		opt.Note("whoever can reach " + listener.Addr().String() + " can read this preview" + hidden(opt.Engine))
	}
	return listener, nil
}

// hidden says what a preview shows that a published site does not.
func hidden(opt engine.Options) string {
	switch {
	case opt.Audience == "internal" && opt.Drafts:
		return ", with drafts and what is internal"
	case opt.Audience == "internal":
		return ", with what is internal"
	case opt.Drafts:
		return ", with drafts"
	}
	return ""
}
