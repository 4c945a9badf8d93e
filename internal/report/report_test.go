package report

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"milepost/internal/diag"
	"milepost/internal/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

// at makes a file of text and the span between « and » in it.
func at(path, text string) source.Span {
	start, end := strings.Index(text, "«"), strings.Index(text, "»")
	end -= len("«")
	text = strings.NewReplacer("«", "", "»", "").Replace(text)
	return source.NewFile(path, []byte(text)).Span(start, end)
}

func graded(severity diag.Severity, rule string, span source.Span, message string) diag.Diagnostic {
	d := diag.New(rule, span, "%s", message)
	d.Severity = severity
	return d
}

// textCases are shown in testdata/text.txtar, one section each.
var textCases = []struct {
	name string
	opt  Options
	ds   []diag.Diagnostic
}{
	{name: "as the reference shows it", ds: []diag.Diagnostic{
		graded(diag.Error, "unknown-theme", at("content/backlog/search.md", "---\ntitle: Search\n# on\ntype: bug\ntheme: «grwoth»\n---\n"), `no theme has the id "grwoth"`).
			WithHint(`did you mean "growth" (content/themes/growth.md)?`),
	}},
	{name: "severities, parted by empty lines", ds: []diag.Diagnostic{
		graded(diag.Warning, "unaligned", at("content/a.md", "«a»"), "no theme"),
		graded(diag.Info, "alias-used", at("content/b.md", "«b»"), "an old id"),
	}},
	{name: "no place", ds: []diag.Diagnostic{
		graded(diag.Warning, "allocation-over", source.Span{}, "the sum is 120 %").WithHint("lower one"),
	}},
	{name: "wide numbers", ds: []diag.Diagnostic{
		graded(diag.Error, "broken-link", at("content/a.md", strings.Repeat("\n", 99)+"see [x](«gone.md»)"), "no such file"),
	}},
	{name: "end of file and empty file", ds: []diag.Diagnostic{
		graded(diag.Error, "front-matter-unclosed", at("content/a.md", "---\ntitle: x\n«»"), "the front matter does not end").WithHint("add --- in a line of its own"),
		graded(diag.Warning, "empty-file", at("content/b.md", "«»"), "the file is empty"),
	}},
	{name: "tabs and wide runes", ds: []diag.Diagnostic{
		graded(diag.Error, "unknown-item", at("content/a.md", "\tx:\t«y» z"), "tabs").WithHint("here"),
		graded(diag.Error, "unknown-item", at("content/b.md", "題名: «検索» 👍"), "wide").WithHint("here"),
		graded(diag.Error, "unknown-item", at("content/c.md", "cafe\u0301: «e\u0301te\u0301»"), "marks").WithHint("here"),
	}},
	{name: "byte order mark and carriage returns", ds: []diag.Diagnostic{
		graded(diag.Error, "unknown-key", at("content/a.md", "\ufeff«titel»: x\r\n"), "no such key").WithHint(`did you mean "title"?`),
	}},
	{name: "two lines", ds: []diag.Diagnostic{
		graded(diag.Error, "wrong-type", at("content/a.md", "value:\n  «- 1\n  - 2»\n"), "not a list").WithHint("it takes a number"),
	}},
	{name: "three lines and their last end", ds: []diag.Diagnostic{
		graded(diag.Error, "wrong-type", at("content/a.md", "value:\n  «- 1\n\n  - 2\n»"), "not a list").WithHint("it takes a number"),
	}},
	{name: "many lines", ds: []diag.Diagnostic{
		graded(diag.Error, "wrong-type", at("content/a.md", "value: «{\n"+strings.Repeat("  a: b\n", 12)+"  }»\n"), "not a map").WithHint("it takes a number"),
	}},
	{name: "long lines are cut around the mark", opt: Options{Width: 60}, ds: []diag.Diagnostic{
		graded(diag.Error, "broken-link", at("content/a.md", "A line «begins» "+strings.Repeat("and goes on ", 20)), "at its start"),
		graded(diag.Error, "broken-link", at("content/a.md", strings.Repeat("it goes on ", 20)+"«here» "+strings.Repeat("and goes on ", 20)), "in the middle").WithHint("so"),
		graded(diag.Error, "broken-link", at("content/a.md", strings.Repeat("it goes on ", 20)+"to its «end»"), "at its end"),
		graded(diag.Error, "broken-link", at("content/a.md", "All «"+strings.Repeat("of it ", 30)+"»."), "nearly all").WithHint("shorter"),
		graded(diag.Error, "broken-link", at("content/a.md", strings.Repeat("漢字", 30)+"«誤»"+strings.Repeat("漢字", 30)), "wide runes"),
	}},
	{name: "a hint that does not fit beside the mark", opt: Options{Width: 60}, ds: []diag.Diagnostic{
		graded(diag.Error, "misplaced-file", at("content/odd.md", "title: it is «here»"), "in no folder of the plan").
			WithHint("themes go to content/themes, items to content/backlog"),
	}},
	{name: "a hint of several lines", opt: Options{Width: 60}, ds: []diag.Diagnostic{
		graded(diag.Error, "unknown-key", at("content/odd.md", "«zzz»: here"), "no such key").
			WithHint("it takes title, type, theme, status, horizon, priority, value, urgency, risk, effort; keys of your own begin with x_"),
	}},
	{name: "related places", ds: []diag.Diagnostic{
		graded(diag.Error, "duplicate-id", at("content/b.md", "---\nid: «search»\n---\n"), `the id "search" is taken`).
			WithHint("give one of the two another id").
			WithRelated(at("content/a.md", strings.Repeat("# x\n", 11)+"id: «search»"), "content/a.md has it").
			WithRelated(source.Span{}, "ids are unique over all kinds"),
	}},
	{name: "a great many related places", ds: []diag.Diagnostic{manyRelated()}},
	{name: "what an author writes has no power", ds: []diag.Diagnostic{
		graded(diag.Error, "unknown-key", at("content/\x1b[2Ja.md", "x\x1b[31m: «y\x07» \u202eabc\u2066 \x00"), "no key \x1b]0;title\x07\nerror: fake").
			WithHint("::error::x\r\n::set-output name=a::b"),
		graded(diag.Error, "unknown-key", at("content/b.md", "::error «file»=x::y ##[add-mask]secret \xff"), "##[error]x"),
	}},
	{name: "colour", opt: Options{Color: true}, ds: []diag.Diagnostic{
		graded(diag.Error, "unknown-theme", at("content/a.md", "theme: «grwoth»"), "no theme").WithHint("did you mean it?").
			WithRelated(at("content/b.md", "«x»"), "this one"),
		graded(diag.Warning, "unaligned", at("content/a.md", "theme: «grwoth»"), "no theme"),
	}},
}

