//go:build unix

package workspace

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestWhatIsNoFileIsNotOpened(t *testing.T) {
	root := project(t, map[string]string{"content": "a file", "milepost.yaml/x.md": "a folder"})
	pipe := filepath.Join(root, "static", "pipe.md")
	if err := os.Mkdir(filepath.Dir(pipe), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Skip("no pipes here:", err)
	}
	tree, notes := read(t, root)
	expect(t, "the tree", contents(tree))
	expect(t, "the notes", told(notes),
		"content is a file, but the plan has a folder of this name",
		"milepost.yaml is a folder, but the configuration is a file",
		"static/pipe.md is neither a file nor a folder",
	)
}
