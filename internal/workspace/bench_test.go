package workspace

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func BenchmarkRead(b *testing.B) {
	root := many(b)
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

// BenchmarkReadAgain is what looking for changes costs where there are none.
func BenchmarkReadAgain(b *testing.B) {
	p, later := At(many(b)), time.Now().Add(time.Hour)
	before, err := p.Read(later)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		r, err := p.Read(later)
		if err != nil {
			b.Fatal(err)
		}
		if changed, gone := r.Since(before); len(changed)+len(gone) > 0 {
			b.Fatal(changed, gone)
		}
	}
}

// many is a project of 10,000 items.
func many(b *testing.B) string {
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
	return root
}
