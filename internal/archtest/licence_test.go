package archtest

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// admitted are the licences we may pass on with a program under MIT.
var admitted = []string{"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"}

// marks are sentences by which the text of a licence is known, in lower case
// and with single blanks.
var marks = []struct{ licence, sentence string }{
	{"Apache-2.0", "apache license version 2.0, january 2004"},
	{"MIT", "permission is hereby granted, free of charge, to any person obtaining a copy"},
	{"BSD-3-Clause", "contributors may be used to endorse or promote products derived from this software"},
	{"BSD-2-Clause", "redistributions in binary form must reproduce the above copyright notice"},
	{"ISC", "permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that"},
	{"0BSD", "permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted. the"},
	{"MPL", "mozilla public license"},
	{"GPL", "general public license"},
}

// licencesOf reads which licences texts hold, sorted.
func licencesOf(texts ...string) []string {
	found := map[string]bool{}
	for _, text := range texts {
		plain := strings.ToLower(strings.Join(strings.Fields(text), " "))
		here := map[string]bool{}
		for _, m := range marks {
			// What is shorter by one clause is the same text without it.
			if strings.Contains(plain, m.sentence) && !(m.licence == "BSD-2-Clause" && here["BSD-3-Clause"]) {
				here[m.licence] = true
			}
		}
		maps.Copy(found, here)
	}
	return slices.Sorted(maps.Keys(found))
}

// module is one requirement of go.mod.
type module struct{ path, version string }

// requirements reads the modules that a go.mod requires, and says what it may
// not hold: a replacement is not seen by those who install the program.
func requirements(gomod string) (mods []module, complaints []string) {
	block := ""
	for line := range strings.Lines(gomod) {
		line, _, _ = strings.Cut(line, "//")
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		if words[0] == ")" {
			block = ""
			continue
		}
		directive := block
		if block == "" {
			directive, words = words[0], words[1:]
		}
		switch {
		case len(words) == 1 && words[0] == "(":
			block = directive
		case directive == "replace":
			complaints = append(complaints, "go.mod replaces "+words[0])
		case directive == "require":
			mods = append(mods, module{words[0], words[1]})
		}
	}
	return mods, complaints
}

// table reads testdata/licences.txt: a module and its licences on each line.
func table(text string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		if words := strings.Fields(line); len(words) > 0 {
			out[words[0]] = words[1:]
		}
	}
	return out
}

