package diag

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"milepost/internal/source"
)

func TestSeverityReadsAndWritesTheAuthorsWords(t *testing.T) {
	for word, want := range map[string]Severity{"error": Error, "warning": Warning, "info": Info, "off": Off} {
		got, ok := ParseSeverity(word)
		if !ok || got != want || got.String() != word {
			t.Errorf("%q reads as %v, %v and is written %q", word, got, ok, got)
		}
	}
	for _, word := range []string{"", "unset", "Error", "fatal", "warn"} {
		if got, ok := ParseSeverity(word); ok {
			t.Errorf("%q reads as %v", word, got)
		}
	}
}

func TestSeveritiesGrow(t *testing.T) {
	if !(Unset < Off && Off < Info && Info < Warning && Warning < Error) {
		t.Error("the severities are not in the order of their gravity")
	}
}

func TestADiagnosticIsBuiltInSteps(t *testing.T) {
	f := source.NewFile("a.md", []byte("theme: grwoth\n"))
	span := f.Span(7, 13)
	first := New("unknown-theme", span, "no theme has the id %q", "grwoth")
	full := first.WithHint("did you mean %q?", "growth").
		WithRelated(f.Span(0, 5), "the %s is given here", "theme").
		WithFix("write growth", "growth")

	if got, want := full.Message, `no theme has the id "grwoth"`; got != want {
		t.Errorf("message is %q, want %q", got, want)
	}
	if got, want := full.Hint, `did you mean "growth"?`; got != want {
		t.Errorf("hint is %q, want %q", got, want)
	}
	if len(full.Related) != 1 || full.Related[0].Message != "the theme is given here" || full.Related[0].Span.Text() != "theme" {
		t.Errorf("related is %v", full.Related)
	}
	if len(full.Fixes) != 1 || full.Fixes[0].Edits[0].Span != span {
		t.Errorf("fixes are %v", full.Fixes)
	}
	if first.Hint != "" || first.Related != nil || first.Fixes != nil {
		t.Errorf("the first step was changed by the later ones: %+v", first)
	}
	if first.Severity != Unset {
		t.Errorf("severity is %v before anyone graded it", first.Severity)
	}
	if kept := full.WithHint(""); kept.Hint != full.Hint {
		t.Errorf("an empty hint made %q of %q", kept.Hint, full.Hint)
	}
}

// Two diagnostics made from one must not write into each other's list.
func TestBranchesOfADiagnosticDoNotShare(t *testing.T) {
	base := New("r", source.Span{}, "m").WithRelated(source.Span{}, "0")
	a, b := base.WithRelated(source.Span{}, "a"), base.WithRelated(source.Span{}, "b")
	if a.Related[1].Message != "a" || b.Related[1].Message != "b" {
		t.Errorf("a has %v, b has %v", a.Related, b.Related)
	}
}

func TestSortIsByFilePlaceRuleAndMessage(t *testing.T) {
	a, b := source.NewFile("a.md", []byte("0123456789")), source.NewFile("b.md", []byte("0123456789"))
	want := []Diagnostic{
		New("zz", source.Span{}, "a finding about no file comes first"),
		New("r", a.Span(0, 1), "x"),
		New("r", a.Span(2, 3), "x"),
		New("a-rule", a.Span(4, 5), "x"),
		New("b-rule", a.Span(4, 5), "m"),
		New("b-rule", a.Span(4, 5), "n"),
		New("a-rule", a.Span(4, 6), "the shorter of two at one place comes first"),
		New("r", b.Span(0, 1), "x"),
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	got[0].Severity, want[len(want)-1].Severity = Error, Error // gravity does not matter
	Sort(got)
	if text(got) != text(want) {
		t.Errorf("got\n%swant\n%s", text(got), text(want))
	}
}

func TestSortKeepsTheOrderOfEqualRemarks(t *testing.T) {
	one := New("r", source.Span{}, "m").WithHint("first")
	two := New("r", source.Span{}, "m").WithHint("second")
	ds := []Diagnostic{one, two}
	Sort(ds)
	if ds[0].Hint != "first" {
		t.Error("equal remarks changed places")
	}
}

func text(ds []Diagnostic) string {
	var b strings.Builder
	for _, d := range ds {
		fmt.Fprintf(&b, "%s:%d-%d %s %s\n", d.Span.Path(), d.Span.Start, d.Span.End, d.Rule, d.Message)
	}
	return b.String()
}

func TestCountLeavesOutWhatIsSilentOrUngraded(t *testing.T) {
	var ds []Diagnostic
	for s, n := range map[Severity]int{Unset: 1, Off: 4, Info: 2, Warning: 3, Error: 5} {
		for range n {
			ds = append(ds, Diagnostic{Severity: s})
		}
	}
	if e, w, i := Count(ds); e != 5 || w != 3 || i != 2 {
		t.Errorf("%d errors, %d warnings, %d infos; want 5, 3, 2", e, w, i)
	}
	if e, w, i := Count(nil); e+w+i != 0 {
		t.Error("nothing has findings")
	}
}
