package document

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

// FuzzParse checks, for any text, that Parse ends soon and does not panic, that
// places lie in the file, that the HTML is safe and closed and read by a browser
// as it was written, and that the same text gives the same Doc.
func FuzzParse(f *testing.F) {
	paths, err := filepath.Glob("testdata/*.md")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	for _, unit := range units {
		f.Add(filled(unit, 60))
	}
	for _, shape := range shapes {
		f.Add(shape(200))
	}
	f.Fuzz(func(t *testing.T, text string) {
		late := time.AfterFunc(10*time.Second, func() { panic(fmt.Sprintf("no end in sight: %q", text)) })
		defer late.Stop()
		for _, opt := range []Options{{}, {KeepInternal: true, HashReferences: true}} {
			d := parse(text, opt)
			checkDoc(t, d)
			again := parse(text, opt)
			again.File = d.File
			if got, want := dump(again), dump(d); got != want {
				t.Fatalf("the second time gives\n%s\nnot\n%s", got, want)
			}
			if !reflect.DeepEqual(again.Body, d.Body) {
				t.Fatal("the second body is another")
			}
		}
	})
}
