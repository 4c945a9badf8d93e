package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Check refuses a directory in which a site would do harm: it could
// replace sources, be read as one, or mix with everything a person owns.
func Check(dir string, opt Options) error {
	if dir == "" {
		return errors.New("no directory is named")
	}
	out, err := resolve(dir)
	if err != nil {
		return err
	}
	if info, err := os.Stat(out); err == nil && !info.IsDir() {
		return errors.New("it is a file, not a directory")
	}
	if filepath.Dir(out) == out {
		return errors.New("it is the root of the file system")
	}
	if within(opt.Home, out) {
		return fmt.Errorf("it holds your home directory %s", opt.Home)
	}
	if within(opt.Project, out) {
		return fmt.Errorf("it holds the project %s; name a directory of its own, such as public", opt.Project)
	}
	for _, source := range opt.Sources {
		if within(source, out) {
			return fmt.Errorf("it holds the sources in %s", source)
		}
		if within(out, source) {
			return fmt.Errorf("it lies in %s, where the sources are", source)
		}
	}
	return nil
}

// within reports whether dir is ancestor or lies below it. It asks the disk
// whether two names mean one directory, for links, case and mounts make many
// names of one, and compares names where nothing is there yet.
func within(dir, ancestor string) bool {
	if dir == "" || ancestor == "" {
		return false
	}
	dir, err := resolve(dir)
	if err != nil {
		return false
	}
	ancestor, err = resolve(ancestor)
	if err != nil {
		return false
	}
	there, _ := os.Stat(ancestor)
	for {
		if dir == ancestor {
			return true
		}
		if info, err := os.Stat(dir); err == nil && there != nil && os.SameFile(info, there) {
			return true
		}
		if dir == filepath.Dir(dir) {
			return false
		}
		dir = filepath.Dir(dir)
	}
}

// resolve gives the absolute path of dir without symbolic links, as far as it
// exists.
func resolve(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if err == nil {
		return real, nil
	}
	up := filepath.Dir(abs)
	if !errors.Is(err, fs.ErrNotExist) || up == abs {
		return "", cause(err)
	}
	if _, err := os.Lstat(abs); err == nil {
		return "", fmt.Errorf("%s is a symbolic link that leads nowhere", abs)
	}
	real, err = resolve(up)
	return filepath.Join(real, filepath.Base(abs)), err
}
