package render

import (
	"bytes"
	"html/template"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"milepost/internal/calendar"
	"milepost/internal/check"
	"milepost/internal/config"
	"milepost/internal/document"
	"milepost/internal/plan"
	"milepost/internal/sitetheme"
	"milepost/internal/source"
	"milepost/internal/view"
	"milepost/internal/words"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestProgramsWriteWhatHTMLTemplateWrites is what a program may be trusted for:
// on every page it writes the same bytes.
func TestProgramsWriteWhatHTMLTemplateWrites(t *testing.T) {
	whole, err := os.ReadFile("testdata/plan.txtar")
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(words.Of("en"), sitetheme.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	for _, archive := range [][]byte{whole, nil, []byte("-- content/backlog/x.md --\n# Only a title\n")} {
		for _, page := range pages(archive) {
			if page.Layout == "" {
				continue
			}
			l, data := r.layouts[page.Layout], page.Data()
			p := l.programFor(data)
			if p == nil {
				t.Errorf("the layout %s cannot be compiled", page.Layout)
				continue
			}
			got, ok := p.execute(nil, data)
			want, err := l.interpret(nil, data)
			if err != nil || !ok || !bytes.Equal(got, want) {
				t.Errorf("%s: ok %v, err %v, differs at %q", page.Path, ok, err, difference(got, want))
			}
		}
	}
}

func pages(archive []byte) []view.Page {
	var files []*source.File
	for _, f := range txtar.Parse(archive).Files {
		files = append(files, source.NewFile(f.Name, f.Data))
	}
	tree := source.NewTree(files, nil)
	cfg, _ := config.Read(tree.File("milepost.yaml"))
	var entries []plan.Entry
	for _, f := range tree.Files(plan.Content) {
		entries = append(entries, plan.Decode(document.Parse(f, document.Options{}), cfg))
	}
	p := plan.Resolve(entries, cfg, tree, plan.Facts{Today: calendar.Day(20_000)})
	return view.Pages(p, check.Run(p))
}

func difference(got, want []byte) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	return string(got[i:min(len(got), i+80)])
}

type thing struct {
	Name  string
	Count int
	On    bool
	Next  *thing
	List  []thing
	HTML  template.HTML
}

func TestWhatCanBeCompiled(t *testing.T) {
	data := thing{Name: "a<b>", Count: 2, On: true, List: []thing{{Name: "x"}, {Name: "y", Count: 1}}, HTML: "<i>i</i>"}
	for _, tc := range []struct {
		text     string
		compiles bool
	}{
		{"{{.Name}} {{.Count}} {{.HTML}} {{len .List}} {{version}}", true},
		{`<a href="{{.Name}}" title="{{.Name}}" style="width:{{.Count}}%">{{.Name}}</a>`, true},
		{`<a href="x#{{.Name}}?{{.Name}}">{{.Name}}</a>`, true},
		{"{{range .List}}{{.Name}}{{else}}none{{end}}{{range .Next.List}}{{end}}", true},
		{"{{range $i, $t := .List}}{{if $i}}, {{end}}{{$t.Name}}{{$.Name}}{{end}}", true},
		{"{{with .Next}}{{.Name}}{{else}}{{.Name}}{{end}}{{with $x := .Name}}{{$x}}{{end}}", false},
		{"{{$n := .Name}}{{$n}}{{if and .On (eq .Count 2) (not .Next)}}yes{{end}}", true},
		{"{{or .Name .Name}}{{if or .Count .List .Next}}yes{{else if .On}}no{{end}}", true},
		{`{{if eq .Name "a<b>"}}same{{end}}`, true},
		{`{{define "t"}}{{.Name}}{{with .Next}}{{template "t" .}}{{end}}{{end}}{{template "t" .}}`, true},
		{`{{printf "%s!" .Name}}`, false},
		{"{{.Name | printf \"%s\"}}", false},
		{"{{index .List 0}}", false},
		{"{{range 3}}x{{end}}", false},
		{`<p title="{{t "Views"}}">{{t "{n} item|{n} items" (len .List)}}{{t "Hello {name}" .Name}}`, true},
		{`{{t "Hello {name}"}}`, false},
		{`{{t .Name}}`, false},
		{"<script>var x = {{.Name}}</script>", true},
		{"<p title={{.Name}}>", false},
		{`<p title="{{.HTML}}">`, false},
	} {
		own := functions{version: "v1", words: words.Of("en")}
		set := template.Must(template.New("base").Funcs(own.table()).Parse(tc.text))
		l := &layout{set: set, functions: own}
		p := l.programFor(data)
		if (p != nil) != tc.compiles {
			t.Errorf("%s: compiled %v, want %v", tc.text, p != nil, tc.compiles)
		}
		got, err := l.execute(nil, data)
		want, wantErr := l.interpret(nil, data)
		if string(got) != string(want) || (err == nil) != (wantErr == nil) {
			t.Errorf("%s\n got %s, %v\nwant %s, %v", tc.text, got, err, want, wantErr)
		}
	}
}

func TestANilPointerIsLeftToHTMLTemplate(t *testing.T) {
	set := template.Must(template.New("base").Parse("{{.Next.Name}}"))
	l := &layout{set: set}
	if l.programFor(thing{}) == nil {
		t.Fatal("it could be compiled")
	}
	if _, err := l.execute(nil, thing{}); err == nil || !strings.Contains(err.Error(), "nil pointer") {
		t.Errorf("error %v", err)
	}
	got, err := l.execute(nil, thing{Next: &thing{Name: "n"}})
	if err != nil || string(got) != "n" {
		t.Errorf("%s, %v", got, err)
	}
}

// FuzzEscape holds what is written directly against what html/template writes.
func FuzzEscape(f *testing.F) {
	for _, text := range []string{
		"", "plain", "it's + <b> & \"more\"\x00", "https://example.org/a?b=c&d=e#f", "javascript:alert(1)", "JaVaScRiPt:x", "//host", "a b",
		"%41%zz", "mailto:a@b", "x:y/z", "\xff\xfe", "ä", "100%", "12", "-1", "expression(1)", "{{", "`", "\u2028",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, p := range places {
			sample := template.Must(template.New("base").Parse(p.before + "{{.Name}}" + p.after))
			l := &layout{set: sample}
			data := thing{Name: text}
			program := l.programFor(data)
			if program == nil {
				t.Fatalf("%s cannot be compiled", p.before)
			}
			got, _ := program.execute(nil, data)
			want, err := l.interpret(nil, data)
			if err != nil || string(got) != string(want) {
				t.Errorf("%s%q: got %s, want %s, %v", p.before, text, got, want, err)
			}
		}
	})
}

