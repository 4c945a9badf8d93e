package document

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGolden reads every testdata/*.md and compares everything about it with
// the file beside it. Look at what -update writes before believing it.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.md")
	if err != nil || len(paths) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".md"), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d := parse(string(data), Options{HashReferences: true})
			checkDoc(t, d)
			got := dump(d)
			golden := strings.TrimSuffix(path, ".md") + ".want"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}
