package workspace

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// ErrNoGit tells that the git command is not installed.
var ErrNoGit = errors.New("the git command is not here")

// ErrNoRepository tells that a folder does not lie in a git repository.
var ErrNoRepository = errors.New("this is no git repository")

// Repository is the git repository a project lies in. It is read by the git
// command, which knows every kind of clone and is far quicker than a library.
type Repository struct {
	dir    string // of the project
	prefix string // from the top of the repository to the project: "" or "docs/"

	folders []string // of git, for Mark
}

// OpenRepository finds the repository the project at root lies in. The error is
// ErrNoGit or ErrNoRepository where that is all.
func OpenRepository(root string) (*Repository, error) {
	r := &Repository{dir: root}
	if _, err := exec.LookPath("git"); err != nil {
		return nil, ErrNoGit
	}
	prefix, err := r.line("rev-parse", "--show-prefix")
	if err != nil {
		return nil, ErrNoRepository
	}
	r.prefix = filepath.ToSlash(prefix)
	return r, nil
}

// Tracked reports whether a project lies in a git repository as far as its
// folders tell, for when git itself cannot be asked.
func Tracked(root string) bool {
	for dir := root; ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return true
		}
		if dir == filepath.Dir(dir) {
			return false
		}
	}
}

// Commit gives the full name of the commit a revision means. A revision that
// does not exist is an error that says so.
func (r *Repository) Commit(revision string) (string, error) {
	if strings.HasPrefix(revision, "-") {
		return "", fmt.Errorf("%q is no revision", revision)
	}
	hash, err := r.line("rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		if r.Shallow() {
			return "", fmt.Errorf("git knows no commit %q; this clone is shallow: fetch more of its history (fetch-depth: 0)", revision)
		}
		return "", fmt.Errorf("git knows no commit %q", revision)
	}
	return hash, nil
}

// MergeBase is the last commit two revisions have in common.
func (r *Repository) MergeBase(a, b string) (string, error) {
	for _, revision := range []string{a, b} {
		if _, err := r.Commit(revision); err != nil {
			return "", err
		}
	}
	hash, err := r.line("merge-base", "--end-of-options", a, b)
	if err != nil {
		return "", fmt.Errorf("%s and %s have no commit in common", a, b)
	}
	return hash, nil
}

// DefaultBranch is the branch that others are merged into, as the remote names it,
// else one of the usual names; and the commit it is at. Both are "" where there is
// none, or HEAD is at it.
func (r *Repository) DefaultBranch() (name, commit string) {
	head, err := r.Commit("HEAD")
	if err != nil {
		return "", ""
	}
	for _, name := range []string{"origin/HEAD", "origin/main", "origin/master", "main", "master"} {
		if commit, err := r.Commit(name); err == nil {
			if commit == head {
				return "", ""
			}
			return name, commit
		}
	}
	return "", ""
}

// Mark is a text that changes when a commit is made or another is checked out. It
// costs no run of git, so that it can be asked for often.
func (r *Repository) Mark() string {
	if r.folders == nil {
		dirs, _ := r.run(nil, "rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir")
		r.folders = strings.Split(strings.TrimRight(string(dirs), "\r\n"), "\n")
	}
	if len(r.folders) != 2 {
		return ""
	}
	own, common := r.folders[0], r.folders[1] // they differ in a linked worktree
	head, _ := os.ReadFile(filepath.Join(own, "HEAD"))
	branch, _ := strings.CutPrefix(strings.TrimSpace(string(head)), "ref: ")
	at, _ := os.ReadFile(filepath.Join(common, filepath.FromSlash(branch)))
	mark := string(head) + string(at)
	for _, name := range []string{"packed-refs", "reftable/tables.list", "shallow"} {
		if info, err := os.Stat(filepath.Join(common, filepath.FromSlash(name))); err == nil {
			mark += fmt.Sprintf("%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return mark
}

// Shallow reports whether the clone lacks a part of the history.
func (r *Repository) Shallow() bool {
	answer, err := r.line("rev-parse", "--is-shallow-repository")
	return err == nil && answer == "true"
}

// line runs git for an answer of one line.
func (r *Repository) line(args ...string) (string, error) {
	out, err := r.run(nil, args...)
	return strings.TrimRight(string(out), "\r\n"), err
}

// run runs git in the project. Nothing a repository configures is run by it: no
// hook, no monitor of the file system, no pager, no question.
func (r *Repository) run(input []byte, args ...string) ([]byte, error) {
	cmd := exec.Command("git", append([]string{"--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"}, args...)...)
	cmd.Dir = r.dir
	cmd.Env = append(cmd.Environ(), "GIT_TERMINAL_PROMPT=0", "GIT_PAGER=", "LC_ALL=C")
	cmd.Stdin = bytes.NewReader(input)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("git %s: %w: %s", args[0], err, strings.TrimSpace(stderr.String()))
	}
	return out, nil
}
