package engine_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"milepost/internal/engine"
	"milepost/internal/source"
)

// history is a project in the hands of somebody who edits it at random.
type history struct {
	*rand.Rand
	texts map[string]string
	done  []string // what was done, for who has to understand a failure
}

func newHistory(seed uint64) *history {
	h := &history{Rand: rand.New(rand.NewPCG(seed, 0)), texts: map[string]string{
		"milepost.yaml":                  "base_url: https://example.org/\n",
		"content/_index.md":              "---\ntitle: Tintype\nvision: Found in fifty years.\noutcomes:\n  - {id: safe, title: Safe, measure: share, baseline: 50 %, target: 95 %, current: 71 %}\nthemes: [growth]\n---\n",
		"content/themes/growth.md":       "---\ntitle: Growth\noutcomes: [safe]\nhorizon: now\n---\nSee [[one]].\n",
		"content/themes/calm.md":         "---\ntitle: Calm\nhorizon: later\n---\n",
		"content/themes/growth/child.md": "---\ntitle: Child\neffort: 2\n---\n",
		"content/releases/1.0.md":        "---\ntitle: First\ndate: 2026-12\n---\n",
		"content/pages/about.md":         "# About\n\n![logo](logo.png) and [[growth]], #two. <!-- internal -->hush<!-- /internal -->\n\n> [!NOTE]\n> Said in the language of the site.\n",
	}}
	for _, id := range []string{"one", "two", "three", "four"} {
		h.texts["content/backlog/"+id+".md"] = h.item()
	}
	return h
}

// pick chooses one of a few words.
func (h *history) pick(words ...string) string { return words[h.IntN(len(words))] }

// item is the text of an item, which may well have mistakes.
func (h *history) item() string {
	var b strings.Builder
	b.WriteString("---\n")
	for _, line := range []string{
		"title: " + h.pick("Search", "Résumé", "<b>bold</b>", "Export & import"),
		"theme: " + h.pick("growth", "calm", "grwoth"),
		"status: " + h.pick("proposed", "ready", "in-progress", "done", "dropped", "soon"),
		"priority: " + h.pick("must", "should", "wont", "now"),
		"effort: " + h.pick("1", "3", "L", "many"),
		"value: " + h.pick("2", "8"),
		"depends_on: [" + h.pick("one", "two", "three", "gone") + "]",
		"release: " + h.pick("1.0", "2.0"),
		"owner: " + h.pick("ada", "grace"),
		"tags: [" + h.pick("a", "b", "a, b") + "]",
		"aliases: [" + h.pick("old", "older") + "]",
		h.pick("draft: true", "visibility: internal"),
	} {
		if h.IntN(3) > 0 && !strings.HasPrefix(line, "draft") || h.IntN(9) == 0 {
			b.WriteString(line + "\n")
		}
	}
	b.WriteString("---\n\n" + h.pick("", "See [[two]] and #three.", "- [ ] done\n\n## Acceptance criteria\n\n- [x] it is", "![](logo.png) <script>x</script>", "<!-- internal -->hush<!-- /internal -->") + "\n")
	return b.String()
}

