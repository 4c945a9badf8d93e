package fields

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"milepost/internal/source"
)

const typical = `title: Limit large gateways for the import project
type: story
status: in-progress
theme: th-0012
value: 13
effort: 0.5
depends_on: [mp-000001, mp-000013]
tags: [billing]
owner: "Ada: first of her name"
release: r-2026.1
created: 2026-01-13
links: []
`

// bothWays reads text as front matter by the short way and by the parser. short
// tells whether the short way was open to it.
func bothWays(t *testing.T, text string) (short bool) {
	t.Helper()
	file := source.NewFile("a.md", []byte("---\n"+text+"---\n"))
	read := func() *reader {
		r, ok := newReader(file, 4, 4+len(text))
		if !ok {
			return nil
		}
		return r
	}
	r := read()
	if r == nil {
		return false
	}
	got, short := r.plainYAML()
	if !short {
		return false
	}
	want, found := read().parsedYAML()
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(source.File{}), cmpopts.EquateEmpty()); diff != "" || len(found) > len(r.found) {
		t.Errorf("%q reads otherwise (-parser +short):\n%s%v", text, diff, found)
	}
	return true
}

func TestTheShortWayReadsWhatTheParserReads(t *testing.T) {
	for _, text := range []string{
		typical, "a: b\n", "a: b\n\nc: d", "a: 1:2\n", "a: http://x.org/?y=z&w\n", "a: b - c, [d] {e} !f &g *h %i @j `k ' |\n",
		"a: \"\"\n", "a: [b]\n", "a: [b,c]\n", "a: [b c, d - e]\n", "a: yes\nb: 0x1\nc: 1e3\n", "a: 'b' \n", "y: n\n", "a: nullable\n", "a: ~x\n", "a: x~\n",
	} {
		if short := bothWays(t, text); !short && text == typical {
			t.Error("the typical front matter takes the long way")
		}
	}
}

func TestTheShortWayIsClosedToWhatNeedsAParser(t *testing.T) {
	for _, text := range []string{
		"", "\n", "a\n", "a:\n", "a: \n", ": b\n", "a: null\n", "a: NULL\n", "null: a\n", "a: b: c\n", "a: b:\n", "a: b # c\n", "a: b \n",
		"a: b\na: c\n", "a: 'b'\n", "a: |\n", "a: b\n  c\n", "a: \"b\\n\"\n", "a: \"b\" c\n", "a: \"b\n", "a: [b\n", "a: [b, ]\n", "a: [b ]\n", "a: [b , c]\n", "a: [,b]\n", "a: [b: c]\n",
		"a: [[b]]\n", "a: [b] c\n", "a: [null]\n", "a: {b: c}\n", "a: -b\n", "a: &b c\n", "a: *b\n", "a: !b c\n", "a: b\r\n", "a: b\tc\n", "a: ü\n", "A: b\n", "a-b: c\n",
		"- a: b\n", " a: b\n", "a: b\n...\n", "a: ]\n", "a: [\n",
	} {
		if bothWays(t, text) {
			t.Errorf("%q was read by the short way", text)
		}
	}
}

func FuzzTheShortWay(f *testing.F) {
	f.Add(typical)
	f.Add("a: b\nc: [d, e-f]\ng: \"h\"\n")
	f.Fuzz(func(t *testing.T, text string) { bothWays(t, text) })
}

func BenchmarkPlain(b *testing.B) {
	file := source.NewFile("a.md", []byte(typical))
	b.Run("short", func(b *testing.B) {
		for b.Loop() {
			YAML(file, 0, len(file.Data))
		}
	})
	b.Run("parser", func(b *testing.B) {
		for b.Loop() {
			r, _ := newReader(file, 0, len(file.Data))
			r.parsedYAML()
		}
	})
}
