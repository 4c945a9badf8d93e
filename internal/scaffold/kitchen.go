package scaffold

import (
	"embed"
	"io/fs"
	"strings"

	"milepost/internal/calendar"
	"milepost/internal/source"
)

// The kitchen sink is a plan with everything in it that might break a template:
// text that would be markup, things that are missing, every kind of page.
//
//go:embed all:kitchen
var kitchen embed.FS

// KitchenDay is the day on which the kitchen sink is looked at: 2026-02-01.
const KitchenDay = calendar.Day(20_485)

// KitchenSink is that plan together with further files: the look that is tried.
func KitchenSink(look []*source.File) *source.Tree {
	files := look
	err := fs.WalkDir(kitchen, "kitchen", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := kitchen.ReadFile(name)
		files = append(files, source.NewFile(strings.TrimPrefix(name, "kitchen/"), data))
		return err
	})
	if err != nil {
		panic("scaffold: " + err.Error()) // it is embedded
	}
	return source.NewTree(files, nil)
}
