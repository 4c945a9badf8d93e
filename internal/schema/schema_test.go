package schema

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var kinds = []Kind{Roadmap, Theme, Item, Release, Page, Config, SiteTheme}

// eachField calls f for every row of the tables, those of inner tables as well,
// under a name such as "item.effort" or "configuration.stale.now".
func eachField(t *testing.T, f func(t *testing.T, field Field)) {
	var walk func(owner string, table []Field)
	walk = func(owner string, table []Field) {
		for _, field := range table {
			name := owner + "." + field.Key
			t.Run(name, func(t *testing.T) { f(t, field) })
			walk(name, field.Fields)
		}
	}
	for _, k := range kinds {
		walk(k.String(), Fields(k))
	}
}

func TestKeysAreUniqueAndWrittenOneWay(t *testing.T) {
	form := regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
	check := func(owner string, keys []string) {
		for i, key := range keys {
			if slices.Contains(keys[:i], key) {
				t.Errorf("%s has the key %q twice", owner, key)
			}
			if !form.MatchString(key) || strings.HasPrefix(key, "x_") {
				t.Errorf("%s has the key %q", owner, key)
			}
		}
	}
	for _, k := range kinds {
		if len(Fields(k)) == 0 {
			t.Errorf("a %s has no fields", k)
		}
		check(k.String(), Keys(Fields(k)))
	}
	eachField(t, func(_ *testing.T, f Field) { check(f.Key, Keys(f.Fields)) })
}

func TestEveryFieldIsDocumented(t *testing.T) {
	eachField(t, func(t *testing.T, f Field) {
		if !strings.HasSuffix(f.Doc, ".") || strings.ToUpper(f.Doc[:1]) != f.Doc[:1] {
			t.Errorf("its sentence is %q", f.Doc)
		}
		if strings.HasSuffix(f.Default, ".") {
			t.Errorf("its default is a sentence: %q", f.Default)
		}
	})
}

func TestARowHoldsWhatItsTypeNeedsAndNothingElse(t *testing.T) {
	eachField(t, func(t *testing.T, f Field) {
		if got, want := len(f.Values) > 0, f.Type == Choice || f.Key == "order_by"; got != want {
			t.Errorf("values are %q", f.Values)
		}
		if f.Aliases != nil && f.Type != Choice {
			t.Errorf("aliases are %q", f.Aliases)
		}
		if got, want := len(f.Fields) > 0, f.Type == Table || f.Type == Outcomes || f.Type == Options; got != want {
			t.Errorf("there are %d inner fields", len(f.Fields))
		}
		if f.Type == Number && f.Min >= f.Max {
			t.Errorf("a number from %v to %v", f.Min, f.Max)
		}
		if f.Ref != Roadmap && f.Type != Ref && f.Type != Refs || f.Ref == Roadmap && (f.Type == Ref || f.Type == Refs) {
			t.Errorf("it leads to a %s", f.Ref)
		}
	})
}

func TestAnAliasIsAnotherWordForAValue(t *testing.T) {
	eachField(t, func(t *testing.T, f Field) {
		for alias, value := range f.Aliases {
			if !slices.Contains(f.Values, value) {
				t.Errorf("%q stands for %q, which is no value", alias, value)
			}
			if slices.Contains(f.Values, alias) || alias != strings.ToLower(alias) {
				t.Errorf("the alias %q is never read", alias)
			}
		}
	})
}

func TestEveryTypeSaysWhatItTakes(t *testing.T) {
	seen := map[string]Type{}
	for typ := Texts; typ <= Options; typ++ {
		takes := Field{Type: typ, Ref: Item, Values: []string{"a", "b"}, Min: 1, Max: 20}.Takes()
		if takes == "text" || takes == "" {
			t.Errorf("type %d takes %q", typ, takes)
		}
		if other, ok := seen[takes]; ok {
			t.Errorf("types %d and %d both take %q", other, typ, takes)
		}
		seen[takes] = typ
	}
}

