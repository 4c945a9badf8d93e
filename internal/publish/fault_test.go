package publish

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"strings"
	"syscall"
	"testing"
)

// faultyDisk is a real disk on which something goes wrong at the n-th
// operation. Reads and writes of an open file count as operations.
type faultyDisk struct {
	disk
	n     int
	fault fault

	count int
	hit   string // the operation that went wrong first, "" for none
}

// fault decides what becomes of an operation, from the n-th on.
type fault struct {
	name   string
	err    error // what an operation answers; nil kills the process instead
	only   string
	always bool // not just the n-th operation, but all that follow too
}

// The operations by what they need of a disk.
const (
	growing  = "mkdir create write link" // need free space
	changing = growing + " close rename remove removeAll"
	anything = changing + " lstat names open read"
)

var errKilled = errors.New("killed")

func (d *faultyDisk) step(op, name string) error {
	d.count++
	if d.count < d.n || d.count > d.n && !d.fault.always || !strings.Contains(d.fault.only, op) {
		return nil
	}
	if d.hit == "" {
		d.hit = op + " " + name
	}
	if d.fault.err == nil {
		panic(errKilled)
	}
	return d.fault.err
}

func (d *faultyDisk) lstat(name string) (os.FileInfo, error) {
	if err := d.step("lstat", name); err != nil {
		return nil, err
	}
	return d.disk.lstat(name)
}

func (d *faultyDisk) names(dir string) ([]string, error) {
	if err := d.step("names", dir); err != nil {
		return nil, err
	}
	return d.disk.names(dir)
}

func (d *faultyDisk) open(name string) (io.ReadCloser, error) {
	if err := d.step("open", name); err != nil {
		return nil, err
	}
	r, err := d.disk.open(name)
	return faultyReader{r, d, name}, err
}

func (d *faultyDisk) create(name string) (io.WriteCloser, error) {
	if err := d.step("create", name); err != nil {
		return nil, err
	}
	w, err := d.disk.create(name)
	return faultyWriter{w, d, name}, err
}

func (d *faultyDisk) link(name, other string) error {
	if err := d.step("link", name); err != nil {
		return err
	}
	return d.disk.link(name, other)
}

func (d *faultyDisk) rename(from, to string) error {
	if err := d.step("rename", from+" "+to); err != nil {
		return err
	}
	return d.disk.rename(from, to)
}

func (d *faultyDisk) mkdir(name string) error {
	if err := d.step("mkdir", name); err != nil {
		return err
	}
	return d.disk.mkdir(name)
}

func (d *faultyDisk) remove(name string) error {
	if err := d.step("remove", name); err != nil {
		return err
	}
	return d.disk.remove(name)
}

func (d *faultyDisk) removeAll(name string) error {
	if err := d.step("removeAll", name); err != nil {
		return err
	}
	return d.disk.removeAll(name)
}

type faultyReader struct {
	io.ReadCloser
	d    *faultyDisk
	name string
}

func (r faultyReader) Read(p []byte) (int, error) {
	if err := r.d.step("read", r.name); err != nil {
		return 0, err
	}
	return r.ReadCloser.Read(p)
}

type faultyWriter struct {
	io.WriteCloser
	d    *faultyDisk
	name string
}

// Write fails after the first half, as on a disk that becomes full.
func (w faultyWriter) Write(p []byte) (n int, err error) {
	defer func() {
		if killed := recover(); killed != nil {
			_, _ = w.WriteCloser.Write(p[:len(p)/2])
			panic(killed)
		}
	}()
	if err := w.d.step("write", w.name); err != nil {
		n, _ := w.WriteCloser.Write(p[:len(p)/2])
		return n, err
	}
	return w.WriteCloser.Write(p)
}

func (w faultyWriter) Close() error {
	err := w.WriteCloser.Close()
	return errors.Join(w.d.step("close", w.name), err)
}

// noLinks is a disk without hard links.
type noLinks struct{ disk }

