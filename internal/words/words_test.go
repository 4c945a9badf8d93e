package words_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template/parse"

	"milepost/internal/calendar"
	"milepost/internal/words"
)

var update = flag.Bool("update", false, "give every table the texts it lacks, without words, and take out those no page uses")

// TestEveryTableSaysEveryText collects the texts of the interface from the code and
// from the templates and looks for each in each language.
func TestEveryTableSaysEveryText(t *testing.T) {
	used := textsInUse(t)
	if len(used) < 40 {
		t.Fatalf("only %d texts were found", len(used))
	}
	for _, name := range words.Known() {
		if name == words.English {
			continue
		}
		table := readTable(t, name)
		if *update {
			writeTable(t, name, table, used)
			continue
		}
		for _, text := range slices.Sorted(maps.Keys(used)) {
			if table[text] == "" {
				t.Errorf("%s does not say %q, which %s uses", name, text, used[text])
			}
		}
		for _, text := range slices.Sorted(maps.Keys(table)) {
			if used[text] == "" {
				t.Errorf("%s says %q, which no page uses", name, text)
			}
		}
	}
}

// TestTranslationsKeepTheirArgumentsAndForms holds every text of every table to the
// placeholders of the English text, and to the plural forms of its language.
func TestTranslationsKeepTheirArgumentsAndForms(t *testing.T) {
	forms := map[string]int{"de": 2, "fr": 2, "ja": 1}
	for name, most := range forms {
		for text, said := range readTable(t, name) {
			english, _, _ := strings.Cut(text, "^")
			want := placeholders(strings.Split(english, "|")[0])
			all := strings.Split(said, "|")
			if len(all) > most {
				t.Errorf("%s: %q has %d forms, and the language at most %d", name, said, len(all), most)
			}
			// The form for one may leave its number out.
			if got := placeholders(all[len(all)-1]); said != "" && !slices.Equal(got, placeholders(lastForm(english))) {
				t.Errorf("%s: %q has the placeholders %v, and %q has %v", name, said, got, text, want)
			}
		}
	}
}

func lastForm(text string) string {
	all := strings.Split(text, "|")
	return all[len(all)-1]
}

