package sitetheme

import (
	"slices"
	"strconv"
	"strings"

	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/fields"
	"milepost/internal/source"
)

// File is where a theme says what it is.
const File = "theme.yaml"

// Contract is the version of what templates are given. A theme says which it was
// made for; one made for a later one cannot be used.
const Contract = 1

// about is what theme.yaml says.
type about struct {
	version   string
	extends   string
	extendsAt source.Span
	options   options
}

// readAbout reads theme.yaml, which a theme need not have: then it extends the
// built-in one and has no options.
func readAbout(t *Theme, tree *source.Tree, l Layer) about {
	file := tree.File(l.Dir + File)
	if l.Dir == "" {
		if data, ok := readFile(l.FS, File); ok {
			file = source.NewFile(l.Name+"/"+File, data)
		}
	}
	if file == nil {
		return about{}
	}
	root, found := fields.YAML(file, 0, len(file.Data))
	t.Findings = append(t.Findings, found...)
	var a about
	keys := []string{"name", "version", "contract", "extends", "options"}
	for _, e := range root.Entries {
		switch e.Key {
		case "name":
		case "version":
			a.version = e.Value.Text
		case "extends":
			a.extends, a.extendsAt = e.Value.Text, e.Value.Span
		case "contract":
			if n, err := strconv.Atoi(e.Value.Text); err != nil || n < 1 || n > Contract {
				t.find(e.Value.Span, "this Milepost gives templates what contract %d says, not %q", Contract, e.Value.Text).Hint = "milepost site-theme docs prints it"
			}
		case "options":
			a.options = readOptions(t, e.Value)
		default:
			t.find(e.KeySpan, "theme.yaml has no key %q", e.Key).Hint = diag.OneOf(e.Key, keys)
		}
	}
	return a
}

// option is something a theme lets a project choose.
type option struct {
	name    string
	kind    string // text, number, bool, colour or choice
	values  []string
	initial string
}

var optionKinds = []string{"text", "number", "bool", "colour", "choice"}

// options are those of a whole chain of themes, the first of a name first.
type options []option

func (o *options) add(more options) {
	for _, opt := range more {
		if !slices.ContainsFunc(*o, func(known option) bool { return known.name == opt.name }) {
			*o = append(*o, opt)
		}
	}
}

func readOptions(t *Theme, v fields.Value) options {
	var out options
	for _, e := range v.Entries {
		opt := option{name: e.Key, kind: "text"}
		keys := []string{"type", "default", "values", "doc"}
		for _, part := range e.Value.Entries {
			switch part.Key {
			case "type":
				opt.kind = part.Value.Text
				if !slices.Contains(optionKinds, opt.kind) {
					t.find(part.Value.Span, "an option cannot be of the type %q", opt.kind).Hint = diag.OneOf(opt.kind, optionKinds)
					opt.kind = "text"
				}
			case "default":
				opt.initial = part.Value.Text
			case "values":
				for _, item := range part.Value.Items {
					opt.values = append(opt.values, item.Text)
				}
			case "doc":
			default:
				t.find(part.KeySpan, "an option has no key %q", part.Key).Hint = diag.OneOf(part.Key, keys)
			}
		}
		out = append(out, opt)
	}
	return out
}

// fill gives every option its value: the configuration's, else its own default.
func (o options) fill(t *Theme, cfg *config.Config) {
	var names []string
	for _, opt := range o {
		names = append(names, opt.name)
		t.Options[opt.name], _ = opt.parse(opt.initial)
	}
	for _, p := range cfg.SiteThemeOptions {
		i := slices.IndexFunc(o, func(opt option) bool { return opt.name == p.Key.Text })
		if i < 0 {
			d := t.find(p.Key.Span, "the site theme has no option %q", p.Key.Text)
			if len(names) > 0 {
				d.Hint = diag.OneOf(p.Key.Text, names)
			} else {
				d.Hint = "it has none at all"
			}
			continue
		}
		value, ok := o[i].parse(p.Value.Text)
		if !ok {
			t.find(p.Value.Span, "the option %q cannot be %q", p.Key.Text, p.Value.Text).Hint = "it takes " + o[i].takes()
			continue
		}
		t.Options[p.Key.Text] = value
	}
}

func (o option) takes() string {
	switch o.kind {
	case "number":
		return "a number"
	case "bool":
		return "true or false"
	case "colour":
		return `a colour such as "#f4c900"`
	case "choice":
		return "one of " + strings.Join(o.values, ", ")
	}
	return "a text"
}

func (o option) parse(text string) (value any, ok bool) {
	switch o.kind {
	case "number":
		n, err := strconv.ParseFloat(text, 64)
		return n, err == nil
	case "bool":
		return text == "true", text == "true" || text == "false"
	case "colour":
		return text, config.IsColour(text)
	case "choice":
		return text, slices.Contains(o.values, text)
	}
	return text, true
}