func (noLinks) link(string, string) error { return syscall.EPERM }

// The scenario of all fault tests: an old site with foreign files and some
// damage, and a new one that changes everything a site can change.
var (
	oldSite = tree{
		"index.html":           "old index",
		"about.html":           "same in both",
		"damaged.html":         "what we wrote",
		"linked.html":          "what we wrote",
		"items/changed.html":   "old item",
		"items/renamed.html":   "the item under its old name",
		"themes/gone/only.css": "the last file of two directories",
		"edited.html":          "gone, but somebody has edited it",
		"swap-a":               "a file that becomes a directory",
		"swap-b/x/y.html":      "a directory that becomes a file",
		"large.bin":            strings.Repeat("old and large ", 10_000),
	}
	damage = tree{
		"damaged.html": "what somebody made of it",
		"edited.html":  "what somebody made of that",
	}
	foreign = tree{
		"CNAME":             "example.org",
		".git/config":       "[core]",
		"items/notes.txt":   "a foreign file among ours",
		"themes/mine/a.txt": "a foreign file in a directory of ours",
		"empty/":            "",
		"link":              "-> CNAME",
	}
	newSite = tree{
		"index.html":          "new index",
		"about.html":          "same in both",
		"damaged.html":        "what we wrote",
		"linked.html":         "what we wrote",
		"items/changed.html":  "new item, longer than before",
		"items/new-name.html": "the item under its new name",
		"releases/1/a.html":   "a file in two new directories",
		"swap-a/b.html":       "a directory that was a file",
		"swap-b":              "a file that was a directory",
		"large.bin":           strings.Repeat("new and large ", 10_000),
	}
	thirdSite = tree{
		"index.html":         "third index",
		"items/changed.html": "old item",
		"damaged.html":       "what we wrote",
		"linked.html":        "",
	}
	// Without the edited page: it is no longer ours to write.
	oldAgain = oldSite.without("edited.html")
)

func (t tree) without(names ...string) tree {
	left := maps.Clone(t)
	for _, p := range names {
		delete(left, p)
	}
	return left
}

// rest is what stays beside a site that does not have the edited page.
func rest() tree { return foreign.with(tree{"edited.html": damage["edited.html"]}) }

// scene sets the scenario up and gives the output directory.
func scene(t *testing.T) string {
	t.Helper()
	dir := path.Join(t.TempDir(), "public")
	publish(t, dir, oldSite)
	damage.make(t, dir)
	foreign.make(t, dir)
	must(t, os.Remove(path.Join(dir, "linked.html")))
	must(t, os.Symlink("CNAME", path.Join(dir, "linked.html")))
	return dir
}

// run builds site on a disk that goes wrong; killed says it did not survive.
func run(t *testing.T, dir string, site tree, wrap func(disk) disk) (err error, killed bool) {
	t.Helper()
	root, err := os.OpenRoot(dir)
	must(t, err)
	defer root.Close()
	defer func() {
		if r := recover(); r != nil {
			if r != errKilled {
				panic(r)
			}
			killed = true
		}
	}()
	_, err = write(wrap(rootDisk{root}), dir, site.files(), Options{})
	return err, false
}

// everyOperation calls try with a disk that goes wrong at the first operation,
// the second, and so on, until a build comes through unharmed.
func everyOperation(t *testing.T, f fault, try func(t *testing.T, d *faultyDisk)) {
	stride := 1
	if testing.Short() {
		stride = 7
	}
	for n := 1; ; n += stride {
		d := &faultyDisk{n: n, fault: f}
		t.Run(fmt.Sprint(n), func(t *testing.T) { try(t, d) })
		if t.Failed() {
			return
		}
		if d.hit == "" && d.count < n {
			t.Logf("%d operations", n-1)
			if n < 50 {
				t.Errorf("only %d operations: the scenario is too small", n-1)
			}
			return
		}
	}
}

func (d *faultyDisk) over(real disk) disk {
	d.disk = real
	return d
}
