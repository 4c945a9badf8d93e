package watch

import (
	"errors"
	"path"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// wait waits until it is time to look. ok is false when it is time to stop.
func (w *watcher) wait() (alarm Alarm, ok bool) {
	safe := time.NewTimer(w.interval())
	defer safe.Stop()
	var b burst
	for {
		select {
		case <-w.Stop:
			return Alarm{}, false
		case <-safe.C:
			return Alarm{}, true
		case e, open := <-w.events.all():
			if !open {
				w.poll(reason(errEnded))
				return Alarm{}, true
			}
			if !w.matters(&b, e) {
				continue
			}
			return w.settle(&b)
		case err, open := <-w.events.errors():
			if !open {
				err = errEnded
			}
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				w.poll(reason(err))
			}
			return Alarm{}, true
		}
	}
}

// burst is a number of events that follow each other.
type burst struct {
	named map[string]bool
}

// matters takes an event in, and reports whether it tells of the project.
func (w *watcher) matters(b *burst, e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
	}
	rel, err := filepath.Rel(w.Root, e.Name)
	if err != nil {
		rel = e.Name
	}
	name := filepath.ToSlash(rel)
	if !w.Matters(path.Dir(name), path.Base(name)) {
		return false
	}
	if b.named == nil {
		b.named = map[string]bool{}
	}
	b.named[name] = true
	return true
}

// settle waits until there is a pause: a save is several events, and a branch is
// thousands.
func (w *watcher) settle(b *burst) (alarm Alarm, ok bool) {
	limit := time.NewTimer(settled)
	defer limit.Stop()
	for {
		pause := time.NewTimer(b.quiet())
		select {
		case <-w.Stop:
			return Alarm{}, false
		case <-pause.C:
			return b.alarm(), true
		case <-limit.C:
			return b.alarm(), true
		case e, open := <-w.events.all():
			if open {
				w.matters(b, e)
			} else {
				return Alarm{}, true
			}
		}
		pause.Stop()
	}
}

func (b *burst) quiet() time.Duration {
	if len(b.named) > few {
		return quietMany
	}
	return quietFew
}

func (b *burst) alarm() Alarm {
	if len(b.named) > few {
		return Alarm{}
	}
	var a Alarm
	for name := range b.named {
		a.Named = append(a.Named, name)
	}
	return a
}
