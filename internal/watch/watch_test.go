package watch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// eye looks at a folder as a program would that knows nothing of events: it walks
// the disk. What it found last is what anybody would believe.
type eye struct {
	root string
	stop chan struct{}
	done chan struct{}

	mu       sync.Mutex
	believed map[string]string // path -> text
	looks    int               // that changed what is believed
	alarms   []Alarm
	said     []string
}

// observe runs a watcher until the test ends. change prepares it.
func observe(t *testing.T, root string, change func(*watcher)) *eye {
	t.Helper()
	e := &eye{root: root, stop: make(chan struct{}), done: make(chan struct{}), believed: map[string]string{}}
	w := &watcher{Options: Options{Root: root, Look: e.look, Say: e.say, Now: time.Now, Stop: e.stop}, open: fsnotify.NewWatcher}
	if change != nil {
		change(w)
	}
	go func() {
		defer close(e.done)
		w.run()
	}()
	t.Cleanup(func() { e.end(t) })
	e.until(t, func() bool { return e.looks > 0 })
	return e
}

// end stops the watcher, and waits for it.
func (e *eye) end(t *testing.T) {
	select {
	case <-e.stop:
	default:
		close(e.stop)
	}
	select {
	case <-e.done:
	case <-time.After(time.Second):
		t.Error("it does not stop")
	}
}

func (e *eye) say(sentence string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.said = append(e.said, sentence)
}

func (e *eye) look(a Alarm) Seen {
	found, folders := map[string]string{}, []string(nil)
	filepath.WalkDir(e.root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		rel, _ := filepath.Rel(e.root, p)
		if d.IsDir() {
			folders = append(folders, filepath.ToSlash(rel))
		} else if data, err := os.ReadFile(p); err == nil {
			found[filepath.ToSlash(rel)] = string(data)
		}
		return nil
	})
	e.mu.Lock()
	defer e.mu.Unlock()
	e.alarms = append(e.alarms, a)
	for p := range e.believed {
		if _, there := found[p]; !there && !a.Sure {
			return Seen{Folders: folders, Missing: true}
		}
	}
	if e.looks == 0 || fmt.Sprint(found) != fmt.Sprint(e.believed) {
		e.believed = found
		e.looks++
	}
	return Seen{Folders: folders}
}

// until waits for something to hold. On an idle machine a tenth of a second does.
func (e *eye) until(t *testing.T, holds func() bool) {
	t.Helper()
	e.within(t, 5*time.Second, holds)
}

func (e *eye) within(t *testing.T, limit time.Duration, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(limit); ; time.Sleep(time.Millisecond) {
		e.mu.Lock()
		ok := holds()
		e.mu.Unlock()
		if ok {
			return
		}
		if time.Now().After(end) {
			e.mu.Lock()
			defer e.mu.Unlock()
			t.Fatalf("not within %v; believed are %v after %v, said was %q", limit, e.believed, e.alarms, e.said)
		}
	}
}

