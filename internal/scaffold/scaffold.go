// Package scaffold begins plans: a whole one with Init, one file with New.
//
// What it writes is made from the table of package schema and tried before it
// is written: the new file has been read by the same code that will read it
// later. Nothing that exists is ever changed.
package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// File is a file to be written. Path is relative to the project, with slashes.
type File struct {
	Path string
	Data []byte
}

// Write makes the file below the project at root, and refuses one that exists.
func Write(root string, f File) error {
	disk, err := os.OpenRoot(root)
	if err != nil {
		return fmt.Errorf("open %s: %w", root, cause(err))
	}
	defer disk.Close()
	if err := create(disk, f); err != nil {
		return fmt.Errorf("write %s: %w", f.Path, cause(err))
	}
	return nil
}

// create makes a file and the folders above it.
func create(root *os.Root, f File) error {
	name := filepath.FromSlash(f.Path)
	if err := root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	w, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = w.Write(f.Data)
	return errors.Join(err, w.Close())
}

// cause is what the operating system said, without the names it said it of.
func cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	return err
}
