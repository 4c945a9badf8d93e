package workspace

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/plan"
)

// past is a repository that is written day by day.
type past struct {
	t   *testing.T
	dir string
	git func(args ...string) string
}

func newPast(t *testing.T) *past {
	dir, git := repository(t)
	return &past{t, dir, git}
}

// on commits files as of a day of February 2026; an empty text removes a file.
func (p *past) on(day int, files map[string]string) {
	p.t.Helper()
	for name, text := range files {
		if text == "" {
			p.git("rm", "-q", name)
			continue
		}
		writeAll(p.t, p.dir, map[string]string{name: text})
	}
	p.commit(day)
}

func (p *past) commit(day int, args ...string) {
	p.t.Helper()
	p.git("add", "-A")
	p.git(append([]string{"commit", "-qm", "m", "--date", fmt.Sprintf("2026-02-%02dT12:00:00Z", day)}, args...)...)
}

// days are what the history says of each file: created, changed, started, finished.
func (p *past) days() map[string]string {
	p.t.Helper()
	repo, err := OpenRepository(p.dir)
	if err != nil {
		p.t.Fatal(err)
	}
	all, err := repo.ReadHistory()
	if err != nil {
		p.t.Fatal(err)
	}
	out := map[string]string{}
	for path, h := range all {
		out[path] = words(h)
	}
	return out
}

