package workspace

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// repository makes a git repository and gives a function that runs git in it.
func repository(t *testing.T) (dir string, git func(args ...string) string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not here")
	}
	dir = t.TempDir()
	git = func(args ...string) string {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"}, args...)...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	git("init", "-q")
	return dir, git
}

func writeAll(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestARevisionReadsAsTheFolderDidThen(t *testing.T) {
	dir, git := repository(t)
	plan := map[string]string{
		"docs/plan/milepost.yaml":            "title: T\n",
		"docs/plan/content/_index.md":        "# T\n",
		"docs/plan/content/backlog/ä b.md":   "# Ä\n",
		"docs/plan/content/backlog/.x.swp":   "no",
		"docs/plan/content/pages/shot.png":   "png",
		"docs/plan/static/.well-known/x.txt": "x",
		"docs/plan/other/README.md":          "not of the plan",
		"README.md":                          "nor this",
	}
	writeAll(t, dir, plan)
	for link, target := range map[string]string{
		"docs/plan/content/backlog/again.md": "ä b.md",
		"docs/plan/content/more":             "backlog",
		"docs/plan/content/backlog/out.md":   "../../../../README.md",
	} {
		if err := os.Symlink(target, filepath.Join(dir, filepath.FromSlash(link))); err != nil {
			t.Skip("no links here:", err)
		}
	}
	git("add", "-A")
	git("commit", "-qm", "one")
	root := filepath.Join(dir, "docs", "plan")
	want, _, err := Read(root)
	if err != nil {
		t.Fatal(err)
	}
	writeAll(t, dir, map[string]string{"docs/plan/content/_index.md": "# Changed\n"})

	repo, err := OpenRepository(root)
	if err != nil {
		t.Fatal(err)
	}
	commit, err := repo.Commit("HEAD")
	if err != nil {
		t.Fatal(err)
	}
	got, err := repo.ReadRevision(commit)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "the tree", contents(got), contents(want)...)
}

func TestWhatGitDoesNotKnowIsSaid(t *testing.T) {
	if _, err := OpenRepository(t.TempDir()); !errors.Is(err, ErrNoRepository) && !errors.Is(err, ErrNoGit) {
		t.Errorf("a bare folder: %v", err)
	}
	dir, git := repository(t)
	writeAll(t, dir, map[string]string{"content/a.md": "# A\n"})
	git("add", "-A")
	git("commit", "-qm", "one")
	repo, err := OpenRepository(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, revision := range []string{"nowhere", "--output=x", "-h", "HEAD~7", "a b", ""} {
		if hash, err := repo.Commit(revision); err == nil {
			t.Errorf("%q is %s", revision, hash)
		}
	}
}

func TestTheMarkChangesWithEachCommit(t *testing.T) {
	dir, git := repository(t)
	repo, err := OpenRepository(dir)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{repo.Mark(): "an empty repository"}
	step := func(what string, args ...string) {
		t.Helper()
		git(args...)
		mark := repo.Mark()
		if before, known := seen[mark]; known || mark == "" {
			t.Errorf("%s has the mark of %s: %q", what, before, mark)
		}
		seen[mark] = what
		if repo.Mark() != mark {
			t.Errorf("%s has two marks", what)
		}
	}
	step("a commit", "commit", "-q", "--allow-empty", "-m", "one")
	step("an amended commit", "commit", "-q", "--amend", "--allow-empty", "-m", "two")
	step("a packed branch", "pack-refs", "--all")
	step("another branch", "checkout", "-q", "-b", "other")
	step("no branch", "checkout", "-q", "--detach")
	tree := filepath.Join(t.TempDir(), "tree")
	git("worktree", "add", "-q", "-b", "linked", tree)
	linked, err := OpenRepository(tree)
	if err != nil {
		t.Fatal(err)
	}
	before := linked.Mark()
	git("-C", tree, "commit", "-q", "--allow-empty", "-m", "three")
	if linked.Mark() == before || before == "" {
		t.Errorf("a commit in a linked worktree changes nothing in %q", before)
	}
}
