package source

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// at finds the first byte of mark in text, which is how the tables below name a
// place without counting bytes by hand.
func at(t *testing.T, text, mark string) int {
	t.Helper()
	i := strings.Index(text, mark)
	if i < 0 {
		t.Fatalf("%q is not in %q", mark, text)
	}
	return i
}

func TestPositionNamesLineAndColumnAsAPersonCounts(t *testing.T) {
	tests := []struct {
		name, text, mark string
		want             Position
	}{
		{"the first byte", "ab\ncd\n", "ab", Position{1, 1}},
		{"inside a line", "ab\ncd\n", "b", Position{1, 2}},
		{"a line's own end belongs to it", "ab\ncd\n", "\ncd", Position{1, 3}},
		{"the first byte after a line end", "ab\ncd\n", "cd", Position{2, 1}},
		{"an empty line", "ab\n\ncd", "\ncd", Position{2, 1}},
		{"after CRLF", "ab\r\ncd", "cd", Position{2, 1}},
		{"the carriage return is the column after the text", "ab\r\ncd", "\r", Position{1, 3}},
		{"a carriage return alone ends no line", "ab\rcd", "cd", Position{1, 4}},
		{"a byte order mark is no column", "\ufefftitle: x\n", "title", Position{1, 1}},
		{"a column after a byte order mark", "\ufefftitle: x\n", "x", Position{1, 8}},
		{"a byte order mark counts on its own line only", "\ufeffa\nbc", "c", Position{2, 2}},
		{"two-byte letters are one column each", "über: äh", "äh", Position{1, 7}},
		{"letters outside the basic plane are one column each", "😀😀x", "x", Position{1, 3}},
		{"a byte that is not UTF-8 is one column", "a\xff\xfeb", "b", Position{1, 4}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := NewFile("a.md", []byte(tt.text))
			if got := f.Position(at(t, tt.text, tt.mark)); got != tt.want {
				t.Errorf("%q in %q is at %v, want %v", tt.mark, tt.text, got, tt.want)
			}
		})
	}
}

func TestPositionAtAndBeyondTheEnds(t *testing.T) {
	tests := []struct {
		name, text string
		offset     int
		want       Position
	}{
		{"the end of a file without a last line end", "ab\ncd", 5, Position{2, 3}},
		{"the end of a file with one is a line of its own", "ab\n", 3, Position{2, 1}},
		{"an empty file has a first line", "", 0, Position{1, 1}},
		{"before the start is the start", "ab", -7, Position{1, 1}},
		{"behind the end is the end", "ab\nc", 99, Position{2, 2}},
		{"the byte order mark itself", "\ufeffab", 0, Position{1, 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := NewFile("a.md", []byte(tt.text)).Position(tt.offset); got != tt.want {
				t.Errorf("offset %d of %q is at %v, want %v", tt.offset, tt.text, got, tt.want)
			}
		})
	}
}

// Walking a text rune by rune is the slow way to the same answer.
func TestPositionAgreesWithCountingFromTheStart(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	alphabet := []string{"a", "ä", "😀", "\n", "\r\n", "\r", " ", "\ufeff"}
	for range 300 {
		var b strings.Builder
		for range r.IntN(30) {
			b.WriteString(alphabet[r.IntN(len(alphabet))])
		}
		text := b.String()
		f := NewFile("a.md", []byte(text))
		want := Position{1, 1}
		for i, c := range text {
			if got := f.Position(i); got != want {
				t.Fatalf("offset %d of %q is at %v, want %v", i, text, got, want)
			}
			switch {
			case c == '\n':
				want = Position{want.Line + 1, 1}
			case c == '\ufeff' && (i == 0 || text[i-1] == '\n'):
			default:
				want.Column++
			}
		}
		if got := f.Position(len(text)); got != want {
			t.Fatalf("the end of %q is at %v, want %v", text, got, want)
		}
	}
}

func TestLineGivesTheTextWithoutItsEnd(t *testing.T) {
	f := NewFile("a.md", []byte("\ufeffone\r\n\ntwo ü \nlast"))
	for n, want := range map[int]string{-1: "", 0: "", 1: "one", 2: "", 3: "two ü ", 4: "last", 5: ""} {
		if got := f.Line(n); got != want {
			t.Errorf("line %d is %q, want %q", n, got, want)
		}
	}
}

func TestHashIsTheIdentityOfTheText(t *testing.T) {
	a, b := NewFile("a.md", []byte("x")), NewFile("b.md", []byte("x"))
	if a.Hash != b.Hash {
		t.Error("one text at two paths has two hashes")
	}
	if c := NewFile("a.md", []byte("y")); a.Hash == c.Hash {
		t.Error("two texts have one hash")
	}
	if got, want := fmt.Sprintf("%x", a.Hash[:4]), "2d711642"; got != want { // printf x | sha256sum
		t.Errorf("the hash begins with %s, want %s", got, want)
	}
}

func TestSpanKnowsItsTextAndPlaces(t *testing.T) {
	f := NewFile("content/a.md", []byte("title: x\ntheme: grwöth\n"))
	s := f.Span(16, 23)
	if got, want := s.Text(), "grwöth"; got != want {
		t.Errorf("text is %q, want %q", got, want)
	}
	if got, want := s.From(), (Position{2, 8}); got != want {
		t.Errorf("begins at %v, want %v", got, want)
	}
	if got, want := s.To(), (Position{2, 14}); got != want {
		t.Errorf("ends at %v, want %v", got, want)
	}
	if got, want := s.Path(), "content/a.md"; got != want {
		t.Errorf("path is %q, want %q", got, want)
	}
	if s.IsZero() {
		t.Error("a span of a file is no place")
	}
}

