// Package publish writes pages to the output directory: what changed, and
// removes what it once wrote and is gone.
//
// Site is all there is to call. It takes the files of a whole site one at a
// time, so that the caller may render them on the fly, and compares each with
// the file that is there. Bytes that differ go to a staging directory inside
// the output. Only when every file has been produced and staged does Site
// rename them into place, move aside what a manifest says an earlier build
// wrote and this one did not, and write the new manifest. Whatever fails
// before that last step is undone.
//
// What holds at every instant, whatever fails or is killed:
//
//   - A reader of the output sees whole files only, each old or new.
//   - The manifest lists every file here that we wrote. Before the first
//     rename it is replaced by one that knows both the old and the new sums;
//     after the last, by one that knows the new sums alone.
//   - A file is removed only if it is listed and still has a sum we wrote.
//   - The bytes that are there decide, never a time stamp or the manifest, so
//     the next build repairs what a killed one or a person's hand left.
//   - No operation leaves the output directory: all go through an os.Root, and
//     below it no symbolic link is followed.
//   - A site that has not changed costs reading only; nothing is written.
//
// Deliberately absent: fsync, because a power cut costs no more than the next
// build repairs (in the worst case the manifest is lost and --adopt is asked
// for) while ten thousand of them cost minutes; knowledge of pages; times and
// permissions of files; and atomicity of the site as a whole, which a
// directory that others also write to cannot have.
package publish

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
)

// File is one file of a site: its bytes, or where to copy them from.
type File struct {
	Path string // below the output, with slashes, such as "items/search.html"
	Data []byte // its bytes; not used when Open is set
	// Open, when not nil, begins to read the bytes. It may be called twice: to
	// compare them, and to copy them. They are never held in memory.
	Open func() (io.ReadCloser, error)
}

func (f File) open() (io.ReadCloser, error) {
	if f.Open != nil {
		return f.Open()
	}
	return io.NopCloser(bytes.NewReader(f.Data)), nil
}

// Options say where a site must not be written, and whether it may be written
// among other people's files. Paths are absolute; an empty one forbids nothing.
type Options struct {
	Adopt   bool     // write to a directory that holds files but no manifest of ours, and over such files
	Project string   // root of the project: the output may lie in it, but not be it or hold it
	Sources []string // directories of sources: the output may neither hold them nor lie in them
	Home    string   // the user's home directory: as Project
}

// Result counts what a build did.
type Result struct {
	Written int      // files that were new or differed
	Kept    int      // files that had the right bytes already
	Removed int      // files of an earlier build that are gone
	Bytes   int64    // bytes of the written files
	Left    []string // paths of an earlier build that are gone, but were changed by somebody and so left there
}

// Site makes dir hold the given files, and no other file that an earlier Site
// wrote there; files of others are left alone. It reads files to their end or
// to their first error, which it returns as it is; every other error names the
// file or directory in question. When there is an error, dir is as it was,
// unless the error says that even putting it back failed.
//
// It refuses, before files is asked for anything, a directory where a site
// would do harm (see Options), and one to which another Site is writing.
func Site(dir string, files iter.Seq2[File, error], opt Options) (Result, error) {
	if err := Check(dir, opt); err != nil {
		return Result{}, fmt.Errorf("write %s: %w", dir, err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Result{}, fmt.Errorf("make directory %s: %w", dir, cause(err))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Result{}, fmt.Errorf("open %s: %w", dir, cause(err))
	}
	defer root.Close()
	release, err := lock(root)
	if err != nil {
		return Result{}, fmt.Errorf("write %s: %w", dir, err)
	}
	defer release()
	return write(rootDisk{root}, dir, files, opt)
}

// write is Site below the directory: dir only serves to name files in errors.
func write(d disk, dir string, files iter.Seq2[File, error], opt Options) (Result, error) {
	b := newBuild(d, dir, opt.Adopt)
	if err := b.begin(); err != nil {
		return Result{}, err
	}
	err := b.produce(files)
	if err == nil && b.changed() {
		err = b.commit()
	}
	if b.staging && !b.stranded {
		// The next build sweeps what cannot be removed now: by this time the
		// site is published, or its error is known.
		_ = d.removeAll(stageDir)
	}
	if err != nil {
		return Result{}, err
	}
	return b.result, nil
}

// display is how an error names the file at p.
func (b *build) display(p string) string {
	return filepath.Join(b.dir, filepath.FromSlash(p))
}

// fail says once what could not be done to the file at p, and why.
func (b *build) fail(verb, p string, err error) error {
	return fmt.Errorf("%s %s: %w", verb, b.display(p), cause(err))
}
