package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// disk is the file operations a build is made of, below one directory. It is
// an interface so that tests can make the n-th of them fail.
type disk interface {
	lstat(name string) (fs.FileInfo, error)
	names(dir string) ([]string, error)
	open(name string) (io.ReadCloser, error)
	create(name string) (io.WriteCloser, error) // the file must not exist
	link(name, other string) error              // makes other a second name of the file
	rename(from, to string) error
	mkdir(name string) error
	remove(name string) error // a file or an empty directory
	removeAll(name string) error
}

// rootDisk is the real one. An os.Root follows links that stay below it, so
// the build looks with lstat before it opens anything.
type rootDisk struct{ root *os.Root }

func (d rootDisk) lstat(name string) (fs.FileInfo, error)  { return d.root.Lstat(name) }
func (d rootDisk) open(name string) (io.ReadCloser, error) { return d.root.Open(name) }
func (d rootDisk) link(name, other string) error           { return d.root.Link(name, other) }
func (d rootDisk) rename(from, to string) error            { return d.root.Rename(from, to) }
func (d rootDisk) mkdir(name string) error                 { return d.root.Mkdir(name, 0o755) }
func (d rootDisk) remove(name string) error                { return d.root.Remove(name) }
func (d rootDisk) removeAll(name string) error             { return d.root.RemoveAll(name) }

func (d rootDisk) create(name string) (io.WriteCloser, error) {
	return d.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

func (d rootDisk) names(dir string) ([]string, error) {
	f, err := d.root.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Readdirnames(-1)
}

// cause is what the operating system said, without the names it said it of:
// they are those of staged files, and the caller names the file that is meant.
func cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}
