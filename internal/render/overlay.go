package render

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"milepost/internal/sitetheme"
)

// overlay is several file systems laid on each other, the last on top. A folder
// shows the files of all of them.
type overlay []fs.FS

func overlayOf(theme *sitetheme.Theme) overlay {
	var o overlay
	for _, l := range theme.Layers {
		o = append(o, l.FS)
	}
	return o
}

// depth is the lowest layer that has a file: what a theme adds comes behind what
// it lies on.
func (o overlay) depth(name string) int {
	return slices.IndexFunc(o, func(layer fs.FS) bool {
		_, err := fs.Stat(layer, name)
		return err == nil
	})
}

// top is the highest layer that has a file.
func (o overlay) top(name string) int {
	at := len(o) - 1
	for at > 0 && o[at:at+1].depth(name) < 0 {
		at--
	}
	return at
}

// Open opens the topmost file of the name.
func (o overlay) Open(name string) (fs.File, error) {
	for _, layer := range slices.Backward(o) {
		f, err := layer.Open(name)
		if !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir lists what any of the layers has in the folder, by name.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	found := false
	byName := map[string]fs.DirEntry{}
	for _, layer := range o {
		entries, err := fs.ReadDir(layer, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		found = true
		for _, e := range entries {
			byName[e.Name()] = e
		}
	}
	if !found {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	out := make([]fs.DirEntry, 0, len(byName))
	for _, e := range byName {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return out, nil
}

// namesIn lists the files of a folder with one of the endings, by name; a folder
// that is not there has none.
func namesIn(theme fs.FS, folder string, endings ...string) ([]string, error) {
	entries, err := fs.ReadDir(theme, folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if !e.IsDir() && slices.ContainsFunc(endings, func(end string) bool { return strings.HasSuffix(e.Name(), end) }) {
			out = append(out, folder+"/"+e.Name())
		}
	}
	return out, nil
}
