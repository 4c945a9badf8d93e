package view_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// part reads what a script of the index hands over.
func part[T any](t testing.TB, script string) T {
	t.Helper()
	_, text, ok := strings.Cut(script, ",")
	var value T
	if err := json.Unmarshal([]byte(strings.TrimSuffix(text, ");\n")), &value); !ok || err != nil {
		t.Fatalf("%v in %.80s", err, script)
	}
	return value
}

type titles struct {
	Shards, Per, Width      int
	Words, Titles, IDs      string
	Kinds, States, Themes   string
	Letters, Classes, Names []string
	V                       string
	Kind                    map[string]string
}

// digit undoes the way numbers are written in the index.
func digit(text string) int {
	n := 0
	for _, c := range []byte(text) {
		if c > '\\' {
			c--
		}
		n = n*91 + int(c-'#')
	}
	return n
}

// unpacked lists the rows of the index, as the script of the page reads them.
func unpacked(x titles) []string {
	words := strings.Split(x.Words, " ")
	ids := strings.Split(x.IDs, "\n")
	var out []string
	before := ""
	for n, title := range strings.Split(x.Titles, "\n") {
		before = before[:digit(ids[n][:1])] + ids[n][1:]
		var said []string
		for i := 0; i < len(title); i += x.Width {
			said = append(said, words[digit(title[i:i+x.Width])])
		}
		theme := ""
		if code := x.Themes[2*n : 2*n+2]; code != "  " {
			theme = x.Letters[digit(code)]
		}
		out = append(out, fmt.Sprintf("%c %s %s [%s] %s", x.Kinds[n], before, x.Classes[digit(x.States[n:n+1])], theme, strings.Join(said, " ")))
	}
	return out
}

func TestTheIndexHoldsEveryTitleAndID(t *testing.T) {
	pages := site(t, `
-- content/themes/a.md --
# Alpha \ and <beta>
-- content/releases/1.md --
---
title: One
released: 2026-01-01
---
-- content/pages/about.md --
# About
-- content/backlog/T-9.md --
---
theme: a
status: ready
effort: 1
---
# Überraschung für das 日本語
-- content/backlog/T-10.md --
---
status: done
---
# Alpha "again"
`)
	want := []string{
		`t a idea [A] Alpha \ and <beta>`,
		`r 1 done [] One`,
		`p about ready [] About`,
		`i T-9 ready [A] Überraschung für das 日本語`,
		`i T-10 done [] Alpha “again”`,
	}
	if diff := cmp.Diff(want, unpacked(part[titles](t, raw(t, pages, "assets/search/index.js")))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWordsOfBodiesAreFoundWithoutTheirMarks(t *testing.T) {
	pages := site(t, "-- content/backlog/a.md --\n# A\n-- content/backlog/b.md --\n---\ntags: [Später]\n---\n# B\nDas Café *am* **Fluß**, ist `code()` 東京都 &amp; so.\n")
	words := part[struct{ Words map[string]string }](t, raw(t, pages, "assets/search/w0.js")).Words
	for _, word := range []string{"cafe", "am", "fluß", "code", "東京", "京都", "so", "spater"} {
		if words[word] != "1" {
			t.Errorf("%q is in row %q of %v", word, words[word], words)
		}
	}
	texts := part[struct{ Texts []string }](t, raw(t, pages, "assets/search/t0.js")).Texts
	if want := []string{"", "Das Café am Fluß , ist code() 東京都 & so. Später"}; !cmp.Equal(want, texts) {
		t.Errorf("texts %q", texts)
	}
}

func TestInternalTextIsNotFound(t *testing.T) {
	pages := site(t, "-- content/backlog/a.md --\n# A\nOpen. <!-- internal -->Secret.<!-- /internal -->\n")
	for path, page := range pages {
		if page.Raw != nil && strings.Contains(strings.ToLower(string(page.Raw())), "secret") {
			t.Errorf("%s tells it", path)
		}
	}
}

// TestTheIndexOfALargePlanStaysSmall: 10,000 titles of seven words out of a
// thousand, before the first result.
func TestTheIndexOfALargePlanStaysSmall(t *testing.T) {
	var b strings.Builder
	for n := range 10_000 {
		fmt.Fprintf(&b, "-- content/backlog/mp-%06d.md --\n#", n)
		for k := range 7 {
			fmt.Fprintf(&b, " word%d", (n*31+k*k*17)%1000)
		}
		b.WriteByte('\n')
	}
	pages := site(t, b.String())
	if n := len(raw(t, pages, "assets/search/index.js")); n > 400_000 {
		t.Errorf("%d bytes are loaded before the first result", n)
	}
	x := part[titles](t, raw(t, pages, "assets/search/index.js"))
	if got := unpacked(x)[4711]; !strings.HasPrefix(got, "i mp-004711 idea [] word41 word58 ") {
		t.Errorf("row 4711 is %q", got)
	}
}

// TestScriptsSayOnlyWordsOfTheSite: what a script shows comes from the table of
// words, and text never becomes markup.
func TestScriptsSayOnlyWordsOfTheSite(t *testing.T) {
	known := raw(t, site(t, ""), "assets/words.js")
	files, err := filepath.Glob("../../themes/default/scripts/*.js")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, risky := range []string{"innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval("} {
			if strings.Contains(string(data), risky) {
				t.Errorf("%s uses %s", file, risky)
			}
		}
		for _, m := range regexp.MustCompile(`say\('([^']+)'`).FindAllStringSubmatch(string(data), -1) {
			if !strings.Contains(known, `"`+m[1]+`":`) {
				t.Errorf("%s says %q, which no table has", file, m[1])
			}
		}
	}
}

func BenchmarkSearchIndex(b *testing.B) {
	var text strings.Builder
	body := strings.Repeat("People who review a limit expect the message to index, and the survey to be collected by the tenant. ", 18)
	for n := range 1000 {
		fmt.Fprintf(&text, "-- content/backlog/T-%d.md --\n# Item %d\n%s\n", n, n, body)
	}
	for b.Loop() {
		b.StopTimer()
		pages := site(b, text.String())
		b.StartTimer()
		_ = pages["assets/search/w0.js"].Raw()
	}
}