// any chooses a file below a folder, "" where there is none.
func (h *history) any(folder string) string {
	var all []string
	for _, p := range slices.Sorted(maps.Keys(h.texts)) {
		if strings.HasPrefix(p, folder) {
			all = append(all, p)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return h.pick(all...)
}

// step does one thing that people do to a project.
func (h *history) step() {
	p := h.any("content/")
	newItem := "content/backlog/" + h.pick("one", "two", "five", "six", "sub/seven", "Two") + ".md"
	steps := []func() string{
		func() string { h.texts[newItem] = h.item(); return "write " + newItem },
		func() string { delete(h.texts, p); return "delete " + p },
		func() string {
			h.texts[p] += h.pick("more\n", "\n## Why\n", "[[one]] [[nowhere]]\n")
			return "add to " + p
		},
		func() string { h.texts[p] = "---\ntitle: [\n" + h.texts[p]; return "break " + p },
		func() string { h.texts[p] = "---\ndraft: true\n---\n"; return "make a draft of " + p },
		func() string { return h.move(p, path.Join(path.Dir(p), h.pick("renamed.md", "five.md"))) },
		func() string { return h.moveFolder() },
		func() string { return h.configure() },
		func() string { return h.configure() },
		func() string { return h.dress() },
		func() string { return h.dress() },
		func() string { return "do nothing" },
	}
	h.done = append(h.done, steps[h.IntN(len(steps))]())
}

func (h *history) move(from, to string) string {
	if from == "" {
		return "move nothing"
	}
	text := h.texts[from]
	delete(h.texts, from)
	h.texts[to] = text
	return "move " + from + " to " + to
}

func (h *history) moveFolder() string {
	from, to := h.pick("content/backlog/", "content/backlog/sub/", "content/themes/growth/"), h.pick("content/backlog/", "content/backlog/moved/", "content/themes/calm/")
	for _, p := range slices.Sorted(maps.Keys(h.texts)) {
		if rest, inside := strings.CutPrefix(p, from); inside && from != to {
			h.move(p, to+rest)
		}
	}
	return "move " + from + " to " + to
}

// configure changes one key at a time: what a switch of several did would not be
// told from what one of them did.
func (h *history) configure() string {
	line := h.pick("title: Other", "audience: internal", "audience: publci", "hash_references: true", "language: de", "site_theme: ours", "site_theme: plain",
		"accent: red", "priorities: [high, now, low, never]", "  : [")
	key, _, _ := strings.Cut(line, ":")
	var kept []string
	had := false
	for old := range strings.Lines(h.texts["milepost.yaml"]) {
		if same := strings.HasPrefix(old, key+":"); same {
			had = had || old == line+"\n"
		} else {
			kept = append(kept, old)
		}
	}
	if !had {
		kept = append(kept, line+"\n")
	}
	h.texts["milepost.yaml"] = strings.Join(kept, "")
	return "configure " + h.texts["milepost.yaml"]
}

func (h *history) dress() string {
	p := "themes/" + h.pick("", "ours/") + h.pick("partials/footer.html", "slots/head-end.html", "styles/extra.css", "scripts/extra.js", "layouts/item.html")
	if _, there := h.texts[p]; there && h.IntN(2) == 0 {
		delete(h.texts, p)
		return "undress " + p
	}
	h.texts[p] = h.pick("x", "{{.Frame.Path}}", "{{.Nothing}}", "{{if", "", `{{template "default/footer" .}}`)
	return "dress " + p + ": " + h.texts[p]
}

func (h *history) tree() *source.Tree {
	var files []*source.File
	for p, text := range h.texts {
		files = append(files, source.NewFile(p, []byte(text)))
	}
	return source.NewTree(files, []source.Asset{{Path: "content/pages/logo.png", Size: 7}, {Path: "static/assets/custom.css", Size: 1}})
}

// told is all that a reader of a Snapshot can learn: findings, and files by path.
func told(t *testing.T, s *engine.Snapshot) ([]string, map[string]engine.File) {
	t.Helper()
	var findings []string
	for _, d := range s.Findings {
		findings = append(findings, fmt.Sprintf("%s:%v %s %s: %s (%s)", d.Span.Path(), d.Span.From(), d.Severity, d.Rule, d.Message, d.Hint))
	}
	for _, d := range s.Silenced {
		findings = append(findings, "silenced "+d.Diagnostic.Message)
	}
	files := map[string]engine.File{}
	for f, err := range s.Files() {
		if err != nil {
			return append(findings, err.Error()), nil // a template stumbled
		}
		if _, twice := files[f.Path]; !twice {
			files[f.Path] = f
		}
	}
	return findings, files
}

// FuzzForgettingNeverChangesAnAnswer holds the promise of a Memo: whatever was done
// before, what it says of a tree is what a fresh one says, byte for byte.
func FuzzForgettingNeverChangesAnAnswer(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		h := newHistory(seed)
		var memo engine.Memo
		opt := engine.Options{Today: today}
		for range 12 {
			h.step()
			opt.Drafts = h.IntN(6) == 0
			warm, fresh := memo.Evaluate(h.tree(), opt), engine.Evaluate(h.tree(), opt)
			if h.IntN(3) == 0 {
				continue // nobody looked at it
			}
			gotTold, got := told(t, warm)
			wantTold, want := told(t, fresh)
			if diff := cmp.Diff(wantTold, gotTold); diff != "" {
				t.Fatalf("the findings differ (-fresh +warm):\n%s\nafter\n%s", diff, strings.Join(h.done, "\n"))
			}
			for path := range maps.Keys(want) {
				if g, w := got[path], want[path]; !bytes.Equal(g.Data, w.Data) || g.Asset != w.Asset {
					t.Fatalf("%s differs after\n%s\n%s", path, strings.Join(h.done, "\n"), cmp.Diff(string(w.Data), string(g.Data)))
				}
			}
			if len(got) != len(want) {
				t.Fatalf("%d files, want %d, after\n%s", len(got), len(want), strings.Join(h.done, "\n"))
			}
		}
	})
}

func TestAFileOfTheSiteByItsPath(t *testing.T) {
	s := engine.Evaluate(newHistory(1).tree(), engine.Options{Today: today})
	_, all := told(t, s)
	for path, want := range all {
		got, ok, err := s.File(path)
		if !ok || err != nil || got.Path != path || got.Asset != want.Asset || !bytes.Equal(got.Data, want.Data) {
			t.Errorf("%s: %v %v, asset %q, %d bytes", path, ok, err, got.Asset, len(got.Data))
		}
	}
	for _, path := range []string{"", "nothing.html", "content/pages/logo.png", "../milepost.yaml"} {
		if f, ok, err := s.File(path); ok || err != nil {
			t.Errorf("%q: %+v, %v", path, f, err)
		}
	}
}

func TestAPageThatCannotBeRenderedIsThere(t *testing.T) {
	s := themed(t, "themes/slots/item-after.html", "{{index .Facts 99}}")
	if _, ok, err := s.File("items/MP-16.html"); !ok || err == nil || len(s.Mistakes(err)) == 0 {
		t.Errorf("found %v, error %v", ok, err)
	}
	if _, ok, err := s.File("index.html"); !ok || err != nil {
		t.Errorf("another page: found %v, error %v", ok, err)
	}
}