// placeholders lists the names in braces, sorted, each once.
func placeholders(text string) []string {
	found := map[string]bool{}
	for _, rest := range strings.Split(text, "{")[1:] {
		if name, _, ok := strings.Cut(rest, "}"); ok {
			found[name] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// textsInUse maps every text of the interface to a place that uses it.
func textsInUse(t *testing.T) map[string]string {
	t.Helper()
	root := filepath.Join("..", "..")
	used := map[string]string{}
	for _, folder := range []string{"internal", "themes"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(name string, e fs.DirEntry, err error) error {
			switch {
			case err != nil || e.IsDir():
			case strings.HasSuffix(name, "_test.go"):
			case strings.HasSuffix(name, ".go"):
				textsInCode(t, name, used)
			case strings.HasSuffix(name, ".html") && folder == "themes":
				textsInTemplate(t, name, used)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return used
}

// textFunctions are what takes a text of the interface as its first argument.
var textFunctions = []string{"Say", "phrase", "clause", "Text", "Pieces"}

func textsInCode(t *testing.T, name string, used map[string]string) {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		selector, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || !slices.Contains(textFunctions, selector.Sel.Name) {
			return true
		}
		if x, ok := selector.X.(*ast.Ident); selector.Sel.Name == "Text" && (!ok || x.Name != "words") {
			return true
		}
		if literal, ok := call.Args[0].(*ast.BasicLit); ok && literal.Kind == token.STRING {
			text, _ := strconv.Unquote(literal.Value)
			used[text] = files.Position(n.Pos()).String()
		}
		return true
	})
}

func textsInTemplate(t *testing.T, name string, used map[string]string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	trees := map[string]*parse.Tree{}
	tree := parse.New(name)
	tree.Mode = parse.SkipFuncCheck
	if _, err := tree.Parse(string(data), "", "", trees); err != nil {
		t.Fatal(err)
	}
	for _, tr := range trees {
		textsInNode(tr.Root, name, used)
	}
}

func textsInNode(n parse.Node, name string, used map[string]string) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			textsInNode(child, name, used)
		}
	case *parse.ActionNode:
		textsInNode(n.Pipe, name, used)
	case *parse.TemplateNode:
		if n.Pipe != nil {
			textsInNode(n.Pipe, name, used)
		}
	case *parse.PipeNode:
		for _, cmd := range n.Cmds {
			textsInNode(cmd, name, used)
		}
	case *parse.CommandNode:
		if f, ok := n.Args[0].(*parse.IdentifierNode); ok && f.Ident == "t" && len(n.Args) > 1 {
			if literal, ok := n.Args[1].(*parse.StringNode); ok {
				used[literal.Text] = name + ":" + fmt.Sprint(n.Pos)
			}
		}
		for _, arg := range n.Args {
			textsInNode(arg, name, used)
		}
	case *parse.IfNode:
		textsInBranch(&n.BranchNode, name, used)
	case *parse.RangeNode:
		textsInBranch(&n.BranchNode, name, used)
	case *parse.WithNode:
		textsInBranch(&n.BranchNode, name, used)
	}
}

func textsInBranch(n *parse.BranchNode, name string, used map[string]string) {
	textsInNode(n.Pipe, name, used)
	textsInNode(n.List, name, used)
	textsInNode(n.ElseList, name, used)
}

func readTable(t *testing.T, name string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("tables", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	table := map[string]string{}
	if err := json.Unmarshal(data, &table); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return table
}

func writeTable(t *testing.T, name string, table, used map[string]string) {
	t.Helper()
	kept := map[string]string{}
	for text := range used {
		kept[text] = table[text]
	}
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(kept); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join("tables", name+".json"), []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestATextIsSaidWithItsArguments(t *testing.T) {
	l := words.Of("en")
	for _, c := range []struct{ got, want string }{
		{l.Say("plain"), "plain"},
		{l.Say("Open^verb"), "Open"},
		{l.Say("{a} of {b}", 3, 5800), "3 of 5,800"},
		{l.Say("{a} and {b} and {a}", "x", "{b}"), "x and {b} and x"},
		{l.Say("{n} item|{n} items", 1), "1 item"},
		{l.Say("{n} item|{n} items", 0), "0 items"},
		{l.Say("{who} has {n} item|{who} has {n} items", "Ada", 2), "Ada has 2 items"},
		{l.Say("{x} {y}", 2.5, words.Tenths(2)), "2.5 2.0"},
		{l.Say("an open { brace"), "an open { brace"},
		{l.List([]string{"a", "b", "c"}), "a, b and c"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestDatesInEnglish(t *testing.T) {
	l := words.Of("en-GB")
	day := func(text string) calendar.Day {
		d, err := calendar.ParseDay(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct{ got, want string }{
		{l.Day(day("2026-02-09")), "9 February 2026"},
		{l.Range(day("2026-03-13"), day("2026-03-20")), "13–20 March 2026"},
		{l.Range(day("2026-03-30"), day("2026-04-02")), "30 March to 2 April 2026"},
		{l.Range(day("2026-12-30"), day("2027-01-02")), "30 December 2026 to 2 January 2027"},
		{l.Thirds(day("2026-05-25"), day("2026-07-15")), "late May to mid-July 2026"},
		{l.Thirds(day("2026-05-25"), day("2026-05-28")), "late May 2026"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestAnUnknownLanguageIsSaidInEnglishInItsOwnDirection(t *testing.T) {
	for _, c := range []struct{ asked, tag, dir string }{
		{"", "en", "ltr"},
		{"nonsense language", "en", "ltr"},
		{"de-AT", "de", "ltr"},
		{"ar", "en", "rtl"},
		{"he-IL", "en", "rtl"},
		{"az-Arab", "en", "rtl"},
		{"ja", "ja", "ltr"},
	} {
		if l := words.Of(c.asked); l.Tag != c.tag || l.Dir != c.dir {
			t.Errorf("%q: %s %s, want %s %s", c.asked, l.Tag, l.Dir, c.tag, c.dir)
		}
	}
}

func TestEachLanguageHasItsFormsOfDatesAndNumbers(t *testing.T) {
	day, err := calendar.ParseDay("2026-03-13")
	if err != nil {
		t.Fatal(err)
	}
	for tag, want := range map[string][]string{
		"en": {"13 March 2026", "13–20 March 2026", "mid-March 2026", "5,800", "2.5", "1 item", "2 items", "0 items", "a, b and c"},
		"de": {"13. März 2026", "13.–20. März 2026", "Mitte März 2026", "5.800", "2,5", "1 Eintrag", "2 Einträge", "0 Einträge", "a, b und c"},
		"fr": {"13 mars 2026", "13–20 mars 2026", "mi-mars 2026", "5\u00a0800", "2,5", "1 élément", "2 éléments", "0 élément", "a, b et c"},
		"ja": {"2026年3月13日", "2026年3月13〜20日", "2026年3月中旬", "5,800", "2.5", "1件", "2件", "0件", "a、b、c"},
	} {
		l := words.Of(tag)
		got := []string{
			l.Day(day), l.Range(day, day+7), l.Third(day, true), l.Number(5800), l.Decimal(2.5),
			l.Say("{n} item|{n} items", 1), l.Say("{n} item|{n} items", 2), l.Say("{n} item|{n} items", 0), l.List([]string{"a", "b", "c"}),
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}

// TestTheCountChoosesTheForm: of several numbers the one called {n}.
func TestTheCountChoosesTheForm(t *testing.T) {
	if got := words.InEnglish().Say("{done} of {n} item done|{done} of {n} items done", 1, 3); got != "1 of 3 items done" {
		t.Errorf("%q", got)
	}
}