func TestTakes(t *testing.T) {
	tests := []struct {
		kind      Kind
		key, want string
	}{
		{Item, "title", "text"},
		{Item, "type", "one of story, bug, improvement, task, spike"},
		{Item, "theme", "the id of a theme"},
		{Item, "depends_on", "a list of item ids"},
		{Item, "value", "a number from 1 to 20"},
		{Config, "ready_max", "a number from 0.01 to 1000000"},
		{Roadmap, "order", "a list of item ids"},
		{Release, "fixed", "true or false"},
	}
	for _, tt := range tests {
		f, ok := Lookup(tt.kind, tt.key)
		if !ok {
			t.Errorf("a %s has no key %q", tt.kind, tt.key)
		}
		if got := f.Takes(); got != tt.want {
			t.Errorf("%s takes %q, want %q", tt.key, got, tt.want)
		}
	}
	if _, ok := Lookup(Item, "outcomes"); ok {
		t.Error("an item has outcomes")
	}
	if got, want := (Field{Type: Ref, Ref: Item}).Takes(), "the id of an item"; got != want {
		t.Errorf("a reference to an item takes %q, want %q", got, want)
	}
}

// An example is what people copy, so it has to be read by its own type.
func TestExamplesAreRead(t *testing.T) {
	for _, k := range kinds {
		for _, f := range Fields(k) {
			t.Run(k.String()+"."+f.Key, func(t *testing.T) {
				if f.Example == "" {
					t.Fatal("there is none")
				}
				r := reader(t, k, f.Key+": "+f.Example+"\n")
				if got := readAs(r, f); got == "" {
					t.Errorf("%q reads as nothing", f.Example)
				}
				if got := findings(r); got != "" {
					t.Errorf("%q gives\n%s", f.Example, got)
				}
			})
		}
	}
	for _, f := range outcome {
		t.Run("outcome."+f.Key, func(t *testing.T) {
			r := reader(t, Roadmap, "outcomes: [{"+f.Key+": \""+f.Example+"\"}]\n").Tables("outcomes")[0]
			if got := readAs(r, f); got == "" {
				t.Errorf("%q reads as nothing", f.Example)
			}
			if got := findings(r); got != "" {
				t.Errorf("%q gives\n%s", f.Example, got)
			}
		})
	}
}

// readAs reads a field by its type and says what came of it, "" for nothing.
func readAs(r *Reader, f Field) string {
	shown := func(v any, ok bool) string {
		if !ok {
			return ""
		}
		return fmt.Sprint(v)
	}
	switch f.Type {
	case Text:
		return r.Text(f.Key)
	case ID, Ref, Measure:
		return r.Word(f.Key).Text
	case Texts, Refs:
		return strings.Join(r.Texts(f.Key), ", ")
	case Bool:
		return shown(true, r.Bool(f.Key))
	case Choice:
		return r.Choice(f.Key)
	case Number:
		n, ok := r.Number(f.Key)
		return shown(n, ok)
	case Size:
		n, ok := r.Size(f.Key)
		return shown(n, ok)
	case Day:
		return r.Day(f.Key).String()
	case Interval:
		return r.Interval(f.Key).Text
	case Duration:
		n := r.Days(f.Key, 0)
		return shown(n, n > 0)
	case Links, MenuItems:
		links := r.Links(f.Key)
		return shown(links, len(links) > 0)
	case Reasons, Grades, Settings:
		pairs := r.Pairs(f.Key)
		return shown(pairs, len(pairs) > 0)
	case Table:
		in := r.Table(f.Key)
		var values []string
		for _, inner := range f.Fields {
			if v := readAs(in, inner); v != "" {
				values = append(values, inner.Key+" "+v)
			}
		}
		r.Findings = append(r.Findings, in.Findings...)
		return strings.Join(values, ", ")
	case Options:
		var names []string
		for _, o := range r.Options(f.Key) {
			names = append(names, o.Name.Text)
			r.Findings = append(r.Findings, o.Findings...)
		}
		return strings.Join(names, ", ")
	case Outcomes:
		var titles []string
		for _, o := range r.Tables(f.Key) {
			titles = append(titles, o.Text("title"))
			r.Findings = append(r.Findings, o.Findings...)
		}
		return strings.Join(titles, ", ")
	}
	return ""
}
