package scaffold

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// ours and those of a new plan, by name.
func allWorkflows(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	root := filepath.Join("..", "..")
	for folder, files := range map[string]fs.FS{"example": os.DirFS(filepath.Join("example", "github", "workflows")), "own": os.DirFS(filepath.Join(root, ".github", "workflows"))} {
		names, err := fs.Glob(files, "*.yml")
		if err != nil || len(names) == 0 {
			t.Fatal(folder, names, err)
		}
		for _, name := range names {
			text, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			out[folder+"/"+name] = string(text)
		}
	}
	action, err := os.ReadFile(filepath.Join(root, "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	out["action.yml"] = string(action)
	return out
}

// steps are the shell scripts of a workflow, by the name of their step.
func steps(workflow string) map[string]string {
	out := map[string]string{}
	name, indent, inside := "", "", false
	for _, line := range strings.Split(workflow, "\n") {
		bare := strings.TrimSpace(line)
		if inside {
			if bare == "" || strings.HasPrefix(line, indent+"  ") {
				out[name] += strings.TrimPrefix(line, indent+"  ") + "\n"
				continue
			}
			inside = false
		}
		if rest, ok := strings.CutPrefix(strings.TrimPrefix(bare, "- "), "name: "); ok {
			name = rest
		}
		if rest, ok := strings.CutPrefix(strings.TrimPrefix(bare, "- "), "run: "); ok {
			if rest != "|" {
				out[name] = rest + "\n"
				continue
			}
			inside, indent = true, line[:strings.Index(line, "run:")]
		}
	}
	return out
}

// TestWorkflowsAreSafe: nothing from outside is written into a script, every
// permission is asked for, and what may write never has a fork's files.
func TestWorkflowsAreSafe(t *testing.T) {
	pinned := regexp.MustCompile(`uses: (\./|[\w-]+/[\w./-]+@v\d)`)
	for name, text := range allWorkflows(t) {
		for step, script := range steps(text) {
			if strings.Contains(script, "${{") {
				t.Errorf("%s: the script of %q is written by whoever names a branch", name, step)
			}
		}
		for line := range strings.Lines(text) {
			if strings.Contains(line, "uses:") && !pinned.MatchString(line) {
				t.Errorf("%s: %s has no version", name, strings.TrimSpace(line))
			}
		}
		if name == "action.yml" {
			continue
		}
		if !strings.Contains(text, "\npermissions:") {
			t.Errorf("%s has whatever permissions the repository gives", name)
		}
		if strings.Contains(text, "pull_request_target") {
			t.Errorf("%s runs with the right to write on what a fork sends", name)
		}
		if strings.Contains(text, "actions/checkout") && strings.Count(text, "actions/checkout") != strings.Count(text, "persist-credentials: false") {
			t.Errorf("%s leaves its token where any step finds it", name)
		}
		writes := regexp.MustCompile(`(pull-requests|contents|issues|pages): write`).MatchString(text)
		if onFork := regexp.MustCompile(`(?m)^on: pull_request$|^  pull_request:$`).MatchString(text); onFork && writes {
			t.Errorf("%s may write, and runs what a fork sends", name)
		}
		if strings.Contains(text, "workflow_run") && regexp.MustCompile(`(?m)^\s+ref:|git checkout|gh pr checkout|download-artifact`).MatchString(text) {
			t.Errorf("%s takes files of a fork, and may write", name)
		}
	}
}

// TestTheReviewStepsDoWhatTheySay runs the scripts of the workflows as GitHub's
// runner would, against a repository in which a pull request has a broken link, and
// another has a good change; the names around them are hostile.
func TestTheReviewStepsDoWhatTheySay(t *testing.T) {
	for _, command := range []string{"bash", "git", "jq", "go"} {
		if _, err := exec.LookPath(command); err != nil {
			t.Skip("there is no " + command)
		}
	}
	w := newRunner(t)
	review, comment := allWorkflows(t)["example/milepost-review.yml"], allWorkflows(t)["example/milepost-comment.yml"]

	// A broken link becomes an annotation at its line, and the job fails.
	w.branch(`pr/$(touch pwned);"<img src=x>`)
	w.write("content/backlog/resume-uploads.md", w.read("content/backlog/resume-uploads.md")+"\n[gone](nowhere.md) @everyone ::error::x\n")
	w.commit("broken")
	out, err := w.run(steps(review)["Check"], nil)
	if err == nil || !regexp.MustCompile(`(?m)^::error file=content/backlog/resume-uploads\.md,line=\d+,.*title=broken-link::`).MatchString(out) {
		t.Errorf("the check says %v\n%s", err, out)
	}
	if _, err := w.run(steps(review)["Say what the change does to the plan"], map[string]string{"BASE": "main"}); err != nil {
		t.Error(err)
	}
	summary := w.file("summary")
	if !strings.Contains(summary, "broken-link") || !strings.Contains(summary, "**1 error in 1 file**") {
		t.Errorf("the summary:\n%s", summary)
	}

	// A good change is told in one comment, which the next one updates.
	w.branch("good")
	w.write("content/backlog/upload-at-night.md", regexp.MustCompile(`(?m)^title: .*`).ReplaceAllString(w.read("content/backlog/upload-at-night.md"), `title: "</details> @team <script>alert(1)</script> $(touch pwned)"`))
	head := w.commit("good")
	w.git("push", "-q", "origin", "HEAD:refs/pull/7/head")
	w.git("checkout", "-q", "main")
	w.put("pulls", `[{"number": 7, "head": {"sha": "`+head+`"}, "base": {"sha": "`+w.git("rev-parse", "main")+`"}}]`)
	w.put("comments", `[]`)
	if out, err := w.run(steps(comment)["Find the pull request"], map[string]string{"HEAD_SHA": head}); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	found := w.file("output")
	number, span := "7", w.git("rev-parse", "main")+"..."+head
	if !strings.Contains(found, "number=7\n") || !strings.Contains(found, "range="+span+"\n") {
		t.Fatalf("found %q", found)
	}
	inputs := map[string]string{"COMMAND": "diff", "ARGS": span + "\n--format=markdown\n", "BASE_URL": "", "COMMENT": number, "ACTION_PATH": w.action}
	if out, err := w.run(steps(allWorkflows(t)["action.yml"])["Run Milepost"], inputs); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	first := w.file("asked")
	if !strings.Contains(first, "--method POST repos/o/r/issues/7/comments") || !strings.Contains(w.file("body"), "title") {
		t.Errorf("asked for\n%s", first)
	}
	for _, power := range []string{"<script>", " @team", "</details> @"} {
		if strings.Contains(w.file("body"), power) {
			t.Errorf("%q has kept its power in\n%s", power, w.file("body"))
		}
	}
	w.put("comments", `[{"id": 1, "body": "<!-- milepost:diff -->", "user": {"type": "User"}}, {"id": 42, "body": "<!-- milepost:diff -->\nold", "user": {"type": "Bot"}}]`)
	if out, err := w.run(steps(allWorkflows(t)["action.yml"])["Run Milepost"], inputs); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if second := w.file("asked"); !strings.HasSuffix(strings.TrimSpace(second), "--method PATCH repos/o/r/issues/comments/42 --input "+filepath.Join(w.temp, "milepost-comment.json")) {
		t.Errorf("asked for\n%s", second)
	}
	inputs["COMMENT"] = "7; touch pwned"
	if _, err := w.run(steps(allWorkflows(t)["action.yml"])["Run Milepost"], inputs); err == nil {
		t.Error("what is no number was taken for one")
	}
	if _, err := os.Stat(filepath.Join(w.dir, "pwned")); err == nil {
		t.Error("a name was run")
	}

	// Publishing below a path.
	inputs = map[string]string{"COMMAND": "build", "ARGS": "--strict\n-o\n" + filepath.Join(w.temp, "public") + "\n", "BASE_URL": "https://o.github.io/r", "COMMENT": "", "ACTION_PATH": w.action}
	if out, err := w.run(steps(allWorkflows(t)["action.yml"])["Run Milepost"], inputs); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	sitemap, err := os.ReadFile(filepath.Join(w.temp, "public", "sitemap.xml"))
	if err != nil || !strings.Contains(string(sitemap), "https://o.github.io/r/backlog.html") {
		t.Errorf("the sitemap: %v\n%s", err, sitemap)
	}
}

// runner stands in for GitHub's: a repository, milepost on the path, and a gh that
// answers from files and writes down what it was asked.
type runner struct {
	*testing.T
	dir, temp, action string
}

func newRunner(t *testing.T) *runner {
	w := &runner{T: t, dir: t.TempDir(), temp: t.TempDir()}
	w.action, _ = filepath.Abs(filepath.Join("..", ".."))
	build := exec.Command("go", "build", "-o", filepath.Join(w.temp, "bin", "milepost"), "./cmd/milepost")
	build.Dir = w.action
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	gh := "#!/usr/bin/env bash\n" + `echo "$*" >>"$RUNNER_TEMP/asked"
while [[ $# -gt 1 ]]; do [[ $1 != --input ]] || cp "$2" "$RUNNER_TEMP/body"; shift; done
case "$(tail -n 1 "$RUNNER_TEMP/asked")" in *comments\?per_page*) cat "$RUNNER_TEMP/comments" ;; *pulls\?state*) cat "$RUNNER_TEMP/pulls" ;; esac
`
	if err := os.WriteFile(filepath.Join(w.temp, "bin", "gh"), []byte(gh), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := Init(w.dir, day("2026-11-24")); err != nil {
		t.Fatal(err)
	}
	origin := t.TempDir()
	w.git("init", "-q", "--bare", "-b", "main", origin)
	w.git("init", "-q", "-b", "main")
	w.git("remote", "add", "origin", origin)
	w.commit("one")
	w.git("push", "-q", "origin", "main")
	w.git("fetch", "-q", "origin")
	return w
}

func (w *runner) git(args ...string) string {
	w.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=T", "-c", "user.email=t@example.org"}, args...)...)
	cmd.Dir = w.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		w.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// branch begins one where main is. Its name is kept from the shell only by quotes.
func (w *runner) branch(name string) {
	w.Helper()
	w.git("checkout", "-q", "main")
	if exec.Command("git", "check-ref-format", "--branch", name).Run() == nil {
		w.git("checkout", "-q", "-b", name)
		return
	}
	w.git("checkout", "-q", "-b", regexp.MustCompile(`[^\w$()/;"<>=-]`).ReplaceAllString(name, ""))
}

func (w *runner) commit(message string) string {
	w.Helper()
	w.git("add", "-A")
	w.git("commit", "-q", "-m", message)
	return w.git("rev-parse", "HEAD")
}

func (w *runner) read(path string) string {
	data, err := os.ReadFile(filepath.Join(w.dir, path))
	if err != nil {
		w.Fatal(err)
	}
	return string(data)
}

func (w *runner) write(path, text string) {
	if err := os.WriteFile(filepath.Join(w.dir, path), []byte(text), 0o644); err != nil {
		w.Fatal(err)
	}
}

// put and file are of the runner's own folder.
func (w *runner) put(name, text string) {
	if err := os.WriteFile(filepath.Join(w.temp, name), []byte(text), 0o644); err != nil {
		w.Fatal(err)
	}
}

func (w *runner) file(name string) string {
	data, err := os.ReadFile(filepath.Join(w.temp, name))
	if err != nil {
		w.Fatal(err)
	}
	return string(data)
}

// run is a step: bash as GitHub calls it.
func (w *runner) run(script string, env map[string]string) (string, error) {
	w.Helper()
	if script == "" {
		w.Fatal("there is no such step")
	}
	cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "GITHUB_ACTIONS=true", "GITHUB_WORKSPACE="+w.dir, "GITHUB_REPOSITORY=o/r", "RUNNER_TEMP="+w.temp,
		"GITHUB_STEP_SUMMARY="+filepath.Join(w.temp, "summary"), "GITHUB_OUTPUT="+filepath.Join(w.temp, "output"),
		"PATH="+filepath.Join(w.temp, "bin")+string(os.PathListSeparator)+os.Getenv("PATH"))
	for name, value := range env {
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	out, err := cmd.CombinedOutput()
	return string(out), err
}
