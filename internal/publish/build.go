package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io/fs"
	"iter"
	"os"
	"path"
	"strings"
)

// build is one run of Site: what is known of the output, what the site shall
// hold, and what has to be done for it.
type build struct {
	disk  disk
	dir   string // as the caller spelt it
	adopt bool

	old         manifest          // what earlier builds wrote
	oldText     []byte            // the same as it was read
	hadManifest bool              // something has the manifest's name
	spelt       map[string]string // folded path -> its spelling in old
	isDir       map[string]bool   // directories asked for so far: there, or not

	paths  paths
	sums   map[string]string // path -> sum, of every file of the new site
	needed map[string]bool   // its directories

	staging    bool     // the staging directory has been made
	stranded   bool     // it holds old files that could not be put back
	serial     int      // names the files in it
	makeDirs   []string // parents first
	staged     []staged // files to put in place
	obstructed []staged // and those for which a directory has to go first
	gone       []string // files to remove
	emptied    []string // directories that may be empty then, children first
	intent     string   // staged manifest of both the old and the new site
	final      string   // and of the new one alone

	hash     hash.Hash
	buf, cmp []byte
	result   Result
}

// staged is a file that waits in the staging directory.
type staged struct {
	path, name string
	replaces   bool // a file, or link, is at path
}

func newBuild(d disk, dir string, adopt bool) *build {
	const chunk = 64 << 10 // most pages in one piece
	return &build{
		disk: d, dir: dir, adopt: adopt,
		old:    manifest{},
		spelt:  map[string]string{},
		isDir:  map[string]bool{".": true},
		paths:  paths{files: map[string]string{}, dirs: map[string]string{}},
		sums:   map[string]string{},
		needed: map[string]bool{".": true},
		hash:   sha256.New(),
		buf:    make([]byte, chunk), cmp: make([]byte, chunk),
	}
}

// begin reads the manifest and clears what a killed build left.
func (b *build) begin() error {
	if err := b.readManifest(); err != nil {
		return err
	}
	for p := range b.old {
		b.spelt[fold(p)] = p
	}
	info, err := b.look(stageDir)
	if err != nil || info == nil {
		return err
	}
	if err := b.disk.removeAll(stageDir); err != nil {
		return b.fail("remove", stageDir, err)
	}
	return nil
}

// produce takes the files of the site and stages those that differ, and finds
// out which are gone. It changes nothing that a reader of the site could see.
func (b *build) produce(files iter.Seq2[File, error]) error {
	for f, err := range files {
		if err != nil {
			return err
		}
		if err := b.paths.add(f.Path); err != nil {
			return b.fail("write", ".", err)
		}
		if err := b.take(f); err != nil {
			return err
		}
	}
	return b.findGone()
}

// changed reports whether there is anything to commit.
func (b *build) changed() bool {
	return len(b.staged)+len(b.obstructed)+len(b.gone) > 0 || !bytes.Equal(b.oldText, settled(b.sums).encode())
}

// take compares one file with what is there and stages it if it differs.
func (b *build) take(f File) error {
	if err := b.need(path.Dir(f.Path)); err != nil {
		return err
	}
	info, err := b.look(f.Path)
	if err != nil {
		return err
	}
	respelt := info != nil && b.respelt(f.Path, info)
	if info != nil && !respelt {
		same, err := b.same(f, info)
		if err != nil || same {
			return err
		}
		if err := b.mayReplace(f.Path, info); err != nil {
			return err
		}
	}
	name, err := b.stage(f)
	if err != nil {
		return err
	}
	if info != nil && info.IsDir() {
		b.obstructed = append(b.obstructed, staged{path: f.Path, name: name})
		return nil
	}
	// A respelt file is moved aside under its old name: when the new one comes,
	// nothing is there.
	b.staged = append(b.staged, staged{f.Path, name, info != nil && !respelt})
	return nil
}

// respelt reports whether what is at p is a file of ours that only differs in
// case, on a disk where that is the same file. It then has to be written anew,
// for it will be removed as a file that is gone.
func (b *build) respelt(p string, info fs.FileInfo) bool {
	other, ok := b.spelt[fold(p)]
	if !ok || other == p {
		return false
	}
	there, err := b.disk.lstat(other)
	return err == nil && os.SameFile(there, info)
}

// mayReplace refuses to write over what somebody else put at p. A symbolic
// link is replaced: nothing is lost, for what it leads to stays.
func (b *build) mayReplace(p string, info fs.FileInfo) error {
	switch mode := info.Mode(); {
	case mode.IsDir():
		for other := range b.old {
			if strings.HasPrefix(other, p+"/") {
				return nil // perhaps nothing is left in it; commit will see
			}
		}
		return b.fail("write", p, errDirInWay)
	case mode.Type() == fs.ModeSymlink || b.adopt || b.listed(p):
		return nil
	}
	return b.fail("write", p, errFileInWay)
}

// listed reports whether an earlier build wrote a file at p.
func (b *build) listed(p string) bool {
	_, ok := b.old[p]
	return ok
}

var (
	errDirInWay  = errors.New("a directory that is not milepost's alone is in the way; move it")
	errFileInWay = errors.New("a file that milepost did not write is in the way; move it, or add --adopt to replace it")
)

// look says what is at p, nil for nothing. It never follows a link: below a
// directory that is one, there is nothing.
func (b *build) look(p string) (fs.FileInfo, error) {
	ok, err := b.isRealDir(path.Dir(p))
	if err != nil || !ok {
		return nil, err
	}
	info, err := b.disk.lstat(p)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, b.fail("read", p, err)
	}
	return info, nil
}

func (b *build) isRealDir(d string) (bool, error) {
	if is, known := b.isDir[d]; known {
		return is, nil
	}
	info, err := b.look(d)
	if err != nil {
		return false, err
	}
	b.isDir[d] = info != nil && info.IsDir()
	return b.isDir[d], nil
}

// need notes that a file will lie in d, and refuses if something else is there.
func (b *build) need(d string) error {
	if b.needed[d] {
		return nil
	}
	if err := b.need(path.Dir(d)); err != nil {
		return err
	}
	b.needed[d] = true
	is, err := b.isRealDir(d)
	if err != nil || is {
		return err
	}
	b.makeDirs = append(b.makeDirs, d)
	info, err := b.look(d)
	switch {
	case err != nil || info == nil:
		return err
	case info.Mode().Type() == fs.ModeSymlink:
		return b.fail("write", d, errors.New("a symbolic link is in the way of a directory; remove it"))
	case !b.listed(d):
		return b.fail("write", d, errors.New("a file that milepost did not write is in the way of a directory; move it"))
	}
	return nil // a file of ours that is gone; commit will see
}
