package workspace

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	root := b.TempDir()
	body := "---\ntitle: An item\n---\n\n" + strings.Repeat("A sentence that says something. ", 60)
	for i := range 10_000 {
		file := filepath.Join(root, "content", "backlog", fmt.Sprintf("group-%d", i/500), fmt.Sprintf("item-%d.md", i))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(body), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		tree, _, err := Read(root)
		if err != nil {
			b.Fatal(err)
		}
		if n := len(tree.Files("content/")); n != 10_000 {
			b.Fatalf("%d files were read", n)
		}
	}
}
