package fields

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"milepost/internal/source"
)

// spans writes down every key and value of v with its place and its bytes.
func spans(v Value, path string) string {
	var b strings.Builder
	for i, item := range v.Items {
		b.WriteString(fmt.Sprintf("%s[%d] %s %q\n", path, i, at(item.Span), item.Span.Text()))
		b.WriteString(spans(item, fmt.Sprintf("%s[%d]", path, i)))
	}
	for _, e := range v.Entries {
		name := strings.TrimPrefix(path+"."+e.Key, ".")
		b.WriteString(fmt.Sprintf("%s %s %q = %s %q\n", name, at(e.KeySpan), e.KeySpan.Text(), at(e.Value.Span), e.Value.Span.Text()))
		b.WriteString(spans(e.Value, name))
	}
	return b.String()
}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		read             reads
	}{
		{"plain and quoted", "id: 001\n\"a b\": 'it''s' # why\nc: \"q\\\"r\"\n", `
id 1:1-3 "id" = 1:5-8 "001"
a b 2:1-6 "\"a b\"" = 2:8-15 "'it''s'"
c 3:1-2 "c" = 3:4-10 "\"q\\\"r\""
`, YAML},
		{"not ASCII", "näme: 🚀 größe\nä: [ü, \"ß\", z]\n", `
näme 1:1-5 "näme" = 1:7-14 "🚀 größe"
ä 2:1-2 "ä" = 2:4-15 "[ü, \"ß\", z]"
ä[0] 2:5-6 "ü"
ä[1] 2:8-11 "\"ß\""
ä[2] 2:13-14 "z"
`, YAML},
		{"CRLF", "a: x y\r\nb:\r\n  - c\r\n  - d\r\ne: |\r\n  f\r\n\r\n  g\r\nh: i\r\n", `
a 1:1-2 "a" = 1:4-7 "x y"
b 2:1-2 "b" = 3:3-4:6 "- c\r\n  - d"
b[0] 3:5-6 "c"
b[1] 4:5-6 "d"
e 5:1-2 "e" = 5:4-8:4 "|\r\n  f\r\n\r\n  g"
h 9:1-2 "h" = 9:4-5 "i"
`, YAML},
		{"byte order mark", "\ufeffa: b\nc: d\n", `
a 1:1-2 "a" = 1:4-5 "b"
c 2:1-2 "c" = 2:4-5 "d"
`, YAML},
		{"line ends of YAML's own", "a: x\u2028b: y\u0085c: z\n", `
a 1:1-2 "a" = 1:4-5 "x"
b 1:6-7 "b" = 1:9-10 "y"
c 1:11-12 "c" = 1:14-15 "z"
`, YAML},
		{"nothing", "a:\nb: ~\nc: null\nd: []\ne: {}\nf: \"\"\n", `
a 1:1-2 "a" = 1:2-2 ""
b 2:1-2 "b" = 2:4-5 "~"
c 3:1-2 "c" = 3:4-8 "null"
d 4:1-2 "d" = 4:4-6 "[]"
e 5:1-2 "e" = 5:4-6 "{}"
f 6:1-2 "f" = 6:4-6 "\"\""
`, YAML},
		{"several lines", "a: one\n  two\n  three\nb: \"x\n  y\"\nc: [d, # e\n  f,\n]\ng: h\n", `
a 1:1-2 "a" = 1:4-3:8 "one\n  two\n  three"
b 4:1-2 "b" = 4:4-5:5 "\"x\n  y\""
c 6:1-2 "c" = 6:4-8:2 "[d, # e\n  f,\n]"
c[0] 6:5-6 "d"
c[1] 7:3-4 "f"
g 9:1-2 "g" = 9:4-5 "h"
`, YAML},
		{"maps in lists", "o:\n- id: a\n  why: >-\n    x\n    y\n\n- id: b\n", `
o 1:1-2 "o" = 2:1-7:8 "- id: a\n  why: >-\n    x\n    y\n\n- id: b"
o[0] 2:3-5:6 "id: a\n  why: >-\n    x\n    y"
o[0].id 2:3-5 "id" = 2:7-8 "a"
o[0].why 3:3-6 "why" = 3:8-5:6 ">-\n    x\n    y"
o[1] 7:3-8 "id: b"
o[1].id 7:3-5 "id" = 7:7-8 "b"
`, YAML},
		{"tags", "a: !!str 001\nb: !!int \"2\"\n", `
a 1:1-2 "a" = 1:10-13 "001"
b 2:1-2 "b" = 2:10-13 "\"2\""
`, YAML},
		{"behind a mistake", "ä: x: y\nb: [c]\n", `
ä 1:1-2 "ä" = 1:4-8 "x: y"
b 2:1-2 "b" = 2:4-7 "[c]"
b[0] 2:5-6 "c"
`, YAML},
		{"TOML", "\"ä b\" = 'ü'\nl = [ 1, # x\n [\"2\"] ]\nm = { a.b = 3 }\n[t]\nx = 1979-05-27\n", `
ä b 1:1-6 "\"ä b\"" = 1:9-12 "'ü'"
l 2:1-2 "l" = 2:5-3:9 "[ 1, # x\n [\"2\"] ]"
l[0] 2:7-8 "1"
l[1] 3:2-7 "[\"2\"]"
l[1][0] 3:3-6 "\"2\""
m 4:1-2 "m" = 4:5-16 "{ a.b = 3 }"
m.a 4:7-8 "a" = 4:7-8 "a"
m.a.b 4:9-10 "b" = 4:13-14 "3"
t 5:2-3 "t" = 5:2-3 "t"
t.x 6:1-2 "x" = 6:5-15 "1979-05-27"
`, TOML},
		{"JSON", "{\n \"ä\" : [ 1, \"\\u00fc\" ],\n \"m\": {\"n\": null}}", `
ä 2:2-5 "\"ä\"" = 2:8-23 "[ 1, \"\\u00fc\" ]"
ä[0] 2:10-11 "1"
ä[1] 2:13-21 "\"\\u00fc\""
m 3:2-5 "\"m\"" = 3:7-18 "{\"n\": null}"
m.n 3:8-11 "\"n\"" = 3:13-17 "null"
`, JSON},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := source.NewFile("x", []byte(c.text))
			v, _ := c.read(file, 0, len(c.text))
			if got, want := spans(v, ""), strings.TrimPrefix(c.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestInTheMiddle checks that spans count from the start of the file.
func TestInTheMiddle(t *testing.T) {
	v, ds := YAML(source.NewFile("x", []byte("---\nä: 1\n---\nbody")), 4, 10)
	if len(ds) > 0 || spans(v, "") != "ä 2:1-2 \"ä\" = 2:4-5 \"1\"\n" {
		t.Errorf("%s %v", spans(v, ""), ds)
	}
}

// TestOdd holds the mistakes that a text file cannot hold.
func TestOdd(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"not UTF-8", "title: caf\xe9 au lait\ntheme: x\n", `{title="caf? au lait" theme="x"}
1:11-12 bad-utf8: this byte is not UTF-8 text (save the file as UTF-8)
`},
		{"control character", "title: a\x01b\ntheme: x\n", `{title="a b" theme="x"}
1:9-10 front-matter-syntax: an invisible control character (U+0001) stands here (delete it)
`},
		{"no line end", "title:Foo", `{title="Foo"}
1:6-7 front-matter-syntax: a space is missing after "title:" (write "title: Foo")
`},
		{"too deep", "a: " + strings.Repeat("[", 30) + strings.Repeat("]", 30) + "\nb: 1\n", `{b="1"}
1:1-64 front-matter-syntax: lists and maps are nested more than 20 deep (write it flat)
`},
		{"too deep in blocks", "a:\n" + strings.Repeat("- ", 30) + "x\nb: 1\n", `{b="1"}
1:1-3 front-matter-syntax: lists and maps are nested more than 20 deep (write it flat)
`},
		{"too large", "a: 1\nb: " + strings.Repeat("x", maxSize), `{}
1:1-5 front-matter-syntax: the fields take 65 KiB, more than the 64 KiB that are read (move long text below the front matter)
`},
		{"a list", "- x\n", `{}
1:1-4 front-matter-syntax: a list stands where fields are expected (write "key:" on the line above it)
`},
		{"empty", "", "{}\n"},
		{"comment", "# only\n", "{}\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.TrimSuffix(readCase(t, c.name, c.text, YAML), "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestTooMany checks that a text of many values, or many mistakes, ends.
func TestTooMany(t *testing.T) {
	for name, text := range map[string]string{
		"values":     "a: [" + strings.Repeat("x,", 30_000) + "]\n",
		"keys":       strings.Repeat("a: 1\n", 12_000),
		"mistakes":   strings.Repeat("a: b: c\n", 8_000),
		"quotes":     strings.Repeat("a: \"\n", 10_000),
		"brackets":   strings.Repeat("a: [\n", 10_000),
		"nested":     strings.Repeat("a: {", 10_000),
		"tabs":       "a:\n" + strings.Repeat("\t- a\n", 10_000),
		"one field":  "a:\n" + strings.Repeat(" b: c: d\n", 7_000),
		"documents":  strings.Repeat("---\na: 1\n", 7_000),
		"no fields":  strings.Repeat("x\n", 30_000),
		"characters": strings.Repeat("\x01", 60_000),
	} {
		t.Run(name, func(t *testing.T) {
			for _, read := range []reads{YAML, TOML, JSON} {
				_, ds := read(source.NewFile("x", []byte(text)), 0, len(text))
				if len(ds) == 0 || len(ds) > 2*maxFound {
					t.Errorf("%d remarks", len(ds))
				}
			}
		})
	}
}

func FuzzFields(f *testing.F) {
	for _, seed := range []string{
		"a: b\n", "a: [1, {b: c}]\n", "a: |\n  b\n\nc: d", "- a", "a: \"b", "a: 'b'c'", "\ta: b", "a: *b", "a: !c d",
		"a = 1\n[b]\nc = [1, 2]\n", "a = \"\"\"x", "{\"a\": [1, \"b\"], \"c\": null}", "{\"a\": ", "? [a]\n: b", "a: \x00", "\ufeffa: b\r\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		late := time.AfterFunc(10*time.Second, func() { panic(fmt.Sprintf("no end in sight: %q", text)) })
		defer late.Stop()
		file := source.NewFile("x", []byte(text))
		for name, read := range map[string]reads{"yaml": YAML, "toml": TOML, "json": JSON} {
			v, ds := read(file, 0, len(text))
			if v.Kind != Map {
				t.Errorf("%s: the root of %q is %v", name, text, v.Kind)
			}
			checkSpans(t, file, v)
			for _, d := range ds {
				if d.Span.Start < 0 || d.Span.Start > d.Span.End || d.Span.End > len(text) {
					t.Errorf("%s: %q: %s has the span %d-%d", name, text, d.Message, d.Span.Start, d.Span.End)
				}
			}
		}
	})
}

func BenchmarkYAML(b *testing.B) {
	const text = "title: Resume an interrupted upload by itself\ntype: story\ntheme: effortless-backup\nstatus: in-progress\npriority: must\nvalue: 13\neffort: 5\ndepends_on: [upload-chunks, background-spike]\nrelease: \"1.3\"\ncreated: 2025-11-24\nowner: [Ines Okafor]\n"
	file := source.NewFile("x", []byte(text))
	b.ReportAllocs()
	for b.Loop() {
		YAML(file, 0, len(text))
	}
}