func manyRelated() diag.Diagnostic {
	d := graded(diag.Error, "dependency-cycle", at("content/a.md", "«a»"), "a circle")
	for range 15 {
		d = d.WithRelated(at("content/b.md", "«b»"), "needs it")
	}
	return d
}

func TestText(t *testing.T) {
	const golden = "testdata/text.txtar"
	out := txtar.Archive{}
	for _, c := range textCases {
		text := Text(c.ds, c.opt)
		if c.opt.Color {
			text = []byte(strings.ReplaceAll(string(text), "\x1b", "␛"))
		}
		for line := range strings.Lines(string(text)) {
			if w := Width(strings.TrimRight(line, "\n")); c.opt.Width > 0 && w > c.opt.Width {
				t.Errorf("%s: a line is %d columns wide:\n%s", c.name, w, line)
			}
		}
		out.Files = append(out.Files, txtar.File{Name: c.name, Data: text})
	}
	if *update {
		if err := os.WriteFile(golden, txtar.Format(&out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sections(want), sections(&out)); diff != "" {
		t.Errorf("(-golden +shown):\n%s", diff)
	}
}

func sections(a *txtar.Archive) map[string]string {
	m := map[string]string{}
	for _, f := range a.Files {
		m[f.Name] = string(f.Data)
	}
	return m
}

func TestTextOfAHugeLineIsQuick(t *testing.T) {
	file := source.NewFile("content/a.md", []byte(strings.Repeat("x", 5<<20)))
	text := Text([]diag.Diagnostic{graded(diag.Error, "bad-utf8", file.Span(4<<20, 4<<20+1), "m")}, Options{})
	if len(text) > 1000 {
		t.Errorf("%d bytes are shown of one long line", len(text))
	}
	if n := testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			window(file.Line(1), 4<<20, 4<<20+1, 100)
		}
	}); n.AllocedBytesPerOp() > 16<<20 {
		t.Errorf("a window into a line of 5 MiB takes %d bytes", n.AllocedBytesPerOp())
	}
}

