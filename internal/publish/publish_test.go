package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestSiteIsWritten(t *testing.T) {
	dir := path.Join(t.TempDir(), "some", "public")
	r := publish(t, dir, newSite)
	var size int64
	for _, content := range newSite {
		size += int64(len(content))
	}
	if want := (Result{Written: len(newSite), Bytes: size}); !reflect.DeepEqual(r, want) {
		t.Errorf("result %+v, want %+v", r, want)
	}
	equal(t, "after a build", visible(t, dir), newSite)
}

func TestSecondBuildWritesNothing(t *testing.T) {
	dir := scene(t)
	publish(t, dir, newSite)
	was, stamps := read(t, dir), stamps(t, dir)
	d := &faultyDisk{fault: fault{err: fs.ErrPermission, only: growing + " rename remove removeAll", always: true}}
	err, _ := run(t, dir, newSite, d.over)
	must(t, err)
	if r := publish(t, dir, newSite); !reflect.DeepEqual(r, Result{Kept: len(newSite)}) {
		t.Errorf("result %+v", r)
	}
	equal(t, "after the second build", read(t, dir), was)
	for p, at := range stampsNow(t, dir) {
		if at != stamps[p] {
			t.Errorf("%s was touched", p)
		}
	}
}

// stamps sets the time stamps of all that dir holds to the past.
func stamps(t *testing.T, dir string) map[string]time.Time {
	t.Helper()
	past := time.Unix(1_000_000_000, 0)
	for p := range stampsNow(t, dir) {
		if info, err := os.Lstat(p); err == nil && info.Mode().Type() != fs.ModeSymlink {
			must(t, os.Chtimes(p, past, past))
		}
	}
	return stampsNow(t, dir)
}

func stampsNow(t *testing.T, dir string) map[string]time.Time {
	t.Helper()
	at := map[string]time.Time{}
	must(t, filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		at[p] = info.ModTime()
		return err
	}))
	return at
}

func TestOnlyWhatDiffersIsWritten(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, tree{"a": "1", "b": "2", "c/d": "3"})
	r := publish(t, dir, tree{"a": "1", "b": "changed", "e": "4"})
	if want := (Result{Written: 2, Kept: 1, Removed: 1, Bytes: 8}); !reflect.DeepEqual(r, want) {
		t.Errorf("result %+v, want %+v", r, want)
	}
}

func TestRenamedPageLeavesNoOldOne(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, tree{"items/a/old.html": "x", "index.html": "i"})
	publish(t, dir, tree{"items/b/new.html": "x", "index.html": "i"})
	equal(t, "after a rename", visible(t, dir), tree{"items/b/new.html": "x", "index.html": "i"})
}

func TestForeignFilesSurviveTenBuilds(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, oldSite)
	foreign.make(t, dir)
	for i := range 10 {
		site := []tree{newSite, oldSite, thirdSite}[i%3].with(tree{fmt.Sprintf("b/%d.html", i): "x"})
		publish(t, dir, site)
		equal(t, fmt.Sprint("after build ", i), visible(t, dir), site.with(foreign))
	}
}

func TestDamageIsRepaired(t *testing.T) {
	dir := t.TempDir()
	site := tree{"same-length.html": "abc", "cut.html": "abc", "lost.html": "abc", "dir.html": "abc"}
	publish(t, dir, site)
	tree{"same-length.html": "abd", "cut.html": ""}.make(t, dir)
	must(t, os.Remove(path.Join(dir, "lost.html")))
	must(t, os.Remove(path.Join(dir, "dir.html")))
	tree{"dir.html/": ""}.make(t, dir)
	_, err := Site(dir, site.files(), Options{})
	wantError(t, err, "dir.html: a directory that is not milepost's alone is in the way; move it")
	must(t, os.Remove(path.Join(dir, "dir.html")))
	publish(t, dir, site)
	equal(t, "after a build", read(t, dir), clean(t, site))
}

func TestEditedPageThatIsGoneStays(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, tree{"a.html": "ours", "b.html": "ours", "c.html": "c"})
	tree{"a.html": "theirs"}.make(t, dir)
	r := publish(t, dir, tree{"c.html": "c"})
	if !reflect.DeepEqual(r.Left, []string{"a.html"}) || r.Removed != 1 {
		t.Errorf("result %+v", r)
	}
	equal(t, "after a build", visible(t, dir), tree{"a.html": "theirs", "c.html": "c"})

	// From now on it is theirs, even if it looks like ours again.
	tree{"a.html": "ours"}.make(t, dir)
	r = publish(t, dir, tree{})
	if r.Left != nil || r.Removed != 1 {
		t.Errorf("result of the next build %+v", r)
	}
	equal(t, "after the next build", visible(t, dir), tree{"a.html": "ours"})
}

