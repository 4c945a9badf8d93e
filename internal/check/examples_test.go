package check_test

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"milepost/internal/calendar"
	"milepost/internal/check"
	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/document"
	"milepost/internal/plan"
	"milepost/internal/sitetheme"
	"milepost/internal/source"
)

// The examples of every rule are its test: what the marks of the bad one say is
// exactly what is found, and the good one breaks neither the rule nor any other
// that is an error.
func TestExamples(t *testing.T) {
	for _, rule := range check.Rules() {
		t.Run(rule.Name, func(t *testing.T) {
			text, marked := unmark(rule.Bad, rule.Name)
			if len(marked) == 0 {
				t.Error("the bad example has no marks")
			}
			found := inExample(check.Run(load(text)).Findings, rule.Name)
			if diff := gocmp.Diff(show(marked), show(found)); diff != "" {
				t.Errorf("the bad example (-marked +found):\n%s", diff)
			}
			for _, d := range inExample(check.Run(load(rule.Good)).Findings, rule.Name) {
				t.Errorf("the good example: %s", show([]remark{d}))
			}
		})
	}
}

// remark is a finding in the form in which a mark gives it.
type remark struct {
	path            string
	line, from, end int
	rule            string
	message, hint   string
}

func show(remarks []remark) string {
	var out strings.Builder
	for _, r := range remarks {
		fmt.Fprintf(&out, "%s:%d:%d-%d %s: %s", r.path, r.line, r.from, r.end, r.rule, r.message)
		if r.hint != "" {
			fmt.Fprintf(&out, "\n\t= %s", r.hint)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// inExample keeps what an example of rule has to account for: its own findings,
// and errors. Signals of other rules would need a perfect plan around each.
func inExample(found []diag.Diagnostic, rule string) []remark {
	return remarks(slices.DeleteFunc(found, func(d diag.Diagnostic) bool {
		return d.Rule != rule && d.Severity != diag.Error
	}))
}

func remarks(found []diag.Diagnostic) []remark {
	var out []remark
	for _, d := range found {
		from, to := d.Span.From(), d.Span.To()
		end := to.Column
		if to.Line > from.Line { // marks cannot go beyond their line
			end = utf8.RuneCountInString(d.Span.File.Line(from.Line)) + 1
		}
		out = append(out, remark{d.Span.Path(), from.Line, from.Column, max(end, from.Column+1), d.Rule, d.Message, d.Hint})
	}
	return out
}

var (
	markForm = regexp.MustCompile(`^( *)(\^+) (.*)$`)
	hintForm = regexp.MustCompile(`^ *= (.*)$`)
)

// unmark takes the marks out of an example of rule.
func unmark(example, rule string) (text string, marked []remark) {
	var plain strings.Builder
	path, line, hintable := "", 0, false
	for l := range strings.Lines(strings.TrimPrefix(example, "\n")) {
		bare := strings.TrimSuffix(l, "\n")
		if name, ok := strings.CutPrefix(bare, "-- "); ok && strings.HasSuffix(bare, " --") {
			path, line = strings.TrimSuffix(name, " --"), -1
		}
		if m := markForm.FindStringSubmatch(bare); m != nil {
			r := remark{path: path, line: max(line, 1), from: len(m[1]) + 1, rule: rule, message: m[3]}
			r.end = r.from + len(m[2])
			other, message, _ := strings.Cut(m[3], ": ")
			if _, known := check.Lookup(other); known {
				r.rule, r.message = other, message
			}
			marked, hintable = append(marked, r), true
			continue
		}
		if m := hintForm.FindStringSubmatch(bare); m != nil && hintable {
			marked[len(marked)-1].hint, hintable = m[1], false
			continue
		}
		hintable = false
		line++
		plain.WriteString(l)
	}
	slices.SortStableFunc(marked, func(a, b remark) int {
		return cmp.Or(strings.Compare(a.path, b.path), a.line-b.line, a.from-b.from)
	})
	return plain.String(), marked
}

// today is the day on which the plans of the tests are read.
var today = mustDay("2026-11-24")

func mustDay(text string) calendar.Day {
	d, err := calendar.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return d
}

// load makes the plan of a txtar archive.
func load(archive string, change ...func(*plan.Facts)) *plan.Plan {
	return resolve(tree(archive, func(data []byte) []byte { return data }), change...)
}

// asOnWindows is the tree of an archive as some editors there would save it.
func asOnWindows(archive string) *source.Tree {
	return tree(archive, func(data []byte) []byte {
		return append([]byte("\ufeff"), bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))...)
	})
}

// tree makes a tree of a txtar archive. Files that are neither Markdown nor YAML
// are assets.
func tree(archive string, save func([]byte) []byte) *source.Tree {
	var files []*source.File
	var assets []source.Asset
	for _, f := range txtar.Parse(series([]byte(archive))).Files {
		if strings.HasSuffix(f.Name, ".md") || strings.HasSuffix(f.Name, ".yaml") {
			files = append(files, source.NewFile(f.Name, save(f.Data)))
		} else {
			assets = append(assets, source.Asset{Path: f.Name, Size: int64(len(f.Data))})
		}
	}
	return source.NewTree(files, assets)
}

var seriesForm = regexp.MustCompile(`(?m)^-- (\S*)\{(\d+)\.\.(\d+)\}(\S*) --\n((?:[^-\n].*\n|---\n|-[^-].*\n|\n)*)`)

// series writes out the files whose path holds {1..9}.
func series(archive []byte) []byte {
	return seriesForm.ReplaceAllFunc(archive, func(text []byte) []byte {
		m := seriesForm.FindSubmatch(text)
		first, _ := strconv.Atoi(string(m[2]))
		last, _ := strconv.Atoi(string(m[3]))
		var out bytes.Buffer
		for n := first; n <= last; n++ {
			fmt.Fprintf(&out, "-- %s%0*d%s --\n%s", m[1], len(m[2]), n, m[4], bytes.ReplaceAll(m[5], []byte("{n}"), fmt.Appendf(nil, "%0*d", len(m[2]), n)))
		}
		return out.Bytes()
	})
}

func resolve(tree *source.Tree, change ...func(*plan.Facts)) *plan.Plan {
	facts := plan.Facts{Today: today}
	for _, c := range change {
		c(&facts)
	}
	cfg, found := config.Read(tree.File("milepost.yaml"))
	var entries []plan.Entry
	for _, f := range tree.Files(plan.Content) {
		if strings.HasSuffix(f.Path, ".md") {
			doc := document.Parse(f, document.Options{KeepInternal: facts.Internal, HashReferences: cfg.HashReferences})
			entries = append(entries, plan.Decode(doc, cfg))
		}
	}
	p := plan.Resolve(entries, cfg, tree, facts)
	p.Findings = slices.Concat(found, sitetheme.Read(tree, cfg).Findings, p.Findings)
	return p
}

// The plans in testdata hold what is not worth showing to a reader: every
// finding in them, of whatever rule, is marked.
func TestPlans(t *testing.T) {
	plans, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(plans) == 0 {
		t.Fatal("there are no plans in testdata", err)
	}
	for _, path := range plans {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			text, marked := unmark(string(data), "no rule")
			if diff := gocmp.Diff(show(marked), show(remarks(check.Run(load(text)).Findings))); diff != "" {
				t.Errorf("-marked +found:\n%s", diff)
			}
			if diff := gocmp.Diff(show(marked), show(remarks(check.Run(resolve(asOnWindows(text))).Findings))); diff != "" {
				t.Errorf("with a byte order mark and CRLF, -marked +found:\n%s", diff)
			}
		})
	}
}
