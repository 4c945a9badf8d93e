// Command corpus runs milepost over a large plan that somebody else wrote and
// looks at what it says: that every finding has a place, that the order is
// total and keeps dependencies, and that every item gets its page.
//
//	go run -C tools ./corpus -milepost PROGRAM PLAN.tar.gz
package main

import (
	"archive/tar"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

func main() {
	program := flag.String("milepost", "", "the program to run")
	flag.Parse()
	if err := run(*program, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(program, archive string) error {
	tmp, err := os.MkdirTemp("", "corpus")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	plan, err := unpack(archive, filepath.Join(tmp, "plan"))
	if err != nil {
		return err
	}
	c := &corpus{program: program, plan: plan, out: filepath.Join(tmp, "site")}
	c.check()
	c.list()
	c.build()
	return errors.Join(c.wrong...)
}

// unpack extracts archive into dir and gives the folder that holds the plan.
func unpack(archive, dir string) (plan string, err error) {
	f, err := os.Open(archive)
	if err != nil {
		return "", err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return "", err
	}
	r := tar.NewReader(z)
	for {
		h, err := r.Next()
		if err == io.EOF {
			return plan, nil
		}
		if err != nil {
			return "", err
		}
		name := filepath.Join(dir, filepath.Clean("/"+h.Name))
		if h.FileInfo().IsDir() {
			err = os.MkdirAll(name, 0o755)
		} else {
			err = write(name, r)
		}
		if err != nil {
			return "", err
		}
		if filepath.Base(name) == "content" {
			plan = filepath.Dir(name)
		}
	}
}

func write(name string, r io.Reader) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

// corpus is one plan and what was found wrong with the program's answers.
type corpus struct {
	program, plan, out string
	wrong              []error
}

func (c *corpus) complain(format string, args ...any) {
	c.wrong = append(c.wrong, fmt.Errorf(format, args...))
}

// milepost runs a command and gives its standard output. Exit status 1 only
// says that the plan has errors.
func (c *corpus) milepost(args ...string) []byte {
	var out, errs bytes.Buffer
	cmd := exec.Command(c.program, append([]string{"-C", c.plan}, args...)...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	start := time.Now()
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
		c.complain("milepost %s: %v\n%s", strings.Join(args, " "), err, errs.Bytes())
	}
	fmt.Printf("milepost %s: %d ms\n", args[0], time.Since(start).Milliseconds())
	return out.Bytes()
}

type finding struct {
	Rule, Severity, Message, File string
	Line, Column                  int
	EndLine                       int `json:"end_line"`
	EndColumn                     int `json:"end_column"`
}

// check wants every finding to be at a place that is there, in order.
func (c *corpus) check() {
	var report struct {
		Diagnostics []finding
		Summary     struct{ Errors, Warnings, Infos, Files int }
	}
	if err := json.Unmarshal(c.milepost("check", "--format", "json"), &report); err != nil {
		c.complain("check --format json: %v", err)
		return
	}
	count := map[string]int{}
	files := map[string][]string{}
	for i, d := range report.Diagnostics {
		count[d.Severity+" "+d.Rule]++
		if d.Message == "" || d.Rule == "" {
			c.complain("%s:%d: a finding without a rule or a message", d.File, d.Line)
		}
		if i > 0 && compare(report.Diagnostics[i-1], d) > 0 {
			c.complain("%s:%d:%d %s is out of order", d.File, d.Line, d.Column, d.Rule)
		}
		c.place(files, d)
	}
	for _, name := range slices.Sorted(maps.Keys(count)) {
		fmt.Printf("%6d %s\n", count[name], name)
	}
	s := report.Summary
	fmt.Printf("%6d findings: %d errors, %d warnings, %d infos in %d files\n", len(report.Diagnostics), s.Errors, s.Warnings, s.Infos, s.Files)
	if len(report.Diagnostics) == 0 {
		c.complain("check finds nothing in a plan that is known to be dirty")
	}
}

func compare(a, b finding) int {
	return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, a.Column-b.Column)
}

// place looks the place of d up in its file.
func (c *corpus) place(files map[string][]string, d finding) {
	if d.File == "" {
		return // about the plan as a whole
	}
	lines, ok := files[d.File]
	if !ok {
		data, err := os.ReadFile(filepath.Join(c.plan, filepath.FromSlash(d.File)))
		if err != nil {
			c.complain("a finding of %s: %v", d.Rule, err)
		}
		lines = strings.Split(string(data), "\n")
		files[d.File] = lines
	}
	in := func(line, column int) bool {
		return line >= 1 && line <= len(lines) && column >= 1 && column <= utf8.RuneCountInString(lines[line-1])+1
	}
	backwards := d.EndLine < d.Line || d.EndLine == d.Line && d.EndColumn < d.Column
	if !in(d.Line, d.Column) || !in(d.EndLine, d.EndColumn) || backwards {
		c.complain("%s:%d:%d to %d:%d is no place (%s)", d.File, d.Line, d.Column, d.EndLine, d.EndColumn, d.Rule)
	}
}

type item struct {
	ID        string
	DependsOn []string `json:"depends_on"`
	Position  int
}

// list wants each open item once, and none before one it depends on unless the
// two depend on each other.
func (c *corpus) list() {
	var backlog struct{ Items []item }
	if err := json.Unmarshal(c.milepost("list", "--json"), &backlog); err != nil {
		c.complain("list --json: %v", err)
		return
	}
	needs := map[string][]string{}
	at := map[string]int{}
	for i, it := range backlog.Items {
		if _, twice := at[it.ID]; twice {
			c.complain("%s is listed twice", it.ID)
		}
		if it.Position != i+1 {
			c.complain("%s is number %d and has position %d", it.ID, i+1, it.Position)
		}
		at[it.ID], needs[it.ID] = i, it.DependsOn
	}
	tangled := 0
	for _, it := range backlog.Items {
		for _, need := range it.DependsOn {
			before, open := at[need]
			switch {
			case !open || before < at[it.ID]:
			case reaches(needs, need, it.ID):
				tangled++
			default:
				c.complain("%s stands before %s, which it depends on", it.ID, need)
			}
		}
	}
	fmt.Printf("%6d open items in order, %d dependencies cut by cycles\n", len(backlog.Items), tangled)
	if len(backlog.Items) == 0 {
		c.complain("the backlog is empty")
	}
}

// reaches reports whether from depends on to, over any number of steps.
func reaches(needs map[string][]string, from, to string) bool {
	seen := map[string]bool{from: true}
	for todo := []string{from}; len(todo) > 0; {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if id == to {
			return true
		}
		for _, next := range needs[id] {
			if !seen[next] {
				seen[next] = true
				todo = append(todo, next)
			}
		}
	}
	return false
}

// maxPage is the size above which a page is no longer pleasant to open.
const maxPage = 300 << 10

// build wants a page for every item, and lists that stay small. The page of an
// item is as long as what its author wrote.
func (c *corpus) build() {
	c.milepost("build", "--force", "-o", c.out)
	items, err := filepath.Glob(filepath.Join(c.plan, "content", "backlog", "*.md"))
	if err != nil || len(items) == 0 {
		c.complain("the plan has no items: %v", err)
	}
	for _, name := range items {
		id := strings.TrimSuffix(filepath.Base(name), ".md")
		if _, err := os.Stat(filepath.Join(c.out, "items", id+".html")); err != nil {
			c.complain("%s has no page", id)
		}
	}
	pages := 0
	err = filepath.WalkDir(c.out, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" {
			return err
		}
		pages++
		info, err := d.Info()
		if err == nil && info.Size() > maxPage && filepath.Base(filepath.Dir(name)) != "items" {
			c.complain("%s has %d KiB, more than %d", d.Name(), info.Size()>>10, maxPage>>10)
		}
		return err
	})
	if err != nil {
		c.complain("the site: %v", err)
	}
	fmt.Printf("%6d pages for %d items\n", pages, len(items))
}
