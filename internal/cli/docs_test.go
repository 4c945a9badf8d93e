package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"milepost/internal/check"
	"milepost/internal/cli"
	"milepost/internal/schema"
)

// TestTheReferenceIsCurrent holds the long pages of the documentation against what
// they are made of; with -update it writes them.
func TestTheReferenceIsCurrent(t *testing.T) {
	for name, text := range map[string]string{"rules": rulesPage(), "fields": fieldsPage(), "commands": commandsPage(t)} {
		file := filepath.Join("..", "..", "content", "pages", "docs", name+".md")
		if *update {
			if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil || string(got) != text {
			t.Errorf("%s is not what the program says (%v); go test ./internal/cli -run Reference -update writes it anew", file, err)
		}
	}
}

const made = "---\ntitle: %s\ntags: [docs]\n---\n\n%s\n"

func rulesPage() string {
	var out strings.Builder
	fmt.Fprintf(&out, made, "Every rule", fmt.Sprintf("The plan is held to %d rules. `milepost explain RULE` shows a wrong and a right example of each. In `milepost.yaml`,\n`rules: {RULE: off}` grades one otherwise (error, warning, info, off); in a file, `ignore: {RULE: the reason}` silences it there.", len(check.Rules())))
	group := check.Group(-1)
	for _, r := range check.Rules() {
		if r.Group != group {
			group = r.Group
			fmt.Fprintf(&out, "\n## %s\n", group)
		}
		fmt.Fprintf(&out, "\n### %s\n\n*%s.* %s\n", r.Name, capital(r.Severity.String()), plainText(capital(r.Summary)+". "+strings.TrimSpace(r.Doc)))
	}
	return out.String()
}

func fieldsPage() string {
	var out strings.Builder
	fmt.Fprintf(&out, made, "Every field", "Only a title is needed. A key that is not listed is an error with a suggestion; keys of your own begin with `x_`.")
	for _, k := range []schema.Kind{schema.Roadmap, schema.Theme, schema.Item, schema.Release, schema.Page, schema.Config, schema.SiteTheme} {
		title := map[schema.Kind]string{
			schema.Roadmap: "The roadmap, `content/_index.md`", schema.Theme: "A theme", schema.Item: "An item", schema.Release: "A release", schema.Page: "A free page",
			schema.Config: "`milepost.yaml`", schema.SiteTheme: "`theme.yaml` of a site theme",
		}[k]
		fmt.Fprintf(&out, "\n## %s\n\n| key | means | takes | without it | for example |\n| --- | --- | --- | --- | --- |\n", title)
		for _, f := range schema.Fields(k) {
			row(&out, "", f)
		}
	}
	return out.String()
}

func row(out *strings.Builder, within string, f schema.Field) {
	example := ""
	if f.Example != "" {
		example = "`" + strings.ReplaceAll(f.Example, "|", `\|`) + "`"
	}
	fmt.Fprintf(out, "| `%s` | %s | %s | %s | %s |\n", within+f.Key, cell(f.Doc), cell(f.Takes()), cell(f.Default), example)
	for _, inner := range f.Fields {
		row(out, within+f.Key+".", inner)
	}
}

func cell(text string) string { return strings.ReplaceAll(plainText(text), "|", `\|`) }

func commandsPage(t *testing.T) string {
	var out strings.Builder
	fmt.Fprintf(&out, made, "Every command", "As `milepost help COMMAND` says it.")
	say := func(args ...string) string {
		var text bytes.Buffer
		cli.Main(cli.Env{Args: args, Stdin: strings.NewReader(""), Stdout: &text, Stderr: &text, Dir: t.TempDir(), Getenv: func(string) string { return "" }})
		return strings.TrimRight(text.String(), "\n")
	}
	names := regexp.MustCompile(`(?m)^    ([a-z-]+) {2,}`)
	var help func(path ...string)
	help = func(path ...string) {
		text := say(append(path, "--help")...)
		fmt.Fprintf(&out, "\n## milepost %s\n\n```text\n%s\n```\n", strings.Join(path, " "), text)
		if _, below, ok := strings.Cut(text, "\nCommands:\n"); ok {
			for _, m := range names.FindAllStringSubmatch(strings.SplitN(below, "\n\n", 2)[0], -1) {
				help(append(path, m[1])...)
			}
		}
	}
	_, below, _ := strings.Cut(say("--help"), "\nCommands:\n")
	for _, m := range names.FindAllStringSubmatch(strings.SplitN(below, "\n\n", 2)[0], -1) {
		help(m[1])
	}
	return out.String()
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// plainText keeps the words of a sentence words: marks of Markdown in them are none.
func plainText(text string) string {
	return regexp.MustCompile("[\\\\`*_{}\\[\\]<>#@]").ReplaceAllString(text, `\$0`)
}
