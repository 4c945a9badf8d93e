package publish

import (
	"io"
	"io/fs"
	"path"
	"testing"
)

// caselessDisk finds a file by any spelling of its name, as many disks do.
type caselessDisk struct{ disk }

// spelling gives name as it is spelt on the disk, as far as it exists.
func (d caselessDisk) spelling(name string) string {
	if name == "." {
		return name
	}
	dir, base := d.spelling(path.Dir(name)), path.Base(name)
	names, _ := d.disk.names(dir)
	for _, there := range names {
		if fold(there) == fold(base) {
			base = there
		}
	}
	return path.Join(dir, base)
}

func (d caselessDisk) lstat(name string) (fs.FileInfo, error) { return d.disk.lstat(d.spelling(name)) }

func (d caselessDisk) open(name string) (io.ReadCloser, error) {
	return d.disk.open(d.spelling(name))
}
func (d caselessDisk) link(name, other string) error { return d.disk.link(d.spelling(name), other) }
func (d caselessDisk) mkdir(name string) error       { return d.disk.mkdir(d.spelling(name)) }
func (d caselessDisk) remove(name string) error      { return d.disk.remove(d.spelling(name)) }
func (d caselessDisk) rename(from, to string) error {
	return d.disk.rename(d.spelling(from), d.spelling(to))
}

// TestChangedCase publishes sites that differ in the case of their paths. No
// file may be lost as the old spelling of itself, on any disk.
func TestChangedCase(t *testing.T) {
	for name, wrap := range map[string]func(disk) disk{
		"case counts":     func(d disk) disk { return d },
		"case is ignored": func(d disk) disk { return caselessDisk{d} },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, site := range []tree{
				{"A.html": "same", "B.html": "old", "Items/C.html": "same", "Items/D.html": "old"},
				{"a.html": "same", "b.html": "new", "items/c.html": "same", "items/d.html": "new"},
				{"a.html": "same", "B.html": "new", "items/C.html": "other", "items/d.html": "new"},
			} {
				err, _ := run(t, dir, site, wrap)
				must(t, err)
				equal(t, "after a build", folded(visible(t, dir)), folded(site))
				was := read(t, dir)
				d := &faultyDisk{fault: fault{err: fs.ErrPermission, only: growing, always: true}}
				err, _ = run(t, dir, site, func(real disk) disk { return d.over(wrap(real)) })
				must(t, err)
				equal(t, "after the same again", read(t, dir), was)
			}
		})
	}
}

func folded(t tree) tree {
	u := tree{}
	for p, content := range t {
		u[fold(p)] = content
	}
	return u
}

// A foreign file is not ours for having the name of one of ours in other case.
func TestForeignFileInOtherCase(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, tree{"About.html": "ours"})
	tree{"about.html": "theirs"}.make(t, dir)
	if visible(t, dir)["About.html"] != "ours" {
		t.Skip("this disk ignores case")
	}
	_, err := Site(dir, tree{"about.html": "new"}.files(), Options{})
	wantError(t, err, errFileInWay.Error())
}
