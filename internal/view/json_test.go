package view_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"milepost/internal/calendar"
	"milepost/internal/check"
	"milepost/internal/config"
	"milepost/internal/document"
	"milepost/internal/plan"
	"milepost/internal/source"
	"milepost/internal/view"
)

// readPlan makes a plan and its findings of the text of its files.
func readPlan(t testing.TB, archive string) (*plan.Plan, check.Result) {
	t.Helper()
	return planWith(t, archive, nil)
}

// planWith reads a plan whose repository knows of its files.
func planWith(t testing.TB, archive string, history map[string]plan.History) (*plan.Plan, check.Result) {
	t.Helper()
	var files []*source.File
	for _, f := range txtar.Parse([]byte(archive)).Files {
		files = append(files, source.NewFile(f.Name, f.Data))
	}
	tree := source.NewTree(files, nil)
	cfg, found := config.Read(tree.File("milepost.yaml"))
	facts := plan.Facts{Today: day("2026-02-09"), Internal: cfg.Audience == "internal", History: history}
	var entries []plan.Entry
	for _, f := range tree.Files(plan.Content) {
		entries = append(entries, plan.Decode(document.Parse(f, document.Options{KeepInternal: facts.Internal}), cfg))
	}
	p := plan.Resolve(entries, cfg, tree, facts)
	p.Findings = append(found, p.Findings...)
	return p, check.Run(p)
}

func day(text string) calendar.Day {
	d, err := calendar.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return d
}

// site is the table of pages of a plan, by path.
func site(t testing.TB, archive string) map[string]view.Page {
	t.Helper()
	pages := map[string]view.Page{}
	for _, page := range view.Pages(readPlan(t, archive)) {
		if _, twice := pages[page.Path]; twice {
			t.Errorf("two pages have the path %s", page.Path)
		}
		pages[page.Path] = page
	}
	return pages
}

// raw is the text of a file without a layout.
func raw(t testing.TB, pages map[string]view.Page, path string) string {
	t.Helper()
	page, ok := pages[path]
	if !ok || page.Raw == nil {
		t.Fatalf("the site has no file %s", path)
	}
	return string(page.Raw())
}

// tintype is a small plan with everything a page can say.
const tintype = `
-- milepost.yaml --
base_url: https://example.org/tintype
repository: https://github.com/example/tintype
-- content/_index.md --
---
title: Tintype
vision: Findable in fifty years.
outcomes:
  - {id: safe, title: Safe the same evening, baseline: 58 %, current: 71 %, target: 95 %}
  - {id: found, title: Found in thirty seconds}
---
-- content/themes/backup.md --
---
title: Effortless backup
why: A photo nobody saved is lost.
outcomes: [safe]
horizon: now
owner: Ines
---
## Updates
### 2026-02-01
Uploads can be resumed.
-- content/releases/1.2.md --
---
title: Solid ground
version: 1.2
released: 2025-11-18
date: 2025-10
---
-- content/releases/1.3.md --
---
title: Home before dinner
version: 1.3
goal: New photos are home the same evening.
date: 2026-Q1
capacity: 4
---
It brings [[T-1]].
-- content/backlog/T-1.md --
---
title: Resume an upload
theme: backup
status: in-progress
release: 1.3
priority: must
value: 8
effort: 3
owner: [Ines, Jonas]
tags: [Mobile, C++]
aliases: [T-0]
---
## Done when
- [ ] it resumes
-- content/backlog/T-2.md --
---
title: Evening summary
theme: backup
type: task
depends_on: [T-1]
release: 1.3
effort: 2
tags: [mobile]
---
-- content/backlog/T-3.md --
---
title: Old work
status: done
finished: 2025-11-02
release: 1.2
theme: backup
---
-- content/backlog/T-4.md --
---
title: On the side
status: done
finished: 2026-01-20
---
-- content/backlog/T-5.md --
---
title: Never
status: dropped
---
-- content/pages/about.md --
# About
Read [[T-1]] first.
`

