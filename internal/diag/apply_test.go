package diag

import (
	"strings"
	"testing"

	"milepost/internal/source"
)

// replace makes a diagnostic that replaces the first old in the file by text.
func replace(f *source.File, old, text string) Diagnostic {
	i := strings.Index(string(f.Data), old)
	return New("r", f.Span(i, i+len(old)), "m").WithFix("fix", text)
}

func TestApplyCarriesOutFixes(t *testing.T) {
	f := source.NewFile("a.md", []byte("titel: A\nthem: growth\nlast"))
	other := source.NewFile("b.md", f.Data)
	end := New("r", f.Span(len(f.Data), len(f.Data)), "m").WithFix("end the line", "\n")
	alternative := replace(f, "A", "B").WithFix("another way", "C")
	together := replace(f, "titel", "title")
	together.Fixes[0].Edits = append(together.Fixes[0].Edits, Edit{Span: f.Span(len("titel: "), len("titel: A")), Text: "Z"})

	tests := []struct {
		name string
		ds   []Diagnostic
		want string
	}{
		{"none", nil, "titel: A\nthem: growth\nlast"},
		{"a remark without a fix changes nothing", []Diagnostic{New("r", f.Span(0, 5), "m")}, "titel: A\nthem: growth\nlast"},
		{"one after a remark without a fix", []Diagnostic{New("r", f.Span(0, 1), "m"), replace(f, "titel", "title")}, "title: A\nthem: growth\nlast"},
		{"one after a fix of another file", []Diagnostic{replace(other, "titel", "title"), replace(f, "them", "theme")}, "titel: A\ntheme: growth\nlast"},
		{"one", []Diagnostic{replace(f, "titel", "title")}, "title: A\nthem: growth\nlast"},
		{"two, in any order", []Diagnostic{replace(f, "them", "theme"), replace(f, "titel", "title")}, "title: A\ntheme: growth\nlast"},
		{"an insertion at the end", []Diagnostic{end}, "titel: A\nthem: growth\nlast\n"},
		{"a removal", []Diagnostic{replace(f, "them: growth\n", "")}, "titel: A\nlast"},
		{"only the first of several ways", []Diagnostic{alternative}, "titel: B\nthem: growth\nlast"},
		{"every edit of one fix", []Diagnostic{together}, "title: Z\nthem: growth\nlast"},
		{"of overlapping ones the first in the text", []Diagnostic{replace(f, "tel: A", "!"), replace(f, "titel", "title")}, "title: A\nthem: growth\nlast"},
		{"the same one twice", []Diagnostic{replace(f, "titel", "title"), replace(f, "titel", "title")}, "title: A\nthem: growth\nlast"},
		{"neighbours do not overlap", []Diagnostic{replace(f, "titel", "title"), replace(f, ": A", ": B")}, "title: B\nthem: growth\nlast"},
		{"an edit of another file is not for this one", []Diagnostic{replace(other, "titel", "title")}, "titel: A\nthem: growth\nlast"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := string(f.Data)
			if got := string(Apply(f, tt.ds)); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
			if string(f.Data) != before {
				t.Error("the file itself was changed")
			}
		})
	}
}

// The fix of one insertion, reported twice, must not be inserted twice.
func TestApplyInsertsTheSameTextOnce(t *testing.T) {
	f := source.NewFile("a.md", []byte("ab"))
	d := New("r", f.Span(1, 1), "m").WithFix("insert", "-")
	if got := string(Apply(f, []Diagnostic{d, d})); got != "a-b" {
		t.Errorf("got %q, want %q", got, "a-b")
	}
}

// Half of a fix is worse than none: an opening bracket without its closing one.
func TestApplyLeavesOutTheWholeOfAFixThatOverlaps(t *testing.T) {
	f := source.NewFile("a.md", []byte("one two three"))
	first := replace(f, "two", "2")
	quotes := New("r", f.Span(4, 13), "m")
	quotes.Fixes = []Fix{{Title: "quote", Edits: []Edit{
		{Span: f.Span(4, 7), Text: "'two'"},
		{Span: f.Span(8, 13), Text: "'three'"},
	}}}
	if got := string(Apply(f, []Diagnostic{first, quotes})); got != "one 2 three" {
		t.Errorf("got %q, want %q", got, "one 2 three")
	}
}
