package check_test

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"milepost/internal/check"
	"milepost/internal/diag"
	"milepost/internal/source"
)

// The proposals of Ethereum are a plan of real size that many people wrote. It
// is not part of the repository; the test is skipped where it is absent.
const corpus = "../../../shared/corpora/eips.tar.gz"

func TestCorpus(t *testing.T) {
	p := resolve(readCorpus(t))
	found := check.Run(p).Findings
	count := map[string]int{}
	for _, d := range found {
		count[d.Rule]++
		pos := d.Span.From()
		t.Logf("%s:%d:%d: %s[%s]: %s; %s", d.Span.Path(), pos.Line, pos.Column, d.Severity, d.Rule, d.Message, d.Hint)
	}
	for _, rule := range slices.Sorted(maps.Keys(count)) {
		t.Logf("%5d %s", count[rule], rule)
	}
	errors, warnings, infos := diag.Count(found)
	t.Logf("%d items: %d errors, %d warnings, %d infos", len(p.Items), errors, warnings, infos)
	if count["dependency-cycle"] != 2 {
		t.Errorf("found %d dependency cycles, want 2", count["dependency-cycle"])
	}
	if n := signals(found); n > 40 {
		t.Errorf("%d signals on %d items are a flood", n, len(p.Items))
	}
}

// signals counts the remarks that could be wrong about a plan.
func signals(found []diag.Diagnostic) int {
	n := 0
	for _, d := range found {
		if rule, _ := check.Lookup(d.Rule); rule.Group >= check.Strategy {
			n++
		}
	}
	return n
}

func readCorpus(tb testing.TB) *source.Tree {
	tb.Helper()
	file, err := os.Open(corpus)
	if errors.Is(err, fs.ErrNotExist) {
		tb.Skip("the corpus is not here")
	}
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	packed, err := gzip.NewReader(file)
	if err != nil {
		tb.Fatal(err)
	}
	var files []*source.File
	var assets []source.Asset
	for r := tar.NewReader(packed); ; {
		h, err := r.Next()
		if err == io.EOF {
			return source.NewTree(files, assets)
		}
		if err != nil {
			tb.Fatal(err)
		}
		path := strings.TrimPrefix(strings.TrimPrefix(h.Name, "./"), "eips/")
		switch {
		case h.Typeflag != tar.TypeReg:
		case strings.HasSuffix(path, ".md") || strings.HasSuffix(path, ".yaml"):
			data, err := io.ReadAll(r)
			if err != nil {
				tb.Fatal(err)
			}
			files = append(files, source.NewFile(path, data))
		default:
			assets = append(assets, source.Asset{Path: path, Size: h.Size})
		}
	}
}
