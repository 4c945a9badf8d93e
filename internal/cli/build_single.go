package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"milepost/internal/report"
	"milepost/internal/single"
)

// writeSingle writes the whole site into one file, which is replaced in one step.
func (p *program) writeSingle(pr *project, name string) error {
	var files []single.File
	for f, err := range pr.Files() {
		if err != nil {
			return err
		}
		data := f.Data
		if f.Asset != "" {
			if data, err = os.ReadFile(filepath.Join(pr.root, filepath.FromSlash(f.Asset))); err != nil {
				return err
			}
		}
		files = append(files, single.File{Path: f.Path, Data: data})
	}
	page, err := single.Join(files)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	file := p.at(p.dir(), name)
	temp, err := os.CreateTemp(filepath.Dir(file), ".milepost-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	defer os.Remove(temp.Name()) // which is gone when all went well
	_, err = temp.Write(page)
	if closed := temp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(temp.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if !p.quiet {
		p.print("wrote %s, %s KB\n", name, report.Grouped((len(page)+999)/1000))
	}
	return nil
}