func TestTheZeroSpanIsNoPlace(t *testing.T) {
	var s Span
	if !s.IsZero() || s.Path() != "" || s.Text() != "" {
		t.Errorf("zero %v, path %q, text %q", s.IsZero(), s.Path(), s.Text())
	}
}

func TestSpansAreOrderedByPathThenPlace(t *testing.T) {
	a, b := NewFile("a.md", []byte("0123456789")), NewFile("b.md", []byte("0123456789"))
	want := []Span{{}, a.Span(0, 9), a.Span(1, 2), a.Span(1, 5), a.Span(3, 4), b.Span(0, 1)}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Span.Compare)
	if !slices.Equal(got, want) {
		t.Errorf("sorted %v\nwant   %v", got, want)
	}
	if c := a.Span(1, 2).Compare(a.Span(1, 2)); c != 0 {
		t.Errorf("a span compares with itself as %d", c)
	}
}

func TestWithGivesANewTreeAndLeavesTheOld(t *testing.T) {
	first, second := NewFile("a.md", []byte("1")), NewFile("a.md", []byte("2"))
	old := NewTree([]*File{first}, []Asset{{Path: "logo.svg", Size: 3}})
	changed := old.With(second).With(NewFile("b.md", nil))

	if old.File("a.md") != first || old.File("b.md") != nil {
		t.Error("With changed the tree it was called on")
	}
	if changed.File("a.md") != second || changed.File("b.md") == nil {
		t.Error("the new tree does not hold the new files")
	}
	if !changed.Has("logo.svg") {
		t.Error("the new tree lost an asset")
	}
}

func TestWithIsSeenBySpelling(t *testing.T) {
	old := NewTree(nil, nil)
	if got := old.Spelling("readme.md"); got != "" {
		t.Fatalf("an empty tree spells %q", got)
	}
	if got := old.With(NewFile("README.md", nil)).Spelling("readme.md"); got != "README.md" {
		t.Errorf("spelling is %q: the new tree answers from the old one", got)
	}
}

func TestTheLastOfTwoFilesAtOnePathCounts(t *testing.T) {
	last := NewFile("a.md", []byte("2"))
	tree := NewTree([]*File{NewFile("a.md", []byte("1")), last}, nil)
	if tree.File("a.md") != last || len(tree.Files("")) != 1 {
		t.Errorf("the tree holds %d files, the first with %q", len(tree.Files("")), tree.File("a.md").Data)
	}
}

func TestFilesAndAssetsComeInTheOrderOfTheirPaths(t *testing.T) {
	var files []*File
	var assets []Asset
	for _, p := range []string{"content/b.md", "content/a/z.md", "contents.md", "content/a.md", "x.md", "content/Z.md"} {
		files = append(files, NewFile(p, nil))
		assets = append(assets, Asset{Path: p + ".png"})
	}
	tests := []struct {
		prefix string
		want   []string
	}{
		{"content/", []string{"content/Z.md", "content/a.md", "content/a/z.md", "content/b.md"}},
		{"", []string{"content/Z.md", "content/a.md", "content/a/z.md", "content/b.md", "contents.md", "x.md"}},
		{"nowhere/", nil},
	}
	for _, tt := range tests {
		for range 20 { // the order of a map differs from run to run
			tree := NewTree(files, assets)
			var got, gotAssets, wantAssets []string
			for _, f := range tree.Files(tt.prefix) {
				got = append(got, f.Path)
			}
			for _, a := range tree.Assets(tt.prefix) {
				gotAssets = append(gotAssets, a.Path)
			}
			if !slices.Equal(got, tt.want) {
				t.Fatalf("below %q are %q, want %q", tt.prefix, got, tt.want)
			}
			wantAssets = nil
			for _, w := range tt.want {
				wantAssets = append(wantAssets, w+".png")
			}
			slices.Sort(wantAssets)
			if !slices.Equal(gotAssets, wantAssets) {
				t.Fatalf("assets below %q are %q, want %q", tt.prefix, gotAssets, wantAssets)
			}
		}
	}
}

func TestHasAsksForTheExactSpelling(t *testing.T) {
	tree := NewTree([]*File{NewFile("a.md", nil)}, []Asset{{Path: "Logo.svg"}})
	for path, want := range map[string]bool{"a.md": true, "Logo.svg": true, "logo.svg": false, "A.md": false, "": false} {
		if got := tree.Has(path); got != want {
			t.Errorf("Has(%q) is %v", path, got)
		}
	}
}

func TestSpellingFindsWhatDiffersOnlyInCase(t *testing.T) {
	tree := NewTree([]*File{NewFile("docs/Über.md", nil)}, []Asset{{Path: "img/Logo.SVG"}})
	for path, want := range map[string]string{
		"img/logo.svg": "img/Logo.SVG",
		"IMG/LOGO.svg": "img/Logo.SVG",
		"docs/über.md": "docs/Über.md",
		"img/logo.png": "",
	} {
		if got := tree.Spelling(path); got != want {
			t.Errorf("Spelling(%q) is %q, want %q", path, got, want)
		}
	}
}

func TestSpellingIsTheSameOnEveryRun(t *testing.T) {
	spellings := []string{"a/logo.svg", "a/Logo.svg", "a/LOGO.svg", "A/logo.svg"}
	for range 50 {
		tree := NewTree(nil, nil)
		for _, p := range spellings {
			tree = tree.With(NewFile(p, nil))
		}
		if got, want := tree.Spelling("a/lOGO.svg"), "A/logo.svg"; got != want {
			t.Fatalf("spelling is %q, want the first in byte order, %q", got, want)
		}
	}
}
