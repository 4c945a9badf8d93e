package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// The names we keep for ourselves at the top of the output.
const (
	manifestName = ".milepost-manifest.json"
	stageDir     = ".milepost-stage"
)

// badBytes cannot stand in a name on Windows; a colon even opens a hidden
// stream of another file there.
const badBytes = `\:*?"<>|`

// devices are names that Windows gives to a device, whatever the ending.
var devices = []string{
	"aux", "con", "conin$", "conout$", "nul", "prn",
	"com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "com¹", "com²", "com³",
	"lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "lpt¹", "lpt²", "lpt³",
}

// checkPath refuses a path that could leave the output, that is ours or git's,
// or that some disk cannot hold: a site is built here and copied elsewhere.
func checkPath(p string) error {
	if !fs.ValidPath(p) || p == "." {
		return fmt.Errorf("%q is not a path below the output", p)
	}
	names := strings.Split(p, "/")
	if top := fold(names[0]); top == manifestName || top == stageDir {
		return fmt.Errorf("%q is a name milepost keeps for itself", p)
	}
	for _, name := range names {
		if err := checkName(name); err != nil {
			return fmt.Errorf("%q: %w", p, err)
		}
	}
	return nil
}

func checkName(name string) error {
	control := func(r rune) bool { return r < ' ' || r == 0x7f }
	if strings.ContainsAny(name, badBytes) || strings.ContainsFunc(name, control) {
		return errors.New("a name on disk may not hold " + badBytes + " or control characters")
	}
	if strings.TrimRight(name, ". ") != name {
		return errors.New("a name on disk may not end in a dot or a space")
	}
	stem, _, _ := strings.Cut(fold(name), ".")
	if slices.Contains(devices, strings.TrimRight(stem, " ")) {
		return fmt.Errorf("%s is a device on Windows, not a file", name)
	}
	if fold(name) == ".git" {
		return errors.New("a site does not write to git's own directory")
	}
	return nil
}

// fold spells names alike that are one name where case does not count.
func fold(name string) string { return strings.ToLower(name) }

// paths are the paths of one site, by which no two files may meet: not as the
// same file, and not as a file and the directory of another.
type paths struct {
	files map[string]string // folded path of a file -> its path
	dirs  map[string]string // folded path of a directory -> a file in it
}

func (ps *paths) add(p string) error {
	if err := checkPath(p); err != nil {
		return err
	}
	key := fold(p)
	if other, ok := ps.files[key]; ok {
		return meet(other, p)
	}
	if below, ok := ps.dirs[key]; ok {
		return fmt.Errorf("%q cannot be both a file and the directory of %q", p, below)
	}
	ps.files[key] = p
	for d := path.Dir(p); d != "."; d = path.Dir(d) {
		key := fold(d)
		if file, ok := ps.files[key]; ok {
			return fmt.Errorf("%q cannot be both a file and the directory of %q", file, p)
		}
		if _, ok := ps.dirs[key]; ok {
			break
		}
		ps.dirs[key] = p
	}
	return nil
}

func meet(p, q string) error {
	if p == q {
		return fmt.Errorf("two files have the path %q", p)
	}
	return fmt.Errorf("%q and %q are one file where case does not count", p, q)
}