func TestForeignFileInTheWay(t *testing.T) {
	for name, c := range map[string]struct {
		there, site tree
		want        string
	}{
		"file":      {tree{"a.html": "theirs"}, tree{"a.html": "ours"}, "/a.html: a file that milepost did not write is in the way; move it, or add --adopt to replace it"},
		"directory": {tree{"a/b": "theirs"}, tree{"a": "ours"}, "/a: a directory that is not milepost's alone is in the way; move it"},
		"no dir":    {tree{"a": "theirs"}, tree{"a/b/c": "ours"}, "/a: a file that milepost did not write is in the way of a directory; move it"},
		"mixed dir": {tree{"was/theirs": "theirs"}, tree{"was": "ours"}, "/was: a directory that is not milepost's alone is in the way; move it"},
		"mixed sub": {tree{"was/sub/theirs": "theirs"}, tree{"was": "ours"}, "/was/sub: a directory that is not milepost's alone is in the way; move it"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, tree{"was/sub/x": "1", "z": "2"})
			c.there.make(t, dir)
			was := read(t, dir)
			_, err := Site(dir, c.site.files(), Options{})
			wantError(t, err, "write "+dir+c.want)
			equal(t, "after the refusal", read(t, dir), was)
		})
	}
}

func TestSameBytesAsForeignFileIsNoConflict(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, tree{"a": "1"})
	tree{"CNAME": "example.org"}.make(t, dir)
	publish(t, dir, tree{"a": "1", "CNAME": "example.org"})
	equal(t, "after a build", read(t, dir), clean(t, tree{"a": "1", "CNAME": "example.org"}))
}

// The sizes lie around those of the pieces in which files are compared.
func TestStreamsAreCompared(t *testing.T) {
	const chunk = 64 << 10
	for _, size := range []int{0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk} {
		a := strings.Repeat("a", size)
		for _, b := range []string{a, a + "b", a[:size/2], strings.Replace(a, "a", "b", 1), strings.TrimSuffix(a, "a") + "b"} {
			dir := t.TempDir()
			publish(t, dir, tree{"1": "", "2": a}) // the second is a stream
			r := publish(t, dir, tree{"1": "", "2": b})
			if written := r.Written == 1; written != (a != b) {
				t.Errorf("%d bytes by %d bytes: written %v", len(a), len(b), written)
			}
			equal(t, "after a build", visible(t, dir), tree{"1": "", "2": b})
		}
	}
}

func TestErrorOfTheSourceEndsTheBuild(t *testing.T) {
	broken := errors.New("open static/b.png: it is broken")
	for name, bad := range map[string]struct {
		open func() (io.ReadCloser, error)
		err  error
		want string
	}{
		"yielded": {err: broken, want: "open static/b.png: it is broken"},
		"open":    {open: func() (io.ReadCloser, error) { return nil, broken }, want: "b.png: open static/b.png: it is broken"},
		"read":    {open: func() (io.ReadCloser, error) { return io.NopCloser(brokenReader{broken}), nil }, want: "b.png: open static/b.png: it is broken"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, oldSite)
			was := read(t, dir)
			_, err := Site(dir, func(yield func(File, error) bool) {
				_ = yield(File{Path: "index.html", Data: []byte("half a site")}, nil) &&
					yield(File{Path: "b.png", Open: bad.open}, bad.err) &&
					yield(File{Path: "c.html"}, nil)
			}, Options{})
			wantError(t, err, bad.want)
			if !errors.Is(err, broken) {
				t.Error("the cause is lost")
			}
			equal(t, "after the error", read(t, dir), was)
		})
	}
}

type brokenReader struct{ err error }

func (r brokenReader) Read([]byte) (int, error) { return 0, r.err }

func TestManifest(t *testing.T) {
	const want = `{
 "schema": "milepost-manifest/1",
 "files": {
  "a.html": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
  "b/c.html": "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9"
 }
}
`
	got := clean(t, tree{"b/c.html": "bar", "a.html": "foo"})[manifestName]
	if got != want {
		t.Errorf("manifest is\n%s", got)
	}
}

// wantError wants one line that ends in text.
func wantError(t *testing.T, err error, text string) {
	t.Helper()
	if err == nil || !strings.HasSuffix(err.Error(), text) || strings.Contains(err.Error(), "\n") {
		t.Fatalf("error is\n\t%v\nwant\n\t…%s", err, text)
	}
}
