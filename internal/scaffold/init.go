package scaffold

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"milepost/internal/calendar"
)

// The example plan that init writes. It is a plan like any other; the words in
// double braces become dates.
//
//go:embed all:example
var example embed.FS

// Started says what Init did. The paths are relative to the project.
type Started struct {
	Written []string
	Kept    []string // files that were there already, and are as they were
	HadPlan bool     // there was a plan already, so no example was put into it
	Inside  bool     // of a repository, whose workflows have their place above: none was written
}

// Init writes a small valid plan into dir, and makes dir where there is none.
// What exists is never changed. today dates the example.
func Init(dir string, today calendar.Day) (Started, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Started{}, fmt.Errorf("make directory %s: %w", dir, cause(err))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Started{}, fmt.Errorf("open %s: %w", dir, cause(err))
	}
	defer root.Close()
	out := Started{HadPlan: hasPlan(root), Inside: insideRepository(dir)}
	for _, f := range exampleFiles(today) {
		if out.HadPlan && strings.HasPrefix(f.Path, "content/") || out.Inside && strings.HasPrefix(f.Path, ".github/") {
			continue
		}
		err := create(root, f)
		switch {
		case errors.Is(err, fs.ErrExist):
			out.Kept = append(out.Kept, f.Path)
		case err != nil:
			return out, fmt.Errorf("write %s: %w", f.Path, cause(err))
		default:
			out.Written = append(out.Written, f.Path)
		}
	}
	return out, nil
}

// insideRepository reports whether dir lies in a repository and is not its root.
func insideRepository(dir string) bool {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return false
	}
	for has := func(dir string) bool { _, err := os.Lstat(filepath.Join(dir, ".git")); return err == nil }; !has(dir); {
		up := filepath.Dir(dir)
		if up == dir {
			return false
		}
		if dir = up; has(dir) {
			return true
		}
	}
	return false
}

// hasPlan reports whether somebody's plan is there: an example would only be in
// its way.
func hasPlan(root *os.Root) bool {
	found := false
	_ = fs.WalkDir(root.FS(), "content", func(p string, _ fs.DirEntry, err error) error {
		if err == nil && path.Ext(p) == ".md" {
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found
}

// exampleFiles are the files of the example, dated.
func exampleFiles(today calendar.Day) []File {
	dates := strings.NewReplacer(
		"{{today}}", today.String(),
		"{{soon}}", quarter(today, 1),
		"{{later}}", quarter(today, 4),
	)
	var out []File
	err := fs.WalkDir(example, "example", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(example, p)
		name := strings.TrimPrefix(p, "example/")
		if name == "gitignore" || strings.HasPrefix(name, "github/") { // under its real name it would be obeyed here
			name = "." + name
		}
		out = append(out, File{Path: name, Data: []byte(dates.Replace(string(data)))})
		return err
	})
	if err != nil {
		panic("scaffold: " + err.Error()) // what is embedded can be read
	}
	return out
}

// quarter names the quarter n after that of day.
func quarter(day calendar.Day, n int) string {
	t := day.Time()
	q := t.Year()*4 + (int(t.Month())-1)/3 + n
	return fmt.Sprintf("%d-Q%d", q/4, q%4+1)
}
