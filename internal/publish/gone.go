package publish

import (
	"io/fs"
	"maps"
	"path"
	"slices"
)

// findGone sorts what earlier builds wrote and this one did not into what is
// to be removed and what somebody has changed.
func (b *build) findGone() error {
	for _, p := range slices.Sorted(maps.Keys(b.old)) {
		if _, ok := b.sums[p]; ok {
			continue
		}
		info, err := b.look(p)
		if err != nil {
			return err
		}
		ours, err := b.ours(p, info)
		switch {
		case err != nil:
			return err
		case ours:
			b.gone = append(b.gone, p)
		case info != nil:
			b.result.Left = append(b.result.Left, p)
		}
	}
	b.findEmptied()
	return nil
}

// ours reports whether the file at p still has bytes that we wrote.
func (b *build) ours(p string, info fs.FileInfo) (bool, error) {
	if info == nil || !info.Mode().IsRegular() {
		return false, nil
	}
	sum, err := b.sumOf(p)
	return slices.Contains(b.old[p], sum), err
}

// findEmptied lists the directories that may be empty once the gone files are
// removed. It asks for the directory of every listed path, also of one that
// has vanished: the build that removed it may have been killed before it
// removed the directory.
func (b *build) findEmptied() {
	seen := map[string]bool{}
	for p := range b.old {
		for d := path.Dir(p); !b.needed[d] && !seen[d]; d = path.Dir(d) {
			seen[d] = true
			if b.isDir[d] { // findGone has looked there
				b.emptied = append(b.emptied, d)
			}
		}
	}
	slices.Sort(b.emptied)
	slices.Reverse(b.emptied) // what lies in a directory sorts after it
}
