package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// commit is the moment the site changes. Each step notes how it is undone, and
// the last is the one that cannot fail half.
type commit struct {
	*build
	undo []func() error
}

// commit puts the staged files in place and removes what is gone. If anything
// fails, the old site is put back.
func (b *build) commit() error {
	c := &commit{build: b}
	for _, step := range []func() error{c.stageManifests, c.announce, c.setAside, c.makeRoom, c.place, c.clearWay, c.sweep, c.settle} {
		if err := step(); err != nil {
			return c.rollBack(err)
		}
	}
	b.result.Removed = len(b.gone)
	return nil
}

// announce says in the manifest what is about to be written. From here on a
// kill leaves no file that the next build would not know as ours.
func (c *commit) announce() error {
	return c.put(staged{path: manifestName, name: c.intent, replaces: c.hadManifest})
}

// setAside takes away the files that are gone.
func (c *commit) setAside() error {
	for _, p := range c.gone {
		if err := c.moveAside(p, c.spare()); err != nil {
			return c.fail("remove", p, err)
		}
	}
	return nil
}

// clearWay puts files where directories have been. It comes after all that
// needs space: on a full disk a directory may not be made again.
func (c *commit) clearWay() error {
	for _, d := range c.emptied {
		if !c.obstructs(d) {
			continue
		}
		if err := c.removeDir(d); errors.Is(err, fs.ErrExist) {
			return c.fail("write", d, errDirInWay)
		} else if err != nil {
			return c.fail("remove", d, err)
		}
	}
	return c.putAll(c.obstructed)
}

// obstructs reports whether d, or a directory that d lies in, is to be a file.
func (c *commit) obstructs(d string) bool {
	for p := d; ; {
		if _, ok := c.sums[p]; ok {
			return true
		}
		i := strings.LastIndexByte(p, '/')
		if i < 0 {
			return false
		}
		p = p[:i]
	}
}

// makeRoom makes the directories that are missing.
func (c *commit) makeRoom() error {
	for _, d := range c.makeDirs {
		if err := c.disk.mkdir(d); err != nil {
			return c.fail("make directory", d, err)
		}
		c.undo = append(c.undo, func() error { return c.disk.remove(d) })
	}
	return nil
}

// place puts the staged files where they belong, if no directory is there.
func (c *commit) place() error { return c.putAll(c.staged) }

func (c *commit) putAll(files []staged) error {
	for _, s := range files {
		if err := c.put(s); err != nil {
			return err
		}
	}
	return nil
}

// sweep removes the directories that have become empty. One that cannot be
// removed, because it is not empty or somebody works in it, does no harm.
func (c *commit) sweep() error {
	for _, d := range c.emptied {
		if !c.obstructs(d) {
			_ = c.removeDir(d)
		}
	}
	return nil
}

// settle says in the manifest what the output holds now: the build is done.
func (c *commit) settle() error {
	if err := c.disk.rename(c.final, manifestName); err != nil {
		return c.fail("write", manifestName, err)
	}
	return nil
}

// put renames a staged file to its path. What is there gets a second name
// first, so that it can come back and yet no reader finds the path empty.
func (c *commit) put(s staged) error {
	if s.replaces {
		if err := c.keepCopy(s.path); err != nil {
			return c.fail("write", s.path, err)
		}
	}
	err := c.disk.rename(s.name, s.path)
	if errors.Is(err, fs.ErrExist) {
		err = errDirInWay
	}
	if err != nil {
		return c.fail("write", s.path, err)
	}
	if !s.replaces {
		c.undo = append(c.undo, func() error { return c.disk.remove(s.path) })
	}
	return nil
}

// keepCopy gives the file at p a second name, or, where the disk knows no such
// thing, another: then p is missing until the new file comes.
func (c *commit) keepCopy(p string) error {
	aside := c.spare()
	if c.disk.link(p, aside) != nil {
		return c.moveAside(p, aside)
	}
	c.undo = append(c.undo, func() error { return c.disk.rename(aside, p) })
	return nil
}

func (c *commit) moveAside(p, aside string) error {
	if err := c.disk.rename(p, aside); err != nil {
		return err
	}
	c.undo = append(c.undo, func() error { return c.disk.rename(aside, p) })
	return nil
}

// removeDir removes d; the error is fs.ErrExist if it is not empty.
func (c *commit) removeDir(d string) error {
	if err := c.disk.remove(d); err != nil {
		return err
	}
	c.undo = append(c.undo, func() error { return c.disk.mkdir(d) })
	return nil
}

// rollBack puts the old site back. The first step undone last is the manifest:
// if another cannot be undone, the one that knows both sites has to stay.
func (c *commit) rollBack(why error) error {
	for i := len(c.undo) - 1; i >= 0; i-- {
		if i == 0 && c.stranded {
			break
		}
		if err := c.undo[i](); err != nil && !c.stranded {
			c.stranded = true
			why = fmt.Errorf("%w; the old site could not be put back either (%w): the next build repairs it", why, cause(err))
		}
	}
	return why
}