// licences compares what go.mod requires with the table, and the table with the
// licences that read finds in a module, nil where the module is not at hand.
func licences(mods []module, table map[string][]string, read func(module) []string) []string {
	var out []string
	required := map[string]bool{}
	for _, m := range mods {
		required[m.path] = true
		row, ok := table[m.path]
		if !ok {
			out = append(out, m.path+" has no row in testdata/licences.txt")
			continue
		}
		if texts := read(m); texts != nil {
			if found := licencesOf(texts...); !slices.Equal(found, row) {
				out = append(out, fmt.Sprintf("%s %s: the table says %v, its files say %v", m.path, m.version, row, found))
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(table)) {
		if !required[name] {
			out = append(out, name+" has a row in testdata/licences.txt and is not in go.mod")
		}
		for _, l := range table[name] {
			if !slices.Contains(admitted, l) {
				out = append(out, fmt.Sprintf("%s is under %s, and we admit only %s", name, l, strings.Join(admitted, ", ")))
			}
		}
	}
	return out
}

// cached reads the licence files of a module from the module cache, nil where
// it is not there.
func cached(cache string) func(module) []string {
	return func(m module) []string {
		dir := filepath.Join(cache, escape(m.path)+"@"+escape(m.version))
		entries, err := os.ReadDir(dir)
		if err != nil {
			return nil
		}
		texts := []string{}
		for _, e := range entries {
			name := strings.ToUpper(e.Name())
			if e.IsDir() || !strings.HasPrefix(name, "LICEN") && !strings.HasPrefix(name, "COPYING") {
				continue
			}
			if data, err := os.ReadFile(filepath.Join(dir, e.Name())); err == nil {
				texts = append(texts, string(data))
			}
		}
		return texts
	}
}

// escape writes a path as the module cache does: "!b" for "B".
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsUpper(r) {
			b.WriteByte('!')
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// moduleCache is where the go command keeps modules, if the environment or the
// default tells.
func moduleCache() string {
	if dir := os.Getenv("GOMODCACHE"); dir != "" {
		return dir
	}
	if dirs := filepath.SplitList(os.Getenv("GOPATH")); len(dirs) > 0 {
		return filepath.Join(dirs[0], "pkg", "mod")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, "go", "pkg", "mod")
}

func TestLicences(t *testing.T) {
	gomod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := os.ReadFile("testdata/licences.txt")
	if err != nil {
		t.Fatal(err)
	}
	mods, complaints := requirements(string(gomod))
	if len(mods) == 0 {
		t.Fatal("no requirements were found in go.mod")
	}
	seen := 0
	read := cached(moduleCache())
	complaints = append(complaints, licences(mods, table(string(rows)), func(m module) []string {
		texts := read(m)
		if texts != nil {
			seen++
		}
		return texts
	})...)
	for _, c := range complaints {
		t.Error(c)
	}
	t.Logf("%d of %d modules were at hand to be read", seen, len(mods))
}

func TestLicencesBite(t *testing.T) {
	const gomod = `module milepost

go 1.26.0

require example.org/one v1.0.0 // indirect

require (
	example.org/Two v1.2.3
	// a note
	example.org/three v0.1.0 // indirect
)

replace (
	example.org/three => ../three
)

replace example.org/one v1.0.0 => example.org/other v1.0.0

tool example.org/one/cmd
`
	mods, complaints := requirements(gomod)
	if want := []module{{"example.org/one", "v1.0.0"}, {"example.org/Two", "v1.2.3"}, {"example.org/three", "v0.1.0"}}; !slices.Equal(mods, want) {
		t.Errorf("requirements are %v, want %v", mods, want)
	}
	if want := []string{"go.mod replaces example.org/three", "go.mod replaces example.org/one"}; !slices.Equal(complaints, want) {
		t.Errorf("complaints are %q, want %q", complaints, want)
	}

	rows := table("# note\nexample.org/one MIT # note\nexample.org/Two GPL\nexample.org/gone MIT\n")
	files := map[string][]string{
		"example.org/one": {"Apache License\n   Version 2.0, January 2004"},
		"example.org/Two": nil,
	}
	got := licences(mods, rows, func(m module) []string { return files[m.path] })
	want := []string{
		"example.org/one v1.0.0: the table says [MIT], its files say [Apache-2.0]",
		"example.org/three has no row in testdata/licences.txt",
		"example.org/Two is under GPL, and we admit only 0BSD, Apache-2.0, BSD-2-Clause, BSD-3-Clause, ISC, MIT",
		"example.org/gone has a row in testdata/licences.txt and is not in go.mod",
	}
	if !slices.Equal(got, want) {
		t.Errorf("complaints\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestLicencesAreKnownByTheirText(t *testing.T) {
	const bsd = "Redistributions in binary form must reproduce the above\ncopyright notice."
	const isc = "Permission to use, copy, modify, and/or distribute this software for any\npurpose with or without fee is hereby granted"
	tests := []struct {
		text string
		want string
	}{
		{bsd, "BSD-2-Clause"},
		{bsd + " Neither the name of X nor the names of its\ncontributors may be used to endorse or promote products derived from\nthis software", "BSD-3-Clause"},
		{isc + ", provided that the above", "ISC"},
		{isc + ".\n\nTHE SOFTWARE IS", "0BSD"},
		{"Permission is hereby granted, free of charge, to any person\nobtaining a copy", "MIT"},
		{"GNU LESSER GENERAL PUBLIC LICENSE", "GPL"},
		{"Mozilla Public License Version 2.0", "MPL"},
		{"All rights reserved.", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(licencesOf(tt.text), " "); got != tt.want {
			t.Errorf("%q is %q, want %q", tt.text, got, tt.want)
		}
	}
	if got := strings.Join(licencesOf(bsd, "GNU General Public License"), " "); got != "BSD-2-Clause GPL" {
		t.Errorf("two texts are %q", got)
	}
}

func TestEscape(t *testing.T) {
	if got, want := escape("github.com/BurntSushi/toml"), "github.com/!burnt!sushi/toml"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
