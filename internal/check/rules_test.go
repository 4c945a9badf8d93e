package check_test

import (
	"embed"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"milepost/internal/check"
	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/source"
)

//go:embed *.go
var files embed.FS

// Every rule has a file of its own with its name, and every file that holds a
// rule is in the table.
func TestEveryRuleHasItsFile(t *testing.T) {
	inTable := map[string]bool{}
	for _, name := range check.Names() {
		inTable[strings.ReplaceAll(name, "-", "_")+".go"] = true
	}
	entries, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		switch n := rulesIn(t, entry.Name()); {
		case n > 1:
			t.Errorf("%s holds %d rules", entry.Name(), n)
		case n == 1 && !inTable[entry.Name()]:
			t.Errorf("the rule in %s is not in the table, or has another name", entry.Name())
		case n == 0 && inTable[entry.Name()]:
			t.Errorf("%s holds no rule", entry.Name())
		}
		delete(inTable, entry.Name())
	}
	for name := range inTable {
		t.Errorf("there is no file %s", name)
	}
}

// rulesIn counts the variables that are a Rule.
func rulesIn(t *testing.T, name string) int {
	data, err := files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.VAR {
			continue
		}
		for _, spec := range gen.Specs {
			for _, v := range spec.(*ast.ValueSpec).Values {
				if lit, ok := v.(*ast.CompositeLit); ok {
					if id, ok := lit.Type.(*ast.Ident); ok && id.Name == "Rule" {
						n++
					}
				}
			}
		}
	}
	return n
}

func TestEveryRuleIsDocumented(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for _, rule := range check.Rules() {
		if !kebab.MatchString(rule.Name) || seen[rule.Name] {
			t.Errorf("%q is no name for a rule, or is taken", rule.Name)
		}
		seen[rule.Name] = true
		if rule.Severity < diag.Info {
			t.Errorf("%s has no severity", rule.Name)
		}
		if first := []rune(rule.Summary + "?")[0]; strings.HasSuffix(rule.Summary, ".") || unicode.IsUpper(first) && !strings.HasPrefix(rule.Summary, "Markdown") {
			t.Errorf("%s: the summary %q is not in the house style", rule.Name, rule.Summary)
		}
		if len(rule.Doc) < 80 || !strings.HasSuffix(rule.Doc, ".") {
			t.Errorf("%s is not documented in sentences", rule.Name)
		}
		for _, example := range []string{rule.Bad, rule.Good} {
			if !strings.HasPrefix(example, "\n-- ") {
				t.Errorf("%s lacks an example", rule.Name)
			}
		}
		for line := range strings.Lines(rule.Doc) {
			if n := len([]rune(line)); n > 112 {
				t.Errorf("%s: a line of its documentation has %d characters", rule.Name, n)
			}
		}
	}
}

func TestRulesStandByGroup(t *testing.T) {
	rules := check.Rules()
	if !slices.IsSortedFunc(rules, func(a, b check.Rule) int { return int(a.Group - b.Group) }) {
		t.Error("the table is not in the order of the groups")
	}
	if got := check.Honesty.String(); got != "Honesty" {
		t.Errorf("the last group is called %q", got)
	}
}

func TestLookup(t *testing.T) {
	for _, name := range check.Names() {
		if rule, ok := check.Lookup(name); !ok || rule.Name != name {
			t.Errorf("Lookup(%q) = %q, %v", name, rule.Name, ok)
		}
	}
	if _, ok := check.Lookup("no-such-rule"); ok {
		t.Error("Lookup finds a rule that is not there")
	}
}

// A finding of a rule that nobody documents is our own mistake.
func TestUnknownRulePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a finding of an unknown rule went through")
		}
	}()
	cfg, _ := config.Read(nil)
	p := plan.Resolve(nil, cfg, source.NewTree(nil, nil), plan.Facts{})
	p.Findings = append(p.Findings, diag.New("no-such-rule", source.Span{}, "something"))
	check.Run(p)
}
