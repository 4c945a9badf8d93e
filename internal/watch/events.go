package watch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/fsnotify/fsnotify"
)

// events are those of the folders that are armed. The zero value has none.
type events struct {
	watcher *fsnotify.Watcher
	armed   map[string]fs.FileInfo // by absolute path
}

// all and errors are nil without a watcher, and then never ready.
func (e *events) all() <-chan fsnotify.Event {
	if e.watcher == nil {
		return nil
	}
	return e.watcher.Events
}

func (e *events) errors() <-chan error {
	if e.watcher == nil {
		return nil
	}
	return e.watcher.Errors
}

func (e *events) close() {
	if e.watcher != nil {
		e.watcher.Close() // nothing of it is needed any more
	}
	*e = events{}
}

// arm watches the folders and no others. fresh tells that one of them was not
// watched before. A folder that is gone already is left to the next look.
func (e *events) arm(open func() (*fsnotify.Watcher, error), root string, folders []string) (fresh bool, err error) {
	wanted := make(map[string]fs.FileInfo, len(folders))
	for _, f := range folders {
		dir := filepath.FromSlash(f)
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(root, dir)
		}
		if info, err := os.Stat(dir); err == nil {
			wanted[dir] = info
		}
	}
	// One folder may have two names, and what the system does on the removal of one
	// of them differs: it is simpler to begin anew.
	if e.watcher == nil || !e.within(wanted) {
		e.close()
		if e.watcher, err = open(); err != nil {
			return false, err
		}
		e.armed = map[string]fs.FileInfo{}
	}
	for dir, info := range wanted {
		if e.armed[dir] != nil {
			continue
		}
		err := e.watcher.Add(dir)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fresh, err
		}
		e.armed[dir] = info
		fresh = true
	}
	return fresh, nil
}

// within reports whether all that is armed is wanted, and is the same folder still.
func (e *events) within(wanted map[string]fs.FileInfo) bool {
	for dir, was := range e.armed {
		if now := wanted[dir]; now == nil || !os.SameFile(was, now) {
			return false
		}
	}
	return true
}

var errEnded = errors.New("it has stopped")

// reason says why there are no events, as the rest of a sentence.
func reason(err error) string {
	if exhausted(err) {
		return "the system does not watch so many folders (" + err.Error() + ")"
	}
	return "the system cannot tell of them (" + err.Error() + ")"
}