func TestIndentationIsLeftOut(t *testing.T) {
	theme := fstest.MapFS{
		frameFile:          {Data: []byte("<p>\n    {{template \"main\" .}}\n\n  </p>")},
		"layouts/one.html": {Data: []byte("{{define \"main\"}}\n  {{if .On}}\n    <b>x</b>\n  {{end}}\n{{end}}")},
		bootScript:         {Data: []byte("//")},
	}
	r, err := New(words.Of("en"), &sitetheme.Theme{Layers: []sitetheme.Layer{{Name: "x", FS: theme}}})
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.layouts["one"].execute(nil, thing{On: true})
	if err != nil || strings.Contains(string(got), "\n ") || !strings.Contains(string(got), "<b>x</b>") {
		t.Errorf("%q, %v", got, err)
	}
	if reflect.TypeOf(r.layouts["one"].programFor(thing{})) == nil {
		t.Error("no program")
	}
}

// BenchmarkPage tells what a program saves: the page of an item, data and all.
func BenchmarkPage(b *testing.B) {
	whole, err := os.ReadFile("testdata/plan.txtar")
	if err != nil {
		b.Fatal(err)
	}
	r, err := New(words.Of("en"), sitetheme.BuiltIn())
	if err != nil {
		b.Fatal(err)
	}
	var page view.Page
	for _, p := range pages(whole) {
		if p.Path == "items/T-1.html" {
			page = p
		}
	}
	b.Run("program", func(b *testing.B) {
		for b.Loop() {
			if _, err := r.Page(page); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("interpreted", func(b *testing.B) {
		for b.Loop() {
			if _, err := r.layouts["item"].interpret(nil, page.Data()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
