package cli_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/cli"
	"milepost/internal/engine"
	"milepost/internal/workspace"
)

// world is an Env in which a test can look at what was said.
type world struct {
	cli.Env
	out, err bytes.Buffer
}

func newWorld(dir string, args ...string) *world {
	w := &world{}
	w.Env = cli.Env{
		Args: args, Stdin: strings.NewReader(""), Stdout: &w.out, Stderr: &w.err, Dir: dir,
		Now: func() time.Time { return today }, Getenv: func(string) string { return "" },
	}
	return w
}

func (w *world) run(t *testing.T, want int) {
	t.Helper()
	if code := cli.Main(w.Env); code != want {
		t.Errorf("milepost %s: exit status %d, want %d\n%s%s", strings.Join(w.Args, " "), code, want, &w.out, &w.err)
	}
}

// example makes a project with the example plan.
func example(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	newWorld(dir, "init", "-q").run(t, 0)
	return dir
}

func TestWorkspaceReadsTheConfigurationTheEngineWants(t *testing.T) {
	if workspace.ConfigName != engine.ConfigFile {
		t.Errorf("%s is read, the engine looks at %s", workspace.ConfigName, engine.ConfigFile)
	}
}

func TestAnInterruptedBuildLeavesAWholeSite(t *testing.T) {
	dir := example(t)
	public, elsewhere := filepath.Join(dir, "public"), filepath.Join(t.TempDir(), "site")
	newWorld(dir, "build").run(t, 0)
	before := files(t, public)
	if err := os.Rename(filepath.Join(dir, "content", "backlog", "wrong-hour.md"), filepath.Join(dir, "content", "backlog", "other.md")); err != nil {
		t.Fatal(err)
	}
	newWorld(dir, "build", "-o", elsewhere).run(t, 0)
	after := files(t, elsewhere)
	for n := 1; ; n += 3 {
		code := interruptedBuild(dir, n)
		got := files(t, public)
		switch {
		case code == 130 && cmp.Equal(got, before):
			continue
		case n < 10 || !cmp.Equal(got, after):
			t.Fatalf("exit status %d at call %d; (-before +got):\n%s", code, n, cmp.Diff(before, got))
		}
		return // it was done before the n-th call
	}
}

// interruptedBuild interrupts a build at the n-th time it looks at the clock. On
// a terminal it does so for every page.
func interruptedBuild(dir string, n int) int {
	w, calls, stop := newWorld(dir, "build"), 0, make(chan struct{})
	w.Interrupt = stop
	w.Terminal = func(io.Writer) (int, bool) { return 80, true }
	w.Now = func() time.Time {
		if calls++; calls == n {
			close(stop)
		}
		return today
	}
	return cli.Main(w.Env)
}

// files are the files below dir with their texts.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		out[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestInterruptedBeforeAnythingIsWritten(t *testing.T) {
	stop := make(chan struct{})
	close(stop)
	w := newWorld(t.TempDir(), "init", "plan")
	w.Interrupt = stop
	code := cli.Main(w.Env)
	if _, err := os.Stat(filepath.Join(w.Dir, "plan", "milepost.yaml")); code != 130 && err != nil {
		t.Errorf("exit status %d, %v", code, err)
	}
}

func TestAMistakeOfOursSaysSo(t *testing.T) {
	w := newWorld(example(t), "check")
	w.Now = func() time.Time { panic("the clock is broken") }
	w.run(t, 2)
	if got := w.err.String(); !strings.HasPrefix(got, "milepost: this is a mistake in milepost, not in your plan: the clock is broken\n") || !strings.Contains(got, "cli_test.go") {
		t.Errorf("it says:\n%s", got)
	}
}

// broken is a stream that can take no more.
type broken struct{ after int }

func (b *broken) Write(p []byte) (int, error) {
	if b.after -= len(p); b.after < 0 {
		return 0, errors.New("no space left on device")
	}
	return len(p), nil
}

func TestAFullDiskDoesNotPassForSuccess(t *testing.T) {
	for _, args := range [][]string{{"list"}, {"check"}, {"check", "--format", "json"}, {"show", "search-by-place"}, {"explain"}, {"version"}, {"help"}, {"completion", "bash"}, {"build"}, {}} {
		w := newWorld(example(t), args...)
		w.Stdout = &broken{after: 5}
		w.run(t, 2)
		if got := w.err.String(); !strings.Contains(got, "no space left on device\n") {
			t.Errorf("milepost %v says %q", args, got)
		}
	}
}