func words(h plan.History) string {
	var out []string
	for _, d := range []fmt.Stringer{h.Created, h.Changed, h.Started, h.Finished} {
		text := strings.TrimPrefix(d.String(), "2026-02-")
		if text == "" {
			text = "-"
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

func item(status, body string) string {
	return "---\ntitle: T\nstatus: " + status + "\n---\n\n" + strings.Repeat("A body that stays as it is. ", 20) + body + "\n"
}

func (p *past) want(want map[string]string) {
	p.t.Helper()
	if diff := cmp.Diff(want, p.days()); diff != "" {
		p.t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHistoryTellsWhenThingsHappened(t *testing.T) {
	p := newPast(t)
	p.on(1, map[string]string{"content/backlog/a.md": item("ready", ""), "content/backlog/b.md": item("done", ""), "content/backlog/c.md": item("in-progress", "")})
	p.on(2, map[string]string{"content/backlog/a.md": item("in-progress", "")})
	p.on(3, map[string]string{"content/backlog/a.md": item("in-progress", "more"), "content/backlog/b.md": item("done", "more")})
	p.on(4, map[string]string{"content/backlog/a.md": item("in-review", "more")})
	p.on(5, map[string]string{"content/backlog/a.md": item("done", "more"), "content/backlog/d.md": item("ready", "")})
	p.on(6, map[string]string{"content/backlog/d.md": item("done", "")})
	p.on(7, map[string]string{"content/backlog/d.md": item("ready", "")}) // taken back
	p.want(map[string]string{
		"content/backlog/a.md": "01 05 02 05",
		"content/backlog/b.md": "01 03 - -", // it was done before anybody wrote it down
		"content/backlog/c.md": "01 01 01 -",
		"content/backlog/d.md": "05 07 - -",
	})
}

func TestHistoryFollowsAFileThroughItsNames(t *testing.T) {
	p := newPast(t)
	p.on(1, map[string]string{"content/backlog/a.md": item("ready", "")})
	p.git("mv", "content/backlog/a.md", "content/backlog/b.md")
	p.commit(2)
	if err := os.MkdirAll(filepath.Join(p.dir, "content", "themes", "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	p.git("mv", "content/backlog/b.md", "content/themes/x/a.md")
	p.on(3, map[string]string{"content/themes/x/a.md": item("done", "changed and moved at once")})
	p.want(map[string]string{"content/themes/x/a.md": "01 03 - 03"})
}

func TestARevertBringsAFileBackAsOldAsItWas(t *testing.T) {
	p := newPast(t)
	p.on(1, map[string]string{"content/backlog/a.md": item("ready", ""), "content/backlog/b.md": item("ready", "")})
	p.on(2, map[string]string{"content/backlog/a.md": ""})
	p.git("revert", "--no-edit", "HEAD")
	p.git("commit", "-q", "--amend", "--no-edit", "--date", "2026-02-03T12:00:00Z")
	p.want(map[string]string{"content/backlog/a.md": "01 03 - -", "content/backlog/b.md": "01 01 01 -"})
}

func TestMergesAndRebasesKeepTheDays(t *testing.T) {
	p := newPast(t)
	p.on(1, map[string]string{"content/backlog/a.md": item("ready", ""), "content/backlog/b.md": item("ready", "")})
	p.git("checkout", "-qb", "branch")
	p.on(2, map[string]string{"content/backlog/a.md": item("in-progress", "")})
	p.on(4, map[string]string{"content/backlog/a.md": item("done", "")})
	p.git("checkout", "-q", "-")
	p.on(3, map[string]string{"content/backlog/b.md": item("in-progress", "")})
	main := p.git("rev-parse", "HEAD")
	p.git("merge", "-q", "--no-edit", "branch")
	want := map[string]string{"content/backlog/a.md": "01 04 02 04", "content/backlog/b.md": "01 03 03 -"}
	p.want(want)

	p.git("reset", "-q", "--hard", "branch")
	p.git("rebase", "-q", main)
	p.want(want)

	p.git("reset", "-q", "--hard", main)
	p.git("merge", "-q", "--squash", "branch")
	p.commit(9)
	p.want(map[string]string{"content/backlog/a.md": "01 09 - 09", "content/backlog/b.md": "01 03 03 -"})
}

func TestAShallowCloneInventsNoDay(t *testing.T) {
	p := newPast(t)
	p.on(1, map[string]string{"content/backlog/a.md": item("in-progress", ""), "content/backlog/b.md": item("ready", "")})
	p.on(2, map[string]string{"content/backlog/b.md": item("in-progress", "")})
	p.on(3, map[string]string{"content/backlog/c.md": item("ready", ""), "content/backlog/b.md": item("done", "")})
	clone := filepath.Join(t.TempDir(), "clone")
	p.git("clone", "-q", "--depth=2", "file://"+filepath.ToSlash(p.dir), clone)
	shallow := &past{t, clone, nil}
	shallow.want(map[string]string{
		"content/backlog/a.md": "- - - -",
		"content/backlog/b.md": "- 03 - 03",
		"content/backlog/c.md": "03 03 03 -",
	})
}

func TestARepositoryWithoutACommitHasNoHistory(t *testing.T) {
	dir, _ := repository(t)
	writeAll(t, dir, map[string]string{"content/backlog/a.md": "# A"})
	repo, err := OpenRepository(dir)
	if err != nil {
		t.Fatal(err)
	}
	if h, err := repo.ReadHistory(); err != nil || len(h) > 0 {
		t.Errorf("%v, %v", h, err)
	}
}

// BenchmarkHistory reads 3,000 commits of a plan of 10,000 items.
func BenchmarkHistory(b *testing.B) {
	if _, err := exec.LookPath("git"); err != nil {
		b.Skip("git is not here")
	}
	dir := b.TempDir()
	var stream strings.Builder
	commit := func(day int) {
		fmt.Fprintf(&stream, "commit refs/heads/main\ncommitter T <t@example.org> %d +0000\ndata 1\nm\n", 1735689600+day*7200)
	}
	file := func(n int, text string) {
		fmt.Fprintf(&stream, "M 100644 inline content/backlog/T-%d.md\ndata %d\n%s\n", n, len(text), text)
	}
	commit(0)
	for n := range 10_000 {
		file(n, item("ready", fmt.Sprint(n)))
	}
	for day := range 3000 {
		commit(day + 1)
		for k := range 3 {
			file((day*7+k)%10_000, item([]string{"in-progress", "done", "ready"}[k], fmt.Sprint(day)))
		}
	}
	run := func(input string, args ...string) {
		cmd := exec.Command("git", args...)
		cmd.Dir, cmd.Stdin = dir, strings.NewReader(input)
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
	}
	run("", "init", "-q", "-b", "main")
	run(stream.String(), "fast-import", "--quiet")
	repo, err := OpenRepository(dir)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		h, err := repo.ReadHistory()
		if err != nil || len(h) != 10_000 {
			b.Fatalf("%d files, %v", len(h), err)
		}
	}
}

func TestStepsAreWhatCommitsChanged(t *testing.T) {
	p := newPast(t)
	release := func(date string) string { return "---\ntitle: R\ndate: " + date + "\n---\n" }
	p.on(1, map[string]string{"content/backlog/a.md": item("ready", ""), "content/releases/r.md": release("2026-Q3"), "content/backlog/h.md": "---\nvisibility: internal\nrelease: secret\neffort: 3\n---\n"})
	p.on(2, map[string]string{"content/backlog/a.md": item("in-progress\neffort: 3\nrelease: r", ""), "content/backlog/h.md": "---\nvisibility: internal\nrelease: secret2\neffort: 5\n---\n"})
	p.on(3, map[string]string{"content/releases/r.md": release("2026-Q4"), "content/backlog/h.md": "---\neffort: 8\n---\n"})
	p.on(4, map[string]string{"content/backlog/h.md": "---\neffort: 1\n---\n"})
	repo, err := OpenRepository(p.dir)
	if err != nil {
		t.Fatal(err)
	}
	history, err := repo.ReadHistory()
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"content/backlog/a.md":  "[{2026-02-02 status ready in-progress} {2026-02-02 release  r} {2026-02-02 effort  3}]",
		"content/releases/r.md": "[{2026-02-03 date 2026-Q3 2026-Q4}]",
		"content/backlog/h.md":  "[{2026-02-04 effort 8 1}]", // nothing of when it was internal
	} {
		if got := fmt.Sprint(history[path].Steps); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestHistoryOfADetachedHeadAWorktreeAndWhatIsNotCommitted(t *testing.T) {
	p := newPast(t)
	p.on(1, map[string]string{"content/backlog/a.md": item("ready", "")})
	p.on(2, map[string]string{"content/backlog/a.md": item("done", "")})
	writeAll(t, p.dir, map[string]string{"content/backlog/new.md": item("ready", "")})
	p.want(map[string]string{"content/backlog/a.md": "01 02 - 02"}) // of what is not committed nothing is known
	tree := filepath.Join(t.TempDir(), "tree")
	p.git("worktree", "add", "-q", "--detach", tree, "HEAD~1")
	(&past{t, tree, nil}).want(map[string]string{"content/backlog/a.md": "01 01 01 -"})
}

func TestASubmoduleIsAnotherRepository(t *testing.T) {
	inner := newPast(t)
	inner.on(1, map[string]string{"a.md": item("ready", "")})
	p := newPast(t)
	p.on(2, map[string]string{"content/backlog/b.md": item("ready", "")})
	p.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.dir, "content/themes")
	p.commit(3)
	p.want(map[string]string{"content/backlog/b.md": "02 02 02 -", "content/themes": "03 03 03 -"})
}