func TestListJSONHasTheFieldsOfItsSchema(t *testing.T) {
	p, _ := readPlan(t, tintype)
	got := string(view.ListJSON(p, p.Backlog))
	want := `{"schema":"milepost/1","items":[` +
		`{"id":"T-1","title":"Resume an upload","type":"story","status":"in-progress","theme":"backup","horizon":"now","priority":"must",` +
		`"value":8,"effort":3,"release":"1.3","depends_on":[],"blocked_by":[],"blocks":["T-2"],"ready":true,"position":1,` +
		`"reason":"in progress; score 2.7 (8/3)","score":2.667,"owner":["Ines","Jonas"],"tags":["Mobile","C++"],` +
		`"source":"content/backlog/T-1.md","path":"items/T-1.html"},` +
		`{"id":"T-2","title":"Evening summary","type":"task","status":"proposed","theme":"backup","horizon":"next","priority":"should",` +
		`"effort":2,"release":"1.3","depends_on":["T-1"],"blocked_by":["T-1"],"blocks":[],"ready":false,"position":2,` +
		`"reason":"no value given: after the scored items; after T-1, which it needs","owner":[],"tags":["mobile"],` +
		`"source":"content/backlog/T-2.md","path":"items/T-2.html"}]}` + "\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestThePlanAsJSON(t *testing.T) {
	var got struct {
		Schema   string
		AsOf     string `json:"as_of"`
		Roadmap  map[string]any
		Outcomes []map[string]any
		Themes   []map[string]any
		Releases []map[string]any
		Items    []map[string]any
		Order    []string
		Signals  []map[string]any
	}
	text := raw(t, site(t, strings.Replace(tintype, "depends_on: [T-1]", "depends_on: [T-1, T-9]", 1)), "milepost.json")
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != "milepost/1" || got.AsOf != "2026-02-09" {
		t.Errorf("schema %q as of %q", got.Schema, got.AsOf)
	}
	want := map[string]any{"title": "Tintype", "vision": "Findable in fifty years.", "source": "content/_index.md", "path": "index.html"}
	if diff := cmp.Diff(want, got.Roadmap); diff != "" {
		t.Errorf("roadmap (-want +got):\n%s", diff)
	}
	outcome := map[string]any{
		"id": "safe", "title": "Safe the same evening", "unit": "%",
		"baseline": 58.0, "current": 71.0, "target": 95.0, "progress": 0.351, "themes": []any{"backup"},
	}
	if diff := cmp.Diff(outcome, got.Outcomes[0]); diff != "" {
		t.Errorf("outcome (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]any{"id": "found", "title": "Found in thirty seconds", "themes": []any{}}, got.Outcomes[1]); diff != "" {
		t.Errorf("an outcome that is not measured (-want +got):\n%s", diff)
	}
	if len(got.Themes) != 1 || len(got.Releases) != 2 || len(got.Items) != 5 {
		t.Errorf("%d themes, %d releases, %d items", len(got.Themes), len(got.Releases), len(got.Items))
	}
	if diff := cmp.Diff([]string{"T-1", "T-2"}, got.Order); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	for _, signal := range got.Signals {
		if signal["rule"] != "unknown-item" {
			continue
		}
		want := map[string]any{
			"rule": "unknown-item", "severity": "error", "message": `no item has the id "T-9"`, "hint": signal["hint"],
			"file": "content/backlog/T-2.md", "line": 5.0, "column": 19.0, "end_line": 5.0, "end_column": 22.0,
		}
		if diff := cmp.Diff(want, signal); diff != "" {
			t.Errorf("signal (-want +got):\n%s", diff)
		}
		return
	}
	t.Errorf("no signal of the rule unknown-item among %v", got.Signals)
}

func TestMachineOutputDoesNotDependOnTheOrderOfFiles(t *testing.T) {
	archive := txtar.Parse([]byte(tintype))
	turned := &txtar.Archive{}
	for i := range archive.Files {
		turned.Files = append(turned.Files, archive.Files[len(archive.Files)-1-i])
	}
	a, b := site(t, tintype), site(t, string(txtar.Format(turned)))
	if len(a) != len(b) {
		t.Fatalf("%d and %d pages", len(a), len(b))
	}
	for path, page := range a {
		if page.Raw != nil && !bytes.Equal(page.Raw(), b[path].Raw()) {
			t.Errorf("%s differs", path)
		}
	}
}

func TestAPlanWithoutAFileIsStillJSON(t *testing.T) {
	want := `{"schema":"milepost/1","as_of":"2026-02-09","roadmap":{"path":"index.html"},"outcomes":[],"themes":[],"releases":[],"items":[],"order":[],"signals":[]}` + "\n"
	if diff := cmp.Diff(want, raw(t, site(t, ""), "milepost.json")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// hidden is work that is not published, beside work that is.
const hidden = `
-- content/backlog/T-1.md --
---
title: Public
depends_on: [ACME-7]
---
See [[ACME-7]] and [[plan-b]].
-- content/backlog/ACME-7.md --
---
title: Buy the Acme company
visibility: internal
aliases: [ACME-6]
titel: x
owner: Mallory
tags: [takeover]
release: secret-9
---
-- content/backlog/plan-b.md --
---
title: The other plan
draft: true
ignore: {unknown-key: because of the other plan}
titel: x
---
-- content/releases/secret-9.md --
---
title: Secret release
visibility: internal
---
`

func TestNothingHiddenIsInMachineOutput(t *testing.T) {
	for path, page := range site(t, "-- milepost.yaml --\nbase_url: https://example.org/\n"+hidden) {
		all := path
		if page.Raw != nil {
			all += string(page.Raw())
		}
		for _, secret := range []string{"ACME", "acme", "Acme", "plan-b", "other plan", "secret-9", "Secret", "Mallory", "takeover"} {
			if strings.Contains(all, secret) {
				t.Errorf("%s tells of %q", path, secret)
			}
		}
	}
}

func TestJSONCannotEndAScript(t *testing.T) {
	text := raw(t, site(t, "-- content/backlog/a.md --\n---\ntitle: </script><script>alert(1)</script>\n---\n"), "milepost.json")
	if strings.Contains(text, "<") {
		t.Error("a < is in milepost.json")
	}
	if !strings.Contains(text, `\u003c/script\u003e`) {
		t.Error("the title is lost")
	}
}
