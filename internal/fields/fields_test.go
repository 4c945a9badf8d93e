package fields

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"milepost/internal/diag"
	"milepost/internal/source"
)

// show writes a value as one line: scalars in quotes, lists and maps in brackets.
func show(v Value) string {
	switch v.Kind {
	case Scalar:
		return fmt.Sprintf("%q", v.Text)
	case List:
		items := make([]string, len(v.Items))
		for i := range v.Items {
			items[i] = show(v.Items[i])
		}
		return "[" + strings.Join(items, " ") + "]"
	case Map:
		entries := make([]string, len(v.Entries))
		for i, e := range v.Entries {
			entries[i] = e.Key + "=" + show(e.Value)
		}
		return "{" + strings.Join(entries, " ") + "}"
	}
	return "null"
}

// at writes the place of a span as line:column-column, or with two lines.
func at(s source.Span) string {
	from, to := s.From(), s.To()
	if from.Line == to.Line {
		return fmt.Sprintf("%d:%d-%d", from.Line, from.Column, to.Column)
	}
	return fmt.Sprintf("%d:%d-%d:%d", from.Line, from.Column, to.Line, to.Column)
}

// remark writes a diagnostic as one line.
func remark(d diag.Diagnostic) string {
	s := at(d.Span) + " " + d.Rule + ": " + d.Message
	if d.Hint != "" {
		s += " (" + d.Hint + ")"
	}
	for _, r := range d.Related {
		s += " [" + at(r.Span) + " " + r.Message + "]"
	}
	return s
}

var update = flag.Bool("update", false, "write what is read into testdata instead of comparing")

type reads func(*source.File, int, int) (Value, []diag.Diagnostic)

// TestMistakes reads the cases of testdata: each is a text, what is still read
// of it, and every remark about it with its place.
func TestMistakes(t *testing.T) {
	for name, read := range map[string]reads{"yaml": YAML, "toml": TOML, "json": JSON} {
		t.Run(name, func(t *testing.T) { testFile(t, "testdata/"+name+".txt", read) })
	}
}

func testFile(t *testing.T, path string, read reads) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for i, c := range strings.Split(string(data), "=== ") {
		if i == 0 {
			out.WriteString(c)
			continue
		}
		name, rest, _ := strings.Cut(c, "\n")
		text, _, _ := strings.Cut(rest, "--- read\n")
		got := "=== " + name + "\n" + text + "--- read\n" + readCase(t, name, text, read)
		out.WriteString(got)
		if want := "=== " + c; !*update && got != want {
			t.Errorf("%s: %s\n got %s\nwant %s", path, name, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// readCase reads text and writes down what came of it.
func readCase(t *testing.T, name, text string, read reads) string {
	file := source.NewFile(name, []byte(text))
	v, ds := read(file, 0, len(text))
	checkSpans(t, file, v)
	var b strings.Builder
	b.WriteString(show(v) + "\n")
	for _, d := range ds {
		b.WriteString(remark(d) + "\n")
	}
	return b.String() + "\n"
}

// checkSpans checks that spans lie in the file and within each other.
func checkSpans(t *testing.T, file *source.File, v Value) {
	t.Helper()
	inside := func(s source.Span) {
		if s.File != file || s.Start < 0 || s.Start > s.End || s.End > len(file.Data) {
			t.Fatalf("span %d-%d is not in the file of %d bytes", s.Start, s.End, len(file.Data))
		}
	}
	inside(v.Span)
	for _, item := range v.Items {
		checkSpans(t, file, item)
	}
	for _, e := range v.Entries {
		inside(e.KeySpan)
		checkSpans(t, file, e.Value)
	}
}

func TestKindNames(t *testing.T) {
	for k, want := range map[Kind]string{Null: "nothing", Scalar: "a single value", List: "a list", Map: "a map"} {
		if got := k.String(); got != want {
			t.Errorf("Kind(%d) = %q, want %q", k, got, want)
		}
	}
}

func TestGet(t *testing.T) {
	v, _ := YAML(source.NewFile("x", []byte("a: 1\nb: 2\n")), 0, 10)
	if b, ok := v.Get("b"); !ok || b.Text != "2" {
		t.Errorf("Get(b) = %v, %v", b, ok)
	}
	if _, ok := v.Get("c"); ok {
		t.Error("Get(c) found a key that is not there")
	}
	if got := at(v.KeySpan("b")); got != "2:1-2" {
		t.Errorf("KeySpan(b) = %s", got)
	}
	if !v.KeySpan("c").IsZero() {
		t.Error("KeySpan(c) is a place")
	}
}
