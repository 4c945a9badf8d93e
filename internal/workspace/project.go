package workspace

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"milepost/internal/source"
)

// Project is a project on a disk that is read again and again: what has not changed
// since is not read, and keeps its source.File. One at a time may use it.
type Project struct {
	root  string
	known map[string]known
}

// known is a text as it was read last.
type known struct {
	file *source.File
	info fs.FileInfo // from before it was read
	// young tells that the text was written so short a time before it was read that
	// another version may bear the same time.
	young bool
}

// tick is more than the steps in which any disk counts time: FAT has two seconds.
const tick = 3 * time.Second

// At is the project at root, of which nothing is read yet.
func At(root string) *Project { return &Project{root: root} }

// Reading is a project as it was found at one time. It is never changed.
type Reading struct {
	Tree  *source.Tree
	Notes []Note // in the order of their paths
	// Folders are those in which a change would be one of the project, relative to
	// it and with slashes: all that were looked into, and those that links lead to.
	Folders []string

	infos map[string]fs.FileInfo
}

// Read reads what has changed since it was read last. now is the time by the clock:
// a text that was written just before is read again the next time, too, whatever
// the disk says of its time.
func (p *Project) Read(now time.Time) (*Reading, error) {
	disk, err := os.OpenRoot(p.root)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", p.root, cause(err))
	}
	defer disk.Close()
	s := &survey{disk: disk.FS(), infos: make(map[string]fs.FileInfo, len(p.known))}
	if err := s.project(); err != nil {
		return nil, err
	}
	files, err := s.readAll(disk, p.unchanged)
	if err != nil {
		return nil, err
	}
	p.keep(files, s.infos, now)
	slices.Sort(s.folders)
	return &Reading{
		Tree: source.NewTree(files, s.assets), Notes: s.sortedNotes(),
		Folders: slices.Compact(s.folders), infos: s.infos,
	}, nil
}

// Reread takes in new versions of texts at a few paths, all else as it was found
// before. ok is false where that does not do: something is new, gone or no text,
// and everything has to be looked at.
func (p *Project) Reread(before *Reading, paths []string, now time.Time) (r *Reading, ok bool) {
	disk, err := os.OpenRoot(p.root)
	if err != nil {
		return nil, false
	}
	defer disk.Close()
	in := reader{root: disk}
	defer in.close()
	r = &Reading{Tree: before.Tree, Notes: before.Notes, Folders: before.Folders, infos: maps.Clone(before.infos)}
	for _, path := range paths {
		info, err := disk.Lstat(filepath.FromSlash(path))
		if err != nil || !info.Mode().IsRegular() || before.Tree.File(path) == nil {
			return nil, false
		}
		file, err := in.file(path)
		if err != nil {
			return nil, false
		}
		r.infos[path] = info
		if file.Hash != p.known[path].file.Hash {
			r.Tree = r.Tree.With(file)
			p.known[path] = known{file, info, young(info, now)}
		}
	}
	return r, true
}

// young reports a time from which no later version of a file can be told.
func young(info fs.FileInfo, now time.Time) bool { return info.ModTime().After(now.Add(-tick)) }

// unchanged is the text that was read at a path, if it is that still.
func (p *Project) unchanged(path string, info fs.FileInfo) *source.File {
	if k, ok := p.known[path]; ok && !k.young && same(k.info, info) {
		return k.file
	}
	return nil
}

// same reports that nothing tells two states of a file apart.
func same(a, b fs.FileInfo) bool {
	return a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) && os.SameFile(a, b)
}

// keep remembers what was read. A text that was read again and is the same keeps
// its file: others go by it.
func (p *Project) keep(files []*source.File, infos map[string]fs.FileInfo, now time.Time) {
	all := make(map[string]known, len(files))
	for n, f := range files {
		if old := p.known[f.Path].file; old != nil && old.Hash == f.Hash {
			files[n] = old
		}
		info := infos[f.Path]
		all[f.Path] = known{files[n], info, young(info, now)}
	}
	p.known = all
}

// Since tells what has changed since an earlier reading of the same project, each
// in the order of paths: what is new or different, and what is gone.
func (r *Reading) Since(before *Reading) (changed, gone []string) {
	for path, info := range r.infos {
		old, there := before.infos[path]
		switch file := r.Tree.File(path); {
		case !there:
			changed = append(changed, path)
		case file != nil && file != before.Tree.File(path), file == nil && !same(old, info):
			changed = append(changed, path)
		}
	}
	for path := range before.infos {
		if _, there := r.infos[path]; !there {
			gone = append(gone, path)
		}
	}
	slices.Sort(changed)
	slices.Sort(gone)
	return changed, gone
}

// Latest is that of some paths which was written last, "" of none.
func (r *Reading) Latest(paths []string) string {
	if len(paths) == 0 {
		return ""
	}
	return slices.MaxFunc(paths, func(a, b string) int {
		x, y := r.infos[a], r.infos[b]
		if x == nil || y == nil {
			return strings.Compare(a, b)
		}
		return x.ModTime().Compare(y.ModTime())
	})
}
