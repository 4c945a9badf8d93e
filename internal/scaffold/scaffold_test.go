package scaffold

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/calendar"
	"milepost/internal/document"
	"milepost/internal/engine"
	"milepost/internal/plan"
	"milepost/internal/schema"
	"milepost/internal/source"
)

// evaluate reads files as a plan, with everything in it.
func evaluate(files ...File) *engine.Snapshot {
	var texts []*source.File
	for _, f := range files {
		texts = append(texts, source.NewFile(f.Path, f.Data))
	}
	return engine.Evaluate(source.NewTree(texts, nil), engine.Options{Audience: "internal", Drafts: true, Today: day("2026-11-24")})
}

func day(text string) calendar.Day {
	d, err := calendar.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return d
}

func file(path, text string) File { return File{Path: path, Data: []byte(text)} }

func TestTheExampleHasNoFindings(t *testing.T) {
	for _, today := range []string{"2026-11-24", "2027-01-01", "2027-02-28", "2028-02-29", "2027-12-31"} {
		for _, audience := range []string{"public", "internal"} {
			var texts []*source.File
			for _, f := range exampleFiles(day(today)) {
				texts = append(texts, source.NewFile(f.Path, f.Data))
			}
			s := engine.Evaluate(source.NewTree(texts, nil), engine.Options{Audience: audience, Today: day(today)})
			for _, d := range s.Findings {
				t.Errorf("on %s, %s: %s: %s", today, audience, d.Rule, d.Message)
			}
			if len(s.Plan.Items) < 5 || len(s.Plan.Themes) != 2 || len(s.Plan.Outcomes) != 2 || len(s.Plan.Releases) != 1 || len(s.Plan.Pages) != 1 {
				t.Errorf("the example is not what it is meant to be: %d items", len(s.Plan.Items))
			}
		}
	}
}

func TestTheExampleLeavesNoPlaceholder(t *testing.T) {
	for _, f := range exampleFiles(day("2026-11-24")) {
		if regexp.MustCompile(`\{\{\w`).Match(f.Data) {
			t.Errorf("%s has a placeholder left", f.Path)
		}
	}
}

func TestQuarter(t *testing.T) {
	for _, tt := range []struct {
		day  string
		n    int
		want string
	}{{"2026-11-24", 1, "2027-Q1"}, {"2026-12-31", 4, "2027-Q4"}, {"2027-01-01", 0, "2027-Q1"}, {"2027-03-31", 1, "2027-Q2"}} {
		if got := quarter(day(tt.day), tt.n); got != tt.want {
			t.Errorf("%s + %d = %s, want %s", tt.day, tt.n, got, tt.want)
		}
	}
}

