package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/report"
	"milepost/internal/source"
)

// fix carries out the fixes of all findings in the plan's files, and says how
// many files it changed.
func (p *program) fix(pr *project) (int, error) {
	byFile := map[*source.File][]diag.Diagnostic{}
	for _, d := range pr.Findings {
		if len(d.Fixes) > 0 {
			byFile[d.Span.File] = append(byFile[d.Span.File], d)
		}
	}
	changed := 0
	for _, f := range pr.Plan.Tree.Files(plan.Content) {
		fixed := diag.Apply(f, byFile[f])
		if bytes.Equal(fixed, f.Data) {
			continue
		}
		if err := replace(filepath.Join(pr.root, filepath.FromSlash(f.Path)), f.Data, fixed); err != nil {
			return changed, err
		}
		changed++
	}
	return changed, nil
}

// replace writes a file anew, as a whole or not at all. It keeps its hands off a
// file that somebody has changed since it was read.
func replace(file string, old, text []byte) error {
	file, err := filepath.EvalSymlinks(file)
	if err != nil {
		return err
	}
	now, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, old) {
		return fmt.Errorf("%s has changed in the meantime; run milepost check --fix again", file)
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(file), ".milepost-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // gone already, if all went well
	_, err = temp.Write(text)
	if e := temp.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(temp.Name(), info.Mode().Perm())
	}
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	return err
}

func filesWord(n int) string {
	if n == 1 {
		return "1 file"
	}
	return report.Grouped(n) + " files"
}
