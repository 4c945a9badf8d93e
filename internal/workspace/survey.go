package workspace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"milepost/internal/source"
)

// maxLinkedDirs bounds how many links to folders are followed: a few links that
// lead to each other's parents would otherwise multiply without end.
const maxLinkedDirs = 1000

// survey is one walk over a project: what there is, before any of it is read.
type survey struct {
	disk    fs.FS
	texts   []string
	assets  []source.Asset
	infos   map[string]fs.FileInfo // of texts and assets; where a link leads, of its end
	folders []string               // in which something may change
	notes   []Note
	linked  int // folders that were reached by a link
}

func (s *survey) project() error {
	for _, name := range append([]string{ConfigName}, Folders...) {
		info, err := fs.Lstat(s.disk, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", name, cause(err))
		}
		if name == ConfigName && info.IsDir() {
			s.note(name, "is a folder, but the configuration is a file")
			continue
		}
		if name != ConfigName && info.Mode().IsRegular() {
			s.note(name, "is a file, but the plan has a folder of this name")
			continue
		}
		if err := s.visit(name, info, nil); err != nil {
			return err
		}
	}
	return nil
}

// walk visits what dir holds. above are the folders it lies in.
func (s *survey) walk(dir string, above []fs.FileInfo) error {
	self, err := fs.Stat(s.disk, dir)
	if err != nil {
		return fmt.Errorf("read %s: %w", dir, cause(err))
	}
	entries, err := fs.ReadDir(s.disk, dir)
	if err != nil {
		return fmt.Errorf("read %s: %w", dir, cause(err))
	}
	s.folders = append(s.folders, dir)
	above = append(slices.Clip(above), self)
	for _, e := range entries {
		if ignored(dir, e.Name()) {
			continue
		}
		if why := unusable(e.Name()); why != "" {
			s.note(dir+"/"+e.Name(), why)
			continue
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // gone since the folder was listed, as when an editor saves
		}
		if err != nil {
			return fmt.Errorf("read %s/%s: %w", dir, e.Name(), cause(err))
		}
		if err := s.visit(dir+"/"+e.Name(), info, above); err != nil {
			return err
		}
	}
	return nil
}

// visit takes in what is at p.
func (s *survey) visit(p string, info fs.FileInfo, above []fs.FileInfo) error {
	switch mode := info.Mode(); {
	case mode.IsRegular():
		s.file(p, info)
		return nil
	case mode.IsDir():
		return s.walk(p, above)
	case mode&fs.ModeSymlink != 0:
		return s.follow(p, above)
	}
	s.note(p, "is neither a file nor a folder")
	return nil
}

// follow takes in what the link at p leads to.
func (s *survey) follow(p string, above []fs.FileInfo) error {
	info, err := fs.Stat(s.disk, p)
	if err != nil {
		s.note(p, whyNotFollowed(s.disk, p, err))
		return nil
	}
	if !info.IsDir() {
		s.lookBehind(p)
		return s.visit(p, info, above)
	}
	if slices.ContainsFunc(above, func(a fs.FileInfo) bool { return os.SameFile(a, info) }) {
		s.note(p, "is a link to a folder it lies in")
		return nil
	}
	if s.linked++; s.linked > maxLinkedDirs {
		if s.linked == maxLinkedDirs+1 { // once: there may be millions
			s.note(p, "is one link too many: no more than 1,000 links to folders are followed")
		}
		return nil
	}
	return s.walk(p, above)
}

func whyNotFollowed(disk fs.FS, p string, err error) string {
	target, _ := fs.ReadLink(disk, p)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "is a link that leads nowhere"
	case errors.Is(err, fs.ErrPermission):
		return "is a link to what may not be read"
	case path.IsAbs(target) || strings.Contains(target, ":"):
		return "is an absolute link; only relative links inside the project are followed"
	case strings.Contains(target, ".."):
		return "is a link that leads outside the project"
	}
	return "is a link that cannot be followed"
}

// lookBehind notes the folder of what the link at p leads to: there it changes.
func (s *survey) lookBehind(p string) {
	if target, err := fs.ReadLink(s.disk, p); err == nil && !path.IsAbs(target) {
		s.folders = append(s.folders, path.Dir(path.Join(path.Dir(p), target)))
	}
}

// file sorts a regular file, or a link to one, into texts and assets.
func (s *survey) file(p string, info fs.FileInfo) {
	s.infos[p] = info
	if isText(p) {
		s.texts = append(s.texts, p)
		return
	}
	if nearlyText(p) {
		s.note(p, "is not read as part of the plan: its name does not end in .md")
	}
	s.assets = append(s.assets, source.Asset{Path: p, Size: info.Size()})
}

func (s *survey) note(p, why string) { s.notes = append(s.notes, Note{Path: p, Why: why}) }

// sortedNotes are the notes in the order of their paths.
func (s *survey) sortedNotes() []Note {
	slices.SortStableFunc(s.notes, func(a, b Note) int { return strings.Compare(a.Path, b.Path) })
	return s.notes
}
