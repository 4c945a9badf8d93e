package view

import (
	"slices"
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	for _, tc := range []struct {
		text, slug string
		whole      bool
	}{
		{"Mobile", "mobile", true},
		{"Ines  Ortega", "ines--ortega", true},
		{"v1.3", "v1.3", true},
		{"snake_case-kebab", "snake_case-kebab", true},
		{"C++", "c", false},
		{"O'Brien & Sons", "obrien--sons", false},
		{"Größe", "größe", true},
		{"日本語", "日本語", true},
		{"../../etc/passwd", "etcpasswd", false},
		{"...", "", false},
		{"end.", "end", false},
		{"🚀", "", false},
		{strings.Repeat("a", 100), strings.Repeat("a", 80), false},
		{strings.Repeat("é", 60), strings.Repeat("é", 40), false},
	} {
		if got, whole := slug(tc.text); got != tc.slug || whole != tc.whole {
			t.Errorf("slug(%q) = %q, %v; want %q, %v", tc.text, got, whole, tc.slug, tc.whole)
		}
	}
}

func TestEveryTextHasASlugOfItsOwn(t *testing.T) {
	texts := []string{"c", "c++", "c#", "🚀", "🎉", "a b", "a-b", "2", strings.Repeat("a", 90), strings.Repeat("a", 91)}
	got := slugs(texts, "2")
	seen := map[string]bool{}
	for text, s := range got {
		if seen[s] || s == "" || s == "2" || strings.ContainsAny(s, "/\\ #?%") || len(s) > 100 {
			t.Errorf("%q got %q", text, s)
		}
		seen[s] = true
	}
	if got["c"] != "c" || !strings.HasPrefix(got["c#"], "c-") {
		t.Errorf("c is at %q, c# at %q", got["c"], got["c#"])
	}
	slices.Reverse(texts)
	for text, s := range slugs(texts, "2") {
		if got[text] != s {
			t.Errorf("%q moves from %q to %q with the order of the texts", text, got[text], s)
		}
	}
	for text, s := range slugs(append(texts, "new"), "2") {
		if text != "new" && got[text] != s {
			t.Errorf("a new text moves %q from %q to %q", text, got[text], s)
		}
	}
}
