package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// lay writes files, from path to text, into a new folder.
func lay(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// own is the site of Milepost's own plan.
func own(t *testing.T) string {
	t.Helper()
	return build(t, filepath.Join("..", ".."), "--strict")
}

// eips is the site of a large real plan, for those who have it.
func eips(t *testing.T) string {
	t.Helper()
	archive := filepath.Join("..", "..", "..", "shared", "corpora", "eips.tar.gz")
	if _, err := os.Stat(archive); err != nil {
		t.Skip("the large real plan is not here")
	}
	dir := t.TempDir()
	if out, err := exec.Command("tar", "-xzf", archive, "-C", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return build(t, filepath.Join(dir, "eips"), "--force")
}

// hard is a plan in which everything is longer, wider or stranger than a page
// would like, in a language that is written from left to right or not.
func hard(t *testing.T, language string) string {
	t.Helper()
	word := strings.Repeat("Rindfleischetikettierung", 4)[:80]
	long := strings.TrimSpace(strings.Repeat("A title that does not want to end because its author had so much to say ", 5))[:300]
	labels := "[one, two, three, four, five, six, seven, eight, nine, ten, eleven-" + strings.Repeat("x", 40) + ", twelve]"
	table := "| a | b | c | d | e | f | g | h | i | j | k | l |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n" +
		strings.Repeat("| one cell | of many | "+word[:30]+" | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |\n", 60)
	code := "```go\n" + strings.Repeat("if a {\n", 30) + strings.Repeat("x", 400) + "\n" + strings.Repeat("}\n", 30) + "```\n"
	picture := `<svg xmlns="http://www.w3.org/2000/svg" width="5000" height="3000" viewBox="0 0 5000 3000"><rect width="5000" height="3000" fill="teal"/></svg>`
	files := map[string]string{
		"milepost.yaml":                                   "title: " + word + "\nlanguage: " + language + "\nrepository: https://git.example/a/b\n",
		"content/_index.md":                               "---\ntitle: " + word + "\nvision: " + long + "\noutcomes:\n  - id: reach\n    title: " + word + "\n    measure: how many find it\n    baseline: 1\n    target: 1000000\n    current: 400\n  - id: calm\n    title: السلام والطمأنينة لكل من يقرأ هذه الخطة\n---\n" + table,
		"content/releases/1.0.md":                         "---\ntitle: " + long + "\ngoal: " + word + "\nreleased: 2026-06-01\n---\n",
		"content/releases/2.0.0-" + word[:60] + ".md":     "---\ntitle: " + word + "\ngoal: " + long + "\ndate: 2027-03-31\nfixed: true\ncapacity: 3\n---\n" + table,
		"content/releases/3.md":                           "---\ntitle: 次の道標\n---\n",
		"content/themes/" + strings.ToLower(word) + ".md": "---\ntitle: " + word + "\nhorizon: now\nallocation: 60\noutcomes: [reach, calm]\nwhy: " + long + "\ntags: " + labels + "\n---\n" + table + code,
		"content/themes/rtl.md":                           "---\ntitle: خارطة الطريق نحو منتج أفضل للجميع\nhorizon: next\noutcomes: [calm]\nwhy: لأن القراء يستحقون ذلك\n---\nنص عربي طويل. ‎(English inside)‎\n",
		"content/themes/cjk.md":                           "---\ntitle: " + strings.Repeat("読みやすい計画書を書くための道", 6) + "\nhorizon: later\n---\n" + strings.Repeat("文字が続く。", 80) + "\n",
		"content/pages/picture.svg":                       picture,
		"content/pages/wide.md":                           "---\ntitle: " + word + "\n---\n![A huge teal field](picture.svg)\n\n# Deep\n\n" + strings.Repeat("> ", 8) + "deep\n\n" + table + code + "\n" + strings.Repeat("1. list\n   ", 1) + "\n\nhttps://example.com/" + strings.Repeat("path", 60) + "\n",
		"content/backlog/giant.md":                        "---\nid: GIANT-1\ntitle: " + long + "\ntheme: " + strings.ToLower(word) + "\nrelease: 2.0.0-" + word[:60] + "\nstatus: in-progress\nstarted: 2026-10-01\nowner: " + word + "\nvalue: 20\nurgency: 13\nrisk: 8\neffort: 13\ntags: " + labels + "\n---\n" + table + code + "\n- [x] " + word + "\n- [ ] " + long + "\n",
		"content/backlog/word.md":                         "---\nid: GIANT-2\ntitle: " + word + "\ntheme: " + strings.ToLower(word) + "\nstatus: ready\ndepends_on: [GIANT-1]\neffort: 3\n---\n",
		"content/backlog/gone.md":                         "---\nid: GIANT-3\ntitle: " + word + "\nstatus: dropped\n---\n" + long + "\n",
		"content/backlog/rtl.md":                          "---\nid: RTL-1\ntitle: كتابة المهام من اليمين إلى اليسار (with English)\ntheme: rtl\nstatus: in-review\nowner: أحمد\ndepends_on: [GIANT-2]\n---\n",
		"content/backlog/cjk.md":                          "---\nid: CJK-1\ntitle: " + strings.Repeat("とても長い題名", 12) + "\ntheme: cjk\nstatus: proposed\nowner: 山田太郎\n---\n",
	}
	for n := range 12 {
		files[fmt.Sprintf("content/backlog/many-%02d.md", n)] = fmt.Sprintf("---\nid: MANY-%d\ntitle: One of many that wait for the giant\ndepends_on: [GIANT-2]\ntheme: %s\neffort: 2\nstatus: %s\nowner: %s\n---\n", n, strings.ToLower(word), []string{"proposed", "ready", "done"}[n%3], word)
	}
	return build(t, lay(t, files), "--force")
}

// sparse are plans in which something is not there, or there is too much of it.
func sparse(t *testing.T) map[string]string {
	t.Helper()
	index := "---\ntitle: Little\nvision: Something.\n---\n"
	item := "---\ntitle: The only thing to do\nstatus: ready\n---\n"
	crowd := map[string]string{"content/_index.md": index}
	for n := range 40 {
		crowd[fmt.Sprintf("content/themes/t%02d.md", n)] = fmt.Sprintf("---\ntitle: Theme number %d\nhorizon: %s\n---\n", n, []string{"now", "next", "later"}[n%3])
	}
	plans := map[string]map[string]string{
		"nothing":     {"content/_index.md": index},
		"no themes":   {"content/_index.md": index, "content/backlog/one.md": item},
		"no items":    {"content/_index.md": index, "content/themes/t.md": "---\ntitle: A theme\nhorizon: now\n---\n"},
		"no outcomes": {"content/_index.md": index, "content/themes/t.md": "---\ntitle: A theme\nhorizon: now\n---\n", "content/backlog/one.md": strings.Replace(item, "status", "theme: t\nstatus", 1)},
		"forty":       crowd,
	}
	sites := map[string]string{}
	for name, files := range plans {
		sites[name] = build(t, lay(t, files), "--force")
	}
	return sites
}

// kinds picks a page of each kind of a site: those of which there is one, and of
// those of which there are many the largest.
func kinds(t *testing.T, site string) []string {
	t.Helper()
	largest, size := map[string]string{}, map[string]int64{}
	var out []string
	for _, p := range pages(t, site) {
		folder, _, nested := strings.Cut(p, "/")
		if !nested {
			out = append(out, p)
			continue
		}
		info, err := os.Stat(filepath.Join(site, filepath.FromSlash(p)))
		if err != nil {
			t.Fatal(err)
		}
		if info.Size() > size[folder] {
			largest[folder], size[folder] = p, info.Size()
		}
	}
	for _, p := range largest {
		out = append(out, p)
	}
	slices.Sort(out)
	return out
}