func TestPlain(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"ordinary text stays", "Résumé: 検索 – “x” 👍🏽 a\u0301", "Résumé: 検索 – “x” 👍🏽 a\u0301"},
		{"line ends", "a\r\nb", "a␍␊b"},
		{"terminal escapes", "\x1b[31mred\x9b0m", "␛[31mred\ufffd0m"},
		{"text that turns round", "\u202eabc\u2066", "\ufffdabc\ufffd"},
		{"a command at the start", "  ::add-mask::x", "  \u200b::add-mask::x"},
		{"colons inside", "std::move", "std::move"},
		{"an old command anywhere", "x ##[error]y", "x ##\u200b[error]y"},
		{"a heading", "## [x]", "## [x]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Plain(tt.text); got != tt.want {
				t.Errorf("Plain(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestJSON(t *testing.T) {
	ds := []diag.Diagnostic{
		graded(diag.Error, "unknown-theme", at("content/a.md", "x\nthéme: «grwoth»\n"), `no theme has the id "grwoth"`).WithHint("did you mean it?"),
		graded(diag.Info, "allocation-over", source.Span{}, "the sum is 120 %"),
		graded(diag.Warning, "unaligned", at("content/a.md", "«x\n»"), "m"),
	}
	want := `{"schema":"milepost/1","diagnostics":[` +
		`{"rule":"unknown-theme","severity":"error","message":"no theme has the id \"grwoth\"","hint":"did you mean it?",` +
		`"file":"content/a.md","line":2,"column":8,"end_line":2,"end_column":14},` +
		`{"rule":"allocation-over","severity":"info","message":"the sum is 120 %"},` +
		`{"rule":"unaligned","severity":"warning","message":"m","file":"content/a.md","line":1,"column":1,"end_line":2,"end_column":1}` +
		`],"summary":{"errors":1,"warnings":1,"infos":1,"files":1}}` + "\n"
	if diff := cmp.Diff(want, string(JSON(ds))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want = `{"schema":"milepost/1","diagnostics":[],"summary":{"errors":0,"warnings":0,"infos":0,"files":0}}` + "\n"
	if diff := cmp.Diff(want, string(JSON(nil))); diff != "" {
		t.Errorf("without findings (-want +got):\n%s", diff)
	}
}

func TestJSONIsValidWhateverAnAuthorWrites(t *testing.T) {
	out := JSON([]diag.Diagnostic{graded(diag.Error, "r", at("content/\xff.md", "«x»"), "\x00\x1b\xff</script>\u2028")})
	if !json.Valid(out) || strings.Count(string(out), "\n") != 1 || strings.Contains(string(out), "</script>") {
		t.Errorf("bad JSON: %q", out)
	}
}

func TestGitHub(t *testing.T) {
	ds := []diag.Diagnostic{
		graded(diag.Warning, "unaligned", at("content/a.md", "«x»"), "no theme"),
		graded(diag.Error, "unknown-theme", at("content/a:b,c.md", "x\ntheme: «grwoth»"), "100 % wrong\r\n::error::x").WithHint("did you: mean, it?"),
		graded(diag.Info, "allocation-over", source.Span{}, "m"),
	}
	got, left := GitHub(ds, "docs/plan/")
	want := "::error file=docs/plan/content/a%3Ab%2Cc.md,line=2,endLine=2,col=8,endColumn=14,title=unknown-theme::100 %25 wrong%0D%0A::error::x%0Adid you: mean, it?\n" +
		"::warning file=docs/plan/content/a.md,line=1,endLine=1,col=1,endColumn=2,title=unaligned::no theme\n" +
		"::notice title=allocation-over::m\n"
	if diff := cmp.Diff(want, string(got)); diff != "" || left != 0 {
		t.Errorf("%d left, (-want +got):\n%s", left, diff)
	}
}

func TestGitHubShowsTenOfEachType(t *testing.T) {
	var ds []diag.Diagnostic
	for range 12 {
		ds = append(ds, graded(diag.Warning, "w", at("content/a.md", "«x»"), "m"), graded(diag.Error, "e", at("content/a.md", "«x»"), "m"))
	}
	got, left := GitHub(ds, "")
	if e, w := strings.Count(string(got), "::error "), strings.Count(string(got), "::warning "); e != 10 || w != 10 || left != 4 {
		t.Errorf("%d errors, %d warnings, %d left out", e, w, left)
	}
	if ds[0].Rule != "w" {
		t.Error("the caller's diagnostics were put in another order")
	}
	if LeftOut(0) != "" || !strings.Contains(LeftOut(left), "4 left out") {
		t.Errorf("LeftOut(4) = %q", LeftOut(left))
	}
}

func TestSummary(t *testing.T) {
	e := graded(diag.Error, "e", at("content/a.md", "«x»"), "m")
	w := graded(diag.Warning, "w", at("content/b.md", "«x»"), "m")
	i := graded(diag.Info, "i", source.Span{}, "m")
	tests := []struct {
		ds   []diag.Diagnostic
		want string
	}{
		{nil, "no findings"},
		{[]diag.Diagnostic{e, e, e, w}, "3 errors, 1 warning in 2 files"},
		{[]diag.Diagnostic{w, i, i}, "1 warning, 2 infos in 1 file"},
		{[]diag.Diagnostic{i}, "1 info"},
	}
	for _, tt := range tests {
		if got := Summary(tt.ds); got != tt.want {
			t.Errorf("Summary = %q, want %q", got, tt.want)
		}
	}
}

func TestGrouped(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if got := Grouped(n); got != want {
			t.Errorf("Grouped(%d) = %s", n, got)
		}
	}
}

func TestAFrameIsWhatTextShows(t *testing.T) {
	for _, tt := range textCases {
		for _, d := range tt.ds {
			shown := string(Text([]diag.Diagnostic{d}, Options{Width: 1000}))
			for _, l := range Frame(d.Span, 1000) {
				line := strings.TrimRight(l.Before+l.Marked+l.After, " ")
				if !strings.Contains(shown, fmt.Sprintf("%d │", l.Number)) || !strings.Contains(shown, line) {
					t.Errorf("%s: line %d, %q, is not in\n%s", tt.name, l.Number, line, shown)
				}
			}
		}
	}
	if got := Frame(source.Span{}, 80); got != nil {
		t.Errorf("no place has the frame %v", got)
	}
	want := []Line{{1, "…n ", "here", " and g…"}}
	if got := Frame(at("a.md", strings.Repeat("it goes on ", 20)+"«here» "+strings.Repeat("and goes on ", 20)), 14); !cmp.Equal(got, want) {
		t.Errorf("the frame is %v, want %v", got, want)
	}
}
