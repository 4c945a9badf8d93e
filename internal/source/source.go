// Package source holds texts and the places in them.
//
// A File is one text as it was read, a Span a stretch of its bytes, a Position
// the line and column a person would name. A Tree is everything one evaluation
// may look at: it is a value, never changed, and With gives a new one. Nothing
// here reads a disk; package workspace does that.
package source

import (
	"bytes"
	"crypto/sha256"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// Hash identifies the content of a file: the SHA-256 of its bytes.
type Hash [sha256.Size]byte

// bom is the byte order mark some editors put before UTF-8 text.
const bom = "\ufeff"

// File is one text as it was read. Path is relative to the project, with
// slashes. A File is never changed after NewFile.
type File struct {
	Path string
	Data []byte
	Hash Hash

	once  sync.Once
	lines []int // byte offset at which each line starts; see starts
}

// NewFile makes a File of data, which must not be changed afterwards.
func NewFile(path string, data []byte) *File {
	return &File{Path: path, Data: data, Hash: sha256.Sum256(data)}
}

// starts finds the line starts on first use: most files never have a finding.
func (f *File) starts() []int {
	f.once.Do(func() {
		f.lines = []int{0}
		for i := 0; ; {
			n := bytes.IndexByte(f.Data[i:], '\n')
			if n < 0 {
				return
			}
			i += n + 1
			f.lines = append(f.lines, i)
		}
	})
	return f.lines
}

// Position is a place as people and editors count it: line and column from 1,
// columns in runes. A byte order mark is not a column.
type Position struct {
	Line, Column int
}

// Position names the place of the byte at offset, which may be the length of
// the file. An offset outside the file is moved to its nearest end.
func (f *File) Position(offset int) Position {
	offset = min(max(offset, 0), len(f.Data))
	lines := f.starts()
	n := sort.SearchInts(lines, offset+1) - 1
	before := bytes.TrimPrefix(f.Data[lines[n]:max(offset, lines[n])], []byte(bom))
	return Position{Line: n + 1, Column: utf8.RuneCount(before) + 1}
}

// Line gives the text of line n, counted from 1, without its line end and
// without a byte order mark; "" when there is no such line.
func (f *File) Line(n int) string {
	lines := f.starts()
	if n < 1 || n > len(lines) {
		return ""
	}
	end := len(f.Data)
	if n < len(lines) {
		end = lines[n]
	}
	text := strings.TrimRight(string(f.Data[lines[n-1]:end]), "\r\n")
	return strings.TrimPrefix(text, bom)
}

// Span returns the span of the bytes from start to end.
func (f *File) Span(start, end int) Span { return Span{File: f, Start: start, End: end} }

// Span is a stretch of a file: the bytes from Start up to End. The zero Span
// is no place at all.
type Span struct {
	File       *File
	Start, End int
}

// IsZero reports whether the span is no place at all.
func (s Span) IsZero() bool { return s.File == nil }

// Path is the path of the span's file, "" for the zero Span.
func (s Span) Path() string {
	if s.File == nil {
		return ""
	}
	return s.File.Path
}

// Text is the text the span covers.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	return string(s.File.Data[s.Start:s.End])
}

// From and To are the positions of the first byte and of the one after the last.
func (s Span) From() Position { return s.File.Position(s.Start) }

// To is the position of the byte after the span's last.
func (s Span) To() Position { return s.File.Position(s.End) }

// Compare orders spans by path, then start, then end; the zero Span is first.
func (s Span) Compare(t Span) int {
	if c := strings.Compare(s.Path(), t.Path()); c != 0 {
		return c
	}
	if s.Start != t.Start {
		return s.Start - t.Start
	}
	return s.End - t.End
}

// Asset is a file that is copied or linked to but not read as text: an image,
// a download.
type Asset struct {
	Path string // relative to the project, with slashes
	Size int64  // bytes
}

// Tree is the set of files one evaluation sees: texts, which are held in
// memory, and assets, which are only known to be there. It is never changed.
type Tree struct {
	files  map[string]*File
	sorted []*File // by path
	assets map[string]Asset

	once sync.Once
	fold map[string]string // lower-cased path -> a path as it is spelt
}

// NewTree makes a Tree. Of two files with one path the last counts.
func NewTree(files []*File, assets []Asset) *Tree {
	t := &Tree{files: make(map[string]*File, len(files)), assets: make(map[string]Asset, len(assets))}
	for _, f := range files {
		t.files[f.Path] = f
	}
	t.sorted = make([]*File, 0, len(t.files))
	for _, f := range files { // which come in order most of the time, so that sorting costs nothing
		if t.files[f.Path] == f {
			t.sorted = append(t.sorted, f)
		}
	}
	slices.SortFunc(t.sorted, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
	t.sorted = slices.Compact(t.sorted) // the same file may have been given twice
	for _, a := range assets {
		t.assets[a.Path] = a
	}
	return t
}

// With returns a Tree that holds f in place of any file of the same path.
func (t *Tree) With(f *File) *Tree {
	n := &Tree{files: maps.Clone(t.files), assets: t.assets, sorted: slices.Clone(t.sorted)}
	n.files[f.Path] = f
	if at, known := t.find(f.Path); known {
		n.sorted[at] = f
	} else {
		n.sorted = slices.Insert(n.sorted, at, f)
	}
	return n
}

// Hash changes with the path or the content of any text, and with nothing else.
func (t *Tree) Hash() Hash {
	sum := sha256.New()
	for _, f := range t.Files("") {
		sum.Write([]byte(f.Path))
		sum.Write(f.Hash[:])
	}
	return Hash(sum.Sum(nil))
}

// File returns the text at path, or nil.
func (t *Tree) File(path string) *File { return t.files[path] }

// Files returns the texts below prefix (a folder such as "content/", or "" for
// all) in the order of their paths.
func (t *Tree) Files(prefix string) []*File {
	from, _ := t.find(prefix)
	to := from
	for to < len(t.sorted) && strings.HasPrefix(t.sorted[to].Path, prefix) {
		to++
	}
	return slices.Clone(t.sorted[from:to])
}

// find is where the text at path is among all, or would be.
func (t *Tree) find(path string) (at int, known bool) {
	return slices.BinarySearchFunc(t.sorted, path, func(f *File, path string) int { return strings.Compare(f.Path, path) })
}

// Assets returns the assets below prefix in the order of their paths.
func (t *Tree) Assets(prefix string) []Asset {
	var out []Asset
	for path, a := range t.assets {
		if strings.HasPrefix(path, prefix) {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b Asset) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// Has reports whether a text or an asset lies at exactly this path.
func (t *Tree) Has(path string) bool {
	if t.files[path] != nil {
		return true
	}
	_, ok := t.assets[path]
	return ok
}

// Spelling finds the path that equals path but for upper and lower case, as a
// file system that ignores case would; "" when there is none.
func (t *Tree) Spelling(path string) string {
	t.once.Do(func() {
		t.fold = make(map[string]string, len(t.files)+len(t.assets))
		add := func(p string) {
			key := strings.ToLower(p)
			if old, ok := t.fold[key]; !ok || p < old { // whatever the order of the maps
				t.fold[key] = p
			}
		}
		for p := range t.files {
			add(p)
		}
		for p := range t.assets {
			add(p)
		}
	})
	return t.fold[strings.ToLower(path)]
}