func TestInitKeepsWhatIsThere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "place")
	first, err := Init(dir, day("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	if len(first.Kept) != 0 || first.HadPlan || !slices.Contains(first.Written, ".gitignore") || !slices.Contains(first.Written, "content/_index.md") {
		t.Errorf("the first run: %+v", first)
	}
	if err := os.WriteFile(filepath.Join(dir, "milepost.yaml"), []byte("title: Mine\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, dir)
	second, err := Init(dir, day("2027-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	if len(second.Written) != 0 || !second.HadPlan || !slices.Equal(second.Kept, append(workflows, ".gitignore", "milepost.yaml")) {
		t.Errorf("the second run: %+v", second)
	}
	if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
		t.Errorf("the second run changed (-before +after):\n%s", diff)
	}
}

func TestInitPutsNoExampleIntoAPlan(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "content", "backlog"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "content", "backlog", "mine.md"), []byte("# Mine\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := Init(dir, day("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	if !out.HadPlan || !slices.Equal(out.Written, append(workflows, ".gitignore", "milepost.yaml")) {
		t.Errorf("%+v", out)
	}
}

func TestInitSaysWhatItCouldNotDo(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "content"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Init(dir, day("2026-11-24")); err == nil || !strings.HasPrefix(err.Error(), "write content/") {
		t.Errorf("the error is %v", err)
	}
	if _, err := Init(filepath.Join(dir, "content"), day("2026-11-24")); err == nil || !strings.HasPrefix(err.Error(), "make directory ") {
		t.Errorf("the error is %v", err)
	}
}

func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		out[p] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestNewItem(t *testing.T) {
	p := evaluate(file("content/themes/growth.md", "# Growth\n")).Plan
	got, err := New(p, Elsewhere{}, Draft{Kind: schema.Item, Title: "Resume an  interrupted upload", Theme: "growth"})
	if err != nil {
		t.Fatal(err)
	}
	want := `---
title: Resume an interrupted upload
type: story       # What sort of work it is: story, bug, improvement, task, spike
theme: growth     # The theme this item serves
status: proposed  # Where the item is in its life: proposed, ready, in-progress, in-review, done, dropped
value:            # User or business value: a number from 1 to 20
effort:           # How much work it is, in the team's own units: a number above 0, or XS, S, M, L, XL
depends_on: []    # The items that must be done before this one
release:          # The release that will bring it
---

<!-- Who is helped, and what changes for them? -->

## Acceptance criteria

- [ ] What must be true when it is done.
`
	if diff := cmp.Diff(want, string(got.Data)); diff != "" || got.Path != "content/backlog/resume-an-interrupted-upload.md" {
		t.Errorf("%s (-want +got):\n%s", got.Path, diff)
	}
}

func TestNewFilesHaveNoErrors(t *testing.T) {
	base := file("content/themes/growth.md", "# Growth\n")
	drafts := []Draft{{Kind: schema.Theme, Title: "More joy"}, {Kind: schema.Release, Title: "1.0"}}
	for _, typ := range schema.Types {
		drafts = append(drafts, Draft{Kind: schema.Item, Title: "Some " + typ, Type: typ, Theme: "growth"}, Draft{Kind: schema.Item, Title: "A " + typ, Type: typ})
	}
	for _, d := range drafts {
		f, err := New(evaluate(base).Plan, Elsewhere{}, d)
		if err != nil {
			t.Fatal(err)
		}
		s := evaluate(base, f)
		for _, found := range s.Findings {
			if found.Span.Path() == f.Path && found.Severity.String() == "error" {
				t.Errorf("%s: %s: %s\n%s", f.Path, found.Rule, found.Message, f.Data)
			}
		}
		if len(s.Plan.Entities()) != 3 {
			t.Errorf("%s is not in the plan", f.Path)
		}
	}
}

func TestNewItemGoesToTheFolderOfItsTheme(t *testing.T) {
	p := evaluate(file("content/themes/growth.md", "# Growth\n"), file("content/themes/growth/a.md", "# A\n")).Plan
	got, err := New(p, Elsewhere{}, Draft{Kind: schema.Item, Title: "B", Theme: "growth"})
	if err != nil || got.Path != "content/themes/growth/b.md" || strings.Contains(string(got.Data), "theme:") {
		t.Errorf("%s, %v\n%s", got.Path, err, got.Data)
	}
}

func TestNewRefuses(t *testing.T) {
	p := evaluate(
		file("content/themes/growth.md", "# Growth\n"),
		file("content/backlog/search.md", "---\naliases: [find-it]\n---\n# Search\n"),
		file("content/backlog/secret.md", "---\nvisibility: internal\n---\n# Secret\n"),
		file("content/backlog/draft.md", "---\ndraft: true\n---\n# Draft\n"),
		file("content/backlog/file.md", "---\nid: other\n---\n# Other\n"),
	).Plan
	tests := []struct {
		name  string
		draft Draft
		want  string
	}{
		{"an id that is taken", Draft{Title: "Search"}, `the id "search" is taken by content/backlog/search.md; choose another with --id`},
		{"one that differs in case", Draft{Title: "X", ID: "SEARCH"}, `the id "search" is taken by content/backlog/search.md; choose another with --id`},
		{"one of another kind", Draft{Kind: schema.Item, Title: "Growth"}, `the id "growth" is taken by content/themes/growth.md; choose another with --id`},
		{"an alias", Draft{Title: "Find it"}, `the id "find-it" is an old one of content/backlog/search.md; choose another with --id`},
		{"internal work", Draft{Title: "Secret"}, `the id "secret" is taken by content/backlog/secret.md; choose another with --id`},
		{"a draft", Draft{Title: "Draft"}, `the id "draft" is taken by content/backlog/draft.md; choose another with --id`},
		{"no title", Draft{Kind: schema.Item, Title: " \t"}, `a new item needs a title`},
		{"no letters", Draft{Title: "?!"}, `no id can be made of the title "?!"; choose one with --id`},
		{"a bad id", Draft{Title: "X", ID: "a/../b"}, `"a/../b" cannot be an id; it takes letters, digits, -, _ and dots, and no dot at its start`},
		{"a device", Draft{Title: "Con"}, `"con" cannot be an id; it takes letters, digits, -, _ and dots, and no dot at its start`},
		{"a mistyped theme", Draft{Kind: schema.Item, Title: "X", Theme: "grwoth"}, `no theme has the id "grwoth"; did you mean "growth"?`},
		{"an unknown theme", Draft{Kind: schema.Item, Title: "X", Theme: "zebra"}, `no theme has the id "zebra"; there are growth`},
		{"an item as theme", Draft{Kind: schema.Item, Title: "X", Theme: "search"}, `no theme has the id "search"; there are growth`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.draft.Kind == schema.Roadmap {
				tt.draft.Kind = schema.Item
			}
			f, err := New(p, Elsewhere{}, tt.draft)
			if err == nil || err.Error() != tt.want {
				t.Errorf("%s: %v\nwant: %s", f.Path, err, tt.want)
			}
		})
	}
}

func TestNewNeverOverwrites(t *testing.T) {
	root := t.TempDir()
	if err := Write(root, file("content/backlog/a.md", "first")); err != nil {
		t.Fatal(err)
	}
	err := Write(root, file("content/backlog/a.md", "second"))
	if err == nil || err.Error() != "write content/backlog/a.md: file exists" {
		t.Errorf("the error is %v", err)
	}
	if data, _ := os.ReadFile(filepath.Join(root, "content", "backlog", "a.md")); string(data) != "first" {
		t.Errorf("the file holds %q", data)
	}
	outside := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(root, "content", "out")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := Write(root, file("content/out/a.md", "x")); err == nil {
		t.Error("a file was written outside the project")
	}
}

func TestNumberedIDs(t *testing.T) {
	config := file("milepost.yaml", "id_prefix: MP\n")
	tests := []struct {
		name  string
		files []File
		kind  schema.Kind
		want  string
	}{
		{"the first", nil, schema.Item, "MP-1"},
		{"after the highest, not in a gap", []File{file("content/backlog/MP-3.md", "# a"), file("content/backlog/MP-31.md", "# b")}, schema.Item, "MP-32"},
		{"drafts, internal work and old ids count", []File{
			file("content/backlog/MP-3.md", "---\ndraft: true\n---\n# a"),
			file("content/backlog/MP-4.md", "---\nvisibility: internal\naliases: [MP-9]\n---\n# a"),
		}, schema.Item, "MP-10"},
		{"other prefixes do not", []File{file("content/backlog/XMP-7.md", "# a"), file("content/backlog/MP-x.md", "# a")}, schema.Item, "MP-1"},
		{"leading zeros are kept up", []File{file("content/backlog/MP-007.md", "# a")}, schema.Item, "MP-008"},
		{"themes have no number", nil, schema.Theme, "a-title"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := evaluate(append(tt.files, config)...).Plan
			f, err := New(p, Elsewhere{}, Draft{Kind: tt.kind, Title: "A title"})
			if got := strings.TrimSuffix(filepath.Base(f.Path), ".md"); err != nil || got != tt.want {
				t.Errorf("got %s, %v; want %s", got, err, tt.want)
			}
		})
	}
}

