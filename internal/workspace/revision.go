package workspace

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"milepost/internal/source"
)

// The modes of what a tree of git holds.
const (
	modeLink   = "120000"
	modeModule = "160000" // a repository of its own, whose files are elsewhere
)

// blob is one file in a tree of git.
type blob struct {
	path string // relative to the project
	hash string
	size int64
	link bool
}

// ReadRevision reads the project as it was at a commit, without checking it out.
// It gives what Read gives of a folder in the same state: links are followed
// inside the project, and what git keeps elsewhere is left out.
func (r *Repository) ReadRevision(commit string) (*source.Tree, error) {
	list, err := r.run(nil, "ls-tree", "-r", "-l", "-z", "--full-tree", commit)
	if err != nil {
		return nil, err
	}
	blobs := r.project(parseTree(list))
	targets, err := r.blobs(hashes(blobs, func(b blob) bool { return b.link }))
	if err != nil {
		return nil, err
	}
	blobs = follow(blobs, targets)
	data, err := r.blobs(hashes(blobs, blob.isText))
	if err != nil {
		return nil, err
	}
	return treeOf(blobs, data), nil
}

func (b blob) isText() bool { return isText(b.path) && b.size <= maxText }

func hashes(blobs []blob, wanted func(blob) bool) []string {
	var out []string
	for _, b := range blobs {
		if wanted(b) {
			out = append(out, b.hash)
		}
	}
	return out
}

// parseTree reads the records of ls-tree -l: "mode type hash size\tpath".
func parseTree(list []byte) []blob {
	var out []blob
	for record := range bytes.SplitSeq(list, []byte{0}) {
		facts, name, ok := strings.Cut(string(record), "\t")
		fields := strings.Fields(facts)
		if !ok || len(fields) != 4 || fields[0] == modeModule {
			continue
		}
		size, _ := strconv.ParseInt(fields[3], 10, 64)
		out = append(out, blob{path: name, hash: fields[2], size: size, link: fields[0] == modeLink})
	}
	return out
}

// project keeps what Read would see of a project in a folder.
func (r *Repository) project(blobs []blob) []blob {
	kept := blobs[:0]
	for _, b := range blobs {
		name, inside := strings.CutPrefix(b.path, r.prefix)
		if b.path = name; inside && readable(name) {
			kept = append(kept, b)
		}
	}
	return kept
}

// readable reports whether Read looks at a path.
func readable(name string) bool {
	if name == ConfigName {
		return true
	}
	folder, _, nested := strings.Cut(name, "/")
	if !nested || !slices.Contains(Folders, folder) || unusable(name) != "" {
		return false
	}
	for dir := folder; name != dir; {
		base, _, _ := strings.Cut(strings.TrimPrefix(name, dir+"/"), "/")
		if ignored(dir, base) {
			return false
		}
		dir += "/" + base
	}
	return true
}

// blobs reads the contents of files by their hash, all in one go.
func (r *Repository) blobs(hashes []string) (map[string][]byte, error) {
	if len(hashes) == 0 {
		return nil, nil
	}
	out, err := r.run([]byte(strings.Join(hashes, "\n")+"\n"), "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	data := make(map[string][]byte, len(hashes))
	for len(out) > 0 {
		head, rest, ok := bytes.Cut(out, []byte{'\n'})
		fields := strings.Fields(string(head))
		if !ok || len(fields) != 3 {
			return nil, fmt.Errorf("git cat-file: %q is missing; a partial clone must be completed first", head)
		}
		size, err := strconv.Atoi(fields[2])
		if err != nil || size >= len(rest) {
			return nil, fmt.Errorf("git cat-file: cut off after %d bytes", len(rest))
		}
		data[fields[0]], out = rest[:size:size], rest[size+1:]
	}
	return data, nil
}

// maxLinks bounds how many links are followed one after the other: they may lead
// in a circle.
const maxLinks = 8

// follow puts in place of every link what it leads to: a file, or all files of a
// folder. One that leads out of the project is left out.
func follow(blobs []blob, targets map[string][]byte) []blob {
	var out []blob
	var expand func(b blob, at string, links int)
	expand = func(b blob, at string, links int) {
		if !b.link {
			out = append(out, blob{path: at, hash: b.hash, size: b.size})
			return
		}
		target := path.Join(path.Dir(b.path), string(targets[b.hash]))
		for _, other := range blobs {
			rest, inside := strings.CutPrefix(other.path, target)
			if inside && links < maxLinks && (rest == "" || rest[0] == '/') {
				expand(other, at+rest, links+1)
			}
		}
	}
	for _, b := range blobs {
		expand(b, b.path, 0)
	}
	return out
}

// treeOf makes a tree of files whose texts are known.
func treeOf(blobs []blob, texts map[string][]byte) *source.Tree {
	var files []*source.File
	var assets []source.Asset
	for _, b := range blobs {
		switch {
		case b.isText():
			files = append(files, source.NewFile(b.path, texts[b.hash]))
		case !isText(b.path):
			assets = append(assets, source.Asset{Path: b.path, Size: b.size})
		}
	}
	return source.NewTree(files, assets)
}
