package publish

import (
	"errors"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// TestFailingOperation lets every single operation of a build fail: the old
// site must be whole, and a second attempt succeed.
func TestFailingOperation(t *testing.T) {
	faults := []fault{
		{name: "one input or output error", err: syscall.EIO, only: anything},
		{name: "one write to a full disk", err: syscall.ENOSPC, only: growing},
		{name: "full from here on", err: syscall.ENOSPC, only: growing, always: true},
	}
	shall := clean(t, newSite).with(rest())
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			everyOperation(t, f, func(t *testing.T, d *faultyDisk) { failOnce(t, d, d.over, shall) })
		})
	}
	t.Run("no hard links", func(t *testing.T) {
		f := fault{err: syscall.EIO, only: anything}
		everyOperation(t, f, func(t *testing.T, d *faultyDisk) {
			failOnce(t, d, func(real disk) disk { return d.over(noLinks{real}) }, shall)
		})
	})
}

func failOnce(t *testing.T, d *faultyDisk, wrap func(disk) disk, shall tree) {
	dir := scene(t)
	before := read(t, dir)
	err, _ := run(t, dir, newSite, wrap)
	switch {
	case d.hit == "" || err == nil && harmless(d.hit):
		must(t, err)
		if strings.HasPrefix(d.hit, "remove themes") {
			must(t, os.RemoveAll(path.Join(dir, "themes/gone"))) // the harm is an empty directory
		}
		equal(t, "after a build", visible(t, dir), newSite.with(rest()))
	case err == nil:
		t.Fatalf("%s failed and no error was returned", d.hit)
	default:
		checkError(t, dir, err, d)
		equal(t, "after "+d.hit, withoutStage(t, dir, d), before)
	}
	publish(t, dir, newSite)
	equal(t, "after the next build", read(t, dir), shall)
}

// harmless names the operations a build can do without: a hard link, for which
// it has a substitute, and tidying up.
func harmless(op string) bool {
	return strings.HasPrefix(op, "link ") || op == "removeAll "+stageDir ||
		op == "remove themes/gone" || op == "remove themes"
}

// withoutStage is all of dir, for old and new manifest count too; the staging
// directory may be left only where it could not be removed.
func withoutStage(t *testing.T, dir string, d *faultyDisk) tree {
	t.Helper()
	all := read(t, dir)
	if d.hit == "removeAll "+stageDir {
		all = visible(t, dir)
		all[manifestName] = read(t, dir)[manifestName]
	}
	return all
}

// checkError wants one line that names a file of the site, and the reason.
func checkError(t *testing.T, dir string, err error, d *faultyDisk) {
	t.Helper()
	text := err.Error()
	if !errors.Is(err, d.fault.err) || !strings.HasSuffix(text, ": "+d.fault.err.Error()) {
		t.Errorf("%s: the error does not give the reason: %s", d.hit, text)
	}
	verb, operand, _ := strings.Cut(strings.TrimSuffix(text, ": "+d.fault.err.Error()), " "+dir)
	switch verb {
	case "read", "write", "remove", "make directory":
	default:
		t.Errorf("%s: the error does not say what was done: %s", d.hit, text)
	}
	if strings.ContainsAny(operand, ": \n") {
		t.Errorf("%s: the error does not name one file: %s", d.hit, text)
	}
	if strings.HasPrefix(operand, "/"+stageDir+"/") {
		t.Errorf("%s: the error names a file nobody knows: %s", d.hit, text)
	}
}

// TestDiskTurnsReadOnly leaves a build no way back: what was renamed by then
// stays so. The error must say it, every file be whole, and the next build
// put all right.
func TestDiskTurnsReadOnly(t *testing.T) {
	shall := clean(t, thirdSite).with(rest())
	f := fault{err: syscall.EROFS, only: changing, always: true}
	stranded := 0
	everyOperation(t, f, func(t *testing.T, d *faultyDisk) {
		dir := scene(t)
		err, _ := run(t, dir, newSite, d.over)
		if d.hit != "" && !harmless(d.hit) && !errors.Is(err, syscall.EROFS) {
			t.Fatalf("%s failed and the error is %v", d.hit, err)
		}
		if err != nil && strings.Contains(err.Error(), "could not be put back") {
			stranded++
		} else if err != nil {
			equal(t, "after "+d.hit, visible(t, dir), before(t))
		}
		checkWhole(t, dir)
		publish(t, dir, thirdSite)
		equal(t, "after the next build", read(t, dir), shall)
	})
	if stranded < 10 && !testing.Short() {
		t.Errorf("only %d builds were stranded: the scenario is too small", stranded)
	}
}

