package publish

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// bigSite is 1,000 pages of 12 KB that no two builds share by chance.
func bigSite() tree {
	random := rand.NewChaCha8([32]byte{1})
	site := tree{}
	for i := range 1000 {
		page := make([]byte, 12<<10)
		random.Read(page)
		site[fmt.Sprintf("items/item-%04d.html", i)] = string(page)
	}
	return site
}

func BenchmarkFresh(b *testing.B) {
	dir, site := filepath.Join(b.TempDir(), "public"), bigSite()
	for b.Loop() {
		b.StopTimer()
		if err := os.RemoveAll(dir); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if r, err := Site(dir, site.files(), Options{}); err != nil || r.Written != len(site) {
			b.Fatal(r, err)
		}
	}
}

func BenchmarkUnchanged(b *testing.B) {
	dir, site := filepath.Join(b.TempDir(), "public"), bigSite()
	if _, err := Site(dir, site.files(), Options{}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if r, err := Site(dir, site.files(), Options{}); err != nil || r.Kept != len(site) {
			b.Fatal(r, err)
		}
	}
}