func (e *eye) sees(t *testing.T, path, text string) {
	t.Helper()
	e.until(t, func() bool { return e.believed[path] == text })
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestChangesAreSeen(t *testing.T) {
	for _, poll := range []time.Duration{0, 20 * time.Millisecond} {
		t.Run(fmt.Sprint("polling every ", poll), func(t *testing.T) {
			root := t.TempDir()
			put(t, root+"/a.md", "one")
			e := observe(t, root, func(w *watcher) { w.Poll = poll })
			e.sees(t, "a.md", "one")
			put(t, root+"/a.md", "two")
			e.sees(t, "a.md", "two")
			put(t, root+"/deep/er/b.md", "new")
			e.sees(t, "deep/er/b.md", "new")
			put(t, root+"/deep/er/b.md", "edited")
			e.sees(t, "deep/er/b.md", "edited")
			os.Rename(root+"/deep", root+"/moved")
			e.sees(t, "moved/er/b.md", "edited")
			put(t, root+"/moved/er/b.md", "again")
			e.sees(t, "moved/er/b.md", "again")
			os.RemoveAll(root + "/moved")
			e.until(t, func() bool { return len(e.believed) == 1 })
			put(t, root+"/moved/er/c.md", "back")
			e.sees(t, "moved/er/c.md", "back")
			put(t, root+"/moved/er/c.md", "and edited")
			e.sees(t, "moved/er/c.md", "and edited")
			if len(e.said) > 0 {
				t.Errorf("it said %q", e.said)
			}
		})
	}
}

func TestAFewNamesAreAHint(t *testing.T) {
	root := t.TempDir()
	put(t, root+"/sub/a.md", "one")
	e := observe(t, root, nil)
	put(t, root+"/sub/a.md", "two")
	e.until(t, func() bool {
		return slices.ContainsFunc(e.alarms, func(a Alarm) bool { return slices.Equal(a.Named, []string{"sub/a.md"}) })
	})
}

func TestAHintIsFollowedByALookAtEverything(t *testing.T) {
	root := t.TempDir()
	var hints, whole int
	e := observe(t, root, func(w *watcher) {
		look := w.Look
		w.Look = func(a Alarm) Seen {
			if a.Named != nil {
				hints++
				return Seen{Partial: true}
			}
			whole++
			return look(a)
		}
	})
	put(t, root+"/a.md", "one")
	e.sees(t, "a.md", "one")
	e.end(t)
	if hints == 0 || whole < 2 {
		t.Errorf("%d hints, %d looks at everything", hints, whole)
	}
}

func TestABranchIsOneChange(t *testing.T) {
	root := t.TempDir()
	for n := range 2000 {
		put(t, fmt.Sprintf("%s/%d/%d.md", root, n%10, n), "old")
	}
	e := observe(t, root, nil)
	// A machine that is busy elsewhere may pause in the middle, and then is taken at its word.
	pauses, last := 0, time.Now()
	for n := range 2000 {
		put(t, fmt.Sprintf("%s/%d/%d.md", root, n%10, n), "new")
		if time.Since(last) > 15*time.Millisecond {
			pauses++
		}
		last = time.Now()
	}
	e.until(t, func() bool {
		for _, text := range e.believed {
			if text != "new" {
				return false
			}
		}
		return true
	})
	if looks := e.looks - 1; looks > 2+pauses {
		t.Errorf("it was taken for %d changes", looks)
	}
}

func TestASaveByDeletingIsNoRemoval(t *testing.T) {
	root := t.TempDir()
	put(t, root+"/a.md", "one")
	e := observe(t, root, nil)
	missing := false
	for n := range 5 {
		if err := os.Remove(root + "/a.md"); err != nil {
			t.Fatal(err)
		}
		e.until(t, func() bool { // it has noticed
			missing = missing || e.believed["a.md"] == ""
			last := e.alarms[len(e.alarms)-1]
			return slices.Contains(last.Named, "a.md") && !last.Sure
		})
		text := fmt.Sprint("version ", n)
		put(t, root+"/a.md", text)
		e.until(t, func() bool {
			missing = missing || e.believed["a.md"] == ""
			return e.believed["a.md"] == text
		})
	}
	if missing {
		t.Error("a file that was saved was taken for deleted")
	}
}

func TestWithoutEventsItPollsAndSaysSo(t *testing.T) {
	dead := func() (*fsnotify.Watcher, error) {
		w, err := fsnotify.NewWatcher()
		if err == nil {
			w.Close()
		}
		return w, err
	}
	for _, tt := range []struct {
		name string
		open func() (*fsnotify.Watcher, error)
		want string
	}{
		{
			"none can be had", func() (*fsnotify.Watcher, error) { return nil, errors.New("too old") },
			"changes are looked for every half second, because the system cannot tell of them (too old)",
		},
		{
			"too many folders", func() (*fsnotify.Watcher, error) { return nil, syscall.EMFILE },
			"changes are looked for every half second, because the system does not watch so many folders (too many open files)",
		},
		{
			"it ends", dead,
			"changes are looked for every half second, because the system cannot tell of them (fsnotify: watcher already closed)",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			root := t.TempDir()
			e := observe(t, root, func(w *watcher) { w.open = tt.open })
			put(t, root+"/a.md", "one")
			e.sees(t, "a.md", "one")
			put(t, root+"/sub/b.md", "two")
			e.sees(t, "sub/b.md", "two")
			if len(e.said) != 1 || e.said[0] != tt.want {
				t.Errorf("it said %q", e.said)
			}
		})
	}
}

func TestAWatcherThatEndsLater(t *testing.T) {
	root := t.TempDir()
	var inner *fsnotify.Watcher
	e := observe(t, root, func(w *watcher) {
		w.open = func() (out *fsnotify.Watcher, err error) {
			inner, err = fsnotify.NewWatcher()
			return inner, err
		}
	})
	inner.Close()
	put(t, root+"/a.md", "one")
	e.sees(t, "a.md", "one")
	if len(e.said) != 1 || !strings.HasSuffix(e.said[0], "(it has stopped)") {
		t.Errorf("it said %q", e.said)
	}
}

func TestWhatNoEventTellsIsSeenInTheEnd(t *testing.T) {
	root := t.TempDir()
	e := observe(t, root, func(w *watcher) { w.Matters = func(string, string) bool { return false } })
	put(t, root+"/a.md", "one")
	e.within(t, 2*safety, func() bool { return e.believed["a.md"] == "one" })
}

func TestLookingTakesASmallPartOfTheTime(t *testing.T) {
	w := &watcher{cost: time.Millisecond}
	if got := w.interval(); got != safety {
		t.Errorf("a quick look comes every %v", got)
	}
	w.cost = 40 * time.Millisecond
	if got := w.interval(); got < 100*w.cost {
		t.Errorf("a look that takes %v comes every %v", w.cost, got)
	}
}

func TestNothingIsLeftBehind(t *testing.T) {
	before := runtime.NumGoroutine()
	root := t.TempDir()
	for range 10 {
		e := observe(t, root, nil)
		os.RemoveAll(root + "/sub")
		put(t, root+"/sub/x.md", "")
		e.end(t)
	}
	for end := time.Now().Add(time.Second); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d goroutines, before %d", runtime.NumGoroutine(), before)
		}
	}
}
