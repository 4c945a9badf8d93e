package document

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"time"
)

// lit highlights code.
func lit(language, code string) string {
	w := &writer{reading: &reading{}}
	w.highlight(language, code)
	return string(w.buf)
}

var spanTag = regexp.MustCompile(`<span class="[a-z]+">|</span>`)

// FuzzHighlight checks, for every language, that highlighting only adds tags
// around pieces of the code, and ends.
func FuzzHighlight(f *testing.F) {
	for _, seed := range []string{
		"a := \"b\" // c\n", "/* a", "'a' \"\\", "`a\nb`", "# a\nb: c # d\n", "[a]\nb = 1.5e-3", "<a b='c'>&amp;</a><!--", "@a $b #c", "--- a\n+++ b\n@@\n-c\n+d",
		"a { b: c; #d }", "{\"a\": \"b\", 1: true}", "all: a\n\tb $(C)\n", "'a 'b: c", "\"\"\"a\"\"\"'''b", "é\xff\x00", "", "\n\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, code string) {
		if strings.ContainsRune(code, '\r') || strings.Contains(code, "\x00") { // cleaned before, and html.UnescapeString changes them
			return
		}
		for name := range languages() {
			got := lit(name, code)
			if text := html.UnescapeString(spanTag.ReplaceAllString(got, "")); text != code {
				t.Fatalf("%s: %q became %q", name, code, text)
			}
			if strings.Count(got, "<span") != strings.Count(got, "</span>") {
				t.Fatalf("%s: %q is not closed", name, got)
			}
		}
	})
}

// TestHighlightIsLinear checks that no text keeps a language busy: 50 KB take a
// few milliseconds, and would take minutes if a scanner went over them again for
// each character.
func TestHighlightIsLinear(t *testing.T) {
	for _, l := range languageTable() {
		name := strings.Fields(l.names)[0]
		for _, unit := range []string{"\"", "'", "`", "/*", "//", "#", "<", "<a ", "<!--", "a", "a(", "{", "\\", "\"\\", "'''", "\"\"\"", "0x", "a: ", "a=", "- ", "[", "@", "$", "\n", "+\n", "a:\n"} {
			code := strings.Repeat(unit, 50_000/len(unit))
			start := time.Now()
			lit(name, code)
			if spent := time.Since(start); spent > 20*time.Second { // with the race detector on a busy machine it may be some seconds
				t.Errorf("%s: 50 KB of %q take %v", name, unit, spent)
			}
		}
	}
}

// TestHighlightStops checks that very much code is shown without colours.
func TestHighlightStops(t *testing.T) {
	block := "```go\n" + strings.Repeat("func a() {}\n", 12_000) + "```\n\n"
	body := bodyOf(parse(block+block+"```go\nvar x\n```\n", Options{}))
	if !strings.Contains(body, `<span class="k">func</span>`) || strings.Contains(body, `<span class="k">var</span>`) {
		t.Error("the first block is not highlighted, or the last one is")
	}
}