func TestLongWorkShowsProgressOnATerminal(t *testing.T) {
	run := func(terminal, quiet bool) string {
		w := newWorld(example(t), "build")
		if quiet {
			w.Args = append(w.Args, "-q")
		}
		w.Terminal = func(out io.Writer) (int, bool) { return 80, terminal && out == w.Stderr }
		now := today
		w.Now = func() time.Time { now = now.Add(300 * time.Millisecond); return now }
		w.run(t, 0)
		return w.err.String()
	}
	if got := run(true, false); !strings.Contains(got, "\r\x1b[Krendering page ") || !strings.HasSuffix(got, "\r\x1b[K") {
		t.Errorf("on a terminal it says %q", got)
	}
	if got := run(false, false); got != "" {
		t.Errorf("in a file it says %q", got)
	}
	if got := run(true, true); got != "" {
		t.Errorf("with -q it says %q", got)
	}
}

func TestAFolderThatIsGone(t *testing.T) {
	w := newWorld("", "check")
	w.run(t, 2)
	if got := w.err.String(); got != "milepost: the folder you are in is gone\n" {
		t.Errorf("it says %q", got)
	}
	w = newWorld("", "-C", example(t), "check")
	w.run(t, 0)
}

func TestTextIsCutToTheTerminal(t *testing.T) {
	for _, columns := range []int{30, 60} {
		w := newWorld(example(t), "list", "--color", "never")
		w.Terminal = func(io.Writer) (int, bool) { return columns, true }
		w.run(t, 0)
		for line := range strings.Lines(w.out.String()) {
			if n := len([]rune(strings.TrimSpace(line))); n > columns {
				t.Errorf("%d columns: a line has %d:\n%s", columns, n, line)
			}
		}
	}
}

func TestColourFollowsTheStreamThatIsATerminal(t *testing.T) {
	w := newWorld(example(t), "show", "search-by-place")
	w.Terminal = func(out io.Writer) (int, bool) { return 80, out == w.Stderr }
	w.run(t, 0)
	if strings.Contains(w.out.String(), "\x1b") {
		t.Error("a file gets colours")
	}
	w.out.Reset()
	w.Terminal = func(out io.Writer) (int, bool) { return 80, out == w.Stdout }
	w.run(t, 0)
	if !strings.Contains(w.out.String(), "\x1b[1m") {
		t.Error("a terminal gets none")
	}
	w.out.Reset()
	w.Getenv = func(key string) string { return map[string]string{"TERM": "dumb"}[key] }
	w.run(t, 0)
	if strings.Contains(w.out.String(), "\x1b") {
		t.Error("a dumb terminal gets colours")
	}
}

func TestEveryCommandHasHelp(t *testing.T) {
	list := newWorld(t.TempDir(), "help")
	list.run(t, 0)
	_, rest, _ := strings.Cut(list.out.String(), "Commands:\n")
	table, _, _ := strings.Cut(rest, "\n\n")
	n := 0
	for line := range strings.Lines(table) {
		n++
		w := newWorld(t.TempDir(), "help", strings.Fields(line)[0])
		w.run(t, 0)
		for _, part := range []string{"Usage:\n    milepost ", "Examples:\n    $ "} {
			if !strings.Contains(w.out.String(), part) {
				t.Errorf("help %s has no %q:\n%s", strings.Fields(line)[0], part, &w.out)
			}
		}
		for text := range strings.Lines(w.out.String()) {
			if len([]rune(strings.TrimRight(text, "\n"))) > 90 {
				t.Errorf("help %s has a long line: %s", strings.Fields(line)[0], text)
			}
		}
	}
	if n < 11 {
		t.Errorf("only %d commands", n)
	}
}

func TestBuildsAreTheSameEverywhere(t *testing.T) {
	var sites []map[string]string
	for i := range 2 {
		dir := filepath.Join(t.TempDir(), fmt.Sprint("path-", i), strings.Repeat("x", i*20))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		newWorld(dir, "init", "-q").run(t, 0)
		newWorld(dir, "build").run(t, 0)
		sites = append(sites, files(t, filepath.Join(dir, "public")))
	}
	if diff := cmp.Diff(sites[0], sites[1]); diff != "" {
		t.Errorf("two places, two sites:\n%s", diff)
	}
}
