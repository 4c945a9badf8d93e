package document

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"milepost/internal/source"
)

// corpus is 1,200 Ethereum proposals with all the dirt of real work. It is not
// part of the repository; where it is absent the test is skipped.
const corpus = "../../../shared/corpora/eips.tar.gz"

func readCorpus(t *testing.T) []*source.File {
	f, err := os.Open(corpus)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("no corpus here")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unzip, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var files []*source.File
	for archive := tar.NewReader(unzip); ; {
		h, err := archive.Next()
		if err == io.EOF {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(h.Name, ".md") {
			continue
		}
		data, err := io.ReadAll(archive)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, source.NewFile(h.Name, data))
	}
}

// TestCorpus reads the proposals. Their findings were looked at by hand: each
// names a scheme that is really there.
func TestCorpus(t *testing.T) {
	files := readCorpus(t)
	if len(files) < 1100 {
		t.Fatalf("only %d files", len(files))
	}
	start := time.Now()
	var docs []*Doc
	for _, f := range files {
		docs = append(docs, Parse(f, Options{}))
	}
	if spent := time.Since(start); spent > 20*time.Second {
		t.Errorf("reading takes %v", spent)
	}
	var findings []string
	for _, d := range docs {
		for _, f := range d.Findings {
			findings = append(findings, d.File.Path[strings.LastIndex(d.File.Path, "/")+1:]+" "+strings.Split(at(f.Span), "-")[0]+" "+f.Rule+" "+f.Message)
		}
	}
	equal(t, "findings", "the corpus", sorted(findings), []string{
		`eip-3372.md 62:5 broken-link the address scheme "upload" is not allowed`,
		`erc-2470.md 114:5 broken-link the address scheme "data" is not allowed`,
		`erc-2470.md 124:5 broken-link the address scheme "data" is not allowed`,
		`erc-681.md 57:70 broken-link the address scheme "ethereum" is not allowed`,
		`erc-681.md 61:125 broken-link the address scheme "ethereum" is not allowed`,
	})
	if testing.Short() {
		return
	}
	for _, d := range docs {
		if !t.Run(d.File.Path, func(t *testing.T) { checkDoc(t, d) }) {
			break
		}
	}
}