// TestUndoFails lets rolling back fail at one place. The manifest must go on
// knowing the files that are stranded, and the staging directory hold those
// they have replaced, until the next build.
func TestUndoFails(t *testing.T) {
	next := tree{"about.html": "same in both", "damaged.html": "what we wrote", "linked.html": ""}
	shall := clean(t, next).with(rest())
	for _, target := range []string{"index.html", "items/changed.html", "themes/gone/only.css", "items/new-name.html", manifestName} {
		t.Run(target, func(t *testing.T) {
			dir := scene(t)
			err, _ := run(t, dir, newSite, func(d disk) disk { return &oneWay{disk: d, target: target} })
			wantError(t, err, "/swap-b: input/output error; the old site could not be put back either (input/output error): the next build repairs it")
			if old, ok := oldSite[target]; ok && !slices.Contains(slices.Collect(maps.Values(read(t, dir))), old) {
				t.Error("the old file is lost")
			}
			publish(t, dir, next)
			equal(t, "after the next build", read(t, dir), shall)
		})
	}
}

// oneWay fails to rename the last staged file into place, and then to undo
// what was done to target.
type oneWay struct {
	disk
	target string
	failed bool
}

func (d *oneWay) rename(from, to string) error {
	if to == "swap-b" || d.failed && to == d.target {
		d.failed = true
		return syscall.EIO
	}
	return d.disk.rename(from, to)
}

func (d *oneWay) remove(name string) error {
	if d.failed && name == d.target {
		return syscall.EIO
	}
	return d.disk.remove(name)
}

// before is what the scenario shows before a build.
func before(t *testing.T) tree {
	t.Helper()
	return oldSite.with(damage).with(foreign).with(tree{"linked.html": "-> CNAME"})
}

// checkWhole wants every file to be that of the old site, the new one, or
// foreign; and every page that both sites have to be there.
func checkWhole(t *testing.T, dir string) {
	t.Helper()
	was, shall := before(t), newSite.with(rest())
	now := visible(t, dir)
	for p, content := range now {
		if content != was[p] && content != shall[p] && !strings.HasSuffix(p, "/") {
			t.Errorf("%s holds %.60q", p, content)
		}
	}
	for p := range was {
		if _, there := now[p]; !there && shall[p] != "" {
			t.Errorf("%s is missing", p)
		}
	}
	for p, content := range rest() {
		if now[p] != content {
			t.Errorf("foreign %s holds %q", p, now[p])
		}
	}
}

// TestKilled kills a build at every operation. Every file must be whole, and
// whatever is built next must leave nothing of the killed one.
func TestKilled(t *testing.T) {
	f := fault{only: anything, always: true}
	for name, next := range map[string]tree{"the same next": newSite, "another next": thirdSite} {
		t.Run(name, func(t *testing.T) {
			shall := clean(t, next).with(rest())
			everyOperation(t, f, func(t *testing.T, d *faultyDisk) {
				dir := scene(t)
				if _, killed := run(t, dir, newSite, d.over); killed != (d.hit != "") {
					t.Fatal("the build survived", d.hit)
				}
				checkWhole(t, dir)
				publish(t, dir, next)
				equal(t, "after the next build", read(t, dir), shall)
			})
		})
	}
}

// TestKilledTwice kills the build that repairs as well.
func TestKilledTwice(t *testing.T) {
	shall := clean(t, oldAgain).with(rest())
	f := fault{only: anything, always: true}
	for n := 61; n < 160; n += 10 {
		for m := 5; m < 160; m += 15 {
			dir := scene(t)
			first, second := &faultyDisk{n: n, fault: f}, &faultyDisk{n: m, fault: f}
			_, _ = run(t, dir, newSite, first.over)
			_, _ = run(t, dir, thirdSite, second.over)
			publish(t, dir, oldAgain)
			equal(t, first.hit+", then "+second.hit, read(t, dir), shall)
		}
	}
}

// TestKilledFirstBuild kills the build into a directory that is not there yet:
// what it leaves must not count as somebody else's.
func TestKilledFirstBuild(t *testing.T) {
	shall := clean(t, thirdSite)
	for n := 1; ; n++ {
		dir := path.Join(t.TempDir(), "public")
		must(t, os.Mkdir(dir, 0o755))
		d := &faultyDisk{n: n, fault: fault{only: anything, always: true}}
		_, _ = run(t, dir, newSite, d.over)
		publish(t, dir, thirdSite)
		equal(t, "after "+d.hit, read(t, dir), shall)
		if d.hit == "" {
			break
		}
	}
}