func TestSlug(t *testing.T) {
	for title, want := range map[string]string{
		"Resume an interrupted upload": "resume-an-interrupted-upload",
		"Don't wait for 2.0!":          "dont-wait-for-2.0",
		"  «Größe» / 検索  ":             "größe-検索",
		"C++ & Go…":                    "c-go",
		"cafe\u0301 au lait":           "cafe\u0301-au-lait",
		"..":                           "",
		"../../etc/passwd":             "etc-passwd",
		"A title that goes on and on until nobody would want to type it": "a-title-that-goes-on-and-on-until-nobody-would",
		strings.Repeat("検", 200):                                         strings.Repeat("検", 31),
		strings.Repeat("x", 49) + " y z":                                 strings.Repeat("x", 49),
		strings.Repeat("x", 50) + " y":                                   strings.Repeat("x", 50),
	} {
		if got := slug(title); got != want {
			t.Errorf("slug(%q) = %q, want %q", title, got, want)
		}
	}
}

var titles = []string{
	"Plain words", "With: a colon", "a #tag and # a comment", `"quoted"`, "it's", "- dash", "? ask", "! bang", "&anchor *alias", "[list]", "{map}",
	"yes", "no", "null", "Null", "~", "true", "007", "1e3", "2026-11-24", "@at", "`tick`", "%percent", "a\\b", "a: b # c", "ends with:", "---", "...",
	"日本語: 題名", "emoji 👍🏽: yes", "\u202eright to left", "tab\tinside", "zero\u200bwidth", "bom\ufeff", "line\u2028sep", "nel\u0085x", "\U000e0001tag",
	"bad \xff byte", "| pipe", "> fold", "<b>bold</b>", "$money", "a,b", "x---", "- [ ] task", "null ", "=",
}

func TestTitlesSurvive(t *testing.T) {
	for _, title := range titles {
		survives(t, title)
	}
}

func FuzzTitlesSurvive(f *testing.F) {
	for _, title := range titles {
		f.Add(title)
	}
	f.Fuzz(survives)
}

// survives holds a title to what it reads as after it was written.
func survives(t *testing.T, title string) {
	want := strings.Join(strings.Fields(strings.ToValidUTF8(title, "\ufffd")), " ")
	if want == "" {
		return
	}
	got := text(Draft{Kind: schema.Item, Title: want}, false)
	doc := document.Parse(source.NewFile("content/backlog/x.md", got), document.Options{})
	entry := plan.Decode(doc, evaluatedConfig)
	if len(entry.Findings) > 0 {
		t.Errorf("%q: %s\n%s", title, entry.Findings[0].Message, got)
	}
	if entry.Item.Title != want {
		t.Errorf("%q reads %q\n%s", title, entry.Item.Title, got)
	}
}

var evaluatedConfig = evaluate().Plan.Config

func TestTodayIsNotTheClock(t *testing.T) {
	if got := exampleFiles(calendar.DayOf(time.Date(2031, 5, 6, 23, 59, 0, 0, time.UTC))); !strings.Contains(string(got[indexOf(got)].Data), "2031-05-06") {
		t.Error("the example is dated by something else than its argument")
	}
}

func indexOf(files []File) int {
	return slices.IndexFunc(files, func(f File) bool { return f.Path == "content/_index.md" })
}

var workflows = []string{".github/workflows/milepost-comment.yml", ".github/workflows/milepost-publish.yml", ".github/workflows/milepost-review.yml"}
