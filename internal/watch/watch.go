// Package watch tells when to look at a project again.
//
// What the system says of changes is the alarm, and no more: events are lost, come
// late, in part or for files nobody knows. The truth is a look at the disk, which
// is not this package's: Run calls Options.Look when something has happened and has
// settled, when a removal is to be confirmed, and every two seconds in any case.
// Each look says which folders there are, and these are watched.
//
// Where the system cannot tell of changes, because it refuses or because the disk
// is another computer's, Run looks at short intervals instead, and says so once.
package watch

import (
	"time"

	"github.com/fsnotify/fsnotify"
)

// Options say what is watched and who looks.
type Options struct {
	Root string // the folder, absolute
	// Look looks at the disk. It is called by one goroutine, the one Run runs in.
	Look func(Alarm) Seen
	// Matters tells whether a change of a name in a folder, "." for the root, can be
	// one of the project. Nil is any.
	Matters func(folder, name string) bool
	// Say is told in one sentence why the system is not asked for events.
	Say func(sentence string)
	// Poll is how often to look, without asking the system; 0 asks it.
	Poll time.Duration
	Now  func() time.Time
	Stop <-chan struct{}
}

// Alarm is why to look.
type Alarm struct {
	// Named are the few paths that events have named since the last look, relative
	// to the root and with slashes. They are a hint: more may have changed. None is
	// named where many have, and where there was no event.
	Named []string
	// Sure tells that what is missing now was missing in a look a moment ago, too:
	// an editor that deletes a file to write it anew would have done so.
	Sure bool
}

// Seen is what a look has found.
type Seen struct {
	Folders []string // in which changes matter, relative to the root, or absolute
	// Missing tells that something that was there is not. The look may leave it at
	// that: the next one is Sure.
	Missing bool
	// Partial tells that the look has taken in what was named and nothing else: one
	// at everything follows.
	Partial bool
}

// The times, each of which somebody feels or a disk needs.
const (
	quietFew  = 5 * time.Millisecond   // without an event, when a few files have changed
	quietMany = 40 * time.Millisecond  // when it is a whole branch
	settled   = time.Second            // is waited at most: some files are always written
	confirm   = 100 * time.Millisecond // between a loss and the look that confirms it
	safety    = 2 * time.Second        // between looks that nothing has asked for
	pollEvery = 500 * time.Millisecond
)

// few is how many names still are a hint.
const few = 8

// share bounds what looking costs: it takes at most one part in so many of the time.
const share = 250

// Run watches until Stop is closed. The first look is at once.
func Run(opt Options) {
	w := &watcher{Options: opt, open: fsnotify.NewWatcher}
	w.run()
}

// watcher is one run.
type watcher struct {
	Options
	open   func() (*fsnotify.Watcher, error)
	events events
	cost   time.Duration // of the last look at everything
}

func (w *watcher) run() {
	defer w.events.close()
	if w.Matters == nil {
		w.Matters = func(string, string) bool { return true }
	}
	if why := silent(w.Root); w.Poll == 0 && why != "" {
		w.poll(why)
	}
	w.look(Alarm{})
	for {
		alarm, ok := w.wait()
		if !ok {
			return
		}
		w.look(alarm)
	}
}

// poll gives up events.
func (w *watcher) poll(why string) {
	w.events.close()
	w.Poll = pollEvery
	w.Say("changes are looked for every half second, because " + why)
}

// look looks, and again as long as the look is not the last word: folders may be
// new, a removal may be half of a save, a hint may not be all.
func (w *watcher) look(alarm Alarm) {
	for {
		begin := w.Now()
		seen := w.Look(alarm)
		if seen.Partial {
			alarm = Alarm{}
			continue
		}
		w.cost = w.Now().Sub(begin)
		switch more := w.arm(seen.Folders); {
		case seen.Missing && !alarm.Sure:
			if !w.sleep(confirm) {
				return
			}
			alarm = Alarm{Sure: true}
		case more:
			alarm = Alarm{Sure: alarm.Sure}
		default:
			return
		}
	}
}

// arm watches the folders, and reports whether something may have happened unseen
// in one of them.
func (w *watcher) arm(folders []string) bool {
	if w.Poll > 0 {
		return false
	}
	fresh, err := w.events.arm(w.open, w.Root, folders)
	if err != nil {
		w.poll(reason(err))
	}
	return fresh
}

// sleep waits, and reports whether to go on. What happens meanwhile is seen by the
// look that follows.
func (w *watcher) sleep(d time.Duration) bool {
	select {
	case <-time.After(d):
		return true
	case <-w.Stop:
		return false
	}
}

// interval is how long nothing has to happen until it is looked all the same.
func (w *watcher) interval() time.Duration {
	if w.Poll > 0 {
		return w.Poll
	}
	return max(safety, share*w.cost)
}
