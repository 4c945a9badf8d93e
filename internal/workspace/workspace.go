// Package workspace reads disks and git into source trees.
//
// Find says where a project begins, Read reads it into a source.Tree, At into one
// after the other as it changes, Open opens one of its files for copying. A project is the file milepost.yaml and
// the folders content, themes, assets and static; nothing beside them is looked
// at, so a project may be the root of any repository.
//
// Everything goes through an os.Root: a symbolic link is followed as long as it
// stays inside the project. What is left out although an author may have meant
// it, such as a link that leads outside, comes back as a Note and never
// vanishes silently. Deliberately absent: any knowledge of what the texts say.
package workspace

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"milepost/internal/source"
)

// ConfigName is the file that configures a project and marks its root.
const ConfigName = "milepost.yaml"

// Folders are the parts of a project that are read.
var Folders = []string{"content", "themes", "assets", "static"}

// maxText is the size in bytes from which a text is not read at all. Rules
// complain far earlier; this only keeps a stray dump from filling the memory.
const maxText = 64 << 20

// Note tells of a file that was left out, and why.
type Note struct {
	Path string // relative to the project, with slashes; may hold any bytes
	Why  string // as the rest of a sentence that begins with the path
}

// Find returns the root of the project dir lies in: the nearest folder upwards
// that holds milepost.yaml or a folder content. ok is false where there is none.
func Find(dir string) (root string, ok bool) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", false
	}
	for {
		if isProject(dir) {
			return dir, true
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", false
		}
		dir = up
	}
}

func isProject(dir string) bool {
	if info, err := os.Stat(filepath.Join(dir, ConfigName)); err == nil && !info.IsDir() {
		return true
	}
	info, err := os.Stat(filepath.Join(dir, Folders[0]))
	return err == nil && info.IsDir()
}

// Read reads the project at root. Markdown below content, milepost.yaml and the
// texts of site themes and styles become files of the tree, all else assets of
// which only path and size are known. The notes are in the order of their paths.
// An error names the first file or folder that could not be read.
func Read(root string) (*source.Tree, []Note, error) {
	r, err := At(root).Read(time.Time{})
	if err != nil {
		return nil, nil, err
	}
	return r.Tree, r.Notes, nil
}

// ReadText reads one file from anywhere as the text at path, for a
// configuration that is named on the command line.
func ReadText(file, path string) (*source.File, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, cause(err))
	}
	return source.NewFile(path, data), nil
}

// Open opens the file at path, which is relative to the project at root and has
// slashes.
func Open(root, path string) (io.ReadCloser, error) {
	f, err := os.OpenInRoot(root, filepath.FromSlash(path))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, cause(err))
	}
	return f, nil
}

// cause is what the operating system said, without the names it said it of: the
// caller names the file the way an author knows it.
func cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	return err
}
